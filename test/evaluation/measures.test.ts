import { expect, it } from 'vitest';
import { botMeasures } from '../../src/evaluation/bot.ts';
import { figureOf } from '../../src/evaluation/measure.ts';
import { quantile } from '../../src/evaluation/quantile.ts';
import { reportOf } from '../../src/evaluation/report.ts';
import type { BotResult, RetrievalResult } from '../../src/evaluation/results.ts';
import { retrievalMeasures } from '../../src/evaluation/retrieval.ts';

const noCost = { indexSeconds: 0, heapMegabytes: 0, latencies: [] };

const excerpt = (length: number, hasAnswer = false) => ({ length, hasAnswer });

it('counts places and answers of a pool of passages', () => {
  const results: RetrievalResult[] = [
    { id: 'first', rank: 1, excerpts: [excerpt(100, true), excerpt(200)] },
    { id: 'third, answer in the second', rank: 3, excerpts: [excerpt(300), excerpt(100, true), excerpt(200)] },
    { id: 'tenth', rank: 10, excerpts: [excerpt(50), excerpt(50), excerpt(50)] },
    { id: 'nothing found', rank: null, excerpts: [] },
  ];
  expect(reportOf(results, retrievalMeasures, noCost).figures).toEqual({
    'success@1': 0.25,
    'success@3': 0.5,
    'success@5': 0.5,
    'success@10': 0.75,
    'MRR@10': 0.3583, // (1 + 1/3 + 1/10 + 0) / 4
    'answer-in-excerpt@1': 0.25,
    'answer-in-excerpt@3': 0.5,
    'excerpt-length@1': 150, // (100 + 300 + 50) / 3: what shows nothing has no length
    'excerpt-length@3': 133.3333, // (150 + 200 + 50) / 3
  });
});

const result: BotResult = {
  id: '',
  language: 'fr',
  type: 'PLACE',
  style: 'full',
  answerable: true,
  outcome: 'answered',
  right: 1,
  headline: null,
  shown: 1,
  verbatim: 1,
  attributionErrors: 0,
};
const results: BotResult[] = [
  { ...result, id: 'right at once', headline: 'exact' },
  { ...result, id: 'right in the third', right: 3, headline: 'contained', language: 'en' },
  { ...result, id: 'wrong', right: null, headline: 'other', shown: 4, verbatim: 3, attributionErrors: 2 },
  { ...result, id: 'no answer at all', outcome: 'astray', right: null, shown: 0, verbatim: 0 },
  { ...result, id: 'silent without need', outcome: 'abstained', right: null },
  { ...result, id: 'rightly silent', answerable: false, outcome: 'abstained', right: null },
  { ...result, id: 'rightly silent too', answerable: false, outcome: 'abstained', right: null },
  { ...result, id: 'invented', answerable: false, right: null },
];

it('counts right, wrong and silent replies of the bot', () => {
  expect(reportOf(results, botMeasures, noCost).figures).toEqual({
    'right@1': 0.2, // of five answerable ones
    'right@3': 0.4,
    'wrong@1': 0.6,
    'wrong@3': 0.4,
    'abstention-precision': 0.6667, // two of three silences
    'abstention-recall': 0.6667, // two of three unanswerable ones
    'headline-exact': 0.3333,
    'headline-contained': 0.6667,
    verbatim: 0.9643, // (6 + 3/4) / 7
    'attribution-errors': 2,
  });
});

it('says nothing of what a group has none of', () => {
  const { groups } = reportOf(results, botMeasures, noCost, { language: ({ language }) => language });
  expect(groups['language']?.['en']).toEqual({
    questions: 1,
    figures: {
      'right@1': 0,
      'right@3': 1,
      'wrong@1': 1,
      'wrong@3': 0,
      'abstention-precision': null,
      'abstention-recall': null,
      'headline-exact': 0,
      'headline-contained': 1,
      verbatim: 1,
      'attribution-errors': 0,
    },
  });
  expect(groups['language']?.['fr']?.questions).toBe(7);
});

it('keeps the scores of each question for a later comparison', () => {
  const [first] = reportOf(results, botMeasures, noCost).results;
  expect(first).toMatchObject({ id: 'right at once', scores: { 'right@1': 1, 'abstention-recall': null } });
});

it('takes means over what is defined, and sums where a measure counts', () => {
  expect(figureOf([1, null, 0])).toBe(0.5);
  expect(figureOf([1, null, 2], 'sum')).toBe(3);
  expect(figureOf([null])).toBeNull();
});

it('gives quantiles that are values', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2);
  expect(quantile([4, 1, 3, 2], 0.95)).toBe(4);
  expect(quantile([7], 0)).toBe(7);
  expect(quantile([], 0.5)).toBeNull();
});
