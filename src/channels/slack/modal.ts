import type { KnownBlock, ModalView, RichTextBlockElement, RichTextElement } from '@slack/types';
import type { Excerpt } from '../../proceedings/answer.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import type { ContextReply } from '../../replies/reply.ts';
import { channelMenu } from './channel-choice.ts';
import { button, paragraph, plain, row, words } from './elements.ts';
import { keepButton } from './keep-button.ts';
import { labels } from './labels.ts';
import { buttonValue, passagePointerTo } from './pointer.ts';
import { citationElements } from './quotation.ts';
import { beginning, clip, ending, type Part, cutMark } from './text.ts';

const titleLimit = 24;
const nameLimit = 200;
/** How much of a passage is shown around the excerpt, and of the passages before and after, in UTF-16 code units. */
const passageLimit = 3000;
const neighbourLimit = 800;

/** The callback id of the modal in which a person chooses the channel that an answer is posted to. */
export const shareCallback = 'share';

/** The modal that shows a passage within its section; its buttons move to the passage before or after. */
export function contextView(context: ContextReply): ModalView {
  const { contextTitle, close } = labels[context.language];
  return {
    type: 'modal',
    title: plain(contextTitle, titleLimit),
    close: plain(close, titleLimit),
    blocks: [...contextBlocks(context)],
  };
}

/** Where the passage stands, its words with the excerpt in bold, its neighbours, and the way to them. */
export function contextBlocks(context: ContextReply): readonly KnownBlock[] {
  const { language, excerpt, passage, previous, next } = context;
  const label = labels[language];
  const title = catalogueOf(language);
  return [
    richText([section(citationElements(passage.citation, language))]),
    paragraph(standing(context)),
    ...(previous === null ? [] : [richText([caption(title.before), ...before(ending(previous.text, neighbourLimit))])]),
    richText([caption(title.passage), ...emphasized(context)]),
    ...(next === null ? [] : [richText([caption(title.after), ...after(beginning(next.text, neighbourLimit))])]),
    ...row([
      ...(previous === null ? [] : button('previous', label.previous, pointer(previous, language))),
      ...(next === null ? [] : button('next', label.next, pointer(next, language))),
      ...keepButton(excerpt, language),
    ]),
  ];
}

/** Who speaks, and where the passage stands. */
function standing({ language, passage: { citation }, place }: ContextReply): string {
  const { speaks, nobodySpeaks, standsAt } = labels[language];
  const { speaker, role, line } = citation;
  const name = [speaker, role].filter((part) => part !== null).map((part) => clip(part, nameLimit));
  return [
    speaker === null ? nobodySpeaks : speaks(name.join(', ')),
    ...(place === undefined ? [] : [standsAt(line, place.number, place.count)]),
  ].join('\n');
}

/** The modal in which a person chooses a channel for an answer; `data` says for whom, and points to the answer. */
export function shareView(language: Language, data: string): ModalView {
  const { shareTitle, share, close, channel } = labels[language];
  return {
    type: 'modal',
    callback_id: shareCallback,
    private_metadata: data,
    title: plain(shareTitle, titleLimit),
    submit: plain(share, titleLimit),
    close: plain(close, titleLimit),
    blocks: [
      {
        type: 'input',
        block_id: 'channel',
        label: plain(channel, 75),
        element: { ...channelMenu('channel'), response_url_enabled: true },
      },
    ],
  };
}

const pointer = (excerpt: Excerpt, language: Language) => buttonValue(passagePointerTo(excerpt, language));

const richText = (elements: readonly RichTextBlockElement[]): KnownBlock => ({
  type: 'rich_text',
  elements: [...elements],
});
const section = (elements: readonly RichTextElement[]): RichTextBlockElement => ({
  type: 'rich_text_section',
  elements: [...elements],
});
const caption = (text: string): RichTextBlockElement => section([words(text, { bold: true })]);
const quote = (elements: readonly RichTextElement[]): RichTextBlockElement[] =>
  elements.length === 0 ? [] : [{ type: 'rich_text_quote', elements: [...elements] }];

/** The mark of a cut, above or below the quotation. */
const mark = (part: Part): RichTextBlockElement[] => (part.cut ? [section([words(cutMark)])] : []);

const before = (part: Part) => [...mark(part), ...quote(verbatim(part.text))];
const after = (part: Part) => [...quote(verbatim(part.text)), ...mark(part)];

/** The passage, its excerpt in bold where it is only a part; both ends give way where the passage is very long. */
function emphasized({ passage, excerpt }: ContextReply): readonly RichTextBlockElement[] {
  const from = excerpt.citation.start - passage.citation.start;
  const to = excerpt.citation.end - passage.citation.start;
  if (to - from >= passage.text.length) return after(beginning(passage.text, passageLimit));
  const core = beginning(passage.text.slice(from, to), passageLimit);
  const room = Math.floor((passageLimit - core.text.length) / 2);
  const head = ending(passage.text.slice(0, from), room);
  const tail = core.cut ? { text: '', cut: true } : beginning(passage.text.slice(to), room);
  const shown = [...verbatim(head.text), ...verbatim(core.text, { bold: true }), ...verbatim(tail.text)];
  return [...mark(head), ...quote(shown), ...mark(tail)];
}

function verbatim(text: string, style?: { readonly bold: true }): RichTextElement[] {
  return text === '' ? [] : [{ type: 'text', text, ...(style && { style }) }];
}
