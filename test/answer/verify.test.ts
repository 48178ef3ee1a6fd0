import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { isStopword } from '../../src/language/stopwords.ts';
import { tokenize } from '../../src/language/tokens.ts';
import { verifyQuotations } from '../../src/answer/verify.ts';
import type { Verdict } from '../../src/proceedings/verification.ts';
import type { RecordIndex } from '../../src/search/record-index.ts';
import { record } from '../support/corpora.ts';
import { hostileTexts } from '../support/hostile.ts';
import { answererOf, bundledAnswerer } from '../support/records.ts';

const assises = record(
  'Assises des bibliothèques',
  `# Lire à la campagne

Le médiabus a coûté deux millions d’euros. La région en a payé la moitié.
Une seconde tournée commence au printemps, dans le Puy-de-Dôme.

(Applaudissements.)

Les bénévoles tiennent les « dépôts » de livres. Ils ont reçu une formation de trois jours – payée par l’État.

- des liseuses
- des fonds de livres

# Ouvrir le dimanche

**Mme Anne Roche**, directrice : Nous ouvrons le dimanche depuis cinq ans. Les familles viennent plus nombreuses ce jour-là.

**M. Paul Roche**, adjoint au maire : La ville paie ces heures supplémentaires.

Nous ouvrons le dimanche depuis cinq ans.`,
  '2023-03-14',
);
const { index } = answererOf({ 'assises.md': assises });

function verdict(quotation: string, within: RecordIndex = index): Verdict {
  const { verified } = verifyQuotations(`Il a dit : «\u00a0${quotation}\u00a0» hier.`, within);
  expect(verified).toHaveLength(1);
  return verified[0]!.verdict;
}

function exact(quotation: string, within?: RecordIndex) {
  const found = verdict(quotation, within);
  if (found.kind !== 'exact') throw new Error(`${found.kind}: ${JSON.stringify(found)}`);
  return found;
}

function altered(quotation: string, within?: RecordIndex) {
  const found = verdict(quotation, within);
  if (found.kind !== 'altered') throw new Error(`${found.kind}: ${JSON.stringify(found)}`);
  return found;
}

const shown = (found: ReturnType<typeof exact>) => found.places.map(({ excerpts }) => excerpts.map(({ text }) => text));

describe('an exact quotation', () => {
  test('is shown where it stands, word for word', () => {
    const { places, more, variants } = exact('Le médiabus a coûté deux millions d’euros.');
    expect(places).toMatchObject([
      { excerpts: [{ text: 'Le médiabus a coûté deux millions d’euros.', citation: { file: 'assises.md', line: 7 } }] },
    ]);
    expect({ more, variants }).toEqual({ more: 0, variants: [] });
  });

  test.each([
    ['apostrophes', "coûté deux millions d'euros"],
    ['spaces', 'la moitié. Une seconde\u00a0tournée'],
    ['dashes', 'dans le Puy‑de‑Dôme'],
    ['quotes', 'bénévoles tiennent les “dépôts” de livres'],
    ['firstLetter', 'une seconde tournée commence'],
    ['firstLetter', '[u]ne seconde tournée commence'],
    ['finalPunctuation', 'Une seconde tournée commence.'],
  ])('that varies in %s is exact, and says so: %s', (variant, quotation) => {
    const { variants } = exact(quotation);
    expect(variants).toContain(variant);
  });

  test('may leave out a stage direction, across passages of the section', () => {
    const { variants } = exact('dans le Puy-de-Dôme. Les bénévoles tiennent');
    expect(variants).toContain('stage');
  });

  test('with marked omissions stands in its parts, in their order, in one section', () => {
    const parts = exact('Le médiabus a coûté […] la moitié. (…) Les bénévoles tiennent... trois jours');
    expect(shown(parts)).toEqual([['Le médiabus a coûté', 'la moitié', 'Les bénévoles tiennent', 'trois jours']]);
    expect(parts.variants).toContain('omission');
    expect(verdict('Les bénévoles tiennent […] Le médiabus a coûté').kind).not.toBe('exact');
    expect(verdict('Le médiabus a coûté […] Les familles viennent plus nombreuses').kind).not.toBe('exact');
  });

  test('that stands in several places shows them all, and names a speaker only where one speaks', () => {
    const { places } = exact('Nous ouvrons le dimanche depuis cinq ans.');
    expect(places.map(({ excerpts }) => excerpts[0]!.citation.speaker)).toEqual(['Mme Anne Roche', 'M. Paul Roche']);
    expect(exact('Le médiabus a coûté deux').places[0]!.excerpts[0]!.citation.speaker).toBeNull();
  });

  test('in a comment of the file, which nobody sees, is none', () => {
    const hidden = answererOf({
      'a.md': record('A', '<!-- Le préfet fermera la bibliothèque -->\n\nLe maire a parlé.'),
    });
    expect(verdict('Le préfet fermera la bibliothèque', hidden.index).kind).toBe('absent');
  });

  test('may be a title, which has no context to show', () => {
    expect(exact('Lire à la campagne').places[0]).toMatchObject({
      context: null,
      excerpts: [{ citation: { line: 5 } }],
    });
  });

  test('points at what of it stands in one passage', () => {
    const [place] = exact('dans le Puy-de-Dôme. (Applaudissements.) Les bénévoles tiennent').places;
    expect(place!.context!.text).toBe('dans le Puy-de-Dôme.');
  });
});

describe('an altered quotation', () => {
  test.each([
    ['Le médiabus a coûté trois millions d’euros.', { after: 'médiabus a coûté', record: 'deux', quoted: 'trois' }],
    ['Le médiabus a coûté millions d’euros.', { record: 'deux', quoted: null }],
    ['Le médiabus a bien coûté deux millions d’euros.', { record: null, quoted: 'bien' }],
    ['Un médiabus a coûté deux millions d’euros.', { after: '', record: 'Le', quoted: 'Un' }],
    ['Le médiabus a coûte deux millions d’euros.', { record: 'coûté', quoted: 'coûte' }],
    ['Lire à la montagne', { record: 'campagne', quoted: 'montagne' }],
    ['trois jours payée par l’état', { record: 'État', quoted: 'état' }],
    ['Le médiabus a coûté deux millions d’euros, la région en a payé la moitié.', { record: '. La', quoted: ', la' }],
  ])('names what differs, side by side: %s', (quotation, difference) => {
    expect(altered(quotation).differences).toMatchObject([difference]);
  });

  test('whose punctuation alone differs says so', () => {
    const { differences } = altered('Une seconde tournée commence au printemps ; dans le Puy-de-Dôme');
    expect(differences).toMatchObject([{ record: ',', quoted: ';', punctuation: true }]);
  });

  test('that joins the words of two people shows the name that it leaves out', () => {
    const { differences, place } = altered('plus nombreuses ce jour-là. La ville paie ces heures supplémentaires');
    expect(differences).toMatchObject([{ record: 'M. Paul Roche**, adjoint au maire :', quoted: null }]);
    expect(place.excerpts[0]!.citation.speaker).toBeNull();
  });

  test('says how much of it agrees', () => {
    expect(altered('Le médiabus a coûté trois millions de francs')).toMatchObject({ matched: 5, words: 8 });
  });
});

test.each([
  ['Le conseil municipal a fermé la piscine pour travaux', 'absent'],
  ['The quick brown fox jumps over the lazy dog', 'absent'],
  ['Une seconde piscine rouvre au printemps', 'absent'],
  ['médiabus', 'short'],
  ['il y a de la', 'short'],
])('%s: %s', (quotation, kind) => {
  expect(verdict(quotation).kind).toBe(kind);
});

test('a quotation of more than 6,000 characters is not compared', () => {
  expect(verdict('Le médiabus roule. '.repeat(400)).kind).toBe('long');
});

test('says what was searched, and how many quotations were left aside', () => {
  const many = Array.from({ length: 13 }, (_, number) => `« quotation number ${number} »`).join(' ');
  const { verified, unread, searched } = verifyQuotations(many, index);
  expect({ verified: verified.length, unread, searched }).toMatchObject({
    verified: 10,
    unread: 3,
    searched: { files: 1, from: '2023-03-14' },
  });
});

describe('over the bundled proceedings', () => {
  const text = readFileSync('corpus/2014-11-06-laboratoires.md', 'utf8').normalize('NFC');
  let bundled: RecordIndex;
  beforeAll(async () => {
    bundled = (await bundledAnswerer()).index;
  });

  /** Slices of the text on word ends, without quotation marks of their own, with their words. */
  const body = text
    .replace(/^---\n[^]*?\n---\n/, (matter) => ' '.repeat(matter.length))
    .replaceAll(/<!--[^]*?-->/g, (comment) => ' '.repeat(comment.length));
  const words = [...body.matchAll(/\S+/g)];
  const slices = fc
    .record({ first: fc.nat(words.length - 13), count: fc.integer({ min: 8, max: 12 }) })
    .map(({ first, count }) => words.slice(first, first + count))
    .filter((some) => some.filter(([word]) => /\p{L}{4}/u.test(word)).length >= 5)
    .map((some) => body.slice(some[0]!.index, some.at(-1)!.index + some.at(-1)![0].length))
    .filter((slice) => !/…|\.{3}|["“”«»#]/.test(slice));

  test('every slice on word ends is exact', () => {
    fc.assert(
      fc.property(slices, (slice) => {
        const { places } = exact(slice, bundled);
        for (const { excerpts } of places)
          for (const { text: words_, citation } of excerpts)
            expect(text.slice(citation.start, citation.end)).toBe(words_);
      }),
      { numRuns: 150 },
    );
  });

  test('and stays exact with other apostrophes, dashes, spaces, another first letter, another end', () => {
    const space = fc.constantFrom(' ', '\u00a0', '\u202f', '\n', '  ');
    fc.assert(
      fc.property(
        slices,
        space,
        fc.constantFrom('-', '‑', '–'),
        fc.constantFrom("'", '’'),
        (slice, gap, dash, mark) => {
          const typed = slice
            .replaceAll(/\s+/g, gap)
            .replaceAll(/[-‐‑–—]/g, dash)
            .replaceAll(/['’]/g, mark)
            .replace(/^\p{L}/u, (letter) =>
              letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
            );
          exact(`${typed.replace(/[.,;:!?]$/, '')}.`, bundled);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('with one word replaced it is altered in exactly that word', () => {
    fc.assert(
      fc.property(slices, fc.nat(), (slice, choice) => {
        const found = [...slice.matchAll(/(?<![\p{L}\p{N}])\p{L}{2,}(?![\p{L}\p{N}])/gu)];
        const { 0: word, index: at } = found[choice % found.length]!;
        // Three words in a row are left, not all of them small: small words alone say nothing about where they come from.
        const sides = [slice.slice(0, at), slice.slice(at + word.length)].map((side) => tokenize(side));
        fc.pre(sides.some((side) => side.length >= 3 && side.some(({ surface }) => !isStopword(surface, 'fr'))));
        const changed = `${slice.slice(0, at)}Zyxwv${slice.slice(at + word.length)}`;
        const { differences } = altered(changed, bundled);
        expect(differences).toHaveLength(1);
        expect(differences[0]!.quoted!.replace(/['’]$/, '')).toBe('Zyxwv');
        expect(differences[0]!.record!.replace(/['’]$/, '').toLowerCase()).toBe(word.toLowerCase());
      }),
      { numRuns: 150 },
    );
  });

  test('random words of another language are absent', () => {
    const english = 'the water was running under old bridges while nobody watched their slow boats drift away'.split(
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...english), { minLength: 6, maxLength: 30 }), (some) => {
        expect(['absent', 'short']).toContain(verdict(some.join(' '), bundled).kind);
      }),
    );
  });

  test('hostile text gets a verdict', () => {
    for (const hostile of Object.values(hostileTexts(3_000)))
      for (const written of [hostile, `« ${hostile} »`, `> ${hostile}`])
        expect(verifyQuotations(written, bundled).verified.length).toBeGreaterThan(0);
  });
});
