import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { compileStoreProcesses, type StoreProcesses } from '../support/store-process.ts';
import { sqliteDriver, storeDrivers } from '../support/stores.ts';

let processes: StoreProcesses;
beforeAll(async () => {
  processes = await compileStoreProcesses();
});
afterAll(() => processes.remove());

describe('a process that is killed while it writes to SQLite', () => {
  const driver = sqliteDriver();
  const kills = 50;
  afterAll(driver.stop);

  it(`loses nothing that it was told is written, ${kills} times`, { timeout: 180_000 }, async () => {
    const place = await driver.fresh();
    const acknowledged: string[] = [];
    for (let run = 0; run < kills; run += 1) {
      const { child, ended } = processes.run('write', place, `run${run}`);
      await Promise.race([once(child.stdout, 'data'), ended]);
      // Anywhere in a write: they take a millisecond or two each.
      await wait(Math.random() * 40);
      child.kill('SIGKILL');
      const { lines, complaint } = await ended;
      expect(complaint).toBe('');
      expect(lines.length).toBeGreaterThan(0);
      acknowledged.push(...lines);
    }
    const store = await openStore(place);
    const lost: string[] = [];
    for (const id of acknowledged) if ((await store.threads.read(id, 'U1', Date.now()))?.memory !== id) lost.push(id);
    const { threads = 0 } = await store.stats();
    await store.close();
    expect(lost).toEqual([]);
    // What was written and not yet acknowledged may be there too: one a run at most.
    expect(threads - acknowledged.length).toBeLessThanOrEqual(kills);
  });
});

describe.each(storeDrivers())('two processes on $name', (driver) => {
  describe.skipIf(driver.missing)('that start at once', () => {
    beforeAll(driver.start);
    afterAll(driver.stop);

    it('make one schema, and grant each event to exactly one of them', { timeout: 60_000 }, async () => {
      const place = await driver.fresh();
      const started = ['A', 'B'].map((name) => processes.run('claim', place, name));
      const ended = await Promise.all(started.map((process) => process.ended));
      expect(ended.map(({ complaint }) => complaint)).toEqual(['', '']);
      const granted = ended.flatMap(({ lines }) => lines);
      expect(granted).toHaveLength(300);
      expect(new Set(granted).size).toBe(300);
    });
  });
});
