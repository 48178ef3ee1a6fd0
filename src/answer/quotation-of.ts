import { honorifics } from '../language/names.ts';
import { isStopword } from '../language/stopwords.ts';
import { tokenizeApart } from '../language/tokens.ts';
import { type KnownPerson, type Mention, mentionsIn } from './mentions.ts';

/** A quotation that is asked for by whose it is, or of what. */
export interface QuotationOf {
  /** Nobody where it is of a thing: "citation de la loi Barthe". */
  readonly whose: readonly Mention[];
  /** What it shall be about, as typed; empty for anything. */
  readonly subject: string;
}

const quotation = /(?<![\p{L}-])(?:citations?|quotes?|quotations?) (?:de |d['’]|by |from )/iu;
/** "Qui a lu une citation de Mme Barthe ?", "a-t-il lu une citation…" ask for something else. */
const asking = /^\s*(?:qu|où|comment|pourquoi|combien|wh|how)|-(?:ils?|elles?)\s/i;
const about = /\s(?:sur|à propos d(?:es?|u)|au sujet d(?:es?|u)|concernant|about|on|regarding)\s/i;

/** What "une citation de Mme Barthe sur le bail" asks for; null where a text asks for no quotation of somebody or something. */
export function quotationOf(text: string, people: readonly KnownPerson[]): QuotationOf | null {
  const found = quotation.exec(text);
  if (found === null) return null;
  const before = text.slice(0, found.index);
  if (asking.test(before)) return null;
  const of = text.slice(found.index + found[0].length);
  const turn = about.exec(of);
  const whose = turn === null ? of : of.slice(0, turn.index);
  const mentions = mentionsIn(whose, people).map(({ person }) => ({ person, spokenTo: false }));
  const names = new Set(mentions.flatMap(({ person }) => person.words));
  const others = tokenizeApart(whose).filter(
    ({ surface }) => !names.has(surface) && !honorifics.has(surface) && !isStopword(surface, 'fr'),
  );
  if (mentions.length > 0 && others.length === 0)
    return { whose: mentions, subject: turn === null ? '' : of.slice(turn.index + turn[0].length) };
  return before.trim() === '' ? { whose: [], subject: of } : null;
}
