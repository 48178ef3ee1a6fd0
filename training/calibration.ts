/** A prediction with what came of it. */
export interface Judged {
  /** Probability said, 0 to 1. */
  readonly sure: number;
  readonly yes: boolean;
  readonly weight: number;
}

/** The predictions of about one probability. */
export interface Bin {
  /** Half-open: `from` included, `to` left out, but 1 stands in the last. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean probability said; null where there is no prediction. */
  readonly said: number | null;
  /** Share that came true; null where there is no prediction. */
  readonly true: number | null;
}

const bins = 10;

/** Reliability curve (Murphy and Winkler, 1977): in ten equal bins, what was said and how often it was true. */
export function reliabilityOf(cases: readonly Judged[]): Bin[] {
  return Array.from({ length: bins }, (_, bin) => {
    const inside = cases.filter(({ sure }) => Math.min(bins - 1, Math.floor(sure * bins)) === bin);
    const weight = inside.reduce((sum, one) => sum + one.weight, 0);
    const mean = (of: (one: Judged) => number): number | null =>
      weight === 0 ? null : inside.reduce((sum, one) => sum + one.weight * of(one), 0) / weight;
    return {
      from: bin / bins,
      to: (bin + 1) / bins,
      count: inside.length,
      said: mean(({ sure }) => sure),
      true: mean(({ yes }) => Number(yes)),
    };
  });
}

/** The curve as a Markdown table. */
export function reliabilityTable(curve: readonly Bin[]): string[] {
  return [
    '| Sure | Excerpts | Said | True |',
    '| --- | ---: | ---: | ---: |',
    ...curve.map(
      (bin) =>
        `| ${bin.from.toFixed(1)}–${bin.to.toFixed(1)} | ${bin.count} | ${shown(bin.said)} | ${shown(bin.true)} |`,
    ),
  ];
}

/**
 * Probability that something true was said surer than something false, ties as half (Hanley and McNeil, 1982): 0.5 is
 * chance, 1 perfect. Weights do not count here.
 */
export function areaUnderCurve(cases: readonly Judged[]): number {
  const ranked = cases.toSorted((a, b) => a.sure - b.sure);
  const positives = ranked.filter(({ yes }) => yes).length;
  let rankSum = 0;
  for (let from = 0; from < ranked.length;) {
    let to = from;
    while (ranked[to]?.sure === ranked[from]?.sure && to < ranked.length) to += 1;
    const middle = (from + 1 + to) / 2;
    rankSum += middle * ranked.slice(from, to).filter(({ yes }) => yes).length;
    from = to;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (ranked.length - positives));
}

function shown(share: number | null): string {
  return share === null ? '–' : share.toFixed(2);
}
