import { describe, expect, it } from 'vitest';
import { findPlaces, type PlaceLevel, placeLevel } from '../../src/language/places.ts';

const places = (text: string, level: PlaceLevel, formerRegions: readonly string[] = []): string[] =>
  findPlaces(text, level, formerRegions).map(({ start, end }) => text.slice(start, end));

describe('the départements of a sentence', () => {
  it.each<[text: string, expected: string[]]>([
    ['Mis en place par le conseil général du Cantal, CyberCantal est utile.', ['Cantal']],
    ['Créée par les conseils généraux de la Drôme et du Puy-de-Dôme.', ['Drôme', 'Puy-de-Dôme']],
    ["Les élus de l’Aube, de l'Essonne et des Ardennes.", ['Aube', 'Essonne', 'Ardennes']],
    ['Le Territoire de Belfort et les Alpes-de-Haute-Provence.', ['Territoire de Belfort', 'Alpes-de-Haute-Provence']],
    ['Un lot de mesures pour le Lot.', ['Lot']],
    ['Le nord du pays vaut le Nord.', ['Nord']],
    ['À l’aube du siècle, dans la manche.', []],
    ['Aurillac est une ville.', []],
  ])('%s', (text, expected) => {
    expect(places(text, 'department')).toEqual(expected);
  });
});

describe('the communes of a sentence', () => {
  it.each<[text: string, expected: string[]]>([
    ['Le congrès se tient à Pau, puis à Saint-Étienne.', ['Pau', 'Saint-Étienne']],
    ['Les élus de La Rochelle et du Mans viennent de L’Haÿ-les-Roses.', ['La Rochelle', 'L’Haÿ-les-Roses']],
    ['À Paris comme à Aurillac.', ['Paris', 'Aurillac']],
    // The names of people, firms and operations are no places.
    ['Mme Espinasse, M. Paris, Élisabeth Borne et Bruno Le Maire vont à Pau.', ['Pau']],
    ['L’opération Serval, la loi Paris, Chez Orange.', ['Orange']],
    ['C’est Paris ; À Lyon, Selon Nantes.', ['Paris', 'Lyon', 'Nantes']],
  ])('%s', (text, expected) => {
    expect(places(text, 'commune')).toEqual(expected);
  });

  // Y, Sens, Lure, Ussel, Mer, Pont… are communes: only a capital tells them from the word.
  it('need a capital where they are words too', () => {
    expect(places('il faut du sens, y aller en mer, voir le pont', 'commune')).toEqual([]);
    expect(places('Le maire de Sens est venu.', 'commune')).toEqual(['Sens']);
  });
});

describe('other places', () => {
  it('are the regions of today, and those before 2016 that the lexicon names', () => {
    expect(places('En Nouvelle-Aquitaine, dans les Pays de la Loire et en Auvergne.', 'region')).toEqual([
      'Nouvelle-Aquitaine',
      'Pays de la Loire',
    ]);
  });

  it('are the countries', () => {
    expect(places('En Allemagne, au Royaume-Uni et aux États-Unis.', 'country')).toEqual([
      'Allemagne',
      'Royaume-Uni',
      'États-Unis',
    ]);
  });

  it('are not what has the name of one', () => {
    expect(places('La France insoumise, France Télévisions et Air France quittent la France.', 'country')).toEqual([
      'France',
    ]);
  });

  it('are of every level where the question does not say', () => {
    expect(places('À Aurillac, dans le Cantal, en France.', 'any')).toEqual(['Aurillac', 'Cantal', 'France']);
  });
});

it('the noun of a question tells the level', () => {
  const levels = [
    'departement',
    'departements',
    'villes',
    'pays',
    'regions',
    'countries',
    'cities',
    'counties',
    'site',
    null,
  ];
  expect(levels.map(placeLevel)).toEqual([
    'department',
    'department',
    'commune',
    'country',
    'region',
    'country',
    'commune',
    'department',
    'any',
    'any',
  ]);
});
