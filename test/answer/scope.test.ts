import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../src/answer/context.ts';
import type { Answer, Excerpt } from '../../src/proceedings/answer.ts';
import { answererWith, lexiconOf, record } from '../support/corpora.ts';
import { talkWith } from '../support/talk.ts';

/** Every file speaks of the same things in words of its own. */
const files = {
  'a.md': record(
    'Lecture',
    '# Médiabus\n\nLe médiabus de la Creuse a coûté deux millions d’euros.\n\n**Mme Anne Roche**, directrice : Nous ouvrons le dimanche.',
    '2023-03-14',
  ),
  'b.md': record(
    'Transports',
    '# Navettes\n\nLe médiabus du Cantal a coûté trois millions d’euros.\n\nAnimateur : M. Luc Vidal, maire de Tulle.\n\n**M. Luc Vidal**, maire : Le tramway ouvre le dimanche.',
    '2019-06-01',
  ),
  'sous/c.md': record(
    'Énergie',
    '# Chaufferies\n\nUne chaufferie (CHB, chaufferie à bois) a coûté neuf millions d’euros.\n\n**M. Luc Vidal**, président : La forêt suffit.',
    '2020-01-01',
  ),
};
const names = Object.keys(files);
const answerer = answererWith(files, lexiconOf({ english: { cost: ['coût'] } }));

const excerptsOf = (answer: Answer): readonly Excerpt[] =>
  answer.kind === 'not_found'
    ? answer.nearest
    : answer.kind === 'candidates'
      ? [...answer.excerpts, ...answer.candidates.flatMap(({ excerpts }) => excerpts)]
      : answer.excerpts;

const words = fc.constantFrom(
  ...'combien coûté médiabus tramway chaufferie CHB forêt dimanche Vidal Roche Cantal Creuse que dit M. Luc qui ouvre millions « tramway » "trois millions" par:Vidal depuis:2019 how much cost'.split(
    ' ',
  ),
);
const question = fc.array(words, { minLength: 1, maxLength: 6 }).map((picked) => picked.join(' '));
const scope = fc.subarray(names, { minLength: 0, maxLength: 2 });
const options = fc.record(
  { purpose: fc.constantFrom('answer' as const, 'quotes' as const), skip: fc.integer({ min: 0, max: 3 }) },
  { requiredKeys: [] },
);

describe('within some of the files', () => {
  it('no excerpt, nearest passage, candidate, headline, context or count comes from another file', () => {
    fc.assert(
      fc.property(question, scope, options, (asked, within, how) => {
        const part = answerer.within(within);
        const answer = part.answer(asked, how);
        expect(part.corpus.proceedings.map(({ file }) => file)).toEqual(names.filter((name) => within.includes(name)));
        for (const { text, citation } of excerptsOf(answer)) {
          expect(within).toContain(citation.file);
          expect(files[citation.file as keyof typeof files]).toContain(text);
          const around = contextOf(part.corpus, citation);
          for (const near of [around?.passage, around?.previous, around?.next])
            if (near) expect(within).toContain(near.citation.file);
        }
        for (const name of names.filter((each) => !within.includes(each)))
          expect(contextOf(part.corpus, { file: name, start: 60, end: 70 })).toBeNull();
        if (answer.kind === 'answered' && answer.headline !== null)
          expect(within.some((file) => files[file as keyof typeof files].includes(answer.headline!))).toBe(true);
        if (answer.kind === 'not_found') expect(answer.searched.files).toBeLessThanOrEqual(within.length);
      }),
      { numRuns: 300 },
    );
  });

  it('answers as a corpus of these files alone, byte for byte', () => {
    fc.assert(
      fc.property(question, scope, options, (asked, within, how) => {
        const alone = answererWith(
          Object.fromEntries(Object.entries(files).filter(([name]) => within.includes(name))),
          lexiconOf({ english: { cost: ['coût'] } }),
        );
        expect(answerer.within(within).answer(asked, how)).toEqual(alone.answer(asked, how));
      }),
      { numRuns: 100 },
    );
  });

  it('says of a word that only another file has that it occurs nowhere', () => {
    expect(answerer.within(['a.md']).answer('Quand ouvre le tramway ?')).toMatchObject({
      kind: 'not_found',
      missingWords: ['ouvre', 'tramway'],
      searched: { files: 1, from: '2023-03-14', to: '2023-03-14' },
    });
  });

  it('is the same answerer where it is all of them, and is made once', () => {
    expect(answerer.within([...names, 'gone.md'])).toBe(answerer);
    expect(answerer.within(['b.md', 'gone.md'])).toBe(answerer.within(['b.md']));
    expect(answerer.within([]).answer('médiabus').kind).toBe('not_found');
  });
});

describe('a conversation within some of the files', () => {
  it('lists, shows and follows up nothing of the others', async () => {
    const talk = await talkWith(answerer.within(['a.md']));
    const said = [];
    for (const text of [
      'liste des comptes rendus',
      'combien a coûté le médiabus ?',
      'autres extraits',
      'montre le contexte',
      'et en Corrèze ?',
      'que dit Vidal ?',
      'intervenants de b.md',
      'sommaire de Transports',
      'qui animait « Navettes » ?',
    ])
      said.push(await talk.say(text));
    await talk.close();
    expect(said.join('\n')).not.toMatch(/b\.md|Transports\s·|trois millions|Luc|Tulle|c\.md/);
    expect(said[1]).toContain('deux millions');
  });
});
