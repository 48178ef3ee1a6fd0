import type { Language } from '../proceedings/proceedings.ts';
import type { Difference, QuotedPlace, Verdict, Verification, Verified } from '../proceedings/verification.ts';
import { catalogueOf } from './catalogue.ts';
import { citationLine } from './citation-line.ts';
import { type Quote, quotation } from './plain-text.ts';
import { verdictWords } from './verdict-words.ts';

/** A piece of a line: the interface's own words, or words of the record or of the quotation, to be put in marks. */
export type Piece = { readonly own: string } | { readonly record: string } | { readonly quoted: string };

/** Differences that are shown at most for one quotation. */
export const mostDifferences = 12;

/** How much of a quotation names it, in UTF-16 code units. */
const namingLimit = 160;

/** The first words of a quotation between its marks, on one line; a cut is marked behind them. */
export function named(quoted: string): string {
  const line = quoted.replaceAll(/\s+/g, ' ');
  if (line.length <= namingLimit) return quotation(line);
  const cut = line.lastIndexOf(' ', namingLimit);
  return `${quotation(line.slice(0, cut > 0 ? cut : namingLimit))} […]`;
}

/** What a verdict means, in one sentence a line: variants of an exact quotation, how much of an altered one agrees, what was searched. */
export function verdictLines(verdict: Verdict, { searched }: Verification, language: Language): readonly string[] {
  const words = verdictWords(language);
  const said = words.verdict(verdict);
  switch (verdict.kind) {
    case 'exact': {
      const variants = verdict.variants.filter((variant) => variant !== 'omission' && variant !== 'stage');
      return [
        said,
        ...(variants.length > 0 ? [words.variants(variants)] : []),
        ...(verdict.variants.includes('omission') ? [words.omission] : []),
        ...(verdict.variants.includes('stage') ? [words.stage] : []),
      ];
    }
    case 'altered': {
      const punctuation = verdict.differences.every((difference) => difference.punctuation);
      return [said, punctuation ? words.onlyPunctuation : words.agreement(verdict.matched, verdict.words)];
    }
    case 'absent':
      return [said, catalogueOf(language).searched(searched)];
    case 'short':
    case 'long':
      return [said];
  }
}

/** "Après « … » : le compte rendu dit « … » ; la citation dit « … »", in pieces. */
export function differencePieces({ after, record, quoted }: Difference, language: Language): readonly Piece[] {
  const words = verdictWords(language);
  const where = { own: after === '' ? words.atBeginning : words.after(after) };
  if (record === null) return [where, { own: words.recordHasNot }, { quoted: quoted ?? '' }];
  if (quoted === null) return [where, { own: words.recordSays }, { record }, { own: words.quotationHasNot }];
  return [where, { own: words.recordSays }, { record }, { own: words.quotationSays }, { quoted }];
}

/** Verified quotations as plain text that reads well alone. */
export function verificationAsText(verification: Verification, language: Language, quote: Quote = quotation): string {
  const { verified, unread } = verification;
  const words = verdictWords(language);
  return [
    ...verified.map((one, index) =>
      [
        `${words.heading(index + 1, verified.length)} · ${named(one.quoted)}`,
        ...verdictLines(one.verdict, verification, language),
        ...detailLines(one, language, quote),
      ].join('\n'),
    ),
    ...(unread > 0 ? [words.unread(unread)] : []),
  ].join('\n\n');
}

function detailLines({ verdict }: Verified, language: Language, quote: Quote): readonly string[] {
  const words = verdictWords(language);
  switch (verdict.kind) {
    case 'exact': {
      const [first, ...others] = verdict.places;
      return [
        ...(first === undefined ? [] : placeLines(first, language, quote)),
        ...others.flatMap(({ excerpts }) =>
          excerpts.slice(0, 1).map(({ citation }) => `${words.alsoThere}${citationLine(citation, language)}`),
        ),
        ...(verdict.more > 0 ? [words.morePlaces(verdict.more)] : []),
      ];
    }
    case 'altered': {
      const { differences, place } = verdict;
      const hidden = differences.length - mostDifferences;
      const shown = differences.slice(0, mostDifferences).map((difference) =>
        differencePieces(difference, language)
          .map((piece) => ('own' in piece ? piece.own : quote('record' in piece ? piece.record : piece.quoted)))
          .join(''),
      );
      return [
        ...(differences.length > 0 ? [words.differences] : []),
        ...shown.map((line) => `• ${line}`),
        ...(hidden > 0 ? [words.moreDifferences(hidden)] : []),
        ...placeLines(place, language, quote),
      ];
    }
    case 'absent':
    case 'short':
    case 'long':
      return [];
  }
}

function placeLines({ excerpts }: QuotedPlace, language: Language, quote: Quote): readonly string[] {
  return excerpts.map(({ text, citation }) => `${quote(text)}\n— ${citationLine(citation, language)}`);
}
