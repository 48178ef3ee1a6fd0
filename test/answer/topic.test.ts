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
const speakersOf = (answer: Answer): (string | null)[] =>
  answer.kind === 'answered' ? answer.excerpts.map(({ citation }) => citation.speaker) : [];

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
    const speakers = speakersOf(answerer.answer('Qui a parlé du glyphosate ?', { limit: 5 }));
    expect(speakers).toHaveLength(5);
    expect(new Set(speakers).size).toBe(5);
  });

  it.each([
    'voiture volante',
    'Les personnes qui ont parlé du glyphosate sont-elles poursuivies ?',
    'Qu’a fait le ministre pour la voiture ?',
  ])('is no other word of the same stem, nor what is asked of it: %s', (question) => {
    expect(answerer.answer(question)).toMatchObject({ kind: 'not_found' });
  });

  it('may be a list or a name', () => {
    const listed = answererWith({
      ...sittings,
      'a.md': record(
        'Scrutin',
        '**M. Luc Vial** : La liste électorale est close.\n\n**M. Jo Max** : La règle électorale est claire.',
      ),
    });
    expect(first(listed.answer('Qui a parlé de la liste électorale ?'))).toContain('liste électorale');
  });

  it('is spoken of by those in the office that is asked for, where the record tells offices', () => {
    const debate = answererWith({
      'a.md': record(
        'Le loup',
        '**Mme Roux** : Le loup revient.\n\n**M. Vial, ministre de la ville** : Le loup est parti.',
      ),
    });
    expect(speakersOf(debate.answer('Les ministres qui ont parlé du loup'))).toEqual(['M. Vial']);
  });

  it('goes on with other people on the next page', () => {
    const question = 'Qui a parlé du glyphosate ?';
    const pages = [answerer.answer(question), answerer.answer(question, { purpose: 'quotes', skip: 3 })];
    const speakers = pages.flatMap(speakersOf);
    expect(speakers).toHaveLength(6);
    expect(new Set(speakers).size).toBe(6);
  });

  it('may have a hyphen, and is then no word that stands nowhere', () => {
    const answer = answerer.answer('Qui a rasé Notre-Dame ?');
    expect(answer).toMatchObject({ kind: 'not_found' });
    expect(answer.kind === 'not_found' ? answer.missingWords : []).not.toContain('Notre-Dame');
    expect(first(answerer.answer('Notre-Dame'))).toContain('Notre-Dame');
  });
});

describe('a quotation of somebody', () => {
  const debate = answererWith({
    'a.md': record(
      'La ligne',
      [
        '**Mme Anne Roux** : La ligne rouvrira, monsieur Vial.',
        '**M. Luc Vial** : La loi Roux, madame Roux, est une folie pour la ligne.',
        '**Mme Anne Roux** : Le bail du dépôt est signé.',
      ].join('\n\n'),
    ),
  });
  const quoted = (question: string): (string | null)[] => speakersOf(debate.answer(question, { purpose: 'quotes' }));

  it.each([
    ['citation de Mme Roux', ['Mme Anne Roux', 'Mme Anne Roux']],
    ['je cherche une citation d’Anne Roux', ['Mme Anne Roux', 'Mme Anne Roux']],
    ['citation de Mme Roux sur M. Vial', ['Mme Anne Roux']],
    ['citation de M. Vial sur la ligne', ['M. Luc Vial']],
    ['quote by Anne Roux about the bail', ['Mme Anne Roux']],
  ])('is theirs, on what it shall be about: %s', (question, speakers) => {
    expect(quoted(question)).toEqual(speakers);
  });

  it.each(['Qui a lu une citation de Mme Roux ?', 'M. Vial a-t-il lu une citation de Mme Roux ?'])(
    'is not wanted by who asks about one: %s',
    (question) => {
      expect(quoted(question)).not.toEqual(['Mme Anne Roux', 'Mme Anne Roux']);
    },
  );

  it('is of a thing that has their name where it is of the thing', () => {
    expect(quoted('citation de la loi Roux')[0]).toBe('M. Luc Vial');
  });
});
