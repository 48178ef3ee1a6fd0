import { expect, it } from 'vitest';
import { mistypedSettings } from '../../src/commands/mistyped-settings.ts';

it.each([
  ['SLACK_BOT_TOKN', 'SLACK_BOT_TOKEN'],
  ['SLACK_APPTOKEN', 'SLACK_APP_TOKEN'],
  ['SLACK_SIGNING_SECRT', 'SLACK_SIGNING_SECRET'],
  ['SLACK_MOD', 'SLACK_MODE'],
])('%s is taken for %s', (name, meant) => {
  expect(mistypedSettings([name, 'PATH'])).toEqual([`warning: ${name} is not a setting; did you mean ${meant}?`]);
});

it('leaves alone what is a setting, what is like none, and what is like one that is set', () => {
  const variables = ['SLACK_BOT_TOKEN', 'SLACK_BOT_TOKENS', 'SLACK_WEBHOOK_URL', 'SLACK_USER_TOKEN', 'PORTS'];
  expect(mistypedSettings(variables)).toEqual([]);
});
