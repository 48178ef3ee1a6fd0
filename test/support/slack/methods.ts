import { assistantMethods } from './methods-assistant.ts';
import { chatMethods } from './methods-chat.ts';
import { streamMethods } from './methods-stream.ts';
import { workspaceMethods } from './methods-workspace.ts';
import { viewMethods } from './methods-views.ts';
import type { Method } from './method.ts';

/** Every Web API method that strict Slack knows; the rest get `unknown_method`. */
export const methods: Readonly<Record<string, Method>> = {
  ...workspaceMethods,
  ...chatMethods,
  ...streamMethods,
  ...viewMethods,
  ...assistantMethods,
};

/** What even the plainest Slack-compatible server has; `basicOnly` refuses the others. */
export const basicMethods: ReadonlySet<string> = new Set([
  'auth.test',
  'apps.connections.open',
  'chat.postMessage',
  'chat.postEphemeral',
  'chat.update',
  'chat.delete',
  'views.open',
  'views.update',
  'views.push',
]);
