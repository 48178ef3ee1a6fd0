import { detectLanguage } from '../language/detect.ts';
import { isStopword } from '../language/stopwords.ts';

/** A question and the follow-up to it. */
export interface Exchange {
  readonly previous: string;
  readonly text: string;
}

/**
 * The two with small words of one language, so that they can be merged. Where one is French and the other English, the
 * French one gets English small words: a question read as English finds French words too, not the other way round.
 */
export function bridged({ previous, text }: Exchange): Exchange {
  const [before, now] = [detectLanguage(previous), detectLanguage(text)];
  if (before === null || now === null || before === now) return { previous, text };
  return before === 'fr'
    ? { previous: withEnglishSmallWords(previous), text }
    : { previous, text: withEnglishSmallWords(text) };
}

const english: ReadonlyMap<string, string> = new Map(
  Object.entries({
    in: 'dans en au aux à chez',
    of: 'de du des d',
    the: 'le la les l',
    and: 'et',
    but: 'mais',
    by: 'par',
    for: 'pour',
    with: 'avec',
    without: 'sans',
    about: 'sur',
    since: 'depuis',
    before: 'avant',
    after: 'après',
    who: 'qui',
    what: 'que quoi qu',
    when: 'quand',
    where: 'où',
    why: 'pourquoi',
    how: 'comment',
    'how many': 'combien',
    which: 'quel quelle quels quelles lequel laquelle lesquels lesquelles',
  }).flatMap(([word, french]) => french.split(' ').map((each) => [each, word] as const)),
);

/** Quotations and filters stay as they are; words count with what is hyphenated to them, and apart from what is elided. */
const pieces = /"[^"]*"|«[^»]*»|“[^”]*”|\p{L}+:\S+|(?:[ld]|qu)['’](?=\p{L})|[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/giu;

function withEnglishSmallWords(text: string): string {
  const bridge = text.replace(pieces, (piece) => {
    const word = piece.toLowerCase().replace(/['’]$/, '');
    const known = english.get(word);
    if (known !== undefined) return word === piece.toLowerCase() ? known : `${known} `;
    return piece === word && isStopword(word, 'fr') ? '' : piece;
  });
  return bridge.replace(/ {2,}/g, ' ').trim();
}
