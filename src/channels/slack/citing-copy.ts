import type { ModalView } from '@slack/types';
import type { Citation, Excerpt } from '../../proceedings/answer.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import { citationText } from '../../replies/citation-text.ts';
import type { Bot } from './bot.ts';
import { plain } from './elements.ts';
import type { Click } from './incoming.ts';
import { labels } from './labels.ts';
import { message, type Message } from './message.ts';
import { tell } from './notices.ts';
import { quotationAt } from './citing-publish.ts';
import { readPassagePointer } from './pointer.ts';
import { beginning, clip, visible } from './text.ts';

/** The callback id of the modal that a quotation is copied from. */
export const copyCallback = 'cite-copy';

const titleLimit = 24;
/** Slack's limit on the text of an input. */
const inputLimit = 3000;
const nameLimit = 200;

/** The button that shows a quotation with its citation as plain text, in a modal, else in a message. */
export async function copyQuotation(bot: Bot, { place, value, triggerId }: Click): Promise<string> {
  const pointer = readPassagePointer(value);
  if (pointer === null) return tell(bot, place, 'stale');
  const { language } = pointer;
  const excerpt = await quotationAt(bot, place, pointer);
  if (excerpt === null) return tell(bot, place, 'changed', language);
  if (await bot.voice.show(copyView(excerpt, language), triggerId, null)) return 'shown';
  await bot.voice.whisper(place, renderCopy(excerpt, language));
  return 'shown in a message';
}

/** The modal: what is to be copied stands in a field, where a click and Ctrl+A select it. */
export function copyView(excerpt: Excerpt, language: Language): ModalView {
  const { citing, close } = labels[language];
  return {
    type: 'modal',
    callback_id: copyCallback,
    title: plain(citing.copyTitle, titleLimit),
    // Slack wants one beside an input; nothing is sent anywhere.
    submit: plain(citing.done, titleLimit),
    close: plain(close, titleLimit),
    blocks: [
      {
        type: 'input',
        block_id: 'citation',
        optional: true,
        label: plain(citing.copyLabel, 75),
        element: {
          type: 'plain_text_input',
          action_id: 'citation',
          multiline: true,
          initial_value: fittingCitation(excerpt, language),
        },
      },
    ],
  };
}

/** The same where no modal can be opened. */
export function renderCopy(excerpt: Excerpt, language: Language): Message {
  const text = fittingCitation(excerpt, language);
  return message(text, [
    { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] },
  ]);
}

/** The citation with as much of the quotation as an input takes. */
function fittingCitation({ text, citation }: Excerpt, language: Language): string {
  const names = shortNames(citation);
  const around = citationText({ text: '', citation: names }, language, true).length;
  const part = beginning(text, inputLimit - around);
  return citationText({ text: part.text, citation: names }, language, part.cut);
}

const short = (name: string): string => clip(visible(name), nameLimit);

function shortNames(citation: Citation): Citation {
  const { title, section, speaker, role } = citation;
  return {
    ...citation,
    title: short(title),
    section: section.map(short),
    speaker: speaker === null ? null : short(speaker),
    role: role === null ? null : short(role),
  };
}
