import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answer/create-answerer.ts';
import { parseProceedings } from '../../src/corpus/parse.ts';
import type { Answer, Excerpt } from '../../src/proceedings/answer.ts';
import type { Corpus } from '../../src/proceedings/proceedings.ts';
import { anyText, answererWith, lexiconOf, record } from '../support/corpora.ts';

const lexicon = lexiconOf({
  english: { telework: ['télétravail'], 'telework centre': ['télécentre'], department: ['département'] },
  synonyms: [['cantine', 'restauration scolaire']],
  acronyms: { rsa: 'revenu de solidarité active' },
  regions: { Auvergne: 'Auvergne-Rhône-Alpes' },
});

const name = fc.constantFrom('M. Paul Martin', 'Mme L. Barthe', 'M. Jean Noël', 'Mme la ministre', 'M. B. Huré');
const words = fc.constantFrom(
  ..."le la des l’emploi d'Agrilocal télécentres te\u0301le\u0301travail a créé qu’il aujourd'hui Cantal la Drôme et du Puy-de-Dôme M. 250 personnes 14\u00a0200 € 15 ou 30 ans en 2014 6 novembre 2014 😀 👩‍🚀 cantine RSA œuvre (Rires.) « oui » Auvergne Aurillac SNCF petit-déjeuner art. 3 M. Klein Nicole Belloubet, … ? ! – :".split(
    ' ',
  ),
);
const sentence = fc.array(words, { minLength: 2, maxLength: 14 }).map((picked) => `${picked.join(' ')}.`);
const prose = fc.array(sentence, { minLength: 1, maxLength: 8 }).map((sentences) => sentences.join(' '));
const paragraph = fc.oneof(
  { weight: 4, arbitrary: prose },
  { weight: 2, arbitrary: fc.tuple(name, prose).map(([who, said]) => `**${who}**, député : ${said}`) },
  fc.tuple(name, name).map(([one, other]) => `Intervenants : ${one} (Orange), ${other}, maire.`),
  fc.constantFrom('(Applaudissements.)', '*(Rires.)*'),
  fc.array(sentence, { minLength: 1, maxLength: 5 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
  sentence.map((title) => `## ${title}`),
);
const file = fc
  .record({
    title: fc.constantFrom('Les télécentres', 'Séance', 'L’été'),
    date: fc.constantFrom('', 'date: 2014-11-06\n', 'date: 2018-01-01\n'),
    blocks: fc.array(paragraph, { minLength: 1, maxLength: 8 }),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    form: fc.constantFrom('NFC' as const, 'NFD' as const),
    bom: fc.constantFrom('', '\uFEFF'),
  })
  .map(({ title, date, blocks, lineEnd, form, bom }) =>
    (bom + `---\ntitle: ${title}\n${date}---\n${blocks.join('\n\n')}\n`.replaceAll('\n', lineEnd)).normalize(form),
  );
const corpora = fc.array(file, { minLength: 1, maxLength: 3 }).map((texts): Corpus => ({
  proceedings: texts.flatMap((text, number) => {
    const { proceedings } = parseProceedings(`${number}.md`, new TextEncoder().encode(text));
    return proceedings ?? [];
  }),
}));

const opening = fc.constantFrom(
  'Quel département a créé',
  'Quels départements ont',
  'Qui a',
  'Combien de',
  'Où',
  'Quand',
  'Pourquoi',
  'Que dit M. Martin de',
  'Which department set up',
  'How many',
  'Who',
  'par:Martin',
  'depuis:2015',
  '',
);
const question = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(opening, fc.array(words, { maxLength: 6 })).map(([start, rest]) => [start, ...rest].join(' ')),
  },
  { weight: 1, arbitrary: anyText },
);
const options = fc.record(
  {
    language: fc.constantFrom('fr' as const, 'en' as const),
    limit: fc.integer({ min: 1, max: 20 }),
    skip: fc.integer({ min: 0, max: 5 }),
    purpose: fc.constantFrom('answer' as const, 'quotes' as const),
  },
  { requiredKeys: [] },
);

function excerptsOf(answer: Answer): readonly Excerpt[] {
  switch (answer.kind) {
    case 'answered':
      return answer.excerpts;
    case 'candidates':
      return [...answer.excerpts, ...answer.candidates.flatMap((candidate) => candidate.excerpts)];
    case 'not_found':
      return answer.nearest;
  }
}

function everyAnswer(check: (answer: Answer, corpus: Corpus) => void, numRuns = 300): void {
  fc.assert(
    fc.property(corpora, question, options, (corpus, asked, how) => {
      check(createAnswerer(corpus, lexicon).answer(asked, how), corpus);
    }),
    { numRuns },
  );
}

describe('in every answer', () => {
  it('an excerpt is a slice of its file, at the line it says', () => {
    everyAnswer((answer, corpus) => {
      for (const { text, citation, score } of excerptsOf(answer)) {
        const source = corpus.proceedings.find((proceedings) => proceedings.file === citation.file);
        expect(text).not.toBe('');
        expect(text).toBe(source?.text.slice(citation.start, citation.end));
        expect(citation.line).toBe(source?.text.slice(0, citation.start).split('\n').length);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }
    });
  });

  it('an excerpt stays within one passage, and its speaker is the passage’s', () => {
    everyAnswer((answer, corpus) => {
      for (const { citation } of excerptsOf(answer)) {
        const holder = corpus.proceedings
          .find((proceedings) => proceedings.file === citation.file)
          ?.passages.find(({ span }) => span.start <= citation.start && citation.end <= span.end);
        expect(holder?.kind).toMatch(/^(?:text|participants)$/);
        expect(citation.speaker === null).toBe(holder?.speech === null);
        expect(citation.section).toEqual(holder?.section?.path ?? []);
      }
    });
  });

  it('a headline stands in the first excerpt below it', () => {
    everyAnswer((answer) => {
      if (answer.kind === 'answered' && answer.headline !== null) {
        expect(answer.headline).not.toBe('');
        expect(answer.excerpts[0]?.text).toContain(answer.headline);
      }
      if (answer.kind === 'candidates') {
        expect(answer.candidates.length).toBeGreaterThan(1);
        for (const { headline, excerpts } of answer.candidates) expect(excerpts[0]?.text).toContain(headline);
      }
    });
  });

  it('there are as many excerpts as asked for at most, or one for each candidate, none twice', () => {
    fc.assert(
      fc.property(corpora, question, options, (corpus, asked, how) => {
        const answer = createAnswerer(corpus, lexicon).answer(asked, how);
        const shown = answer.kind === 'not_found' ? answer.nearest : answer.excerpts;
        const most = answer.kind === 'candidates' ? answer.candidates.length : (how.limit ?? 3);
        expect(shown.length).toBeLessThanOrEqual(most);
        if (answer.kind === 'answered') expect(shown.length).toBeGreaterThan(0);
        expect(new Set(shown.map(({ citation }) => `${citation.file} ${citation.start}`)).size).toBe(shown.length);
      }),
      { numRuns: 200 },
    );
  });

  it('the question comes back as asked, in a known language', () => {
    fc.assert(
      fc.property(corpora, question, options, (corpus, asked, how) => {
        const answer = createAnswerer(corpus, lexicon).answer(asked, how);
        expect(answer.question).toBe(asked);
        expect(['fr', 'en']).toContain(answer.language);
        if (how.language) expect(answer.language).toBe(how.language);
      }),
      { numRuns: 100 },
    );
  });
});

it('the same question has the same answer, byte for byte, whoever asks it when', () => {
  fc.assert(
    fc.property(corpora, question, question, options, (corpus, asked, before, how) => {
      const first = createAnswerer(corpus, lexicon);
      const second = createAnswerer(corpus, lexicon);
      second.answer(before);
      expect(JSON.stringify(second.answer(asked, how))).toBe(JSON.stringify(first.answer(asked, how)));
    }),
    { numRuns: 100 },
  );
});

describe('nothing is thrown', () => {
  const answerer = answererWith(
    { 'a.md': record('Séance', 'Le Cantal a créé des télécentres.\n\n**M. Paul Martin** : Oui, 250 personnes.') },
    lexicon,
  );

  it.each<[what: string, text: string]>([
    ['40,000 letters', 'a'.repeat(40_000)],
    ['40,000 characters of a question', 'quel département a créé des télécentres ? '.repeat(1_000).slice(0, 40_000)],
    ['40,000 quotation marks', '"'.repeat(40_000)],
    ['40,000 opening guillemets', '«'.repeat(40_000)],
    ['40,000 hyphens and letters', 'a-'.repeat(20_000)],
    ['40,000 capitals and spaces', 'A '.repeat(20_000)],
    ['40,000 digits in groups', '1 000'.repeat(8_000)],
    ['10,000 filters', 'par:a '.repeat(10_000)],
    ['unpaired surrogates', '\ud800 quel \udc00 département\ud83d'],
    ['a right-to-left override', 'quel \u202etnemetrapéd\u202c ?'],
    ['control characters', 'quel\u0000 département\u0007\u001b[31m ?'],
    ['emoji', '😀👩‍🚀🇫🇷'],
    ['names of object properties', 'constructor __proto__ hasOwnProperty toString'],
    ['patterns', '.*+?^${}()|[]\\ (?:a)'],
    ['markup', '<!channel> <@U1> <b>gras</b> &amp; *x* _y_'],
    ['nothing', ''],
  ])('by %s', (_, text) => {
    for (const purpose of ['answer', 'quotes'] as const) {
      for (const start of ['', 'Que dit Martin de ', 'Which department ', 'Combien de ']) {
        expect(answerer.answer(start + text, { purpose })).toMatchObject({ question: start + text });
      }
    }
  });
});
