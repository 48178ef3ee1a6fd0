import * as fc from 'fast-check';
import MiniSearch from 'minisearch';
import { expect, it } from 'vitest';
import { likeliestPassages, scorePassages } from '../../src/search/first-stage.ts';
import { PostingsBuilder } from '../../src/search/postings.ts';

const fields = ['text', 'context', 'speaker'] as const;
const terms = 12;

const term = fc.integer({ min: 0, max: terms - 1 });
const passage = fc.record({
  text: fc.array(term, { maxLength: 20 }),
  context: fc.array(term, { maxLength: 5 }),
  speaker: fc.array(term, { maxLength: 2 }),
});
const record = fc.array(passage, { maxLength: 30 });
const weights = fc.uniqueArray(fc.tuple(term, fc.constantFrom(0.4, 0.5, 1)), {
  minLength: 1,
  selector: ([one]) => one,
});

type Record = typeof record extends fc.Arbitrary<infer T> ? T : never;

function postingsOf(passages: Record) {
  const builders = { text: new PostingsBuilder(), context: new PostingsBuilder(), speaker: new PostingsBuilder() };
  for (const one of passages) for (const field of fields) builders[field].add(one[field]);
  return {
    text: builders.text.finish(terms),
    context: builders.context.finish(terms),
    speaker: builders.speaker.finish(terms),
  };
}

/** The same search by MiniSearch's own index. */
function byMiniSearch(passages: Record, boosts: ReadonlyMap<number, number>): Map<number, number> {
  const search = new MiniSearch({
    fields: [...fields],
    tokenize: (text) => text.split(' ').filter((one) => one !== ''),
  });
  search.addAll(
    passages.map((one, id) => ({ id, ...Object.fromEntries(fields.map((name) => [name, one[name].join(' ')])) })),
  );
  const found = search.search([...boosts.keys()].join(' '), {
    boost: { text: 1, context: 1, speaker: 0.3 },
    boostTerm: (one) => boosts.get(Number(one)) ?? 1,
  });
  return new Map(found.map(({ id, score, queryTerms }) => [Number(id), score / queryTerms.length]));
}

it('scores as MiniSearch does over an index of its own', () => {
  fc.assert(
    fc.property(record, weights, (passages, weighted) => {
      const boosts = new Map(weighted);
      expect(scorePassages(postingsOf(passages), boosts, null)).toEqual(byMiniSearch(passages, boosts));
    }),
  );
});

it('scores a part of the passages as among all of them', () => {
  fc.assert(
    fc.property(record, weights, fc.func(fc.boolean()), (passages, weighted, chosen) => {
      const boosts = new Map(weighted);
      const postings = postingsOf(passages);
      const numbers = passages.map((_, number) => number).filter((number) => chosen(number));
      const all = scorePassages(postings, boosts, null);
      const part = new Map([...all].filter(([number]) => numbers.includes(number)));
      expect(scorePassages(postings, boosts, Uint32Array.from(numbers))).toEqual(part);
    }),
  );
});

it('tells which passages can be among the best of those that are let through', () => {
  fc.assert(
    fc.property(
      record,
      weights,
      fc.integer({ min: 1, max: 8 }),
      fc.func(fc.boolean()),
      (passages, weighted, depth, accept) => {
        const boosts = new Map(weighted);
        const postings = postingsOf(passages);
        const accepted = [...scorePassages(postings, boosts, null)].filter(([number]) => accept(number));
        const best = accepted.toSorted(([a, left], [b, right]) => right - left || a - b).slice(0, depth);
        const { numbers, bestFirst } = likeliestPassages(postings, boosts, depth, accept);
        expect([...numbers]).toEqual(expect.arrayContaining(best.map(([number]) => number)));
        expect([...numbers].every((number) => accept(number))).toBe(true);
        expect([...numbers]).toEqual(bestFirst.toSorted((a, b) => a - b));
        const scoreOf = new Map(accepted);
        const scores = bestFirst.map((number) => scoreOf.get(number) ?? 0);
        scores.slice(1).forEach((score, at) => expect(score).toBeLessThanOrEqual((scores[at] ?? 0) * (1 + 1e-9)));
      },
    ),
  );
});
