import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/proceedings/answer.ts';
import { answererWith, record } from '../support/corpora.ts';

/** Sittings in each of which somebody else speaks of the subject, so that no excerpt stands out. */
const sittings = Object.fromEntries(
  Array.from({ length: 40 }, (_, number) => {
    const name = `Mme Anne ${'ABCDEFGHIJ'[number % 10]}ernard`;
    const words = [
      `**${name}** : Je veux parler du glyphosate et des agriculteurs de notre région.`,
      '**M. le président** : Merci, madame, et veuillez conclure sur ce point.',
      `**M. Paul Cosse** : La voiture volée de la rue ${number} a été retrouvée par la police près de Notre-Dame.`,
      ...Array.from({ length: 80 }, (__, at) => `Le budget numéro ${at} de l’année est voté par les élus du canton.`),
    ];
    return [
      `${number}.md`,
      record(`GLYPHOSATE, séance ${number}`, words.join('\n\n'), `2019-03-${10 + (number % 20)}`),
    ];
  }),
);
const answerer = answererWith(sittings);
const first = (answer: Answer): string | null =>
  answer.kind === 'answered' ? (answer.excerpts[0]?.text ?? null) : null;

describe('a subject of which much is said', () => {
  it.each([
    'glyphosate',
    'glyphosate agriculteurs',
    'Qui a parlé du glyphosate ?',
    'les députées qui ont parlé du glyphosate',
    'liste des intervenants qui ont évoqué le glyphosate',
    'Que dit-on du glyphosate ?',
    'What was said about glyphosate?',
  ])('is answered by who says it, not by what stands under its title: %s', (question) => {
    expect(first(answerer.answer(question))).toContain('parler du glyphosate');
  });

  it('has one excerpt a person where people are asked for', () => {
    const answer = answerer.answer('Qui a parlé du glyphosate ?', { limit: 5 });
    const speakers = answer.kind === 'answered' ? answer.excerpts.map(({ citation }) => citation.speaker) : [];
    expect(speakers).toHaveLength(5);
    expect(new Set(speakers).size).toBe(5);
  });

  it('is no other word of the same stem', () => {
    expect(answerer.answer('voiture volante')).toMatchObject({ kind: 'not_found' });
  });

  it('may have a hyphen, and is then no word that stands nowhere', () => {
    const answer = answerer.answer('Qui a rasé Notre-Dame ?');
    expect(answer).toMatchObject({ kind: 'not_found' });
    expect(answer.kind === 'not_found' ? answer.missingWords : []).not.toContain('Notre-Dame');
    expect(first(answerer.answer('Notre-Dame'))).toContain('Notre-Dame');
  });
});
