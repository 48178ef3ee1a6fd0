import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../src/replies/catalogue.ts';
import { french, frenchSpacing } from '../../src/replies/french.ts';
import { longDate } from '../../src/replies/long-date.ts';

const catalogue = catalogueOf('fr');
const searched = { files: 2, passages: 3, from: '2014-11-06', to: '2015-01-01' };
const texts: readonly [string, string][] = [
  ...Object.entries(catalogue).flatMap(([key, text]: [string, unknown]): [string, string][] =>
    typeof text === 'string' ? [[key, text]] : [],
  ),
  ['searched', catalogue.searched(searched)],
  ['welcome', catalogue.welcome(2, '2014-11-06', null)],
  ['missingWords', catalogue.missingWords(['mot'])],
  [
    'tried',
    catalogue.tried([
      { word: 'mot', spellings: ['vocable', 'terme'] },
      { word: 'dit', spellings: ['dire'] },
    ]),
  ],
  ['unmet', catalogue.unmet(['section:vie', '-mot'])],
  ['notTheirWords', catalogue.notTheirWords('X')],
  ['saysNothing', catalogue.saysNothing('X')],
  ['neverSpeaks', catalogue.neverSpeaks('X')],
  ['filterWantsDate', catalogue.filterWantsDate(['avant:hier'])],
  ['tooLong', catalogue.tooLong(40_000, 2_000)],
  ['noSuchExcerpt', catalogue.noSuchExcerpt(3)],
  ['whichPerson', catalogue.whichPerson('X')],
  ['whichProceedings', catalogue.whichProceedings(3)],
  ['proceedings', catalogue.proceedings(3)],
  ['andMore', catalogue.andMore(3)],
  ['sectionsOf', catalogue.sectionsOf('X', 3)],
  ['participantsOf', catalogue.participantsOf('X')],
  ['noParticipants', catalogue.noParticipants('X')],
  ['chairs', catalogue.chairs(2)],
  ['panellists', catalogue.panellists(2)],
  ['speakers', catalogue.speakers(2)],
];

describe('the interface in French', () => {
  it.each(texts)('%s has no-break spaces and typographic apostrophes', (_, text) => {
    expect(text).not.toMatch(/ [:;!?»]|« |'/);
    expect(text).not.toMatch(/[^\s\u00a0\u202f][:;!?»](?=\s|$)/);
  });

  it('leaves the values between its words as they are', () => {
    expect(french`Voir : ${"l'a : b !"} ?`).toBe("Voir\u00a0: l'a : b !\u202f?");
  });

  it('can be applied to a maintainer’s reply', () => {
    expect(frenchSpacing("Dites « aide » : c'est tout !")).toBe('Dites «\u00a0aide\u00a0»\u00a0: c’est tout\u202f!');
  });
});

describe('dates', () => {
  it.each([
    ['2014-11-06', '6 novembre 2014', '6 November 2014'],
    ['2018-06-01', '1er juin 2018', '1 June 2018'],
    ['2018-13-01', '2018-13-01', '2018-13-01'],
    ['2018', '2018', '2018'],
  ])('%s', (iso, fr, en) => {
    expect([longDate(iso, 'fr'), longDate(iso, 'en')]).toEqual([fr, en]);
  });
});
