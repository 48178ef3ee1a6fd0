import { describe, expect, it } from 'vitest';
import { findingsOf, parsed } from './parsed.ts';

const withFront = (...lines: string[]): string => ['---', ...lines, '---', '', 'Texte.'].join('\n');

describe('front matter', () => {
  it('is read into the fields of the record', () => {
    const text = withFront(
      'title: "Séance : le budget"',
      'date: 2014-11-06',
      'body: Conseil général',
      'event: Congrès',
      'place: Pau',
      'sitting: Plénière',
      'source: https://example.org/actes?id=1',
      'lang: fr',
    );
    expect(findingsOf(text)).toEqual([]);
    expect(parsed(text)).toMatchObject({
      title: 'Séance : le budget',
      date: '2014-11-06',
      body: 'Conseil général',
      event: 'Congrès',
      place: 'Pau',
      sitting: 'Plénière',
      source: 'https://example.org/actes?id=1',
      lang: 'fr',
      participants: [],
    });
  });

  it('needs a title only: the language is then French and the rest is unknown', () => {
    expect(parsed(withFront('title: 2014', 'body:', 'place: ~'))).toMatchObject({
      title: '2014',
      date: null,
      body: null,
      place: null,
      lang: 'fr',
    });
  });

  it('takes the day of a date with a time', () => {
    expect(parsed(withFront('title: t', 'date: 2014-11-06T14:30:00Z')).date).toBe('2014-11-06');
  });

  it.each(['2023-02-30', '2023-13-01', '2014', '06/11/2014', '2014-11', '6 novembre 2014'])(
    'keeps a file with the impossible date %s out, and names the line',
    (date) => {
      expect(findingsOf(withFront('title: t', `date: ${date}`))).toEqual([
        `a.md:3: error: impossible date "${date}" (write an existing day as YYYY-MM-DD, such as 2014-11-06)`,
      ]);
    },
  );

  it.each([
    ['titel', 'title'],
    ['Date', 'date'],
    ['sorce', 'source'],
    ['participant', 'participants'],
    ['lieu', 'place'],
    ['séance', 'sitting'],
    ['organe', 'body'],
  ])('asks of the unknown key "%s" whether "%s" was meant', (unknown, known) => {
    expect(findingsOf(withFront('title: t', `${unknown}: x`))).toEqual([
      `a.md:3: warning: unknown key "${unknown}"; did you mean "${known}"? (rename it to "${known}", or remove it)`,
    ]);
  });

  it.each(['qwertyuiop', 'auteur', 'author', 'state', 'notes', 'type', 'version'])(
    'lists the keys where none is near "%s"',
    (unknown) => {
      expect(findingsOf(withFront('title: t', `${unknown}: x`))).toEqual([
        `a.md:3: warning: unknown key "${unknown}" (remove it; the keys are title, date, body, event, place, sitting, source, lang, participants)`,
      ]);
    },
  );

  it.each(['javascript:alert(1)', 'ftp://example.org/a', 'example.org', 'https://', 'https://example.org/<!channel>'])(
    'leaves out the source %s, which is no web address',
    (source) => {
      const text = withFront('title: t', `source: "${source}"`);
      expect(parsed(text).source).toBeNull();
      expect(findingsOf(text)).toEqual([
        `a.md:3: warning: unusable source "${source}", left out (write a web address that starts with https:// or http://)`,
      ]);
    },
  );

  it('lists people as lines or as names with roles', () => {
    const text = withFront(
      'title: t',
      'participants:',
      '  - Mme L. Barthe, géographe (CNRS)',
      '  - M. A. Un (Orange), M. B. Deux',
      '  - name: M. Jean Dupont',
      '    role: maire',
      '    organisation: Ville de Lyon',
    );
    expect(findingsOf(text)).toEqual([]);
    expect(parsed(text).participants).toEqual([
      { honorific: 'Mme', name: 'L. Barthe', role: 'géographe', organisation: 'CNRS' },
      { honorific: 'M.', name: 'A. Un', role: null, organisation: 'Orange' },
      { honorific: 'M.', name: 'B. Deux', role: null, organisation: null },
      { honorific: 'M.', name: 'Jean Dupont', role: 'maire', organisation: 'Ville de Lyon' },
    ]);
  });

  it('leaves out people that are neither lines nor names, and keeps the file', () => {
    const text = withFront('title: t', 'participants: 3');
    expect(parsed(text).participants).toEqual([]);
    expect(findingsOf(text)).toHaveLength(1);
  });

  it.each(['  - "M. A. Un ', '  - name: "M. A. Un '])(
    'leaves out people whose entry goes on for pages (%s…)',
    (opening) => {
      const text = withFront('title: t', 'participants:', `${opening}${',;'.repeat(50_000)}x"`);
      expect(parsed(text).participants).toEqual([]);
      expect(findingsOf(text)).toEqual([expect.stringMatching(/^a\.md:3: warning: unusable participants, left out/)]);
    },
  );

  it('ends in a "---" line or is refused', () => {
    expect(findingsOf('---\ntitle: t\n')).toEqual([
      'a.md:1: error: front matter has no end (put a line "---" below its last key)',
    ]);
  });

  it.each([
    ['a value with a bare colon', ['title: a: b'], 'a.md:2: error: front matter is not valid YAML'],
    ['a key given twice', ['title: a', 'title: b'], 'a.md:3: error: front matter is not valid YAML'],
    ['a list', ['- a'], 'a.md:2: error: front matter is not a list of "key: value" lines'],
    [
      'aliases that multiply',
      ['title: t', 'a: &a [x,x,x,x,x,x]', 'b: &b [*a,*a,*a,*a,*a,*a]', 'c: [*b,*b,*b,*b,*b,*b]'],
      'a.md:4: error: front matter is not valid YAML: too many aliases',
    ],
  ])('refuses YAML that cannot be read, with its line: %s', (_, lines, finding) => {
    const findings = findingsOf(withFront(...lines));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(finding);
  });

  it('obeys no YAML tag', () => {
    const text = withFront('title: !!js/function "x"');
    expect(parsed(text).title).toBe('x');
    expect(findingsOf(text)[0]).toContain('a.md:2: warning: front matter: Unresolved tag');
  });
});

describe('a title', () => {
  it('is missing where front matter has none, whatever the headings say', () => {
    expect(findingsOf('---\ndate: 2014-11-06\n---\n# Le budget\n\nTexte.')).toEqual([
      'a.md:1: error: missing title (write "title: Le budget" in front matter, between two "---" lines at the top)',
    ]);
  });

  it('is the first heading of a file without front matter, with a warning', () => {
    expect(parsed('# Le budget\n\nTexte.').title).toBe('Le budget');
    expect(findingsOf('# Le budget\n\nTexte.')).toEqual([
      'a.md:1: warning: no front matter; the first heading serves as the title (open the file with front matter that has a title and a date)',
    ]);
  });

  it.each([
    ['a.md', 'Texte.'],
    ['a.md', ''],
    ['a.txt', ' \n\n'],
  ])('is missing in %s of %j', (file, text) => {
    expect(findingsOf(text, file)[0]).toMatch(/^a\.(?:md|txt):1: error: missing title \(/);
  });
});
