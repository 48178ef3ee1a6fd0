import { describe, expect, it } from 'vitest';
import { lintCorpus } from '../../src/corpus/lint-corpus.ts';
import { formatFinding } from '../../src/proceedings/finding.ts';
import { findingsOf, parsed, parsedBody } from './parsed.ts';

const bodyFindings = (body: string): string[] => findingsOf(`---\ntitle: Titre\n---\n${body}`);

const turns = (name: string, count: number): string => `**${name}** : Oui.\n\n`.repeat(count);
const spellings = (...body: string[]): string[] => lintCorpus([parsedBody(body.join(''))]).map(formatFinding);

describe('one file', () => {
  it('has an empty section where a heading has neither text nor subsections', () => {
    expect(bodyFindings('# Titre\n\n## Un\n\n### Deux\n\nTexte.\n\n## Trois\n\n## Quatre\n\nTexte.')).toEqual([
      'a.md:12: warning: empty section "Trois" (add its text, or remove the heading)',
    ]);
  });

  it('has an empty section in plain text too, but not where two heading lines stand together', () => {
    expect(findingsOf('Titre\n\nUn\nDeux\n\nTexte.\n\nTrois\n\nQuatre\n\nTexte.', 'a.txt')).toEqual([
      'a.txt:8: warning: empty section "Trois" (add its text, or remove the heading)',
    ]);
  });

  it('jumps over a heading level', () => {
    expect(bodyFindings('## Un\n\n#### Deux\n\nTexte.')).toEqual([
      'a.md:6: warning: heading "Deux" jumps from level 2 to level 4 (write it with ###)',
    ]);
  });

  it.each([
    ['a.md', '---\ntitle: T\n---\nUn.\n\n'],
    ['a.txt', 'Titre\n\nPremier paragraphe.\nDeux.\n\n'],
  ])('has a sentence without an end (%s)', (file, before) => {
    expect(findingsOf(`${before}${'mot '.repeat(250_000)}\n`, file)).toEqual([
      `${file}:6: warning: a sentence of 999,999 characters without an end (end its sentences with full stops, or part it with empty lines)`,
    ]);
  });

  it('has a heading without its space', () => {
    expect(bodyFindings('##Un\n\nTexte.')).toEqual(['a.md:4: warning: "##Un" is not a heading (put a space after ##)']);
  });

  it.each([
    "Partager l'article",
    'Partager l’article',
    'Lire la suite…',
    '- Imprimer',
    '**Tweeter**',
    'Partager sur Facebook',
    'Retour en haut',
    '[Lire la suite](https://example.org/a)',
    'Ce site utilise des cookies pour mesurer son audience.',
  ])('has web residue: %s', (line) => {
    expect(bodyFindings(`Texte.\n\n${line}\n`)).toEqual([
      `a.md:6: warning: web residue "${line}", left out of the index (remove the line)`,
    ]);
  });

  it.each(['Il faut imprimer le budget.', 'Partager l’article avec les élus est utile.', 'Les cookies sont un sujet.'])(
    'has no residue in the sentence "%s"',
    (line) => expect(bodyFindings(line)).toEqual([]),
  );

  it.each([
    ['without a title', '---\ndate: 2014-11-06\n---\n', 'a.md:1: error: missing title'],
    ['with broken front matter', '---\ntitle: a: b\n---\n', 'a.md:2: error: front matter is not valid YAML'],
    ['with an impossible date', '---\ndate: 2014-11-31\ntitle: a\n---\n', 'a.md:2: error: impossible date'],
  ])('has the faults of its body too, %s', (_, front, fault) => {
    const found = findingsOf(`${front}\n##Un\n\nTexte.\n\n## Vide\n`);
    expect(found).toEqual([
      expect.stringContaining(fault),
      expect.stringContaining('empty section "Vide"'),
      expect.stringContaining('"##Un" is not a heading'),
    ]);
  });

  it('has no text', () => {
    expect(bodyFindings('')).toEqual(['a.md:1: warning: no text below the title (add the text, or remove the file)']);
  });
});

describe('a document that stands twice', () => {
  it('is named with the first file, whatever its front matter, layout and form of apostrophes', () => {
    const first = parsed('---\ntitle: Un\n---\n# Un\n\nL’innovation,\nencore.\n\nUne autre phrase.', 'a.md');
    const second = parsed("Deux\n\nL'innovation, encore.\nUne autre phrase.", 'b.txt');
    const third = parsed('Trois\n\nL’innovation, encore.\nUne troisième phrase.', 'c.txt');
    expect(lintCorpus([first, second, third]).map(formatFinding)).toEqual([
      'b.txt:1: warning: duplicate document: same text as a.md (remove one of the two)',
    ]);
  });

  it('is not seen in files that have no text', () => {
    expect(lintCorpus([parsed('Un', 'a.txt'), parsed('Deux', 'b.txt')])).toEqual([]);
  });
});

describe('a speaker spelled two ways', () => {
  it('is asked about at each of the rare turns', () => {
    expect(spellings(turns('M. Durand', 47), turns('M. Durant', 2))).toEqual([
      'a.md:98: warning: speaker "Durant": did you mean "Durand", 47 turns? (use one spelling, unless these are two people)',
      'a.md:100: warning: speaker "Durant": did you mean "Durand", 47 turns? (use one spelling, unless these are two people)',
    ]);
  });

  it('is seen with first names and initials, and over files', () => {
    const record = parsedBody(turns('Mme Claire Le Goff', 12));
    const other = parsed('Titre\n\nMme C. Le Gof : Oui.', 'b.txt');
    expect(lintCorpus([record, other]).map(({ file, line, message }) => [file, line, message])).toEqual([
      ['b.txt', 3, 'speaker "Le Gof": did you mean "Le Goff", 12 turns?'],
    ]);
  });

  it.each([
    ['the first names differ', turns('M. Jean Durand', 40) + turns('M. Paul Durant', 1)],
    ['the honorifics differ', turns('M. Durand', 40) + turns('Mme Durant', 1)],
    ['both are frequent', turns('M. Durand', 40) + turns('M. Durant', 4)],
    ['the other is not much more frequent', turns('M. Durand', 8) + turns('M. Durant', 3)],
    ['the names are short', turns('M. Roy', 40) + turns('M. Roi', 1)],
    ['three letters differ', turns('M. Durand', 40) + turns('M. Dupont', 1)],
    ['they are functions', turns('M. le président', 40) + turns('M. le présidant', 1)],
  ])('is not suspected where %s', (_, body) => {
    expect(spellings(body)).toEqual([]);
  });
});
