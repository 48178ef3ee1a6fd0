import { expect, test } from 'vitest';
import { basketMessage } from '../../../src/channels/slack/basket-blocks.ts';
import { renderReply } from '../../../src/channels/slack/blocks.ts';
import { renderQuotations } from '../../../src/channels/slack/citing-blocks.ts';
import { renderNearest } from '../../../src/channels/slack/nearest.ts';
import { renderPublished } from '../../../src/channels/slack/publish-quotation.ts';
import type { Message } from '../../../src/channels/slack/message.ts';
import type { Excerpt } from '../../../src/proceedings/answer.ts';

const place = { file: 'a.md', title: 'Séance', date: null, section: [], speaker: null, role: null, url: null };

/** Quotations of 5,000 characters, some of which Slack takes five for. */
const long = (count: number): readonly Excerpt[] =>
  Array.from({ length: count }, (_, index) => {
    const text = `Première phrase ${index} & < suite. `.repeat(150).trim();
    return { text, score: 1, citation: { ...place, line: 1, start: 0, end: text.length } };
  });

const answered = (excerpts: readonly Excerpt[]): Message =>
  renderReply(
    {
      kind: 'answer',
      language: 'fr',
      purpose: 'quotes',
      answer: { kind: 'answered', question: 'q', language: 'fr', headline: 'Oui', excerpts, silentSpeaker: null },
    },
    { share: true },
  );

const listed = (excerpts: readonly Excerpt[]): Message =>
  renderQuotations({
    query: 'mots',
    language: 'fr',
    sort: 'relevance',
    skip: 0,
    total: 3,
    more: false,
    silentSpeaker: null,
    quotations: excerpts.slice(0, 3).map((excerpt) => ({ excerpt, published: null })),
  });

const kept = (excerpts: readonly Excerpt[]): Message =>
  basketMessage(
    excerpts.map((excerpt, index) => ({ id: `${index}`, excerpt, stands: true })),
    {
      pointer: { language: 'fr', from: 0, id: null, format: null, channel: null, responseUrl: null },
      notice: null,
    },
  );

test.each([
  ['a publication', (excerpts: readonly Excerpt[]) => renderPublished(excerpts[0]!, 'fr', 'U1'), 1],
  ['a list', listed, 3],
  ['a basket', kept, 2],
  ['the nearest passages', (excerpts: readonly Excerpt[]) => renderNearest(excerpts, 'fr'), 5],
  ['an answer', answered, 5],
  ['a very long answer', answered, 60],
])('the text of %s cuts its quotations outside the guillemets, and keeps their citations', (_, render, count) => {
  const excerpts = long(count);
  const { text } = render(excerpts);
  expect(text.length).toBeLessThanOrEqual(4_000);
  const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const quoted = [...plain.matchAll(/«\u00a0([^»]*)\u00a0»( \[…\])?\n— Séance/g)];
  expect(quoted.length).toBeGreaterThan(0);
  expect(quoted.length).toBe(plain.replace('pour «', 'pour').split('«').length - 1);
  for (const [index, [, words = '', mark]] of quoted.entries()) {
    expect(excerpts[index]!.text.startsWith(words)).toBe(true);
    expect(mark).toBe(' […]');
  }
  expect(plain).not.toMatch(/[^[]…/);
});
