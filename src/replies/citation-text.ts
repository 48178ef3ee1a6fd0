import type { Excerpt } from '../proceedings/answer.ts';
import type { Language } from '../proceedings/proceedings.ts';
import { longDate } from './long-date.ts';

/** The mark of a cut, outside the quotation. */
const cutMark = '[…]';

/**
 * A quotation ready to be pasted: « … », speaker, role, title, date; where nobody is known to speak, the section takes their
 * place. The words are verbatim and French, so they stand between guillemets in every language. `cut`: the words are only the
 * beginning of the quotation, which is marked.
 */
export function citationText(
  { text, citation }: Pick<Excerpt, 'text' | 'citation'>,
  language: Language,
  cut = false,
): string {
  const { speaker, role, section, title, date } = citation;
  const who = speaker === null ? [section.at(-1) ?? null] : [speaker, role];
  const parts = [...who, title, date === null ? null : longDate(date, language)];
  const quotation = `«\u00a0${text}\u00a0»${cut ? ` ${cutMark}` : ''}`;
  return [quotation, ...parts.filter((part, place) => part !== null && parts.indexOf(part) === place)].join(', ');
}
