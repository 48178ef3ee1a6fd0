import type { Corpus } from '../../src/proceedings/proceedings.ts';
import { passagesOf, type Source } from '../material.ts';
import type { Opened } from '../system.ts';
import { openFlexSearch } from './flexsearch.ts';
import { openGreffier } from './greffier.ts';
import { openLucene } from './lucene.ts';
import { openLunr } from './lunr.ts';
import { openMiniSearch } from './minisearch.ts';
import { openOrama } from './orama.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

type Open = (corpus: Corpus, bench: string, source: Source) => Opened | Promise<Opened>;

/**
 * Every system by its name, in the order of the tables. `bench` is the folder that holds the peers, `source` where the
 * corpus comes from.
 */
export const systems: ReadonlyMap<string, Open> = new Map<string, Open>([
  ['Greffier', openGreffier],
  ['MiniSearch', (corpus) => openMiniSearch(passagesOf(corpus))],
  ['Orama', (corpus, bench) => openOrama(passagesOf(corpus), bench)],
  ['Lunr', (corpus, bench) => openLunr(passagesOf(corpus), bench)],
  ['FlexSearch', (corpus, bench) => openFlexSearch(passagesOf(corpus), bench)],
  ['SQLite FTS5', (corpus, bench) => openSqlite(passagesOf(corpus), bench, false)],
  ['SQLite FTS5 (content words)', (corpus, bench) => openSqlite(passagesOf(corpus), bench, true)],
  ['PostgreSQL', (corpus, bench) => openPostgres(passagesOf(corpus), bench)],
  ['Lucene', (corpus, bench) => openLucene(passagesOf(corpus), bench)],
]);
