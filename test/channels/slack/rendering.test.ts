import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderContext, renderNote, renderReply, renderShared } from '../../../src/channels/slack/blocks.ts';
import { homeView } from '../../../src/channels/slack/home-view.ts';
import { createAnswerer } from '../../../src/answer/create-answerer.ts';
import { compileLexicon, createLexicon, emptyLexiconData } from '../../../src/language/lexicon.ts';
import { withPlainFeedback } from '../../../src/channels/slack/feedback.ts';
import { labels } from '../../../src/channels/slack/labels.ts';
import { contextView, shareView } from '../../../src/channels/slack/modal.ts';
import { readPassagePointer, readQuestionPointer } from '../../../src/channels/slack/pointer.ts';
import type { Answer, Citation, Excerpt } from '../../../src/proceedings/answer.ts';
import type { Language } from '../../../src/proceedings/proceedings.ts';
import type { AnswerReply, ContextReply, TextReply } from '../../../src/replies/reply.ts';
import { checkMessage, checkView } from '../../support/slack/check-blocks.ts';
import { corpusOf } from '../../support/records.ts';
import { actionIds, readable } from './bench.ts';

const citation: Citation = {
  file: '2023-03-14-assises.md',
  title: 'Assises des bibliothèques',
  date: '2023-03-14',
  section: ['Ateliers', 'Lire à la campagne'],
  speaker: null,
  role: null,
  line: 10,
  start: 100,
  end: 143,
  url: null,
};

function excerpt(text = 'Le médiabus a coûté deux millions d’euros.', changes: Partial<Citation> = {}): Excerpt {
  return { text, score: 0.9, citation: { ...citation, end: citation.start + text.length, ...changes } };
}

const asked = { question: 'Combien a coûté le médiabus ?', language: 'fr' } as const;

function answered(changes: Partial<Extract<Answer, { kind: 'answered' }>> = {}): AnswerReply {
  const excerpts = [excerpt(), excerpt('Une seconde tournée commence.', { start: 300, line: 12 })];
  const answer = {
    kind: 'answered',
    ...asked,
    headline: 'deux millions',
    excerpts,
    silentSpeaker: null,
    ...changes,
  } as const;
  return { kind: 'answer', language: 'fr', answer };
}

/** The blocks of an answer whose source is `url`, as JSON. */
const link = (url: string) => JSON.stringify(render(answered({ excerpts: [excerpt(undefined, { url })] })).blocks);

const render = (reply: AnswerReply | TextReply) => renderReply(reply, { share: true });

describe('an answer', () => {
  test('is a headline, the quotation, where it stands, and the buttons', () => {
    const { blocks } = render(answered());
    expect(blocks.map(({ type }) => type)).toEqual(['header', 'rich_text', 'actions', 'context_actions']);
    expect(readable({ blocks })).toBe(
      [
        'deux millions',
        'Le médiabus a coûté deux millions d’euros.',
        'Assises des bibliothèques · 14 mars 2023 · Ateliers › Lire à la campagne',
        ' · 2023-03-14-assises.md:10',
        'Voir le contexte',
        'Garder',
        'Autres extraits',
        'Partager',
        'Utile',
        'Pas utile',
      ].join('\n'),
    );
  });

  test('names the speaker and the role only where the citation has them', () => {
    const spoken = excerpt('Nous ouvrons.', { speaker: 'Mme Anne Roche', role: 'directrice' });
    expect(readable(render(answered({ excerpts: [spoken] })))).toContain(
      '› Lire à la campagne · Mme Anne Roche, directrice\n',
    );
    expect(readable(render(answered()))).not.toContain('Roche');
  });

  test('links to the published text where there is one, and to nothing that is no web address', () => {
    expect(link('https://example.org/a|b?c=<d>&e')).toContain(
      '"url":"https://example.org/a%7Cb?c=%3Cd%3E&e","text":"texte publié"',
    );
    for (const url of ['javascript:alert(1)', 'slack://open', 'nonsense', `https://example.org/${'a'.repeat(3000)}`])
      expect(link(url)).not.toContain('"type":"link"');
  });

  test('shows all the quotes that were asked for, each with its own context', () => {
    const quotes = { ...answered({ headline: null }), purpose: 'quotes' } as const;
    const message = render(quotes);
    expect(actionIds(message)).toEqual(['context:0', 'keep:0', 'context:1', 'keep:1', 'more', 'share', 'feedback']);
    expect(readable(message)).toContain('Une seconde tournée commence.');
  });

  test('whose words are not those of the person asked about says so first', () => {
    expect(readable(render(answered({ silentSpeaker: 'Mme Roche' })))).toMatch(
      /^Je ne trouve pas de réponse dans les propos de Mme Roche/,
    );
  });

  test('leaves out the buttons that a very long question does not fit into, and keeps the rest', () => {
    const message = render(answered({ question: 'pourquoi '.repeat(4000) }));
    expect(actionIds(message)).toEqual(['context:0', 'keep:0', 'feedback']);
    expect(checkMessage(message)).toEqual([]);
  });

  test('holds pointers to the words and to the next excerpts', () => {
    const values = [...JSON.stringify(render(answered()).blocks).matchAll(/"value":("(?:[^"\\]|\\.)*")/g)].map(
      ([, value]) => JSON.parse(value!) as string,
    );
    expect(readPassagePointer(values[0])).toMatchObject({ file: citation.file, start: 100, end: 142, language: 'fr' });
    expect(readQuestionPointer(values[2])).toMatchObject({ question: asked.question, purpose: 'quotes', skip: 1 });
  });
});

describe('a sentence of 3,000 characters', () => {
  const long = `${'Le médiabus roule encore et toujours '.repeat(100)}.`;

  test('is cut between words, verbatim, with the mark of the cut outside the quotation', () => {
    const { blocks } = render(answered({ excerpts: [excerpt(long)] }));
    const [, block] = blocks;
    if (block?.type !== 'rich_text') throw new Error('no quotation');
    const [quote, below] = block.elements;
    const shown = quote?.elements[0];
    if (shown?.type !== 'text') throw new Error('no text');
    expect(long.startsWith(shown.text)).toBe(true);
    expect(shown.text).toMatch(/\p{L}$/u);
    expect(below?.elements[0]).toMatchObject({ text: '[…] ' });
  });

  test('is shown whole in its context where the passage fits', () => {
    const text = long.slice(0, 2900);
    const context = {
      kind: 'context',
      language: 'fr',
      excerpt: excerpt(text),
      passage: excerpt(text),
      previous: null,
      next: null,
    } as const;
    expect(readable(contextView(context))).toContain(text);
  });
});

describe('several answers', () => {
  const candidates = ['Cantal', 'Drôme'].map((headline, index) => ({
    headline,
    excerpts: Array.from({ length: 2 - index }, (_, more) =>
      excerpt(`${headline} ${more}.`, { start: 1000 * index + 100 * more }),
    ),
  }));
  const answer: Answer = {
    kind: 'candidates',
    ...asked,
    candidates,
    excerpts: candidates.flatMap(({ excerpts }) => excerpts),
  };

  test('are tallied, each with the button that opens its evidence', () => {
    const message = render({ kind: 'answer', language: 'fr', answer });
    expect(readable(message)).toMatch(/^Cantal \(2\) · Drôme \(1\)\nCantal \(2\)\nDrôme \(1\)\nAutres extraits\n/);
    expect(readable(message)).not.toContain('Cantal 0.');
    expect(actionIds(message)).toEqual(['candidate:0', 'candidate:1', 'more', 'share', 'feedback']);
  });

  test('by the dozen are counted beyond the first ten', () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      headline: `Ville ${index}`,
      excerpts: [excerpt(`${index}.`)],
    }));
    const message = render({ kind: 'answer', language: 'en', answer: { ...answer, candidates: many } });
    expect(readable(message)).toContain('Ville 9 (1)\n… and 50 more.');
    expect(checkMessage(message)).toEqual([]);
  });
});

describe('silence', () => {
  const answer: Answer = {
    kind: 'not_found',
    ...asked,
    searched: { files: 1, passages: 12, from: '2023-03-14', to: '2023-03-14' },
    missingWords: ['<!channel>', 'médiabus'],
    tried: [{ word: 'médiabus', spellings: ['bibliobus', '*médibus*'] }],
    nearest: [excerpt()],
    silentSpeaker: null,
  };

  test('says what was searched, how, and which words occur nowhere, and folds the nearest passages away', () => {
    const message = render({ kind: 'answer', language: 'fr', answer });
    expect(readable(message).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(
      [
        'Les comptes rendus ne répondent pas à cette question.',
        'J’ai cherché dans 1 compte rendu (14 mars 2023), 12 passages.',
        'Mots qui n’y figurent nulle part : « <!channel> », « médiabus ».',
        'J’ai cherché aussi « médiabus » sous « bibliobus », « *médibus* ».',
        'Passages les plus proches',
        'Prévenez-moi',
        'Partager',
        'Utile',
        'Pas utile',
      ].join('\n'),
    );
    expect(actionIds(message)).toEqual(['nearest', 'alert', 'share', 'feedback']);
    expect(message.text).not.toContain('Le médiabus a coûté');
    expect(checkMessage(message)).toEqual([]);
  });
});

describe('a message shared', () => {
  test('mentions who shared it, and nobody else', () => {
    const reply = answered({ question: '<@U2> <!here> combien ?' });
    const message = renderShared(reply, 'U1');
    expect(checkMessage(message, { allow: ['<@U1>'] })).toEqual([]);
    expect(checkMessage(message).length).toBeGreaterThan(0);
  });
});

describe('a long text', () => {
  test('is shown whole, in pieces of whole lines', () => {
    const lines = Array.from({ length: 150 }, (_, index) => `${index}. ${'x'.repeat(50)}`).join('\n');
    const message = render({ kind: 'text', language: 'fr', text: lines, choices: [] });
    expect(readable(message)).toBe(lines);
    expect(message.blocks.length).toBeGreaterThan(1);
  });
});

/** Text as hostile as it comes: markup, emoji of several parts, halves of characters, control characters, long runs. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    '<!channel>',
    '<@U1>',
    '<https://evil.example|lien>',
    '&amp;<&>',
    '*gras* _ital_ ~barré~ `code`',
    '```\nbloc\n```',
    'https://example.org/?a=<b>&c|d',
    '\u202egnirts',
    '\ud83d',
    '👩‍👩‍👧‍👦',
    'e\u0301'.repeat(50),
    '"\\\n'.repeat(400),
    ' ',
    '\u0000',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }).map((text) => text.repeat(900)),
);

/** Quotations come from files, which are decoded: they hold no half of a character. */
const quoted = hostile.map((text) => text.replaceAll(/\p{Surrogate}/gu, '') || 'x');

const anyExcerpt = fc
  .record({
    text: quoted,
    file: quoted,
    title: quoted,
    date: fc.constantFrom(null, '2023-03-14', 'hier'),
    section: fc.array(quoted, { maxLength: 6 }),
    speaker: fc.option(quoted),
    role: fc.option(quoted),
    url: fc.option(fc.oneof(hostile, fc.webUrl())),
    start: fc.nat(),
  })
  .map(({ text, start, ...rest }): Excerpt => ({
    text,
    score: 0.5,
    citation: { ...rest, line: 1, start, end: start + text.length },
  }));

const language = fc.constantFrom<Language>('fr', 'en');
const excerpts = fc.array(anyExcerpt, { minLength: 1, maxLength: 20 });
const candidate = fc.record({ headline: quoted, excerpts });

const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({
    kind: fc.constant('answered' as const),
    question: hostile,
    language,
    headline: fc.option(quoted),
    excerpts,
    silentSpeaker: fc.option(hostile),
  }),
  fc.record({
    kind: fc.constant('candidates' as const),
    question: hostile,
    language,
    candidates: fc.array(candidate, { minLength: 2, maxLength: 60 }),
    excerpts,
  }),
  fc.record({
    kind: fc.constant('not_found' as const),
    question: hostile,
    language,
    searched: fc.constant({ files: 1, passages: 2, from: null, to: null }),
    missingWords: fc.array(hostile, { maxLength: 20 }),
    tried: fc.array(fc.record({ word: hostile, spellings: fc.array(hostile, { minLength: 1, maxLength: 4 }) }), {
      maxLength: 4,
    }),
    nearest: fc.array(anyExcerpt, { maxLength: 5 }),
    silentSpeaker: fc.option(hostile),
  }),
);

const anyReply = fc
  .record({ answer: anyAnswer, language, purpose: fc.constantFrom('answer', 'quotes') })
  .map((reply): AnswerReply => ({ kind: 'answer', ...reply }));

/** A passage cut out of a file, with an excerpt inside it and its neighbours. */
const anyContext = fc
  .record({ passage: anyExcerpt, previous: fc.option(anyExcerpt), next: fc.option(anyExcerpt), language, at: fc.nat() })
  .map(({ passage, at, ...rest }): ContextReply => {
    const characters = [...passage.text];
    const from = characters.slice(0, at % characters.length).join('').length;
    const start = passage.citation.start + from;
    const text = passage.text.slice(from);
    return {
      kind: 'context',
      ...rest,
      passage,
      excerpt: { ...passage, text, citation: { ...passage.citation, start } },
    };
  });

describe('whatever the content', () => {
  test('an answer keeps every rule of Slack, with its own feedback buttons and with ordinary ones', () => {
    fc.assert(
      fc.property(anyReply, fc.boolean(), (reply, share) => {
        const message = renderReply(reply, { share });
        expect(checkMessage(message)).toEqual([]);
        expect(checkMessage({ ...message, blocks: withPlainFeedback(message.blocks) })).toEqual([]);
        expect(checkMessage(renderShared(reply, 'U1'), { allow: ['<@U1>'] })).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('texts with choices and notes keep every rule of Slack', () => {
    const choices = fc.array(fc.record({ label: hostile, text: hostile }), { maxLength: 60 });
    fc.assert(
      fc.property(hostile, choices, (text, offered) => {
        expect(checkMessage(renderNote(text))).toEqual([]);
        expect(checkMessage(render({ kind: 'text', language: 'fr', text, choices: offered }))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('a context keeps every rule of Slack, as a modal and as a message', () => {
    fc.assert(
      fc.property(anyContext, (context) => {
        expect(checkView(contextView(context))).toEqual([]);
        expect(checkMessage(renderContext(context))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('the home keeps every rule of Slack, for any record', () => {
    const dates = fc.option(fc.constantFrom('2014-11-06', '2023-03-14'));
    const held = fc.array(fc.record({ title: hostile, date: dates }), { maxLength: 60 });
    const [file] = corpusOf({ 'a.md': '---\ntitle: Séance\n---\n# Section\n\nUne phrase.\n' }).proceedings;
    fc.assert(
      fc.property(held, fc.boolean(), (files, keeping) => {
        const proceedings = files.map((changes) => ({ ...file!, ...changes }));
        const answerer = createAnswerer({ proceedings }, createLexicon(compileLexicon(emptyLexiconData)));
        const view = homeView({ language: 'fr', answerer, keeping, alerts: null, upkeep: [] });
        expect(checkView(view)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('everything between quotation bars is a verbatim part of its excerpt', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const sources = [
          ...('excerpts' in reply.answer ? reply.answer.excerpts : reply.answer.nearest),
          ...('candidates' in reply.answer ? reply.answer.candidates.flatMap((each) => each.excerpts) : []),
        ].map(({ text }) => text);
        for (const block of renderReply(reply, { share: true }).blocks)
          for (const part of block.type === 'rich_text' ? block.elements : [])
            if (part.type === 'rich_text_quote')
              for (const element of part.elements)
                expect(element.type === 'text' && sources.some((source) => source.startsWith(element.text))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

test.each(['fr', 'en'] as const)('every label fits its place (%s)', (each) => {
  expect(checkView(shareView(each, '{}'))).toEqual([]);
  const { contextTitle, shareTitle, close, share } = labels[each];
  for (const title of [contextTitle, shareTitle, close, share]) expect(title.length).toBeLessThanOrEqual(24);
});
