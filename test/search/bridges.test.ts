import { describe, expect, it } from 'vitest';
import { analyseQuestion } from '../../src/language/question.ts';
import { createSearchEngine } from '../../src/search/search-engine.ts';
import { answererWith, lexiconOf, record } from '../support/corpora.ts';
import { corpusOf } from '../support/records.ts';

const others = [
  'La commission examine le calendrier des travaux de la session.',
  'Les routes départementales seront entretenues avant la fin de l’hiver.',
  'Le président remercie les services pour la qualité du rapport.',
];

/** The first passage that a question finds among these and a few others. */
function best(paragraphs: readonly string[], question: string, lexicon = lexiconOf()): string | undefined {
  const files = { 'a.md': record('Séance', [...others, ...paragraphs].join('\n\n')) };
  const { hits } = createSearchEngine(corpusOf(files)).search(analyseQuestion(question, lexicon));
  return hits.map(({ entry: { passage, proceedings } }) =>
    proceedings.text.slice(passage.span.start, passage.span.end),
  )[0];
}

describe('a question in other words than the record’s finds', () => {
  it.each(['OMS', 'ARS', 'CAF'])('the full form of %s, which the record explains elsewhere', (short) => {
    const full = {
      OMS: 'organisation mondiale de la santé',
      ARS: 'agence régionale de santé',
      CAF: 'caisse d’allocations familiales',
    }[short];
    const answer = `Le rapport : ${full}, a paru au printemps.`;
    const explained = `Cette règle, ${full} (${short}), est ancienne.`;
    expect(best([answer, explained], `Quand le rapport ${short} a-t-il paru ?`)).toBe(answer);
  });

  it('French words that translate the same English word', () => {
    const lexicon = lexiconOf({ english: { email: ['courriel', 'mail'] } });
    const answer = 'Chaque usager reçoit un courriel avant la visite.';
    expect(best(['Chaque usager attend son tour.', answer], 'un mail avant la visite', lexicon)).toBe(answer);
  });

  it('nothing by words that share one sense of an English word and no more', () => {
    const english = { plate: ['assiette', 'plaque'], dish: ['assiette'], tax_base: ['assiette'], sign: ['plaque'] };
    const word = analyseQuestion('la plaque', lexiconOf({ english })).words[0];
    expect(word?.alternatives.map(({ surfaces }) => surfaces.join(' '))).toEqual(['plaque']);
  });
});

describe('an abbreviation that reads as a small word', () => {
  const answerer = answererWith({
    'a.md': record(
      'Agents',
      [
        'Le compte épargne-temps (CET) permet de garder des jours de congé.',
        'Cet automne, les agents partent à cet effet. Cet arrêté vaut pour tous.',
        'La dette recule, et le maire salue les agents.',
      ].join('\n\n'),
    ),
  });

  it('stands for its long form, where the record explains it', () => {
    expect(answerer.answer("C'est quoi le CET ?")).toMatchObject({
      kind: 'answered',
      excerpts: [{ text: expect.stringContaining('compte épargne-temps') }],
    });
  });

  it('is no word where nothing explains it', () => {
    expect(answerer.answer("C'est quoi le PAS ?").kind).toBe('not_found');
  });
});

describe('silence', () => {
  const files = {
    'a.md': record('Haies', 'En 2019, le département a planté 40 kilomètres de haies.', '2019-05-15'),
    'b.md': record('Routes', others.join('\n\n'), '2019-05-16'),
  };

  it('is kept where the question names a year that the record does not speak of', () => {
    const answerer = answererWith(files);
    expect(answerer.answer('Combien de kilomètres de haies le département a-t-il plantés en 2019 ?').kind).toBe(
      'answered',
    );
    expect(answerer.answer('Combien de kilomètres de haies le département a-t-il plantés en 2022 ?').kind).toBe(
      'not_found',
    );
  });

  it('is kept where keywords name a thing that the record does not have', () => {
    const answerer = answererWith(files);
    expect(answerer.answer('kilomètres haies plantés').kind).toBe('answered');
    expect(answerer.answer('entretien des haies du bocage armoricain').kind).toBe('not_found');
  });
});
