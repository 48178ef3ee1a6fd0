import { describe, expect, it } from 'vitest';
import { findDates, findQuantities } from '../../src/language/quantities.ts';

const quantities = (text: string): string[] => findQuantities(text).map(({ start, end }) => text.slice(start, end));
const dates = (text: string): string[] => findDates(text).map(({ start, end }) => text.slice(start, end));

describe('the numbers of a sentence', () => {
  it.each<[text: string, expected: string[]]>([
    ['Le dispositif compte 250 personnes au total.', ['250 personnes']],
    ['Il faut le penser à l’échelle de 15 ou 30 ans.', ['15 ou 30 ans']],
    ['La région a voté 3,5 millions d’euros en 2018.', ['3,5 millions d’euros']],
    ['Le taux atteint 12 % cette année.', ['12 %']],
    ['Cela représente 3 à 5 % du budget.', ['3 à 5 %']],
    ['Il en coûte 14 200 € par an.', ['14 200 €']],
    ['La commune compte 30\u202f000\u00a0habitants.', ['30\u202f000\u00a0habitants']],
    ['Entre 20 000 et 25 000 foyers sont raccordés.', ['20 000 et 25 000 foyers']],
    ['En 2017, 2 541 questions ont été posées.', ['2 541 questions']],
    [
      'Une centaine d’élus et une trentaine de départements sont venus.',
      ['Une centaine d’élus', 'une trentaine de départements'],
    ],
    ['Vingt-cinq communes et quatre-vingt-dix-neuf agents.', ['Vingt-cinq communes', 'quatre-vingt-dix-neuf agents']],
    ['L’aide atteint trois milliards d’euros.', ['trois milliards d’euros']],
    ['On compte 1,9 million d’allocataires.', ['1,9 million d’allocataires']],
    ['On roule à 80 km/h, et le foin vaut 3 euros/kg et/ou 2 euros.', ['80 km/h', '3 euros/kg', '2 euros']],
    ['Elle partait à 4 h 40 avec deux enfants.', ['4 h', 'deux enfants']],
  ])('%s', (text, expected) => {
    expect(quantities(text)).toEqual(expected);
  });

  it.each([
    'Le jeudi 6 novembre 2014, la séance est ouverte.',
    'Depuis 2012, rien n’a changé au XIXe siècle.',
    'L’article 3 de la loi est adopté.',
    'La plate-forme fournit les cantines.',
    'La campagne dure du 12 au 30 juin, ou le 1er juillet au plus tard.',
    'L’alinéa 3, la COP 24 et la RN 12 sont cités à la page 7.',
  ])('are none: %s', (text) => {
    expect(quantities(text)).toEqual([]);
  });

  it('say what they count, and whether it is money', () => {
    expect(findQuantities('250 personnes, 14 200 €, 12 %, 3 millions d’euros')).toMatchObject([
      { unit: 'personnes', money: false },
      { unit: '€', money: true },
      { unit: '%', money: false },
      { unit: 'euros', money: true },
    ]);
  });
});

describe('the dates of a sentence', () => {
  it.each<[text: string, expected: string[]]>([
    ['Les labos ont eu lieu jeudi 6 novembre 2014, à Pau.', ['jeudi 6 novembre 2014']],
    ['La loi entre en vigueur le 1er juin.', ['1er juin']],
    ['Voté en mars 2018, appliqué depuis 2020.', ['mars 2018', 'depuis 2020']],
    ['De 2015 à 2020, puis avant fin 2023.', ['2015', '2020', 'fin 2023']],
    ['Le 14 juillet, puis le 3 août 2019.', ['14 juillet', '3 août 2019']],
    ['Les canaux datent du XIXe siècle.', ['XIXe siècle']],
    ['Cela remonte à 1789.', ['1789']],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });

  it.each([
    'Le projet coûte 2 500 euros.',
    'L’allocation est portée à 2014 euros.',
    'Le maire de Marseille répond.',
    'Il y a 250 personnes et 15 ou 30 ans.',
  ])('are none: %s', (text) => {
    expect(dates(text)).toEqual([]);
  });
});
