import type { ActionsBlockElement, InputBlockElement, MrkdwnElement, Option, PlainTextElement } from '@slack/types';
import type { ContextActionsBlock, SectionBlockAccessory } from '@slack/types';
import { box, escapeHtml, lines, type NameOf } from './html.ts';

/** Everything that a person can press, choose or fill in. */
export type Control =
  | ActionsBlockElement
  | InputBlockElement
  | SectionBlockAccessory
  | ContextActionsBlock['elements'][number];

/** A text object as it is shown. @throws RangeError for mrkdwn in which something is markup: that is not drawn. */
export function textHtml(text: PlainTextElement | MrkdwnElement): string {
  if (text.type === 'mrkdwn' && /[*_~`<&]/.test(text.text))
    throw new RangeError(`pictures: markup in mrkdwn is not drawn: ${text.text.slice(0, 80)}`);
  return lines(text.text);
}

/** A button, a menu or an input. @throws RangeError for one that is not known here. */
export function controlHtml(element: Control, nameOf: NameOf): string {
  switch (element.type) {
    case 'button':
      return box(`button ${element.style ?? ''}`, textHtml(element.text), 'span');
    case 'overflow':
      return box('button', '⋯', 'span');
    case 'feedback_buttons':
      return box('feedback', thumb('up') + thumb('down'), 'span');
    case 'static_select':
    case 'external_select':
      return menu(element.initial_option?.text.text ?? element.placeholder?.text);
    case 'multi_static_select':
    case 'multi_external_select':
      return chosen(element.initial_options?.map(({ text }) => text.text) ?? [], element.placeholder?.text);
    case 'users_select':
      return menu(named('@', element.initial_user, nameOf) ?? element.placeholder?.text ?? 'Choisir une personne');
    case 'conversations_select':
      return menu(named('#', element.initial_conversation, nameOf) ?? element.placeholder?.text ?? 'Choisir un canal');
    case 'channels_select':
      return menu(named('#', element.initial_channel, nameOf) ?? element.placeholder?.text ?? 'Choisir un canal');
    case 'radio_buttons':
      return choices('radio', element.options, element.initial_option ? [element.initial_option] : []);
    case 'checkboxes':
      return choices('check', element.options, element.initial_options ?? []);
    case 'plain_text_input':
      return field(element.initial_value, element.placeholder?.text, element.multiline === true);
    case 'datepicker':
      return field(element.initial_date, element.placeholder?.text ?? 'Choisir une date', false);
    default:
      throw new RangeError(`pictures: no such element is drawn: ${element.type}`);
  }
}

const named = (sign: string, id: string | undefined, nameOf: NameOf) =>
  id === undefined ? undefined : `${sign}${nameOf(id)}`;

const menu = (shown = 'Choisir') => box('menu', `${escapeHtml(shown)}<i></i>`);

const chosen = (names: readonly string[], placeholder?: string) =>
  names.length === 0
    ? menu(placeholder)
    : box('menu', `${names.map((name) => box('mention', escapeHtml(name), 'span')).join(' ')}<i></i>`);

function field(value: string | undefined, placeholder: string | undefined, tall: boolean): string {
  const content = value === undefined ? box('placeholder', escapeHtml(placeholder ?? ''), 'span') : lines(value);
  return box(`field${tall ? ' tall' : ''}`, content);
}

function choices(kind: 'radio' | 'check', options: readonly Option[], initial: readonly Option[]): string {
  const taken = new Set(initial.map(({ value }) => value));
  const rows = options.map(({ text, value, description }) => {
    const note = description === undefined ? '' : box('note', textHtml(description));
    return box(`choice ${kind}${taken.has(value) ? ' taken' : ''}`, `<b></b><div>${textHtml(text)}${note}</div>`);
  });
  return rows.join('');
}

/** Slack's thumbs: it shows the words of feedback buttons only under the pointer. */
const thumb = (way: 'up' | 'down') =>
  `<svg class="${way}" viewBox="0 0 20 20"><path d="M3 9h3v8H3zM6 9l3.5-6c1.6 0 2.2 1 1.9 2.4L10.8 8H15c1.2 0 2 1 1.7 2.1l-1.3 5.4c-.2.9-1 1.5-1.9 1.5H6z"/></svg>`;
