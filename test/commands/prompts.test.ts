import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createPrompts } from '../../src/commands/prompts.ts';
import { openDesk } from '../../src/commands/desk.ts';
import { respondOnce } from '../../src/conversation/respond.ts';
import type { Answerer } from '../../src/answer/answerer.ts';

const folders = { corpus: 'corpus', intents: 'intents' };

function folderWith(text: string | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'greffier-prompts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  if (text !== null) writeFileSync(join(folder, 'questions.yaml'), text);
  return folder;
}

test.each(['fr', 'en'] as const)('suggests questions that the bundled record answers surely (%s)', async (language) => {
  const desk = await openDesk(folders);
  const prompts = await createPrompts('corpus', desk)(language);
  expect(prompts).toHaveLength(4);
  for (const { message } of prompts) {
    const reply = respondOnce({ text: message }, { answerer: desk.answerer(), intents: desk.intents });
    if (reply.kind !== 'answer' || reply.answer.kind !== 'answered') throw new Error(`${message} is not answered`);
    expect(reply.answer.excerpts[0]!.score).toBeGreaterThanOrEqual(0.75);
    expect(reply.language).toBe(language);
  }
  expect(await createPrompts('corpus', desk)(language)).toEqual(prompts);
});

test('suggests none that is answered wrong, unsolved, keywords alone, or not a question to the record', async () => {
  const desk = await openDesk(folders);
  const quote = 'M. M. Klein, président du Conseil général de Meurthe-et-Moselle';
  const entry = (question: string, more: string) => `  - question: "${question}"\n    quote: "${quote}"\n${more}`;
  const wrong = `  - question: "Quel département a créé des télécentres ?"\n    quote: "${quote}"\n`;
  const folder = folderWith(
    [
      'questions:',
      entry('Quel département M. Klein préside-t-il ?', '    answer: "Meurthe-et-Moselle"\n    unsolved: true'),
      entry('Klein département', '    style: keywords'),
      entry('Bonjour', ''),
      wrong,
    ].join('\n'),
  );
  expect(await createPrompts(folder, desk)('fr')).toEqual([]);
});

test('suggests nothing of a folder without questions, or with questions written wrong', async () => {
  const desk = await openDesk(folders);
  for (const text of [null, 'questions: [', 'questions:\n  - question: Qui ?\n'])
    expect(await createPrompts(folderWith(text), desk)('fr')).toEqual([]);
});

test('takes up a corpus that is loaded anew', async () => {
  const desk = await openDesk(folders);
  let answerer: Answerer = desk.answerer();
  const prompts = createPrompts('corpus', { ...desk, answerer: () => answerer });
  expect(await prompts('fr')).not.toEqual([]);
  answerer = { ...answerer, corpus: { proceedings: [] } };
  expect(await prompts('fr')).toEqual([]);
});
