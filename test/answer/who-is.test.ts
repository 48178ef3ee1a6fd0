import { describe, expect, it } from 'vitest';
import { answererWith, record } from '../support/corpora.ts';

const answerer = answererWith({
  'a.md': record(
    'Le bac',
    [
      '# Le port\n\nIntervenants : Mme N. Sol (Orange), M. Éloi Gué, consultant Nauta.',
      '**Mme Anne Roux**, adjointe : Le bac part à midi.',
      '**M. Luc Vial** : J’étais avec Mme Roux et Jo Brun, président de la Compagnie des bacs, ce matin.',
      '**M. Luc Vial** : Monsieur le maire, Léa Noir a quitté la ville.',
      '**M. Luc Vial** : La ministre n’a pas répondu à Paul Gris, que vous connaissez.',
      '**M. Luc Vial** : Éva Luc (Applaudissements.) a parlé. Le porte-parole de la capitaine Zoé Blanc, Marc Ocre, est venu.',
    ].join('\n\n'),
    '2023-03-01',
  ),
  'b.md': record(
    'La digue',
    [
      '**Mme Anne Roux**, adjointe : La digue tient.',
      '**Mme Anne Roux**, adjointe au maire chargée de la mer : Elle tiendra.',
      '**M. Luc Vial** : Marc Brun, pêcheur, en doute, et la directrice du port, Mme Ida Vert, aussi.',
    ].join('\n\n'),
    '2024-05-01',
  ),
});
const headline = (question: string): string | null => {
  const answer = answerer.answer(question);
  return answer.kind === 'answered' ? answer.headline : null;
};

describe('who somebody is', () => {
  it.each(['Qui est Anne Roux ?', 'qui est anne roux', 'Mme Roux, c’est qui ?', 'Who is Anne Roux?'])(
    'is told by the role that they speak under, the newest at its longest: %s',
    (question) => {
      expect(answerer.answer(question)).toMatchObject({
        kind: 'answered',
        excerpts: [{ text: 'Elle tiendra.', citation: { speaker: 'Mme Anne Roux' } }],
      });
    },
  );

  it.each([
    ['Qui est Jo Brun ?', 'président de la Compagnie des bacs'],
    ['qui est jo brun', 'président de la Compagnie des bacs'],
    ['Qui est M. Marc Brun ?', 'pêcheur'],
    ['Who is Ida Vert?', 'directrice du port'],
    ['C’est qui Zoé Blanc ?', 'capitaine'],
    ['Qui est Mme Sol ?', 'Orange'],
    ['qui est eloi gue', 'consultant Nauta'],
  ])('is told by what stands beside the name: %s', (question, role) => {
    expect(headline(question)).toBe(role);
  });

  it.each([
    // Who is spoken to is the mayor.
    'Qui est Léa Noir ?',
    'Qui est Paul Gris ?',
    // He speaks, but under no role.
    'Qui est Luc Vial ?',
    'Qui est Jo Durand ?',
    // A stage direction is no employer.
    'Qui est Éva Luc ?',
  ])('is not told by who else stands there: %s', (question) => {
    expect(answerer.answer(question)).toMatchObject({ kind: 'not_found' });
  });

  const council = answererWith({
    'a.md': record(
      'Présents',
      [
        '**Mme Anne Roux**, adjointe : Étaient présents : Paul Roche, maire, Anne Vial, Luc Brun, directeur du port.',
        '**M. Bruno Le Maire**, ministre : L’adjointe au maire Ida Vert et l’ancien ministre Éric Noir sont là.',
        '**M. Jo Claude** : La candidate au poste de directrice Éva Rose et le faux médecin Guy Lilas attendent.',
        '**M. Jo Claude** : Selon Jean Mauve, le maire refuse de signer le bail. Si Marc Ocre était maire, il signerait.',
        '**M. Jo Claude** : Ni maire ni député, Hugo Brique est venu. Laurent Saint-Martin, député, aussi. Claude Gris non.',
        '**M. Gilles Martin**, adjoint : Je suis là, avec le porte-parole du candidat Max Sol.',
      ].join('\n\n'),
    ),
  });
  const roleIn = (question: string): string | null => {
    const answer = council.answer(question);
    return answer.kind === 'answered' ? answer.headline : null;
  };

  it.each([
    ['Qui est Paul Roche ?', 'maire'],
    ['Qui est Luc Brun ?', 'directeur du port'],
    ['Qui est Éric Noir ?', 'ancien ministre'],
  ])('is their own office: %s', (question, role) => {
    expect(roleIn(question)).toBe(role);
  });

  it.each([
    'Qui est Anne Vial ?',
    'Qui est Ida Vert ?',
    'Qui est Éva Rose ?',
    'Qui est Guy Lilas ?',
    'Qui est Jean Mauve ?',
    'Qui est Marc Ocre ?',
    'Qui est Hugo Brique ?',
    'Qui est Max Sol ?',
    // Saint-Martin is another surname, Gilles another title, Claude a first name here, and the mayor no M. Le Maire.
    'Qui est Mme Martin ?',
    'Qui est Claude Gris ?',
    'qui est le maire de lyon',
    'QUI EST LE MAIRE DE LYON ?',
  ])('is no office of somebody else, nor half of one: %s', (question) => {
    const answer = council.answer(question);
    expect(answer).toMatchObject({ kind: 'not_found' });
  });

  it('is not asked where more than a name is said', () => {
    expect(answerer.answer('Qui a quitté la ville ?')).toMatchObject({ kind: 'answered', headline: 'Léa Noir' });
  });
});
