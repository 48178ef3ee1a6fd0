/** A word or mark in an alignment. */
export interface Aligned {
  /** Equal numbers are the same word or mark. */
  readonly id: number;
  readonly isWord: boolean;
}

/** What stands against what, by index; null where one side has nothing. */
export interface Step {
  readonly quoted: number | null;
  readonly recorded: number | null;
}

/** An alignment of all of a quotation with a part of the record. */
export interface Alignment {
  /** The higher the nearer. */
  readonly score: number;
  /** In order; what is left out freely has none. */
  readonly steps: readonly Step[];
}

/** What a match earns; what a change, and what is left out or added, costs. A change costs less than either. */
const costs = { word: { match: 12, change: -3, gap: -4 }, mark: { match: 4, change: -1, gap: -2 } } as const;

const moveOf = { diagonal: 1, added: 2, leftOut: 3 } as const;

/**
 * Fits a quotation into a text: Needleman and Wunsch's alignment (1970), where words of the text before and after, and after
 * the quotation's first n words for each n of `breaks`, are left out for nothing. Takes time and memory in proportion to both
 * lengths multiplied.
 */
export function align(
  quoted: readonly Aligned[],
  recorded: readonly Aligned[],
  breaks: ReadonlySet<number>,
): Alignment {
  const width = recorded.length + 1;
  const moves = new Uint8Array((quoted.length + 1) * width);
  const ids = Int32Array.from(recorded, ({ id }) => id);
  const words = Uint8Array.from(recorded, ({ isWord }) => (isWord ? 1 : 0));
  let above = new Int32Array(width);
  let row = new Int32Array(width);
  for (const [index, unit] of quoted.entries()) {
    const cost = unit.isWord ? costs.word : costs.mark;
    const isWord = unit.isWord ? 1 : 0;
    const free = breaks.has(index + 1);
    const from = (index + 1) * width;
    row[0] = (above[0] ?? 0) + cost.gap;
    moves[from] = moveOf.added;
    // Of equals, a mark stays with the words before it.
    for (let at = 1; at < width; at += 1) {
      const same = ids[at - 1] === unit.id;
      const diagonal =
        same || words[at - 1] === isWord ? (above[at - 1] ?? 0) + (same ? cost.match : cost.change) : -Infinity;
      const added = (above[at] ?? 0) + cost.gap;
      const leftOut = (row[at - 1] ?? 0) + (free ? 0 : words[at - 1] === 1 ? costs.word.gap : costs.mark.gap);
      const best = Math.max(diagonal, added, leftOut);
      row[at] = best;
      moves[from + at] =
        best === diagonal && (unit.isWord || best > leftOut)
          ? moveOf.diagonal
          : best === added
            ? moveOf.added
            : moveOf.leftOut;
    }
    [above, row] = [row, above];
  }
  const score = above.reduce((best, one) => Math.max(best, one), -Infinity);
  return { score, steps: stepsBack(moves, width, quoted.length, above.indexOf(score), breaks) };
}

function stepsBack(
  moves: Uint8Array,
  width: number,
  quotedEnd: number,
  recordedEnd: number,
  breaks: ReadonlySet<number>,
): readonly Step[] {
  const steps: Step[] = [];
  let [quoted, recorded] = [quotedEnd, recordedEnd];
  while (quoted > 0) {
    const move = moves[quoted * width + recorded];
    if (move !== moveOf.leftOut || !breaks.has(quoted))
      steps.push({
        quoted: move === moveOf.leftOut ? null : quoted - 1,
        recorded: move === moveOf.added ? null : recorded - 1,
      });
    if (move !== moveOf.leftOut) quoted -= 1;
    if (move !== moveOf.added) recorded -= 1;
  }
  return steps.toReversed();
}
