import { isStopword } from '../language/stopwords.ts';
import { tokenize } from '../language/tokens.ts';
import { honorifics, type KnownPerson, type Mention, mentionsIn } from './speakers.ts';

/** A quotation that is asked for by whose it is, or of what. */
export interface QuotationOf {
  /** Nobody where it is of a thing: "citation de la loi Barthe". */
  readonly whose: readonly Mention[];
  /** What it shall be about, as typed; empty for anything. */
  readonly subject: string;
}

const pattern =
  /^(?!\s*(?:qu(?!ot)|où|comment|pourquoi|combien|wh|how))(?<before>[^?]{0,40}?)(?<![\p{L}-])(?:citations?|quotes?|quotations?) (?:de |d['’]|by |from )(?<of>(?<whose>.{1,80}?)(?:\s(?:sur|à propos d(?:e|u|es)|au sujet d(?:e|u|es)|concernant|about|on|regarding)\s(?<subject>.+))?)[\s?.!]*$/iu;
const longest = 300;

/** What "une citation de Mme Barthe sur le bail" asks for; null where a text asks for no quotation of somebody or something. */
export function quotationOf(text: string, people: readonly KnownPerson[]): QuotationOf | null {
  const { before = '', of = '', whose = '', subject = '' } = pattern.exec(text.slice(0, longest))?.groups ?? {};
  const mentions = mentionsIn(whose, people).map(({ person }) => ({ person, spokenTo: false }));
  const names = new Set(mentions.flatMap(({ person }) => person.words));
  const others = tokenize(whose).filter(
    ({ surface, joined }) => !joined && !names.has(surface) && !honorifics.has(surface) && !isStopword(surface, 'fr'),
  );
  if (mentions.length > 0 && others.length === 0) return { whose: mentions, subject };
  return of !== '' && before.trim() === '' ? { whose: [], subject: of } : null;
}
