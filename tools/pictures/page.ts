import type { View } from '@slack/types';
import type { RecordedMessage } from '../../test/support/slack/types.ts';
import { blocksHtml } from './block-html.ts';
import { textHtml } from './element-html.ts';
import { box, escapeHtml, lines, type NameOf } from './html.ts';
import { mentionHtml } from './rich-text-html.ts';
import { style } from './style.ts';

/** What a picture shows. */
export type Shot =
  | { readonly kind: 'conversation'; readonly channel: string; readonly messages: readonly RecordedMessage[] }
  | { readonly kind: 'view'; readonly view: View };

/** Whose names stand in a picture. */
export interface Cast {
  readonly botUserId: string;
  readonly nameOf: NameOf;
}

/** One page that needs nothing else, with the picture in the element `picture`. @throws RangeError as blocksHtml. */
export function pageOf(shot: Shot, cast: Cast): string {
  const inner = shot.kind === 'view' ? viewHtml(shot.view, cast) : conversationHtml(shot, cast);
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Greffier</title><style>${style}</style><body>${inner}</body></html>\n`;
}

function conversationHtml({ channel, messages }: Extract<Shot, { kind: 'conversation' }>, cast: Cast): string {
  const place = channel.startsWith('D') ? cast.nameOf(cast.botUserId) : `# ${cast.nameOf(channel)}`;
  const shown = messages.map((message) => messageHtml(message, cast));
  return `<div id="picture">${box('place', escapeHtml(place))}${shown.join('')}</div>`;
}

function messageHtml(message: RecordedMessage, { botUserId, nameOf }: Cast): string {
  const bot = message.user === botUserId;
  const name = nameOf(message.user);
  const face = box(`face${bot ? ' bot' : ''}`, escapeHtml(name.slice(0, 1)));
  const who = box('who', escapeHtml(name) + (bot ? box('app', 'APPLI', 'span') : ''));
  const only = message.ephemeralTo === undefined ? '' : box('only', 'Visible par vous seulement');
  const content = message.blocks.length > 0 ? blocksHtml(message.blocks, nameOf) : typedHtml(message.text, nameOf);
  const reply = message.thread_ts !== undefined && message.thread_ts !== message.ts;
  return box(`message${reply ? ' reply' : ''}`, `${face}<div>${only}${who}${content}</div>`);
}

const written: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** What a person typed, as Slack writes it: mentions apart, entities resolved. */
function typedHtml(text: string, nameOf: NameOf): string {
  return text
    .split(/(<@[\w.-]+>)/)
    .map((part) => {
      const user = /^<@([\w.-]+)>$/.exec(part)?.[1];
      if (user !== undefined) return mentionHtml(`@${nameOf(user)}`);
      return lines(part.replaceAll(/&(?:lt|gt|amp);/g, (entity) => written[entity] ?? entity));
    })
    .join('');
}

function viewHtml(view: View, { nameOf }: Cast): string {
  const blocks = blocksHtml(view.blocks, nameOf);
  if (view.type === 'home') {
    const tabs = ['Accueil', 'Messages', 'À propos'].map((name) => `<span>${name}</span>`);
    return `<div id="picture">${box('tabs', tabs.join(''))}${blocks}</div>`;
  }
  if (view.type !== 'modal') throw new RangeError(`pictures: no such view is drawn: ${view.type}`);
  const { close, submit } = view;
  const foot = [
    close === undefined ? '' : box('button', textHtml(close), 'span'),
    submit === undefined ? '' : box('button primary', textHtml(submit), 'span'),
  ];
  const parts = [box('title', textHtml(view.title)), box('body', blocks), box('foot', foot.join(''))];
  return `<div id="picture" class="modal">${parts.join('')}</div>`;
}
