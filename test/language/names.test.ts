import { describe, expect, it } from 'vitest';
import { findOrganisations, findPersons } from '../../src/language/names.ts';

const persons = (text: string): string[] => findPersons(text).map(({ start, end }) => text.slice(start, end));
const organisations = (text: string): string[] =>
  findOrganisations(text).map(({ start, end }) => text.slice(start, end));

describe('the people of a sentence', () => {
  it.each<[text: string, expected: string[]]>([
    ['L’atelier est animé par M. M. Klein, président du Conseil général de Meurthe-et-Moselle.', ['M. M. Klein']],
    ['Mme L. Barthe et M. B. Janet (Orange) interviennent.', ['Mme L. Barthe', 'M. B. Janet']],
    ['Mme K. Le Chenadec répond à M. Jean de La Fontaine.', ['Mme K. Le Chenadec', 'M. Jean de La Fontaine']],
    ['Emmanuel Macron a reçu Angela Merkel.', ['Emmanuel Macron', 'Angela Merkel']],
    ['Selon Jean-Martin Folz, le chantier a dérivé.', ['Jean-Martin Folz']],
    ['Pour Nicole Belloubet, garde des sceaux, c’est non.', ['Nicole Belloubet']],
    [
      'MM. Dupont et Durand, puis Mmes Anne Petit, Berthe et Carole Noir.',
      ['MM. Dupont et Durand', 'Mmes Anne Petit, Berthe et Carole Noir'],
    ],
    ['Le Premier ministre, Édouard Philippe, répond.', ['Édouard Philippe']],
    ['La parole est à Monsieur Durand.', ['Monsieur Durand']],
    ['Même François Bayrou le dit, et pourquoi Sarah Katz non.', ['François Bayrou', 'Sarah Katz']],
    ['Anatole France et la Députée Anne Roux lisent.', ['Anatole France', 'Anne Roux']],
    ['D’Emmanuel Macron à Charles de Gaulle.', ['Emmanuel Macron', 'Charles de Gaulle']],
  ])('%s', (text, expected) => {
    expect(persons(text)).toEqual(expected);
  });

  it.each([
    'Le Conseil général du Cantal a créé des télécentres.',
    'L’Assemblée nationale et le Conseil départemental délibèrent.',
    'Mme la ministre répond.',
    'Saint-Denis accueille les jeux.',
    'Dans la Drôme et le Puy-de-Dôme, la plate-forme fonctionne.',
    'C’est la France, et l’objectif du Gouvernement est clair.',
    'L’Accord de Paris, la Fondation Hulot, Business France et la Ve République.',
    'Comment le Premier ministre répond-il aux Transports Sauvignac ?',
  ])('are none: %s', (text) => {
    expect(persons(text)).toEqual([]);
  });
});

describe('the organisations of a sentence', () => {
  it.each<[text: string, expected: string[]]>([
    ['Les télécentres du conseil général du Cantal ouvrent.', ['conseil général du Cantal']],
    ['Votre question, monsieur de Courson, est bonne.', []],
    ['M. Luc Vial écrit au Premier ministre et à Orange.', ['Orange']],
    ['Elle enseigne à l’université de Toulouse.', ['l’université de Toulouse']],
    ['Selon l’INSEE et la SNCF, le trafic augmente.', ['INSEE', 'SNCF']],
    ['L’atelier réunit Emmaüs Connect et Orange.', ['Emmaüs Connect', 'Orange']],
    ['Les cantines passent par l’association des maires de France.', ['l’association des maires de France']],
    ['Le ministère de la santé répond.', []],
    ['Les collèges ouvrent à huit heures.', []],
    ['Selon le Président, que Mme et MM. Roux saluent, c’est non.', []],
  ])('%s', (text, expected) => {
    expect(organisations(text)).toEqual(expected);
  });
});
