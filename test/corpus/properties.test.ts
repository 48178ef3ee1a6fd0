import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProceedings } from '../../src/corpus/parse.ts';
import { LONGEST_PASSAGE } from '../../src/corpus/passages.ts';
import type { Proceedings } from '../../src/proceedings/proceedings.ts';

const word = fc.constantFrom(
  'l’État',
  "qu'il",
  'été',
  'e\u0301te\u0301',
  'œuvre',
  '😀',
  '👩‍🚀',
  'M.',
  'Mme',
  'Durand',
  'a',
  'dit',
  ':',
  '–',
  '(Rires.)',
  'art. 3',
  '**',
  '_',
  '#',
  '|',
  '14\u00a0200',
  '!',
  'où ?',
  '« oui »',
  '\u202e',
  '(',
  ')',
  '-',
  '1.',
  '<!--',
  '-->',
  '[…]',
  '\u2028',
);
const sentence = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}.`),
  },
  // Now and then one without an end, in words or in one word.
  { weight: 1, arbitrary: fc.constantFrom('mot ', '😀', 'e\u0301').map((piece) => piece.repeat(6_500)) },
);
const paragraph = fc.oneof(
  { weight: 4, arbitrary: fc.array(sentence, { minLength: 1, maxLength: 60 }).map((sentences) => sentences.join(' ')) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          '**M. A. Un**, député : ',
          '**Mme la ministre.** ',
          'M. B. Deux, maire. – ',
          '**Plusieurs députés** : ',
        ),
        sentence,
      )
      .map((parts) => parts.join('')),
  },
  fc.constantFrom('(Applaudissements.)', '*(Rires.)*', '---', '```', '| a | b |', "Partager l'article", ''),
  fc.constantFrom(
    'Animateur : M. A. Un, maire.',
    '**Intervenants** : Mme B. Deux (Orange) et M. C. Trois',
    'Intervenants :',
  ),
  fc.tuple(fc.constantFrom('# ', '## ', '### ', '##### ', '#'), sentence).map((parts) => parts.join('')),
  fc
    .array(fc.tuple(fc.constantFrom('- ', '* ', '2. ', '  - '), sentence), { minLength: 1, maxLength: 30 })
    .map((items) => items.map((item) => item.join('')).join('\n')),
);
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const document = fc
  .record({
    bom: fc.constantFrom('', '\uFEFF'),
    front: fc.constantFrom(
      '---\ntitle: L’été\ndate: 2014-11-06\n---\n',
      '# Un titre\n\n',
      'Un titre\n\n',
      '---\ntitle: t\nfoo: é\n---\n\n',
    ),
    blocks: fc.array(fc.tuple(paragraph, fc.constantFrom('\n', '\n\n', '\n\n\n', ' \n \n')), { maxLength: 14 }),
    lineEnd,
  })
  .map(({ bom, front, blocks, lineEnd: end }) => `${bom}${front}${blocks.flat().join('')}`.replaceAll('\n', end));
const file = fc.constantFrom('a.md', 'sous-dossier/é.txt');

function loaded(name: string, source: string): Proceedings | null {
  return parseProceedings(name, new TextEncoder().encode(source)).proceedings;
}

function everyDocument(check: (record: Proceedings, source: string) => void): void {
  fc.assert(
    fc.property(file, document, (name, source) => {
      const record = loaded(name, source);
      if (record) check(record, source);
    }),
    { numRuns: 300 },
  );
}

describe('in every document', () => {
  it('the text is the file without BOM, with LF, NFC', () => {
    everyDocument((record, source) => {
      expect(record.text).toBe(
        source
          .replace(/^\uFEFF/, '')
          .replace(/\r\n?/g, '\n')
          .normalize('NFC'),
      );
    });
  });

  it('every span lies in the text and has no white space at its ends', () => {
    everyDocument(({ text, sections, speeches, passages }) => {
      const people = sections.flatMap((section) => section.participants);
      for (const { span } of [...speeches, ...passages, ...people]) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
        const slice = text.slice(span.start, span.end);
        expect(slice).not.toBe('');
        expect(slice).toBe(slice.trim());
        expect(slice).not.toMatch(/\p{Cs}/u);
      }
    });
  });

  it('no passage is longer than a passage may be', () => {
    everyDocument(({ passages }) => {
      for (const { span } of passages) expect(span.end - span.start).toBeLessThanOrEqual(LONGEST_PASSAGE);
    });
  });

  it('passages follow each other without overlap, inside their section and speech, and outside all others', () => {
    everyDocument(({ sections, speeches, passages }) => {
      let end = 0;
      for (const { span, section, speech, kind } of passages) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        end = span.end;
        const around = sections.filter((other) => other.span.start < span.end && span.start < other.span.end);
        expect(around).toEqual(section ? [section] : []);
        if (section) expect(span.start).toBeGreaterThan(section.span.start);
        const said = speeches.filter((other) => other.span.start < span.end && span.start < other.span.end);
        if (kind === 'text') expect(said).toEqual(speech ? [speech] : []);
        else expect(speech).toBeNull();
        if (speech) expect(span.end).toBeLessThanOrEqual(speech.span.end);
      }
    });
  });

  it('lines are those that an editor shows, and passage ids are unique', () => {
    everyDocument(({ text, sections, speeches, passages, file: name }) => {
      for (const { span, line } of [...sections, ...speeches, ...passages]) {
        expect(line).toBe(text.slice(0, span.start).split('\n').length);
      }
      expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
      expect(passages.every(({ id, span }) => id === `${name}#${span.start}`)).toBe(true);
    });
  });

  it('sections tile the text from the first heading to the end', () => {
    everyDocument(({ text, sections }) => {
      for (const [index, { span }] of sections.entries()) {
        expect(span.end).toBe(sections[index + 1]?.span.start ?? text.length);
      }
    });
  });

  it('a speaker’s name, role and organisation are words of the file', () => {
    everyDocument(({ text, speeches, sections }) => {
      const people = [
        ...speeches.map(({ speaker }) => speaker),
        ...sections.flatMap((section) => section.participants),
      ];
      const words = text.replace(/\*\*|__/g, '').replace(/\s+/g, ' ');
      for (const { name, role, organisation } of people) {
        for (const part of [name, role, organisation]) expect(words).toContain(part ?? '');
      }
    });
  });

  it('the same text gives the same record, however its lines end and its accents are composed', () => {
    fc.assert(
      fc.property(file, document, lineEnd, (name, source, end) => {
        const other = source.replace(/\r\n?/g, '\n').replaceAll('\n', end).normalize('NFD');
        expect(loaded(name, other)).toEqual(loaded(name, source));
      }),
      { numRuns: 100 },
    );
  });
});

describe('nothing throws', () => {
  it('for arbitrary bytes', () => {
    fc.assert(
      fc.property(file, fc.uint8Array({ maxLength: 400 }), (name, bytes) => {
        const { proceedings, findings } = parseProceedings(name, bytes);
        expect(proceedings !== null || findings.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('for arbitrary text, with and without front matter', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 3 }),
        word,
        fc.constantFrom('\n', '\n\n', ': ', '- ', '---\n', '"', '&a', '*a', '{', '[', '!!x'),
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        file,
        fc.constantFrom('', '---\n', '---\ntitle: t\n', '---\ntitle: t\n---\n'),
        text,
        (name, front, rest) => {
          const bytes = new TextEncoder().encode(front + rest);
          for (const { line } of parseProceedings(name, bytes).findings) expect(line).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
