import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupQuestions } from '../../src/answer/question-groups.ts';

const asked = (question: string, times = 1) => ({ question, times });

describe('unanswered questions', () => {
  it('are grouped by the words that they share, the most asked group first', () => {
    const groups = groupQuestions([
      asked('Quel est le budget de la piscine ?', 2),
      asked('Qui était le maire en 1950 ?', 1),
      asked('Combien coûte la piscine municipale ?', 1),
      asked('budget piscine', 3),
    ]);
    expect(groups.map(({ times, questions }) => [times, questions.map(({ question }) => question)])).toEqual([
      [6, ['budget piscine', 'Quel est le budget de la piscine ?', 'Combien coûte la piscine municipale ?']],
      [1, ['Qui était le maire en 1950 ?']],
    ]);
    expect(groups[0]!.words).toEqual(['piscine', 'budget']);
    expect(groups[1]!.words).toEqual([]);
  });

  it('are one group whatever their plural, case and accents', () => {
    expect(
      groupQuestions([asked('télécentres'), asked('TELECENTRE ?'), asked('les télécentres du Cantal')]),
    ).toHaveLength(1);
  });

  it('are not thrown together by a word that most of them have', () => {
    const groups = groupQuestions(
      ['élèves', 'routes', 'impôts', 'forêts'].map((word) => asked(`Que fait le département pour les ${word} ?`)),
    );
    expect(groups).toHaveLength(4);
  });

  it('come out the same in whatever order they go in, each once, with all its times', () => {
    const words = fc.constantFrom(...'piscine budget maire le de qui combien école routes eau ? 2014 😀'.split(' '));
    const question = fc.array(words, { maxLength: 6 }).map((picked) => picked.join(' '));
    const list = fc.uniqueArray(fc.record({ question, times: fc.integer({ min: 1, max: 9 }) }), {
      selector: (each) => each.question,
    });
    fc.assert(
      fc.property(list, (questions) => {
        const groups = groupQuestions(questions);
        expect(groupQuestions(questions.toReversed())).toEqual(groups);
        const out = groups.flatMap((group) => group.questions);
        expect(out.toSorted((a, b) => (a.question < b.question ? -1 : 1))).toEqual(
          questions.toSorted((a, b) => (a.question < b.question ? -1 : 1)),
        );
        for (const group of groups)
          expect(group.times).toBe(group.questions.reduce((sum, { times }) => sum + times, 0));
      }),
    );
  });
});
