import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answerer } from '../../src/answer/answerer.ts';
import { createAnswerer } from '../../src/answer/create-answerer.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { bundledLexicon } from '../support/corpora.ts';
import { bundledAnswerer } from '../support/records.ts';

const data = join(import.meta.dirname, '../../../shared/data');
const questionsFile = join(data, 'gold/questions.jsonl');
const sample = join(data, 'proceedings/sample');

interface GoldQuestion {
  readonly id: string;
  readonly corpus: 'seed' | 'qag';
  readonly question: string;
  readonly answerable: boolean;
}

function unanswerable(corpus: GoldQuestion['corpus']): readonly GoldQuestion[] {
  return readFileSync(questionsFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as GoldQuestion)
    .filter((question) => question.corpus === corpus && !question.answerable);
}

async function sampleAnswerer(): Promise<Answerer> {
  return createAnswerer((await loadCorpus(sample)).corpus, bundledLexicon());
}

describe('a question without an answer', () => {
  it.skipIf(!existsSync(sample) || !existsSync(questionsFile)).each([
    ['the bundled proceedings', 'seed', bundledAnswerer],
    ['forty sittings of questions to the government', 'qag', sampleAnswerer],
  ] as const)('gets none from %s (needs ../shared/data)', async (_, corpus, open) => {
    const answerer = await open();
    const questions = unanswerable(corpus);
    expect(questions.length).toBeGreaterThan(0);
    const answered = questions.filter(({ question }) => answerer.answer(question).kind !== 'not_found');
    expect(answered.map(({ id, question }) => `${id} ${question}`)).toEqual([]);
  });
});
