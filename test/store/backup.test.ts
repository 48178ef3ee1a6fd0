import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeBackup } from '../../src/store/backup.ts';
import { inTransaction, type Database } from '../../src/store/database.ts';
import { openDatabase, storeOver } from '../../src/store/open-store.ts';
import { restoreBackup } from '../../src/store/restore.ts';
import { rows, tableNames } from '../../src/store/schema.ts';
import { postgresDriver, sqliteDriver, storeDrivers, type StoreDriver } from '../support/stores.ts';

const now = Date.UTC(2026, 10, 28, 12);
const folder = mkdtempSync(join(tmpdir(), 'greffier-backup-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'backup.jsonl');

async function opened<T>(driver: StoreDriver, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(await driver.fresh());
  return work(database).finally(() => database.db.destroy());
}

/** The channels that have settings. */
function channels(db: Database['db']) {
  return db.selectFrom('channels').select('channel').execute();
}

/** A row of each table, and more threads than fit a page, with what is hard to carry over. */
async function fill(database: Database): Promise<void> {
  const store = storeOver(database);
  const words = 'é « œ » 🙁 \\ " \n \u2028 \ud800';
  await store.claims.take('e1', 'A', { now, until: now + 1 });
  for (let number = 0; number < 1203; number += 1)
    await store.threads.write(`t${number % 401}`, `U${number}`, { memory: JSON.stringify({ words }), version: 0 }, now);
  await store.feedback.rate({
    person: 'U1',
    answer: 's',
    rating: 'useful',
    reason: null,
    comment: words,
    question: words,
    at: now,
  });
  await store.questions.note(words, 'fr', now);
  await store.questions.note(words, 'fr', now);
  await store.baskets.keep('U1', { id: 'k', quotation: JSON.stringify(words), at: now });
  await store.alerts.add({ id: 'a', person: 'U1', question: words, language: 'en', at: now });
  await store.publications.note({ quotation: 'q', channel: 'C1', link: null, person: null, at: now });
  await store.channels.write('C1', '{}', now);
}

/** The lines of a backup but the first and the last, in an order that does not hang on a database's alphabet. */
function body(path: string): readonly string[] {
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(1, -1).toSorted();
}

const pairs = [
  { from: sqliteDriver(), to: postgresDriver() },
  { from: postgresDriver(), to: sqliteDriver() },
];
describe.each(pairs)('a backup of $from.name', ({ from, to }) => {
  describe.skipIf(from.missing || to.missing)(`restored into ${to.name}`, () => {
    beforeAll(() => Promise.all([from.start(), to.start()]));
    afterAll(() => Promise.all([from.stop(), to.stop()]));

    it('holds the same', async () => {
      const saved = await opened(from, async (database) => {
        await fill(database);
        return writeBackup(database, file, now);
      });
      expect(saved).toBe(1203 + 7);
      const again = join(folder, 'again.jsonl');
      await opened(to, async (database) => {
        expect(await restoreBackup(database, file, false)).toBe(saved);
        const counts = await storeOver(database).stats();
        expect(Object.keys(counts)).toEqual([...tableNames]);
        expect(
          Object.values(counts).every((count) => count > 0),
          'fill leaves no table empty',
        ).toBe(true);
        await writeBackup(database, again, now);
      });
      expect(body(again)).toEqual(body(file));
    });
  });
});

describe.each(storeDrivers())('restoring into $name', (driver) => {
  describe.skipIf(driver.missing)('a backup', () => {
    beforeAll(driver.start);
    afterAll(driver.stop);
    beforeEach(() =>
      opened(driver, async (database) => {
        const store = storeOver(database);
        for (const channel of ['C1', 'C2', 'C3']) await store.channels.write(channel, '{"words":"secret words"}', now);
        await writeBackup(database, file, now);
      }),
    );

    /** Writes other settings first, and says what is there after the restore has ended. */
    async function over(path: string, replace: boolean) {
      return opened(driver, async (database) => {
        const store = storeOver(database);
        await store.channels.write('C9', 'mine', now);
        const outcome: unknown = await restoreBackup(database, path, replace).catch((error: unknown) => error);
        return { outcome, mine: await store.channels.read('C9'), theirs: await store.channels.read('C1') };
      });
    }

    it('is refused over what is there, and taken with --replace in its place', async () => {
      const refused = await over(file, false);
      expect(refused).toMatchObject({ mine: 'mine', theirs: null });
      expect(refused.outcome).toMatchObject({
        name: 'StoreError',
        message: expect.stringMatching(/ is not empty$/),
        hint: expect.stringContaining('--replace'),
      });
      expect(await over(file, true)).toEqual({ outcome: 3, mine: null, theirs: '{"words":"secret words"}' });
    });

    it.each<readonly [string, (lines: string[]) => string[], RegExp]>([
      ['cut within a line', (lines) => [...lines.slice(0, 2), (lines[2] ?? '').slice(0, 20)], /:3: is not JSON$/],
      ['cut after a line', (lines) => lines.slice(0, 3), /:4: the end is missing$/],
      ['empty', () => [], /:1: the end is missing$/],
      ['without its first line', (lines) => lines.slice(1), /:1: is not the first line of a backup$/],
      [
        'with a line changed',
        (lines) => lines.map((line) => line.replace('secret', 'Secret')),
        /:5: the lines above are not/,
      ],
      ['with a line less', (lines) => lines.toSpliced(2, 1), /:4: the lines above are not/],
      [
        'with a line twice',
        (lines) => lines.toSpliced(2, 0, lines[1] ?? ''),
        /:3: the same row stands on an earlier line$/,
      ],
      ['with a line after its end', (lines) => [...lines, lines[1] ?? ''], /:6: goes on after its end$/],
      [
        'with an unknown table',
        (lines) => lines.toSpliced(1, 1, '{"table":"secrets","row":{}}'),
        /:2: is not a row of a table$/,
      ],
      [
        'with a row of another shape',
        (lines) =>
          lines.toSpliced(1, 1, '{"table":"channels","row":{"channel":"C1","settings":"secret words","at":"now"}}'),
        /:2: is not a row of channels, see at$/,
      ],
      [
        'of a newer schema',
        (lines) => lines.map((line) => line.replace('"schema":1', '"schema":2')),
        /:1: has schema version 2, this Greffier restores 1$/,
      ],
    ])('that is %s is refused with its line, and changes nothing', async (_, damage, message) => {
      const bad = join(folder, 'bad.jsonl');
      const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
      writeFileSync(
        bad,
        damage(lines)
          .map((line) => `${line}\n`)
          .join(''),
      );
      const { outcome, ...kept } = await over(bad, true);
      expect(outcome).toMatchObject({
        name: 'StoreError',
        message: expect.stringMatching(message),
        hint: expect.any(String),
      });
      expect(String(outcome)).toContain(bad);
      expect(String(outcome)).not.toContain('secret words');
      expect(kept).toEqual({ mine: 'mine', theirs: null });
    });

    it('holds one moment, though somebody writes meanwhile', async () => {
      const place = await driver.fresh();
      const [saved, other] = [await openDatabase(place), await openDatabase(place)];
      const seen = await inTransaction(saved, 'snapshot', async (db) => {
        const before = await channels(db);
        await storeOver(other).channels.write('C9', 'meanwhile', now);
        return [before, await channels(db)];
      });
      expect(seen).toEqual([[], []]);
      expect(await channels(saved.db)).toEqual([{ channel: 'C9' }]);
      await saved.db.destroy();
      await other.db.destroy();
    });

    it('that is not there is named', async () => {
      expect((await over(join(folder, 'absent'), true)).outcome).toMatchObject({
        message: `${join(folder, 'absent')}: cannot be read: ENOENT`,
      });
    });
  });
});

describe('a backup file', () => {
  const driver = sqliteDriver();
  afterAll(driver.stop);

  it('is for its user alone, and replaces the one before as a whole', async () => {
    writeFileSync(file, 'earlier', { mode: 0o644 });
    await opened(driver, (database) => writeBackup(database, file, now));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toMatch(
      /^\{"format":"greffier-backup","schema":1,"at":"2026-11-28T12:00:00\.000Z"\}\n/,
    );
    expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  it('that cannot be written is named, and the one before stays', async () => {
    const absent = join(folder, 'absent/backup.jsonl');
    await expect(opened(driver, (database) => writeBackup(database, absent, now))).rejects.toMatchObject({
      name: 'StoreError',
      message: `${absent}: cannot be written: ENOENT`,
    });
    writeFileSync(file, 'earlier');
    const closed = await openDatabase(await driver.fresh());
    await closed.db.destroy();
    await expect(writeBackup(closed, file, now)).rejects.toMatchObject({ name: 'StoreError' });
    expect(readFileSync(file, 'utf8')).toBe('earlier');
    expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  it('knows every table that the schema has', async () => {
    const tables = await opened(driver, (database) => database.db.introspection.getTables());
    const columns = Object.fromEntries(
      tables.map((table) => [table.name, table.columns.map(({ name }) => name).toSorted()]),
    );
    const described = Object.entries(rows).map(([name, row]) => [name, Object.keys(row.shape).toSorted()]);
    expect(columns).toEqual({ ...Object.fromEntries(described), schema_version: ['version'] });
  });
});
