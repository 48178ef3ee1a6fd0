import { expect, test } from 'vitest';
import { quotationsIn } from '../../src/answer/quotations-in.ts';

test.each([
  ['M. Roche : « La ville paie » puis “les heures” et "le reste".', ['La ville paie', 'les heures', 'le reste']],
  ['« Il dit « oui » souvent » et « non »', ['Il dit « oui » souvent', 'non']],
  ['« La ville paie', ['La ville paie']],
  ['La ville paie', ['La ville paie']],
  ['Un écran de 27" dit "la ville paie"', ['la ville paie']],
  ['Vu :\n> La ville paie\n> ces heures.\nNon ?', ['La ville paie\n ces heures.']],
  ['> La ville paie\n> — M. Roche', ['La ville paie']],
  ['> « La ville paie ces heures »', ['La ville paie ces heures']],
  ['>>> La ville\npaie', ['La ville\npaie']],
  ['« oui » et « oui » et « »', ['oui']],
])('%j', (text, quotations) => {
  expect(quotationsIn(text)).toEqual(quotations);
});
