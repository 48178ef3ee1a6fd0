import type { KnownBlock, RichTextBlock, RichTextBlockElement, RichTextElement } from '@slack/types';
import type { Language } from '../../proceedings/proceedings.ts';
import type { Difference, QuotedPlace, Verification, Verified } from '../../proceedings/verification.ts';
import {
  differencePieces,
  mostDifferences,
  named,
  type Piece,
  verdictLines,
  verificationAsText,
} from '../../replies/verdict-lines.ts';
import { verdictWords } from '../../replies/verdict-words.ts';
import { button, fit, paragraph, row, words } from './elements.ts';
import { labels } from './labels.ts';
import { message, type Message } from './message.ts';
import { buttonValue, passagePointerTo } from './pointer.ts';
import { citationElements, quotation } from './quotation.ts';
import { beginning, cutMark, inMarks } from './text.ts';

/** How much of each side of a difference is shown, in UTF-16 code units. */
const sideLimit = 240;

/** Verified quotations one after another: verdict, differences side by side, the record's words and where they stand. */
export function renderVerification(verification: Verification, language: Language): Message {
  const { verified, unread } = verification;
  const own = verdictWords(language);
  const entries: { readonly of: number; readonly blocks: readonly KnownBlock[] }[] = verified.flatMap((one, index) =>
    entriesOf(one, index, verification, language).map((blocks) => ({ of: index, blocks })),
  );
  const tail = (shown: number): readonly KnownBlock[] => {
    const first = entries[shown]?.of;
    return [
      ...(first === undefined ? [] : [paragraph(own.notShown(verified.length - first))]),
      ...(unread > 0 ? [paragraph(own.unread(unread))] : []),
    ];
  };
  const { blocks } = fit(
    [],
    entries.map((entry) => entry.blocks),
    tail,
  );
  return message((longest) => verificationAsText(verification, language, (text) => inMarks(text, longest)), blocks);
}

/** What stays together where room runs out. */
function entriesOf(
  { quoted, verdict }: Verified,
  index: number,
  verification: Verification,
  language: Language,
): readonly (readonly KnownBlock[])[] {
  const own = verdictWords(language);
  const head = richText([
    section([
      words(own.heading(index + 1, verification.verified.length), { bold: true }),
      words(` · ${named(quoted)}`),
    ]),
    section([words(verdictLines(verdict, verification, language).join('\n'))]),
  ]);
  switch (verdict.kind) {
    case 'exact': {
      const [first, ...others] = verdict.places;
      return [
        [head],
        ...(first === undefined ? [] : placeEntries(first, `${index}`, language)),
        ...others.map((place, other) => alsoThere(place, `${index}.${other + 1}`, language)),
        ...(verdict.more > 0 ? [[paragraph(own.morePlaces(verdict.more))]] : []),
      ];
    }
    case 'altered':
      return [
        [head],
        [differencesBlock(verdict.differences, language)],
        ...placeEntries(verdict.place, `${index}`, language),
      ];
    case 'absent':
    case 'short':
    case 'long':
      return [[head]];
  }
}

/** Each part that is quoted, with the way to the context under the last. */
function placeEntries(place: QuotedPlace, name: string, language: Language): readonly (readonly KnownBlock[])[] {
  const blocks = place.excerpts.map((excerpt) => quotation(excerpt, language));
  return blocks.map((block, at) => [block, ...(at === blocks.length - 1 ? contextRow(place, name, language) : [])]);
}

function alsoThere(place: QuotedPlace, name: string, language: Language): readonly KnownBlock[] {
  const [first] = place.excerpts;
  if (first === undefined) return [];
  const where = [words(verdictWords(language).alsoThere), ...citationElements(first.citation, language)];
  return [richText([section(where)]), ...contextRow(place, name, language)];
}

function contextRow({ context }: QuotedPlace, name: string, language: Language): readonly KnownBlock[] {
  if (context === null) return [];
  return row(button(`context:${name}`, labels[language].context, buttonValue(passagePointerTo(context, language))));
}

function differencesBlock(differences: readonly Difference[], language: Language): RichTextBlock {
  const own = verdictWords(language);
  const hidden = differences.length - mostDifferences;
  return richText([
    section([words(own.differences, { bold: true })]),
    {
      type: 'rich_text_list',
      style: 'bullet',
      elements: differences
        .slice(0, mostDifferences)
        .map((difference) => sectionOf(differencePieces(difference, language).flatMap(pieceElements))),
    },
    ...(hidden > 0 ? [section([words(own.moreDifferences(hidden))])] : []),
  ]);
}

/** Words between marks, a cut outside them; those of the record stay as they are. */
function pieceElements(piece: Piece): readonly RichTextElement[] {
  if ('own' in piece) return [words(piece.own)];
  const part = beginning('record' in piece ? piece.record : piece.quoted, sideLimit);
  return [
    words('«\u00a0'),
    'record' in piece ? { type: 'text', text: part.text } : words(part.text),
    words(`\u00a0»${part.cut ? ` ${cutMark}` : ''}`),
  ];
}

const sectionOf = (elements: readonly RichTextElement[]) => ({
  type: 'rich_text_section' as const,
  elements: [...elements],
});
const section = (elements: readonly RichTextElement[]): RichTextBlockElement => sectionOf(elements);
const richText = (elements: readonly RichTextBlockElement[]): RichTextBlock => ({
  type: 'rich_text',
  elements: [...elements],
});
