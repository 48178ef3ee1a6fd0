import { describe, expect, it } from 'vitest';
import { answererWith, record } from '../support/corpora.ts';

/** Much is said of it, and only one passage says what it stands for. */
const filler = Array.from({ length: 40 }, (_, number) => `Le SIVU réunit ses élus au mois numéro ${number}.`);
const answerer = answererWith({
  'a.md': record(
    'Le syndicat',
    [...filler, 'Le syndicat intercommunal à vocation unique, le SIVU, est né en 1988.'].join('\n\n'),
  ),
  'b.md': record(
    'Les aides',
    [
      'La commune verse l’aide pour apprentis, ou APA.',
      'Les EPCI – établissements publics de coopération intercommunale – sont deux.',
      'Un établissement public de coopération intercommunale (EPCI) suffirait.',
      'Le contrat de rivière d’Alby, le PNR et les forêts sont cités.',
      'Le Costa Rica a un crédit d’impôt pour la compétitivité et l’emploi, le CICE, et le CIC (comité d’intérêt commun) aussi.',
      'Le RST est un tronçon de route qui longe la mer.',
    ].join('\n\n'),
  ),
});
const headline = (question: string): string | null => {
  const answer = answerer.answer(question);
  return answer.kind === 'answered' ? answer.headline : null;
};

describe('what an acronym stands for', () => {
  it.each([
    ['Que signifie SIVU ?', 'syndicat intercommunal à vocation unique'],
    ['que veut dire le sivu', 'syndicat intercommunal à vocation unique'],
    ['c’est quoi le SIVU ?', 'syndicat intercommunal à vocation unique'],
    ['sigle SIVU', 'syndicat intercommunal à vocation unique'],
    ['What does SIVU stand for?', 'syndicat intercommunal à vocation unique'],
    ['Que signifie APA ?', 'aide pour apprentis'],
    ['Que signifie CICE ?', 'crédit d’impôt pour la compétitivité et l’emploi'],
    ['Que signifie CIC ?', 'comité d’intérêt commun'],
    ['Qu’est-ce qu’un EPCI ?', 'établissements publics de coopération intercommunale'],
  ])('is read beside it: %s', (question, meaning) => {
    expect(headline(question)).toBe(meaning);
  });

  it('is one answer in the singular and in the plural', () => {
    expect(answerer.answer('Que signifie EPCI ?')).toMatchObject({ kind: 'answered' });
  });

  it('is not told by what is said of it, nor made up of words that happen to stand before it', () => {
    expect(answerer.answer('Que signifie RST ?')).toMatchObject({ kind: 'not_found' });
    expect(answerer.answer('Que signifie PNR ?')).toMatchObject({ kind: 'not_found' });
  });
});
