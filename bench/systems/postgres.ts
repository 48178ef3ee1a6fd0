import { firstLine, missingPeer, peerVersion, requirePeer } from '../peers.ts';
import { depth, excerptCount, type Opened, type Passage } from '../system.ts';

interface Client {
  connect(): Promise<void>;
  query(query: string | object, values?: readonly unknown[]): Promise<{ rows: readonly Record<string, string>[] }>;
  end(): Promise<void>;
}

/** Passages in one INSERT. */
const batch = 500;

/** Any word of the question, as PostgreSQL's French configuration reads it. */
const asked = `replace(plainto_tsquery('french', $1)::text, '&', '|')::tsquery`;

const best = (columns: string, limit: number): string =>
  `SELECT ${columns} FROM passages, LATERAL (SELECT ${asked} AS query) asked
   WHERE words @@ query ORDER BY ts_rank(words, query) DESC, number LIMIT ${limit}`;

/**
 * PostgreSQL's French full text with a GIN index, ts_rank and ts_headline, on the server of DATABASE_URL. Times are the
 * client's, with the way to the server and back. A temporary table, which the server drops at the end whatever happens.
 */
export async function openPostgres(passages: readonly Passage[], bench: string): Promise<Opened> {
  const url = process.env['DATABASE_URL'];
  if (url === undefined || url === '') return { leftOut: 'no server given (set DATABASE_URL)' };
  const missing = missingPeer(bench, 'pg');
  if (missing !== null) return { leftOut: missing };
  const { Client } = requirePeer(bench, 'pg') as { Client: new (options: object) => Client };
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    return { leftOut: `no connection to the server of DATABASE_URL: ${firstLine(error)}` };
  }
  // Temporary tables have a cache of their own; its default is too small for the largest size.
  await client.query(`SET temp_buffers = '512MB'`);
  const { rows } = await client.query('SHOW server_version');
  const ids = { name: 'ids', text: best('id', depth) };
  const headlines = {
    name: 'headlines',
    text: `SELECT ts_headline('french', text, query, 'StartSel="", StopSel="", MaxWords=50, MinWords=35') AS excerpt
           FROM (${best('text, query', excerptCount)}) found`,
  };
  return {
    settings: `${rows[0]?.['server_version'] ?? ''}, french, ts_rank, GIN; pg ${peerVersion(bench, 'pg')}`,
    async index() {
      await client.query(`CREATE TEMPORARY TABLE passages (number serial, id text, title text, text text, words tsvector
        GENERATED ALWAYS AS (to_tsvector('french', title) || to_tsvector('french', text)) STORED)`);
      for (let from = 0; from < passages.length; from += batch) {
        const some = passages.slice(from, from + batch);
        const columns = [some.map(({ id }) => id), some.map(({ title }) => title), some.map(({ text }) => text)];
        const insert =
          'INSERT INTO passages (id, title, text) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])';
        await client.query(insert, columns);
      }
      await client.query('CREATE INDEX ON passages USING gin (words)');
      await client.query('ANALYZE passages');
    },
    async stored() {
      const size = await client.query(`SELECT pg_total_relation_size('passages') AS bytes`);
      return { bytes: Number(size.rows[0]?.['bytes']), what: 'table and indexes, text included' };
    },
    async ask(question) {
      const start = performance.now();
      const found = await client.query({ ...ids, values: [question] });
      const between = performance.now();
      const shown = await client.query({ ...headlines, values: [question] });
      const end = performance.now();
      return {
        ids: found.rows.map((row) => row['id'] ?? ''),
        excerpts: shown.rows.map((row) => row['excerpt'] ?? ''),
        search: between - start,
        whole: end - start,
      };
    },
    close: () => client.end(),
  };
}
