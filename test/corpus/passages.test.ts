import { describe, expect, it } from 'vitest';
import { LONGEST_PASSAGE, MAX_PASSAGE } from '../../src/corpus/passages.ts';
import { parsed, parsedBody, passageTexts } from './parsed.ts';

describe('sections', () => {
  it('nest by heading level and leave the file’s title out of their path', () => {
    const { sections } = parsedBody('# titre\n\n## Un\n\n### Deux\n\nA.\n\n## Trois\n\nB.\n\n# Quatre\n\nC.');
    expect(sections.map(({ level, title, path, line }) => [level, title, path, line])).toEqual([
      [1, 'titre', [], 4],
      [2, 'Un', ['Un'], 6],
      [3, 'Deux', ['Un', 'Deux'], 8],
      [2, 'Trois', ['Trois'], 12],
      [1, 'Quatre', ['Quatre'], 16],
    ]);
  });

  it('reach from their heading to the next one of any level, or to the end', () => {
    const { text, sections } = parsedBody('Avant.\n\n## Un\n\nA.\n\n### Deux\n\nB.\n');
    expect(sections.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '## Un\n\nA.\n\n',
      '### Deux\n\nB.\n',
    ]);
  });

  it('are read from underlined headings, closed ones and bold ones', () => {
    const { sections } = parsedBody('Un\n==\n\nDeux\n---\n\n### Trois ###\n\n#### **Quatre**\n');
    expect(sections.map(({ level, title }) => [level, title])).toEqual([
      [1, 'Un'],
      [2, 'Deux'],
      [3, 'Trois'],
      [4, 'Quatre'],
    ]);
  });

  it('are null for passages before the first heading', () => {
    expect(parsedBody('Avant.\n\n## Un\n\nA.').passages.map(({ section }) => section?.title ?? null)).toEqual([
      null,
      'Un',
    ]);
  });
});

describe('passages', () => {
  it('are the paragraphs, with their lines in the file, front matter included', () => {
    const { text, passages } = parsedBody('\nUn\nsur deux lignes.\n\n\n  Deux.  \n');
    expect(passages.map(({ id, line, span }) => [id, line, text.slice(span.start, span.end)])).toEqual([
      ['a.md#22', 5, 'Un\nsur deux lignes.'],
      ['a.md#46', 9, 'Deux.'],
    ]);
  });

  it('keep a list with the sentence that introduces it, over empty lines too', () => {
    expect(passageTexts(parsedBody('Trois mesures :\n- une\n- deux\n\nAprès.'))).toEqual([
      'Trois mesures :\n- une\n- deux',
      'Après.',
    ]);
    expect(passageTexts(parsedBody('Trois mesures :\n\n1. une\n\n2. deux\n   suite\n\nAprès.'))).toEqual([
      'Trois mesures :\n\n1. une\n\n2. deux\n   suite',
      'Après.',
    ]);
    expect(passageTexts(parsed('Titre\n\nTrois mesures :\n- une\n- deux\nAprès.', 'a.txt'))).toEqual([
      'Trois mesures :\n- une\n- deux',
      'Après.',
    ]);
  });

  it('are cut at sentence ends where a paragraph is long', () => {
    const sentence = `Le département a ${'très '.repeat(60)}bien travaillé avec M. Durand en 2014.`;
    const texts = passageTexts(parsedBody(Array.from({ length: 9 }, () => sentence).join(' ')));
    expect(texts).toHaveLength(3);
    for (const text of texts) {
      expect(text.length).toBeLessThanOrEqual(MAX_PASSAGE);
      expect(text).toMatch(/^Le département.*en 2014\.$/);
    }
  });

  it('are not cut at the line breaks of a long paragraph that was wrapped by hand', () => {
    const sentence = `Le département\n${'a très\n'.repeat(60)}bien travaillé.`;
    for (const text of passageTexts(parsedBody(Array.from({ length: 9 }, () => sentence).join(' ')))) {
      expect(text).toMatch(/^Le département[^]*bien travaillé\.$/);
    }
  });

  it('leave a single long sentence whole', () => {
    expect(passageTexts(parsedBody('mot '.repeat(1000)))).toHaveLength(1);
  });

  it.each([
    ['a.md', 'a paragraph', `---\ntitle: T\n---\n${'mot '.repeat(5_000)}`],
    ['a.txt', 'a line', `Titre\n\n${'mot '.repeat(5_000)}`],
    ['a.md', 'a speech', `---\ntitle: T\n---\n**M. A. Un** : ${'mot '.repeat(5_000)}`],
    ['a.md', 'what introduces a list', `---\ntitle: T\n---\n${'mot '.repeat(2_000)}:\n- ${'mot '.repeat(5_000)}`],
    ['a.md', 'a table', `---\ntitle: T\n---\n${'| mot | mot |\n'.repeat(2_000)}`],
    ['a.md', 'a stage direction', `---\ntitle: T\n---\n(${'mot '.repeat(5_000)})`],
  ])('are cut at the end of a word where a sentence has no end (%s: %s), and lose no word', (file, _, text) => {
    const texts = passageTexts(parsed(text, file));
    for (const passage of texts) expect(passage.length).toBeLessThanOrEqual(LONGEST_PASSAGE);
    const words = texts.flatMap((passage) => passage.split(/[\s|:()-]+/)).filter((word) => word !== '');
    expect(new Set(words)).toEqual(new Set(['mot']));
    expect(words).toHaveLength(text.match(/mot/g)?.length ?? 0);
  });

  it('are cut inside a word that has no end, but not inside a character', () => {
    const text = `a${'😀'.repeat(10_000)}`;
    const texts = passageTexts(parsedBody(text));
    expect(texts.join('')).toBe(text);
    for (const passage of texts) {
      expect(passage.length).toBeLessThanOrEqual(LONGEST_PASSAGE);
      expect(passage).not.toMatch(/\p{Surrogate}/u);
    }
  });

  it('cut a long list between its items, and keep the introducing sentence with the first', () => {
    const before = 'Une phrase. '.repeat(100);
    const items = Array.from({ length: 20 }, (_, index) => `- ${index} ${'mot '.repeat(40)}fin`);
    const texts = passageTexts(parsedBody(`${before}Voici les mesures :\n\n${items.join('\n')}`));
    expect(texts[0]).toBe(before.trim());
    expect(texts[1]).toMatch(/^Voici les mesures :\n\n- 0 /);
    for (const text of texts.slice(2)) expect(text).toMatch(/^- \d+ [^]* fin$/);
    expect(texts.every((text) => text.length <= MAX_PASSAGE)).toBe(true);
  });

  it('leave out headings, front matter, rules, comments and web residue', () => {
    const body =
      '# Titre\n\nUn.\n\n---\n\n<!-- note\nsur deux lignes -->\n\nDeux.\n\n***\n\nPartager l’article\n\n[Imprimer](https://example.org)\n';
    expect(passageTexts(parsedBody(body))).toEqual(['Un.', 'Deux.']);
  });

  it('read text behind a comment that nothing closes', () => {
    expect(passageTexts(parsedBody('<!-- note\n\nUn.'))).toEqual(['<!-- note', 'Un.']);
  });

  it('keep a table and a code fence whole, and see no heading in code', () => {
    const { sections, ...record } = parsedBody(
      'Avant.\n| a | b |\n|---|---|\n| c | d |\n\n```\n# non\n\nM. X : non\n```\n',
    );
    expect(sections).toEqual([]);
    expect(passageTexts({ sections, ...record })).toEqual([
      'Avant.',
      '| a | b |\n|---|---|\n| c | d |',
      '```\n# non\n\nM. X : non\n```',
    ]);
  });

  it('mark stage directions that stand alone, and only these', () => {
    const body =
      '(Applaudissements.)\n\n_(Rires.)_\n\n(Murmures.) (Exclamations (à droite).)\n\n(Bien.) Il sort.\n\nIl sort. (Rires.)';
    expect(parsedBody(body).passages.map(({ kind }) => kind)).toEqual(['stage', 'stage', 'stage', 'text', 'text']);
  });
});

describe('plain text', () => {
  it('has its title on the first line and headings between empty lines', () => {
    const { title, sections, ...record } = parsed(
      'Le titre\n\nAvant.\n\nUn chapitre\n\nA.\n\nPas un titre.\n\nFin !',
      'a.txt',
    );
    expect(title).toBe('Le titre');
    expect(sections.map(({ title: words, level, path, line }) => [words, level, path, line])).toEqual([
      ['Le titre', 1, [], 1],
      ['Un chapitre', 1, ['Un chapitre'], 5],
    ]);
    expect(passageTexts({ title, sections, ...record })).toEqual(['Avant.', 'A.', 'Pas un titre.', 'Fin !']);
  });

  it('has a heading right above a participants line', () => {
    const { sections } = parsed('Titre\n\nUn atelier\nAnimateur : M. A. Un.\n\nTexte.', 'a.txt');
    expect(sections[1]).toMatchObject({ title: 'Un atelier', participants: [{ name: 'A. Un' }] });
  });

  it('takes a long line, a list item or a stage direction for no heading', () => {
    const { sections } = parsed(`Titre\n\n${'mot '.repeat(40)}\n\n- un point\n\n(Rires)\n\nTexte.`, 'a.txt');
    expect(sections.map(({ title }) => title)).toEqual(['Titre']);
  });

  it('has a paragraph on each line', () => {
    expect(passageTexts(parsed('Titre\n\nUne phrase.\nUne autre.\n', 'a.txt'))).toEqual(['Une phrase.', 'Une autre.']);
  });

  it('joins the lines of a sentence that was wrapped by hand', () => {
    expect(
      passageTexts(parsed('Titre\n\nUne phrase assez longue de\nM. Durand qui va\nà la ligne.\nUne autre.\n', 'a.txt')),
    ).toEqual(['Une phrase assez longue de\nM. Durand qui va\nà la ligne.', 'Une autre.']);
  });
});
