import type { Asked } from './system.ts';

/** Who can be asked. */
export interface Asker {
  readonly name: string;
  ask(questions: readonly string[], judged: boolean): Promise<readonly Asked[]>;
}

/** Questions that one system is asked before the next takes its turn. */
const block = 10;

/**
 * Asks every system every question, a block of ten at a time in turns, and begins each block with the next system, so
 * that whatever else the machine does slows all of them. One that fails is told to `onFailure`, and asked no more.
 */
export async function inTurns(
  askers: readonly Asker[],
  questions: readonly string[],
  judged: boolean,
  onFailure: (name: string, error: unknown) => void,
): Promise<ReadonlyMap<string, readonly Asked[]>> {
  const results = new Map<string, Asked[]>(askers.map(({ name }) => [name, []]));
  for (let from = 0, turn = 0; from < questions.length; from += block, turn += 1) {
    const some = questions.slice(from, from + block);
    for (let place = 0; place < askers.length; place += 1) {
      const asker = askers[(turn + place) % askers.length];
      const own = asker && results.get(asker.name);
      if (!asker || !own) continue;
      try {
        own.push(...(await asker.ask(some, judged)));
      } catch (error) {
        results.delete(asker.name);
        onFailure(asker.name, error);
      }
    }
  }
  return results;
}
