import { expect, it } from 'vitest';
import type { Citation } from '../../src/proceedings/answer.ts';
import { citationText } from '../../src/replies/citation-text.ts';

const citation: Citation = {
  file: 'a.md',
  title: 'Conseil de mars',
  date: '2014-11-06',
  section: ['Ateliers', 'Emploi'],
  speaker: 'M. Paul Martin',
  role: 'conseiller',
  line: 3,
  start: 0,
  end: 9,
  url: null,
};
const text = 'Il a dit : "oui", n\'est-ce pas ?';
const cite = (changes: Partial<Citation> = {}, language: 'fr' | 'en' = 'fr', cut = false) =>
  citationText({ text, citation: { ...citation, ...changes } }, language, cut);

it.each([
  ['who, as what, where and when', {}, 'M. Paul Martin, conseiller, Conseil de mars, 6 novembre 2014'],
  ['no role where there is none', { role: null }, 'M. Paul Martin, Conseil de mars, 6 novembre 2014'],
  ['the section where nobody is known to speak', { speaker: null }, 'Emploi, Conseil de mars, 6 novembre 2014'],
  ['the title alone, once', { speaker: null, section: ['Conseil de mars'], date: null }, 'Conseil de mars'],
])('gives after the words %s', (_, changes, after) => {
  expect(cite(changes)).toBe(`«\u00a0${text}\u00a0», ${after}`);
});

it('keeps the French guillemets in English, where the date is English', () => {
  expect(cite({}, 'en')).toBe(`«\u00a0${text}\u00a0», M. Paul Martin, conseiller, Conseil de mars, 6 November 2014`);
});

it('marks a cut outside the quotation', () => {
  expect(cite({}, 'fr', true)).toContain(`${text}\u00a0» […], M. Paul Martin`);
});
