/** Two French phrases that translate the same English words. */
export interface Pivoted {
  readonly phrase: string;
  readonly other: string;
  /** Cosine of their sets of English words, 0 to 1: shared / √(own × other's), to two decimals. */
  readonly closeness: number;
}

/** Less alike than this, they share a sense of one English word and no more ("assiette", "plaque"). */
const leastCloseness = 0.5;

/**
 * The pairs of French phrases, in both orders, that translate the same English words: pivoting (Bannard and
 * Callison-Burch, "Paraphrasing with Bilingual Parallel Corpora", 2005). `english`: word -> French phrases.
 */
export function pivotPhrases(english: Readonly<Record<string, readonly string[]>>): Pivoted[] {
  const entries = new Map<string, number>();
  const shared = new Map<string, Map<string, number>>();
  for (const french of Object.values(english)) {
    for (const phrase of french) {
      entries.set(phrase, (entries.get(phrase) ?? 0) + 1);
      const others = shared.get(phrase) ?? new Map<string, number>();
      for (const other of french) if (other !== phrase) others.set(other, (others.get(other) ?? 0) + 1);
      shared.set(phrase, others);
    }
  }
  return [...shared].flatMap(([phrase, others]) =>
    [...others].flatMap(([other, count]) => {
      const cosine = count / Math.sqrt((entries.get(phrase) ?? 1) * (entries.get(other) ?? 1));
      return cosine < leastCloseness ? [] : [{ phrase, other, closeness: Math.round(cosine * 100) / 100 }];
    }),
  );
}
