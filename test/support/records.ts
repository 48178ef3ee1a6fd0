import { readFileSync } from 'node:fs';
import { createAnswerer } from '../../src/answer/create-answerer.ts';
import type { Answerer } from '../../src/answer/answerer.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { parseLexicon } from '../../src/corpus/lexicon-file.ts';
import { parseProceedings } from '../../src/corpus/parse.ts';
import { compileLexicon, createLexicon, emptyLexiconData } from '../../src/language/lexicon.ts';
import type { Corpus } from '../../src/proceedings/proceedings.ts';

/** A corpus of files given as text, by name. */
export function corpusOf(files: Readonly<Record<string, string>>): Corpus {
  const names = Object.keys(files).toSorted();
  const parsed = names.map((name) => parseProceedings(name, new TextEncoder().encode(files[name])));
  return { proceedings: parsed.flatMap(({ proceedings, findings }) => proceedings ?? fail(JSON.stringify(findings))) };
}

/** An answerer over files given as text, without a lexicon. */
export function answererOf(files: Readonly<Record<string, string>>): Answerer {
  return createAnswerer(corpusOf(files), createLexicon(compileLexicon(emptyLexiconData)));
}

/** The answerer over the bundled corpus and lexicon. */
export async function bundledAnswerer(): Promise<Answerer> {
  const { corpus } = await loadCorpus('corpus');
  const { data } = parseLexicon(readFileSync('corpus/lexicon.yaml', 'utf8'));
  return createAnswerer(corpus, createLexicon(compileLexicon(data)));
}

function fail(message: string): never {
  throw new Error(message);
}
