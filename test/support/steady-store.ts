import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { createSteadyStore, type SteadyStore } from '../../src/store/steady.ts';

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
