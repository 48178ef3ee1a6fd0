import { UsageError } from '../errors.ts';
import { writeBackup } from '../store/backup.ts';
import type { Database } from '../store/database.ts';
import { schemaVersion } from '../store/migrations.ts';
import { openDatabase, storeOver, type StorePlace } from '../store/open-store.ts';
import { restoreBackup } from '../store/restore.ts';

/** What `greffier store` was asked, and where its lines go. */
export interface StoreCommand {
  /** `migrate`, `backup`, `restore`, `forget` or `stats`, then its file or person. */
  readonly words: readonly string[];
  readonly replace: boolean;
  readonly place: StorePlace;
  /** Takes one line of output, without its line end. */
  readonly write: (line: string) => void;
}

type Action = (database: Database, name: string, command: StoreCommand) => Promise<void>;

/** What each action takes after its name, and what it does. */
const actions: Readonly<Record<string, { readonly takes: string | null; readonly run: Action }>> = {
  migrate: {
    takes: null,
    run: async ({ place }, _, { write }) => write(`${place}: schema version ${schemaVersion}`),
  },
  stats: {
    takes: null,
    run: async (database, _, { write }) => table(await storeOver(database).stats(), write),
  },
  forget: {
    takes: 'the id of a person',
    run: async (database, person, { write }) => table(await storeOver(database).forget(person), write),
  },
  backup: {
    takes: 'a file to write',
    run: async (database, file, { write }) =>
      write(`${file}: ${rows(await writeBackup(database, file, Date.now()))} from ${database.place}`),
  },
  restore: {
    takes: 'a file to read',
    run: async (database, file, { replace, write }) =>
      write(`${database.place}: ${rows(await restoreBackup(database, file, replace))} from ${file}`),
  },
};

/**
 * `greffier store`: what is kept, brought up to date, saved, restored, or erased for a person. Returns the exit code.
 *
 * @throws UsageError on words that name no action, or one without its file or person.
 * @throws StoreError where the database or the file does not do what it is asked.
 */
export async function storeCommand(command: StoreCommand): Promise<number> {
  const [name = '', target = '', ...more] = command.words;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined)
    throw new UsageError(name === '' ? 'store: nothing to do' : `store: unknown action "${name}"`, {
      hint: `greffier store ${Object.keys(actions).join('|')}`,
    });
  if (more.length > 0 || (action.takes === null) !== (target === '') || (command.replace && name !== 'restore'))
    throw new UsageError(`store ${name} takes ${action.takes ?? 'nothing more'}`, { hint: 'greffier store --help' });
  const database = await openDatabase(command.place);
  try {
    await action.run(database, target, command);
    return 0;
  } finally {
    await database.db.destroy();
  }
}

function table(counts: Readonly<Record<string, number>>, write: (line: string) => void): void {
  for (const [name, count] of Object.entries(counts)) write(`${String(count).padStart(8)}  ${name}`);
}

function rows(count: number): string {
  return `${count} row${count === 1 ? '' : 's'}`;
}
