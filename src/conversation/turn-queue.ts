/** Takes the turns of one key one after another; those of different keys do not wait for each other. */
export interface TurnQueue {
  run<T>(key: string, turn: () => Promise<T>): Promise<T>;
  /** Settles when nothing is under way. */
  idle(): Promise<void>;
}

/** Creates a queue. A turn that fails does not stop the next one; a key without turns takes no memory. */
export function createTurnQueue(): TurnQueue {
  const last = new Map<string, Promise<unknown>>();
  return {
    run: (key, turn) => {
      const current = (last.get(key) ?? Promise.resolve()).then(turn, turn);
      const settled = current
        .catch(() => undefined)
        .then(() => {
          if (last.get(key) === settled) last.delete(key);
        });
      last.set(key, settled);
      return current;
    },
    idle: async () => {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}
