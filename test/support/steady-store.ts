import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type StorePlace } from '../../src/store/open-store.ts';
import { createSteadyStore, type SteadyOptions, type SteadyStore } from '../../src/store/steady.ts';

/** A folder for a test's database, gone when the test is over. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'greffier-data-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A store of the test's own, in SQLite; it is closed when the test is over. A failure of it fails the test. */
export async function storeForTest(): Promise<SteadyStore> {
  const dataDir = dataFolder();
  const failures: unknown[] = [];
  const store = await createSteadyStore({
    open: () => openStore({ dataDir }),
    onFailure: (operation, error) => failures.push(operation, error),
  });
  onTestFinished(async () => {
    await store.close();
    if (failures.length > 0) throw new Error(`the store failed: ${String(failures[0])}`, { cause: failures[1] });
  });
  return store;
}

/** A store whose database cannot be had until `mend`; it is closed when the test is over. */
export async function brokenStoreForTest(): Promise<{ readonly store: SteadyStore; readonly mend: () => void }> {
  const dataDir = join(dataFolder(), 'data');
  writeFileSync(dataDir, '');
  const open = () => openStore({ dataDir });
  const store = await createSteadyStore({ open, onFailure: () => undefined, retryMs: 5 });
  onTestFinished(() => store.close());
  return { store, mend: () => rmSync(dataDir) };
}

/** A steady store that is watched. */
export interface Steady {
  readonly store: SteadyStore;
  /** What it could not do, in order. */
  readonly failures: string[];
  readonly recovered: () => number;
}

/** A steady store over this place, closed when the test is over. */
export async function steadyOver(place: StorePlace, options: Partial<SteadyOptions> = {}): Promise<Steady> {
  const failures: string[] = [];
  let recoveries = 0;
  const store = await createSteadyStore({
    open: () => openStore(place),
    onFailure: (operation) => failures.push(operation),
    onRecovery: () => (recoveries += 1),
    ...options,
  });
  onTestFinished(() => store.close());
  return { store, failures, recovered: () => recoveries };
}

/** What the bot does with an event: its outcome, and whether it may send. */
export async function answer({ store }: Pick<Steady, 'store'>, event: string, owner = 'A') {
  const now = Date.now();
  const state = await store.claims.take(event, owner, { now, until: now + 60_000 });
  const mayPost = await store.claims.posting(event, owner);
  await store.claims.finish(event, owner);
  return { state, mayPost };
}
