/** What every system indexes: the same words for all of them. */
export interface Passage {
  /** Unique; no white space in it. */
  readonly id: string;
  /** Titles above the passage, and who speaks. */
  readonly title: string;
  readonly text: string;
}

/** What a system says to one question. */
export interface Asked {
  /** Ids of passages, best first, at most `depth`. */
  readonly ids: readonly string[];
  /** The best passages' excerpts, at most `excerptCount`; empty where the system makes none. */
  readonly excerpts: readonly string[];
  /** Milliseconds for the ids alone; null where they cannot be had alone. */
  readonly search: number | null;
  /** Milliseconds for ids and excerpts; null where the system makes none. */
  readonly whole: number | null;
}

/** What an index takes, apart from the process's own memory. */
export interface Stored {
  readonly bytes: number;
  /** What the bytes are of, for the person who reads the figures: "database file". */
  readonly what: string;
}

/** One search system, or the reason why it is not there. One file each in systems/. */
export type Opened = System | { readonly leftOut: string };

/** A search system under measurement. It is opened in a process of its own. */
export interface System {
  /** Version and settings, for the person who reads the figures. */
  readonly settings: string;
  /** Indexes; called once. Milliseconds where the system has a better clock than the caller's, else nothing. */
  index(): Promise<number | void>;
  /** Null: the index is in the process's own memory, and measured there. */
  stored(): Promise<Stored | null>;
  /** `judged`: ids and excerpts are going to be judged, not only timed. */
  ask(question: string, judged: boolean): Promise<Asked>;
  /**
   * Milliseconds from the form in which the system saves an index (made before, not timed) to one that answers. Only
   * where a system can do that.
   */
  reload?(): Promise<number>;
  close(): Promise<void>;
}

/** How many passages a search brings. */
export const depth = 10;

/** How many excerpts are made, as many as Greffier shows. */
export const excerptCount = 3;

/** What a system that runs inside this process has to do. */
export interface InProcess {
  readonly settings: string;
  index(): void | Promise<void>;
  /** Ids, best first. */
  search(question: string): readonly string[] | Promise<readonly string[]>;
  /** Saves the index, and returns what loads it again. */
  save?(): () => unknown;
}

/** A system that lives in this process's memory and makes no excerpts. */
export function inProcess(engine: InProcess): System {
  return {
    settings: engine.settings,
    index: async () => engine.index(),
    stored: () => Promise.resolve(null),
    async ask(question) {
      const start = performance.now();
      const ids = await engine.search(question);
      return { ids, excerpts: [], search: performance.now() - start, whole: null };
    },
    ...(engine.save && {
      async reload() {
        const load = engine.save?.();
        const start = performance.now();
        await load?.();
        return performance.now() - start;
      },
    }),
    close: () => Promise.resolve(),
  };
}
