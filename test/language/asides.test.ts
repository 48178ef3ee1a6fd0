import { expect, it } from 'vitest';
import { findAsides } from '../../src/language/asides.ts';

const asides = (text: string): string[] => findAsides(text).map(({ start, end }) => text.slice(start, end));

it.each<[text: string, expected: string[]]>([
  [
    'C’est une victoire (Applaudissements sur les bancs du groupe FI).',
    ['(Applaudissements sur les bancs du groupe FI)'],
  ],
  ['Lodève (« Ah ! » sur les bancs du groupe FI) attend.', ['(« Ah ! » sur les bancs du groupe FI)']],
  ['Le logiciel (« Le Bon Compte ») est livré.', []],
  ['Merci. (Vifs applaudissements.) Je continue.', ['(Vifs applaudissements.)']],
  ['Non ! (M. Richard Ferrand se lève.) Si ! (Rires.)', ['(M. Richard Ferrand se lève.)', '(Rires.)']],
  ['Voilà (M. Jean Lassalle applaudit) tout.', ['(M. Jean Lassalle applaudit)']],
  ['Mme M. Brual (Solocal-Mappy) et l’Agence régionale de santé (ARS) interviennent.', []],
  ['L’Ardèche (et la Drôme) signent ; les rires fusent (enfin).', []],
  ['Une parenthèse (Applaudissements', []],
])('%s', (text, expected) => {
  expect(asides(text)).toEqual(expected);
});
