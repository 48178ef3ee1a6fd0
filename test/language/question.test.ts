import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseQuestion, undatedFilters } from '../../src/language/question.ts';
import { stem } from '../../src/language/stem.ts';
import { anyText, bundledLexicon, lexiconOf } from '../support/corpora.ts';

const plain = lexiconOf();
const filters = (text: string) => analyseQuestion(text, plain).filters;
const words = (text: string): string[] => analyseQuestion(text, plain).words.map((word) => word.text);

describe('filters', () => {
  it.each([
    ['par:Jacob télécentres', { speaker: 'jacob', since: null, before: null }],
    ['télécentres speaker:Jacob', { speaker: 'jacob', since: null, before: null }],
    ['télécentres par:"Christian Jacob"', { speaker: 'christian jacob', since: null, before: null }],
    ['télécentres par : « Hélène Huré »', { speaker: 'helene hure', since: null, before: null }],
    ['télécentres depuis:2018', { speaker: null, since: '2018', before: null }],
    ['télécentres since:2018-03 before:2019-01-31', { speaker: null, since: '2018-03', before: '2019-01-31' }],
    ['PAR:Jacob Avant:2019 télécentres', { speaker: 'jacob', since: null, before: '2019' }],
    ['un exposé fait par M. Klein depuis 2018', { speaker: null, since: null, before: null }],
  ])('of "%s"', (text, expected) => {
    expect(filters(text)).toMatchObject(expected);
  });

  it('are no words of the question', () => {
    expect(words('par:Jacob télécentres depuis:2018')).toEqual(['télécentres']);
  });

  it.each(['par:Perny ?', 'par:Perny?', 'depuis:2014, par:perny'])('leaves punctuation out: %s', (text) => {
    expect(filters(text).speaker).toBe('perny');
  });

  it('tells those by date that hold no date, and leaves sentences alone', () => {
    const text = 'qui avant:hier, since:2018-13 depuis:2018-03 avant:2019? par:hier Avant : rien. avant: rien';
    expect(undatedFilters(text)).toEqual(['avant:hier', 'since:2018-13']);
    expect(undatedFilters('depuis:2014-02-31 avant:2016-02-29 since:2015-02-29')).toEqual([
      'depuis:2014-02-31',
      'since:2015-02-29',
    ]);
  });

  it.each(['depuis:hier', 'avant:2018-3', 'avant:2018-02-32', 'depuis:2014-02-31', 'since:20188', 'depuis:18/03/2018'])(
    'stay words where the date is none: %s',
    (text) => {
      expect(filters(`télécentres ${text}`)).toMatchObject({ speaker: null, since: null, before: null, typed: [] });
      expect(words(`télécentres ${text}`).length).toBeGreaterThan(1);
    },
  );
});

/** The filters of a question, as typed. */
const typed = (text: string): string[] => filters(text).typed.map(({ written }) => written);

describe('an exclusion', () => {
  it.each([
    ['télécentres -Cantal', ['-Cantal'], ['télécentres']],
    ['-Cantal télécentres -Drôme', ['-Cantal', '-Drôme'], ['télécentres']],
    ['télécentres -Puy-de-Dôme, (-Jura)', ['-Puy-de-Dôme', '-Jura'], ['télécentres']],
    ['télécentres -"haut débit"', ['-"haut débit"'], ['télécentres']],
    ['télécentres -« haut débit » -“mode d’emploi”', ['-« haut débit »', '-“mode d’emploi”'], ['télécentres']],
  ])('is a hyphen before a word or a phrase: %s', (text, expected, left) => {
    expect(typed(text)).toEqual(expected);
    expect(words(text)).toEqual(left);
    expect(analyseQuestion(text, plain).phrases).toEqual([]);
  });

  it.each([
    'le télé-travail dans le Puy-de-Dôme',
    'c’est-à-dire les télécentres, là-bas',
    'les télécentres - dans le Cantal - ouvrent',
    'les télécentres – dans le Cantal – ouvrent',
    'les télécentres -dans le Cantal- ouvrent',
    'les télécentres -ceux du Cantal-, ouvrent',
    'où y a -t-il des télécentres ?',
    '- Quels télécentres ?',
    '-Quels télécentres ?',
    'de 2014 -2018',
    'plus -- ou moins',
    '"le télé -travail"',
    '« le télé -travail »',
  ])('is no hyphen within a word and no dash of punctuation: %s', (text) => {
    expect(typed(text)).toEqual([]);
  });
});

describe('the filter by section', () => {
  it.each([
    ['section:emploi télécentres', 'section:emploi', 'emploi'],
    ['télécentres SECTION:Émploi ?', 'SECTION:Émploi', 'emploi'],
    ['télécentres section:"Vie locale"', 'section:"Vie locale"', 'vie locale'],
    ['télécentres section:“Vie locale”', 'section:“Vie locale”', 'vie locale'],
    ['télécentres section : « Vie locale »', 'section : « Vie locale »', 'vie locale'],
  ])('takes words of a title: %s', (text, written, value) => {
    expect(filters(text).typed).toEqual([{ kind: 'section', value, written }]);
    expect(words(text)).toEqual(['télécentres']);
  });

  it('is no filter by date whose date is missing', () => {
    expect(undatedFilters('section:emploi')).toEqual([]);
  });

  it('stands beside the others, in the order of the question', () => {
    const text = '"haut débit" par:Perny section:emploi depuis:2014 avant:2020 -Cantal par:Klein';
    expect(typed(text)).toEqual(['section:emploi', 'depuis:2014', 'avant:2020', 'par:Klein', '-Cantal']);
  });
});

describe('the words of a French question', () => {
  it('are those that say what is asked, once each, as typed', () => {
    expect(words('Quel département a créé des télécentres, des télécentres ?')).toEqual([
      'département',
      'créé',
      'télécentres',
    ]);
  });

  it('are names where they have a capital or a figure', () => {
    const { words: found } = analyseQuestion('Combien de télécentres le Cantal avait-il en 2014 ?', plain);
    expect(found.filter((word) => word.name).map((word) => word.text)).toEqual(['Cantal', '2014']);
  });

  it('are no names for being typed in capitals, as all others are', () => {
    const { words: found } = analyseQuestion('QUEL DÉPARTEMENT A CRÉÉ DES TÉLÉCENTRES ?', plain);
    expect(found.filter((word) => word.name)).toEqual([]);
  });

  it('bring the lexicon’s other ways to say them, trusted less than the word itself', () => {
    const lexicon = lexiconOf({ synonyms: [['cantine', 'restauration scolaire']] });
    const [word] = analyseQuestion('la cantine', lexicon).words;
    expect(word?.alternatives.map(({ stems }) => stems)).toEqual([
      [stem('cantine')],
      [stem('restauration'), stem('scolaire')],
    ]);
    expect(word?.alternatives[1]?.weight).toBeLessThan(word?.alternatives[0]?.weight ?? 0);
  });

  it('bring an acronym’s full form, and the acronym for it', () => {
    const lexicon = lexiconOf({ acronyms: { aap: 'appel à projets' }, demonyms: { cantalien: 'Cantal' } });
    const stemsOf = (text: string) =>
      analyseQuestion(text, lexicon).words.flatMap((word) => word.alternatives.flatMap(({ stems }) => stems));
    expect(stemsOf("l'AAP")).toContain(stem('appel'));
    expect(stemsOf('les élus cantaliens')).toContain('cantal');
  });

  it('bring no acronym’s full form for a word that only shares its stem', () => {
    const lexicon = lexiconOf({ acronyms: { rep: 'réseau d’éducation prioritaire' } });
    const waysOf = (text: string) =>
      analyseQuestion(text, lexicon).words.flatMap((word) => word.alternatives.flatMap(({ written }) => written ?? []));
    expect(waysOf('le prix des repas')).toEqual([]);
    expect(waysOf('les écoles en REP')).toEqual(['réseau d’éducation prioritaire']);
    expect(waysOf('deux rep voisins')).toEqual(['réseau d’éducation prioritaire']);
  });
});

const surfaces = (text: string): readonly string[] =>
  analyseQuestion(text, bundledLexicon()).words.map(({ surface }) => surface);

describe('the words of an English question', () => {
  const lexicon = lexiconOf({
    english: {
      telework: ['télétravail'],
      'telework centre': ['télécentre'],
      'set up': ['créer', 'mettre en place'],
      us: ['états-unis'],
    },
  });
  const french = (text: string): (readonly string[])[] =>
    analyseQuestion(text, lexicon, 'en').words.flatMap((word) => word.alternatives.map(({ stems }) => stems));

  it('take the longest phrase that the lexicon has', () => {
    expect(french('Where are the telework centres?')).toEqual([[stem('télécentre')]]);
    expect(french('Who does telework?')).toContainEqual([stem('télétravail')]);
  });

  it('trust the first translation most', () => {
    const [word] = analyseQuestion('who set up this', lexicon).words;
    expect(word?.alternatives.map(({ weight }) => weight)).toEqual([1, 0.9]);
  });

  it.each(['who teleworks?', 'who teleworked?', 'who is teleworking?'])('are found inflected: %s', (question) => {
    expect(french(question)).toContainEqual([stem('télétravail')]);
  });

  it('stay themselves as names and cognates', () => {
    expect(french('Who created Agrilocal?')).toContainEqual([stem('agrilocal')]);
    expect(french("Who runs the Cantal's centre?")).toContainEqual(['cantal']);
  });

  it('tell the US from us', () => {
    const states = [stem('états'), stem('unis')];
    expect(french('Did the US sign?')).toContainEqual(states);
    expect(french('Who told us?')).not.toContainEqual(states);
  });

  it('leave out words that ask or link, with a slip or not', () => {
    expect(surfaces('Where can the council find its archives?')).toEqual(['council', 'archives']);
    expect(
      analyseQuestion('the communes', bundledLexicon()).words[0]?.alternatives.map(({ written }) => written),
    ).not.toContain('communisme');
    expect(surfaces('Wich mp spoke about the tv channels?')).toEqual(['mp', 'spoke', 'tv', 'channels']);
  });

  it('write thousands with a comma', () => {
    expect(surfaces('What happened to the 1,200,000 euros?')).toContain('1200000');
    expect(surfaces('Qu’est-il advenu des 1,250 tonnes ?')).toContain('1.250');
  });

  it('are read as either language where only keywords are typed', () => {
    const stems = (text: string) =>
      analyseQuestion(text, lexicon).words.map((word) => word.alternatives.map((one) => one.stems));
    expect(stems('telework Cantal')).toEqual([[[stem('telework')], [stem('télétravail')]], [['cantal']]]);
    expect(stems('telework centre Cantal')).toEqual([[[stem('télécentre')]], [['cantal']]]);
    expect(analyseQuestion('telework Cantal', lexicon).language).toBe('fr');
  });

  it('reach French through the bundled lexicon', () => {
    const stems = analyseQuestion('which department set up telework centres?', bundledLexicon()).words.flatMap((word) =>
      word.alternatives.flatMap((alternative) => alternative.stems),
    );
    expect(stems).toEqual(expect.arrayContaining([stem('département'), stem('télécentre')]));
  });
});

describe('any question', () => {
  it('is analysed', () => {
    const lexicon = lexiconOf({ english: { telework: ['télétravail'] }, synonyms: [['été', 'saison']] });
    fc.assert(
      fc.property(anyText, fc.constantFrom('fr' as const, 'en' as const), (text, fallback) => {
        const question = analyseQuestion(text, lexicon, fallback);
        expect(question.text).toBe(text);
        for (const word of question.words) {
          expect(word.alternatives.length).toBeGreaterThan(0);
          for (const { stems, weight } of word.alternatives) {
            expect(stems.every((one) => one !== '')).toBe(true);
            expect(weight).toBeGreaterThan(0);
            expect(weight).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
