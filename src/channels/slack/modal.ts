import type { KnownBlock, ModalView, RichTextElement } from '@slack/types';
import type { Excerpt } from '../../proceedings/answer.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import type { ContextReply } from '../../replies/reply.ts';
import { button, plain, row, words } from './elements.ts';
import { labels } from './labels.ts';
import { buttonValue, passagePointerTo } from './pointer.ts';
import { citationElements, cutMark } from './quotation.ts';
import { beginning, ending, type Part } from './text.ts';

const titleLimit = 24;
/** How much of a passage is shown around the excerpt, and of the passages before and after, in UTF-16 code units. */
const passageLimit = 3000;
const neighbourLimit = 800;

/** The ids of the modal in which a person chooses the channel that an answer is posted to. */
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
  const { language, passage, previous, next } = context;
  const label = labels[language];
  return [
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: citationElements(passage.citation, language) }],
    },
    ...(previous === null ? [] : [quote(before(ending(previous.text, neighbourLimit)))]),
    quote(emphasized(context)),
    ...(next === null ? [] : [quote(after(beginning(next.text, neighbourLimit)))]),
    ...row([
      ...(previous === null ? [] : button('previous', label.previous, pointer(previous, language))),
      ...(next === null ? [] : button('next', label.next, pointer(next, language))),
    ]),
  ];
}

/** The modal in which a person chooses a channel for an answer; `value` is the pointer to the answer. */
export function shareView(language: Language, value: string): ModalView {
  const { shareTitle, share, close, channel } = labels[language];
  return {
    type: 'modal',
    callback_id: shareCallback,
    private_metadata: value,
    title: plain(shareTitle, titleLimit),
    submit: plain(share, titleLimit),
    close: plain(close, titleLimit),
    blocks: [
      {
        type: 'input',
        block_id: 'channel',
        label: plain(channel, 75),
        element: {
          type: 'conversations_select',
          action_id: 'channel',
          response_url_enabled: true,
          filter: { include: ['public', 'private'], exclude_bot_users: true },
        },
      },
    ],
  };
}

const pointer = (excerpt: Excerpt, language: Language) => buttonValue(passagePointerTo(excerpt, language));

function quote(elements: readonly RichTextElement[]): KnownBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: [...elements] }] };
}

/** The passage, its excerpt in bold where it is only a part; both ends give way where the passage is very long. */
function emphasized({ passage, excerpt }: ContextReply): readonly RichTextElement[] {
  const from = excerpt.citation.start - passage.citation.start;
  const to = excerpt.citation.end - passage.citation.start;
  if (to - from >= passage.text.length) return after(beginning(passage.text, passageLimit));
  const core = beginning(passage.text.slice(from, to), passageLimit);
  const room = Math.max(0, Math.floor((passageLimit - core.text.length) / 2));
  const bold = core.text === '' ? [] : [{ type: 'text' as const, text: core.text, style: { bold: true } }];
  return [
    ...before(ending(passage.text.slice(0, from), room)),
    ...bold,
    ...(core.cut ? [mark] : after(beginning(passage.text.slice(to), room))),
  ];
}

const mark = words(` ${cutMark} `, { italic: true });

const before = (part: Part) => [...(part.cut ? [mark] : []), ...verbatim(part)];
const after = (part: Part) => [...verbatim(part), ...(part.cut ? [mark] : [])];

function verbatim(part: Part): RichTextElement[] {
  return part.text === '' ? [] : [{ type: 'text', text: part.text }];
}
