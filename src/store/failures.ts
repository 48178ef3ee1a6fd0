import { StoreError } from '../errors.ts';

interface Remedy {
  /** Matches the whole code: of the file system, SQLite, the network, or PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
  readonly code: RegExp;
  readonly what: string;
  readonly hint: string;
}

const remedies: readonly Remedy[] = [
  {
    code: /^(?:EACCES|EPERM|EROFS|ENOENT|SQLITE_READONLY\w*|SQLITE_CANTOPEN\w*)$/,
    what: 'cannot be written',
    hint: 'let the user that runs Greffier write in DATA_DIR, or point it to another folder',
  },
  {
    code: /^(?:ENOSPC|EDQUOT|SQLITE_FULL|53100)$/,
    what: 'has no room left, the disk is full',
    hint: 'free some space; nothing needs to be restarted',
  },
  { code: /^(?:ENOTDIR|EEXIST)$/, what: 'is not in a folder', hint: 'point DATA_DIR to a folder' },
  {
    code: /^(?:SQLITE_BUSY\w*|SQLITE_LOCKED\w*|55P03)$/,
    what: 'is kept locked by another process',
    hint: 'let its restore or backup end, then try again',
  },
  {
    code: /^(?:SQLITE_NOTADB|SQLITE_CORRUPT\w*)$/,
    what: 'is damaged, or no database',
    hint: 'move the file away and restore a backup: greffier store restore FILE',
  },
  {
    code: /^(?:SQLITE_IOERR\w*|EIO|58030)$/,
    what: 'cannot be read or written, the disk fails',
    hint: 'check the disk and the log of the system',
  },
  {
    code: /^ECONNREFUSED$/,
    what: 'refuses the connection',
    hint: 'start PostgreSQL, or mend host and port in DATABASE_URL',
  },
  {
    code: /^(?:ENOTFOUND|EAI_AGAIN)$/,
    what: 'is on a host that is not known',
    hint: 'mend the host in DATABASE_URL, or the name service',
  },
  {
    code: /^(?:ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|57014)$/,
    what: 'does not answer in time',
    hint: 'check the network and the load of the database',
  },
  {
    code: /^(?:ECONNRESET|EPIPE|57P0[1-5]|08\w{3})$/,
    what: 'has ended the connection',
    hint: 'check that PostgreSQL runs; the next call connects again',
  },
  { code: /^28\w{3}$/, what: 'refuses the user or the password', hint: 'mend user and password in DATABASE_URL' },
  {
    code: /^3D000$/,
    what: 'does not exist',
    hint: 'create the database with createdb, or mend its name in DATABASE_URL',
  },
  {
    code: /^53300$/,
    what: 'has no connection left',
    hint: 'raise max_connections of PostgreSQL, or run fewer processes',
  },
  {
    code: /^(?:42501|3F000)$/,
    what: 'does not let this user do that',
    hint: 'give the user of DATABASE_URL all rights on the schema',
  },
  { code: /^25006$/, what: 'is read-only', hint: 'point DATABASE_URL to the primary server' },
  { code: /^40\w{3}$/, what: 'could not do two things at once', hint: 'try again' },
];

/** What libraries say without a code, and the code that it would have. */
const codeless: readonly (readonly [RegExp, string])[] = [
  [/Unable to open connection to local database/, 'SQLITE_CANTOPEN'],
  [/^SASL|password must be a string/, '28P01'],
  [/timeout/i, 'ETIMEDOUT'],
  [/Connection terminated|not queryable/, 'ECONNRESET'],
];

/**
 * What to throw for what a database throws: names the place, says what it does not do and what to do about it, and keeps the
 * cause. `password` stands in none of it.
 */
export function failureAt(place: string, password: string | null = null): (error: unknown) => StoreError {
  return (error) => {
    if (error instanceof StoreError) return error;
    const said = error instanceof Error ? error.message : String(error);
    const code = codeOf(error) ?? codeless.find(([shape]) => shape.test(said))?.[1] ?? '';
    const remedy = remedies.find((candidate) => candidate.code.test(code));
    const secrets = password === null || password === '' ? [] : [password, encodeURIComponent(password)];
    const leaks = secrets.some((secret) => said.includes(secret));
    const cause = leaks ? undefined : error;
    if (remedy !== undefined) return new StoreError(`${place} ${remedy.what}: ${code}`, { cause, hint: remedy.hint });
    return new StoreError(`${place} failed: ${leaks ? code || 'for a reason that holds the password' : said}`, {
      cause,
    });
  };
}

function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  // A socket file that is missing or closed to this user.
  if ('syscall' in error && error.syscall === 'connect' && /^(?:ENOENT|EACCES)$/.test(String(error.code)))
    return 'ECONNREFUSED';
  return typeof error.code === 'string' && error.code !== '' ? error.code : null;
}

/** The same part of the store, whose every method rejects with what `failure` makes of an error. */
export function guarded<Part extends object>(part: Part, failure: (error: unknown) => StoreError): Part {
  const guard =
    (method: (...words: readonly unknown[]) => Promise<unknown>) =>
    async (...words: readonly unknown[]): Promise<unknown> => {
      try {
        return await method(...words);
      } catch (error) {
        throw failure(error);
      }
    };
  return Object.fromEntries(Object.entries(part).map(([name, method]) => [name, guard(method)])) as Part;
}
