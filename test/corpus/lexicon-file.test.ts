import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadLexicon, parseLexicon } from '../../src/corpus/lexicon-file.ts';
import { acronymKey, type Lexicon } from '../../src/language/lexicon.ts';
import { stemKey } from '../../src/language/stem-key.ts';
import { formatFinding } from '../../src/proceedings/finding.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greffier-lexicon-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Loads lexicons from folders that hold these files, in order; null for a folder without one. */
async function loaded(...texts: readonly (string | null)[]) {
  const folders = texts.map((_, number) => join(folder, String(number)));
  for (const [number, path] of folders.entries()) {
    await mkdir(path, { recursive: true });
    const text = texts[number];
    if (typeof text === 'string') await writeFile(join(path, 'lexicon.yaml'), text);
  }
  const { lexicon, findings } = await loadLexicon(folders);
  return { lexicon, findings: findings.map(formatFinding) };
}

const waysToSay = (phrase: string, lexicon: Lexicon): string[] =>
  lexicon.related(stemKey(phrase)).map((related) => related.phrase);

describe('a lexicon', () => {
  it('translates, relates words both ways, and names former regions', async () => {
    const { lexicon, findings } = await loaded(
      [
        'english:',
        '  telework: [télétravail]',
        'synonyms:',
        '  - [cantine, restauration scolaire]',
        'families:',
        '  - [créer, création]',
        'acronyms:',
        '  aap: appel à projets',
        'demonyms:',
        '  cantalien: Cantal',
        'regions:',
        '  Auvergne: Auvergne-Rhône-Alpes',
      ].join('\n'),
    );
    expect(findings).toEqual([]);
    expect(lexicon.english('telework')).toEqual(['télétravail']);
    expect(lexicon.english('unheard of')).toBeUndefined();
    expect(waysToSay('cantines', lexicon)).toEqual(['restauration scolaire']);
    expect(waysToSay('restauration scolaire', lexicon)).toEqual(['cantine']);
    expect(waysToSay('création', lexicon)).toEqual(['créer']);
    expect(lexicon.related(acronymKey('aap')).map(({ phrase }) => phrase)).toEqual(['appel à projets']);
    expect(waysToSay('cantaliens', lexicon)).toEqual(['Cantal']);
    expect(lexicon.formerRegions).toEqual(['Auvergne']);
  });

  it('of a corpus adds to the bundled one, and its own translation wins', async () => {
    const { lexicon } = await loaded(
      'english:\n  mayor: [maire]\n  school: [école]\nsynonyms:\n  - [élu, édile]\n',
      'english:\n  school: [collège]\nsynonyms:\n  - [cantine, réfectoire]\n',
    );
    expect(lexicon.english('mayor')).toEqual(['maire']);
    expect(lexicon.english('school')).toEqual(['collège']);
    expect(waysToSay('élu', lexicon)).toEqual(['édile']);
    expect(waysToSay('cantine', lexicon)).toEqual(['réfectoire']);
  });

  it('is empty where no folder has one, and where the file is empty', async () => {
    const { lexicon, findings } = await loaded(null, '', '# nothing yet\n', 'synonyms:\n  # none yet\n');
    expect(findings).toEqual([]);
    expect(lexicon.english('telework')).toBeUndefined();
  });
});

describe('a broken lexicon', () => {
  it.each<[fault: string, text: string, finding: string | RegExp]>([
    [
      'that is not YAML',
      'english:\n  telework: [télétravail\n  mayor: [maire]\n',
      /^lexicon\.yaml:3: error: not YAML: .+ \(mend the line\)$/,
    ],
    [
      'with a word that stands there twice',
      'english:\n  mayor: [maire]\n  school: [école]\n  mayor: [édile]\n',
      'lexicon.yaml:4: error: "mayor" stands here a second time (put everything on one of the two lines)',
    ],
    [
      'with an unknown part',
      'english:\n  mayor: [maire]\nsynonymes:\n  - [élu, édile]\n',
      'lexicon.yaml:3: error: unknown part "synonymes"; did you mean "synonyms"? (rename it to "synonyms")',
    ],
    [
      'with a part that is like none',
      'english:\n  mayor: [maire]\nplurals:\n  cheval: chevaux\n',
      'lexicon.yaml:3: error: unknown part "plurals" (remove it; the parts are "english:", "synonyms:", "families:", "acronyms:", "demonyms:", "regions:")',
    ],
    [
      'with a translation that is no list',
      'english:\n  mayor: maire\n',
      'lexicon.yaml:2: error: english / mayor: is not a list (write the words in square brackets, with commas between them)',
    ],
    [
      'with a word that has no translation',
      'english:\n  mayor: []\n',
      'lexicon.yaml:2: error: english / mayor: has no French word (write one in the square brackets, or remove the line)',
    ],
    [
      'with a list where lines belong',
      'acronyms:\n  - MDPH\n',
      'lexicon.yaml:1: error: acronyms: is not made of "word: …" lines (write each on a line of its own, after two spaces)',
    ],
    [
      'with an acronym that stands for nothing',
      'acronyms:\n  MDPH:\n',
      'lexicon.yaml:2: error: acronyms / MDPH: is not one text (write one text; put quotation marks around a number, true or false)',
    ],
    [
      'with an empty word',
      'synonyms:\n  - [élu, ""]\n',
      'lexicon.yaml:2: error: synonyms: a word is empty (write the word, or remove it)',
    ],
    [
      'with a synonym that stands alone',
      'synonyms:\n  - [élu, édile]\n  - [cantine]\n',
      'lexicon.yaml:3: error: synonyms: a group has two words or more (add a word to the line, or remove it)',
    ],
    [
      'with a number for a word',
      'english:\n  mayor: [maire]\n  thirty: [30]\n',
      'lexicon.yaml:3: error: english / thirty: is not one text (write one text; put quotation marks around a number, true or false)',
    ],
    [
      'that is a list',
      '- mayor\n- maire\n',
      /^lexicon\.yaml:1: error: the file: is not made of parts \(write the names/,
    ],
  ])('%s says where, and adds nothing', async (_, text, finding) => {
    const { lexicon, findings } = await loaded('english:\n  region: [région]\n', text);
    expect(findings).toEqual([typeof finding === 'string' ? finding : expect.stringMatching(finding)]);
    expect(lexicon.english('region')).toEqual(['région']);
    expect(lexicon.english('mayor')).toBeUndefined();
  });

  it('that is not UTF-8 says so', async () => {
    await writeFile(join(folder, 'lexicon.yaml'), Buffer.from('synonyms:\n  - [élu, édile]\n', 'latin1'));
    const { findings } = await loadLexicon([folder]);
    expect(findings.map(formatFinding)).toEqual([
      'lexicon.yaml:2: error: not UTF-8: byte 0xE9 at offset 15, likely ISO-8859-1 or Windows-1252 (save the file as UTF-8)',
    ]);
  });

  it('that cannot be read says so', async () => {
    await mkdir(join(folder, 'lexicon.yaml'));
    const { findings } = await loadLexicon([folder]);
    expect(findings.map(formatFinding)).toEqual([expect.stringMatching(/^lexicon\.yaml:1: error: cannot be read: /)]);
  });

  it('of an earlier folder is named from the last one', async () => {
    const { findings } = await loaded('synonyms:\n  - [élu]\n', 'synonyms:\n  - [élu, édile]\n');
    expect(findings).toEqual([expect.stringMatching(/^\.\.\/0\/lexicon\.yaml:2: error: /)]);
  });

  it('names every fault at once', () => {
    const { findings } = parseLexicon('english:\n  a: b\n  c: d\nsynonyms:\n  - [e]\n');
    expect(findings.map(({ line }) => line)).toEqual([2, 3, 5]);
  });
});

it('the bundled lexicon has no findings', async () => {
  const { lexicon, findings } = await loadLexicon(['corpus']);
  expect(findings).toEqual([]);
  expect(lexicon.english('telework')).toContain('télétravail');
});
