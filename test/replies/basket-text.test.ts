import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Citation } from '../../src/proceedings/answer.ts';
import { basketEntries, inPieces, type Kept } from '../../src/replies/basket-text.ts';
import { anyText } from '../support/corpora.ts';

const citation: Citation = {
  file: '2023-03-14-assises.md',
  title: 'Assises des bibliothèques',
  date: '2023-03-01',
  section: ['Ateliers', 'Ouvrir le dimanche'],
  speaker: 'Mme Anne Roche',
  role: 'directrice de la médiathèque',
  line: 10,
  start: 100,
  end: 143,
  url: 'https://example.org/assises?a=1&b=2',
};

const kept = (text: string, changes: Partial<Citation> = {}, stands = true): Kept => ({
  excerpt: { text, score: 0, citation: { ...citation, ...changes } },
  stands,
});
const words = 'Nous ouvrons le dimanche depuis cinq ans.';
const text = (each: Kept, language: 'fr' | 'en' = 'fr') => basketEntries([each], 'text', language)[0]!;
const markdown = (each: Kept, language: 'fr' | 'en' = 'fr') => basketEntries([each], 'markdown', language)[0]!;

describe('a quotation as plain text', () => {
  it('gives the words, who said them, and where they stand', () => {
    expect(text(kept(words))).toBe(
      `«\u00a0${words}\u00a0»\n— Mme Anne Roche, directrice de la médiathèque, Assises des bibliothèques, 1er mars 2023, Ateliers › Ouvrir le dimanche, https://example.org/assises?a=1&b=2`,
    );
  });

  it('dates it in the language of the reader', () => {
    expect(text(kept(words), 'en')).toContain('Assises des bibliothèques, 1 March 2023, ');
  });

  it('leaves out what the file does not say, and gives nobody a role without a name', () => {
    const bare = { speaker: null, date: null, section: [], url: null };
    expect(text(kept(words, bare))).toBe(`«\u00a0${words}\u00a0»\n— Assises des bibliothèques`);
  });

  it('links to nothing that is no web address', () => {
    for (const url of ['javascript:alert(1)', 'nonsense', 'file:///etc/passwd'])
      expect(text(kept(words, { url }))).toMatch(/Ouvrir le dimanche$/);
  });

  it('says that the words no longer stand in the file', () => {
    expect(text(kept(words, {}, false))).toMatch(/\n\(Ces mots ne figurent plus dans le fichier\.\)$/);
    expect(markdown(kept(words, {}, false), 'en')).toMatch(/\n\n\(These words no longer stand in the file\.\)$/);
  });

  it('is verbatim, whatever the words', () => {
    fc.assert(
      fc.property(anyText, (any) => {
        expect(text(kept(any)).startsWith(`«\u00a0${any}\u00a0»\n— Mme Anne Roche, `)).toBe(true);
      }),
    );
  });
});

/** What a reader sees of a block quotation in Markdown: escapes and numeric entities undone. */
function read(block: string): string {
  return block
    .split('\n')
    .map((line) => {
      expect(line).toMatch(/^>(?: |$)/);
      return line.slice(2);
    })
    .join('\n')
    .replaceAll(/\\([!-/:-@[-`{-~])|&#(\d+);/g, (_, character: string | undefined, code: string) =>
      character === undefined ? String.fromCodePoint(Number(code)) : character,
    );
}

/** The same without what is escaped: only what Markdown may take for markup is left. */
const unescaped = (markup: string): string => markup.replaceAll(/\\[!-/:-@[-`{-~]|&#\d+;/g, '•');

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          ['# ', '\n', '\n\n', '- ', '* ', '+ ', '1. ', '12) ', '===', '---', '```\n', '~~~', '`', '| a |\n', ':-:'],
          ['<b>', '<!--', '&lt;', '&#35;', '[a](http://x)', '[a]: http://x\n', '![i](x)', '\\', '**', '__', '    '],
          ['http://x.fr', 'www.x.fr', 'a@b.fr', '<http://x>', '\t', '> ', 'mot', '\r', '$x$', '\u2028'],
        ].flat(),
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    ),
    { minLength: 1, maxLength: 20 },
  )
  .map((parts) => parts.join(''));

describe('a quotation as Markdown', () => {
  it('is a block quotation, then its citation with the title in italics and the link', () => {
    expect(markdown(kept(words))).toBe(
      `> «\u00a0${words}\u00a0»\n\n— Mme Anne Roche, directrice de la médiathèque, *Assises des bibliothèques*, 1er mars 2023, Ateliers › Ouvrir le dimanche, <https://example.org/assises?a=1&b=2>`,
    );
  });

  it('keeps paragraphs within the block quotation', () => {
    expect(markdown(kept('Un.\n\nDeux.')).split('\n\n—')[0]).toBe('> «\u00a0Un.\n>\n> Deux.\u00a0»');
  });

  it('reads exactly as the words, whatever they are', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, hostile), (any) => {
        const [block = ''] = markdown(kept(any)).split('\n\n— Mme Anne');
        expect(read(block)).toBe(`«\u00a0${any}\u00a0»`);
      }),
      { numRuns: 500 },
    );
  });

  it('lets neither words nor names become a heading, a list, code, a table, a link or HTML', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (any, speaker, section) => {
        const written = markdown(kept(any, { speaker, title: 'T', section: [section], url: null }));
        expect(written).not.toContain('\r');
        for (const [index, line] of written.split('\n').entries()) {
          const bare = unescaped(line.replace(/^> ?/, ''));
          expect(bare).not.toMatch(/[`_[\]<&~|]|:\/\/|\*(?!T\*)(?<!\*T\*)/);
          if (index > 0) expect(bare).not.toMatch(/^\s*(?:[-+#=:>]|\d+[.)])|^(?: {4}|\t)/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('of a hostile line, as it is written', () => {
    const [block] = markdown(kept('Oui.\n# <b>Titre</b>\n1. [lien](http://x) & *gras*\n    code')).split('\n\n—');
    expect(block).toBe(
      [
        '> «\u00a0Oui.',
        '> \\# \\<b>Titre\\</b>',
        '> 1\\. \\[lien\\](http\\://x) \\& \\*gras\\*',
        '> &#32;   code\u00a0»',
      ].join('\n'),
    );
  });
});

describe('a whole basket', () => {
  const limits = fc.integer({ min: 2, max: 60 });

  it('comes in pieces that make up the whole, and no piece is longer than asked', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 8 }), limits, (entries, limit) => {
        const pieces = inPieces(entries, limit);
        expect(pieces.join('')).toBe(entries.join('\n\n'));
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(limit);
          expect(piece.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is cut between quotations, and inside one only where it is longer than a piece', () => {
    expect(inPieces(['aa bb', 'cc', 'dd'], 12)).toEqual(['aa bb\n\ncc\n\n', 'dd']);
    expect(inPieces(['un deux trois', 'quatre'], 8)).toEqual(['un deux ', 'trois\n\n', 'quatre']);
  });

  it('is never cut inside a character', () => {
    expect(inPieces(['a😀😀'], 2)).toEqual(['a', '😀', '😀']);
  });
});
