import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import * as z from 'zod';
import { createAnswerer } from '../src/answer/create-answerer.ts';
import { loadLexicon } from '../src/corpus/lexicon-file.ts';
import { parseProceedings } from '../src/corpus/parse.ts';
import { generateMaterial } from './generate.ts';

/** What is indexed and asked. */
export interface Material {
  /** Where it comes from, for the person who reads the figures. */
  readonly source: string;
  readonly articles: readonly { readonly title: string; readonly paragraphs: readonly string[] }[];
  readonly questions: readonly string[];
}

/** What was measured; times in milliseconds, one a question, in the order asked. */
export interface Measured {
  readonly source: string;
  readonly passages: number;
  readonly indexing: number;
  readonly answering: readonly number[];
  readonly plainSearch: readonly number[];
}

const warmUp = 100;
const mostQuestions = 1_000;

const passageSchema = z.object({ title: z.string(), text: z.string() });
const questionSchema = z.object({ question: z.string() });

/**
 * Times the answer engine, and plain MiniSearch with the settings of its README beside it, over the same passages and
 * questions. The two take turns, so that whatever else the machine does slows both.
 *
 * @param piaf folder of passages.jsonl and questions.dev.jsonl; where it is absent, passages are generated
 * @param corpus folder of the proceedings and the lexicon that come with Greffier
 */
export async function measureAnswering(piaf: string, corpus: string): Promise<Measured> {
  const material = existsSync(join(piaf, 'passages.jsonl')) ? readPiaf(piaf) : generateMaterial(corpus);
  const proceedings = material.articles.flatMap(({ title, paragraphs }, number) => {
    const text = [`# ${title}`, ...paragraphs].join('\n\n');
    return parseProceedings(`${number}.md`, Buffer.from(text)).proceedings ?? [];
  });
  const { lexicon } = await loadLexicon([corpus]);
  const started = performance.now();
  const answerer = createAnswerer({ proceedings }, lexicon);
  const indexing = performance.now() - started;

  const passages = proceedings.flatMap(({ title, text, passages: own }) =>
    own.map(({ id, span }) => ({ id, title, text: text.slice(span.start, span.end) })),
  );
  const plain = new MiniSearch({ fields: ['title', 'text'] });
  plain.addAll(passages);

  const answering: number[] = [];
  const plainSearch: number[] = [];
  for (const [number, question] of [...material.questions.slice(0, warmUp), ...material.questions].entries()) {
    const answerTime = timed(() => answerer.answer(question));
    const searchTime = timed(() => plain.search(question));
    if (number < warmUp) continue;
    answering.push(answerTime);
    plainSearch.push(searchTime);
  }
  return { source: material.source, passages: passages.length, indexing, answering, plainSearch };
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function readPiaf(folder: string): Material {
  const byTitle = new Map<string, string[]>();
  for (const { title, text } of jsonLines(join(folder, 'passages.jsonl'), passageSchema)) {
    const paragraphs = byTitle.get(title) ?? [];
    paragraphs.push(text.replace(/\s+/g, ' '));
    byTitle.set(title, paragraphs);
  }
  const questions = jsonLines(join(folder, 'questions.dev.jsonl'), questionSchema).map(({ question }) => question);
  const step = Math.max(1, Math.floor(questions.length / mostQuestions));
  return {
    source: 'PIAF passages and questions',
    articles: [...byTitle].map(([title, paragraphs]) => ({ title, paragraphs })),
    questions: questions.filter((_, number) => number % step === 0).slice(0, mostQuestions),
  };
}

function jsonLines<T>(file: string, shape: z.ZodType<T>): T[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => shape.parse(JSON.parse(line)));
}
