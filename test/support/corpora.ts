import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import type { Answerer } from '../../src/answer/answerer.ts';
import { createAnswerer } from '../../src/answer/create-answerer.ts';
import { parseLexicon } from '../../src/corpus/lexicon-file.ts';
import {
  compileLexicon,
  createLexicon,
  emptyLexiconData,
  type Lexicon,
  type LexiconData,
} from '../../src/language/lexicon.ts';
import { corpusOf } from './records.ts';

/** A Markdown file with front matter: a title, and a date where one is given. */
export function record(title: string, body: string, date?: string): string {
  const lines = [`title: "${title}"`, ...(date === undefined ? [] : [`date: ${date}`])];
  return `---\n${lines.join('\n')}\n---\n${body}\n`;
}

/** A lexicon of a few entries. */
export function lexiconOf(data: Partial<LexiconData> = {}): Lexicon {
  return createLexicon(compileLexicon({ ...emptyLexiconData, ...data }));
}

/** The lexicon that comes with Greffier. */
export function bundledLexicon(): Lexicon {
  return createLexicon(compileLexicon(parseLexicon(readFileSync('corpus/lexicon.yaml', 'utf8')).data));
}

/** An answerer over files given as text, with a lexicon (default: none). */
export function answererWith(files: Readonly<Record<string, string>>, lexicon = lexiconOf()): Answerer {
  return createAnswerer(corpusOf(files), lexicon);
}

/** Everything that French text brings, and what it should not bring, in any order. */
export const anyText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...piecesOfText()) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

function piecesOfText(): string[] {
  const words =
    "l’emploi d'abord aujourd’hui qu'il a-t-il été e\u0301te\u0301 L’E\u0301tat cœur Œuvre Puy-de-Dôme petit-déjeuner M. Mme. S. art. etc. p. 14\u00a0200 14\u202f000 3,5 12/5 2014 1. XIXe n° 😀 👩‍🚀 \ud800 \udc00 \u202e \u200b « » “ ” ( ) (Rires.) . … ! ? ?! : ; – - ' ’ \n \r\n \t \u2028".split(
      ' ',
    );
  return [...words, ' ', ' ', ' ', '. ', '.\n'];
}
