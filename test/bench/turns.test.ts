import { expect, it } from 'vitest';
import { type Asker, inTurns } from '../../bench/turns.ts';

const nothing = { excerpts: [], search: 1, whole: null };

function recorder(): { order: string[]; asker: (name: string) => Asker } {
  const order: string[] = [];
  const asker = (name: string): Asker => ({
    name,
    ask(questions) {
      order.push(name);
      return Promise.resolve(questions.map((question) => ({ ids: [question], ...nothing })));
    },
  });
  return { order, asker };
}

const questions = Array.from({ length: 25 }, (_, number) => `question ${number}`);
const unexpected = (): void => expect.unreachable();

it('begins each block of ten with the next system, and asks all of everyone', async () => {
  const { order, asker } = recorder();
  const results = await inTurns([asker('a'), asker('b'), asker('c')], questions, false, unexpected);
  expect(order.join('')).toBe('abcbcacab');
  for (const name of ['a', 'b', 'c']) expect(results.get(name)?.map(({ ids }) => ids[0])).toEqual(questions);
});

it('goes on without a system that fails', async () => {
  const { asker } = recorder();
  const broken: Asker = { name: 'broken', ask: () => Promise.reject(new Error('gone')) };
  const failures: string[] = [];
  const results = await inTurns([broken, asker('a')], questions, false, (name, error) =>
    failures.push(`${name}: ${String(error)}`),
  );
  expect(failures).toEqual(['broken: Error: gone']);
  expect([...results.keys()]).toEqual(['a']);
});
