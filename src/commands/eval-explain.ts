import type { Reading } from '../answer/reading.ts';
import { shownFigure } from '../evaluation/table.ts';
import weightsFile from '../search/ranking-weights.json' with { type: 'json' };
import type { Explained } from './eval-set.ts';

const weights: Readonly<Record<string, number>> = weightsFile.weights;

/** Why each passage stands where it stands, for people to read: one part a reading of the record, best passage first. */
export function explanation({ question, wanted, answer, readings, scores }: Explained): string {
  const judged = Object.entries(scores).filter(([, figure]) => figure !== null);
  return [
    question,
    ...wanted.map((one) => `  wanted: ${one}`),
    `  reply: ${answer?.kind ?? 'no answer'}${answer?.kind === 'answered' ? `, headline ${answer.headline ?? '–'}` : ''}`,
    `  ${judged.map(([name, figure]) => `${name} ${shownFigure(name, figure)}`).join(', ')}`,
    ...readings.flatMap(explainReading),
  ].join('\n');
}

function explainReading({ question, found, choices }: Reading): string[] {
  const { words } = found.probe;
  const known = words.map(
    ({ word, idf, known: inRecord, alternatives }) =>
      `${word.text} (idf ${idf.toFixed(1)}${word.name ? ', name' : ''}${inRecord ? '' : ', unknown'}, ${alternatives.length} ways)`,
  );
  const { language, type, head } = question;
  return [
    '',
    `read as ${language}, ${type}${question.list ? ' list' : ''}${head === null ? '' : `, head "${head}"`}: ${known.join(', ')}`,
    ...choices.flatMap((choice, index) => explainChoice(index + 1, choice, found.probe.words)),
  ];
}

function explainChoice(
  place: number,
  { choice, grounds, sure }: Reading['choices'][number],
  words: Reading['found']['probe']['words'],
): string[] {
  const { entry, score, features, evidence } = choice.hit;
  const matched = words.map(({ word }, at) => {
    const places = { passage: evidence.passage, titles: evidence.context, speaker: evidence.speaker };
    const found = Object.entries(places).map(([name, row]) => ({ name, trust: evidence.trust[row + at] ?? 0 }));
    const there = found.filter(({ trust }) => trust > 0);
    return `${word.text}: ${there.map(({ name, trust }) => `${name} ${trust.toFixed(2)}`).join(', ') || '–'}`;
  });
  const parts = Object.entries(features)
    .map(([name, value]: [string, number]) => ({ name, value, weight: weights[name] ?? 0 }))
    .toSorted((a, b) => Math.abs(b.value * b.weight) - Math.abs(a.value * a.weight))
    .map(({ name, value, weight }) => `${name} ${value.toFixed(2)} × ${weight.toFixed(2)}`);
  const surety = Object.entries(grounds).map(([name, value]: [string, number]) => `${name} ${value.toFixed(2)}`);
  return [
    '',
    `${place}. ${entry.proceedings.file}:${entry.passage.line}, score ${score.toFixed(2)}, sure ${sure.toFixed(2)}`,
    `   ranking: ${parts.join(', ')}`,
    `   matched: ${matched.join('; ')}`,
    `   grounds: ${surety.join(', ')}`,
    `   sentences ${choice.sentences.map((number) => number + 1).join(', ')}: ${entry.proceedings.text.slice(choice.span.start, choice.span.end)}`,
  ];
}
