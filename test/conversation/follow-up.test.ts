import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { leansBack, mergeFollowUp } from '../../src/conversation/follow-up.ts';

describe('a follow-up means', () => {
  it.each([
    [
      'quel dispositif de télétravail dans le Cantal ?',
      'et dans le Puy-de-Dôme ?',
      'quel dispositif de télétravail dans le Puy-de-Dôme ?',
    ],
    ['quel dispositif de télétravail dans le Cantal ?', 'et en Drôme ?', 'quel dispositif de télétravail en Drôme ?'],
    [
      'quel dispositif de télétravail dans le Cantal ?',
      'Et la Drôme ?',
      'quel dispositif de télétravail dans la Drôme ?',
    ],
    ['which telework scheme in the Cantal?', 'what about the Drôme?', 'which telework scheme in the Drôme ?'],
    ['which telework scheme in the Cantal?', 'and in Puy-de-Dôme?', 'which telework scheme in Puy-de-Dôme ?'],
    ['quel dispositif dans le cantal', 'et dans la drome', 'quel dispositif dans la drome ?'],
    ['Que dit M. Klein sur la ruralité ?', 'et M. Perny ?', 'Que dit M. Perny sur la ruralité ?'],
    ['Que dit Klein sur la Drôme ?', 'et Perny ?', 'Que dit Perny sur la Drôme ?'],
    ['Qui représentait Orange ?', 'et Elior ?', 'Qui représentait Elior ?'],
    ['qui a créé Agrilocal ?', 'et pour les collèges ?', 'qui a créé Agrilocal pour les collèges ?'],
    ['quel département a créé des télécentres ?', 'en Drôme ?', 'a créé des télécentres en Drôme ?'],
    [
      'quel département a créé des télécentres ?',
      'combien de personnes ?',
      'combien de personnes a créé des télécentres ?',
    ],
    ['combien de personnes utilisent le télétravail ?', 'et pourquoi ?', 'pourquoi utilisent le télétravail ?'],
    ['which department set up telework centres?', 'what about the Drôme?', 'set up telework centres the Drôme ?'],
    ['which telework scheme in the Cantal?', 'et dans la Drôme ?', 'which telework scheme in the Drôme ?'],
    ['which department set up telework centres?', 'et la Drôme ?', 'set up telework centres the Drôme ?'],
    ['which department set up telework centres?', 'et pourquoi ?', 'why set up telework centres ?'],
    ['who created Agrilocal in the Drôme?', 'et à l’Aude ?', 'who created Agrilocal in the Aude ?'],
    [
      'quel dispositif de télétravail dans le Cantal ?',
      'what about the Drôme?',
      'which dispositif of télétravail in the Drôme ?',
    ],
    ['qui parle de "la vie en ville" par:Klein ?', 'and when?', 'when of "la vie en ville" par:Klein ?'],
    ['télécentres', 'où ?', 'où télécentres ?'],
    ['télécentres', 'et ?', 'télécentres'],
  ])('%s + %s = %s', (previous, text, expected) => {
    expect(mergeFollowUp(previous, text)).toBe(expected);
  });

  it('something for any two messages', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (previous, text) => {
        expect(typeof mergeFollowUp(previous, text)).toBe('string');
      }),
    );
  });

  it.each(['et ', 'a b ', 'Le ', 'A-', 'dans le '])(
    'something in bounded time for "%s" a thousand times over',
    (unit) => {
      const long = unit.repeat(1_000);
      expect(mergeFollowUp(long, `et ${long}`)).not.toBe('');
    },
    2_000,
  );
});

it('leans back on the question before where it opens with "and"', () => {
  expect(
    ['et qui a présidé ?', 'And who chaired?', 'mais pourquoi ?', 'Étienne Dupont', 'who chaired?'].map(leansBack),
  ).toEqual([true, true, true, false, false]);
});
