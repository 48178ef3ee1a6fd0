import { describe, expect, test } from 'vitest';
import { renderCandidates, renderEvidence } from '../../../src/channels/slack/candidate-blocks.ts';
import type { CandidateAnswers } from '../../../src/proceedings/answer.ts';
import type { AnswerReply } from '../../../src/replies/reply.ts';
import { checkMessage } from '../../support/slack/check-blocks.ts';
import { actionIds, mention, openBench, readable } from './bench.ts';

const corpus = `---
title: Séance
---
# Vélo

Le département du Cantal a créé une voie verte. Elle ouvre en juin.

# Rails

Le département de la Drôme a créé une voie verte. Elle ouvre en mai.
`;
const question = 'Quel département a créé une voie verte ?';

describe.each(['socket', 'http'] as const)('several answers (%s)', (mode) => {
  test('are a short tally, and each opens its own evidence for who clicks', async () => {
    const running = await openBench({ mode, corpus });
    const { slack } = running;
    const answer = await mention(running, question);
    expect(readable(answer)).toMatch(/^Cantal \(1\) · Drôme \(1\)\nCantal \(1\)\nDrôme \(1\)\n/);
    expect(readable(answer)).not.toContain('voie verte');
    await slack.click({ message: answer, action_id: 'candidate:1', user: 'U2' });
    const told = await slack.waitFor(() => slack.messages('C1').find(({ ephemeralTo }) => ephemeralTo === 'U2'));
    expect(readable(told)).toMatch(/^Drôme \(1\)\nLe département de la Drôme a créé une voie verte\./);
    expect(readable(told)).not.toContain('Cantal');
    expect(actionIds(told)).toContain('context:0');
  });
});

test('in a direct message the evidence stays in the conversation', async () => {
  const running = await openBench({ corpus });
  const { slack } = running;
  await slack.directMessage({ user: 'U1', text: question });
  const answer = await slack.waitFor(() => slack.messages(slack.im('U1')).at(0));
  await slack.click({ message: answer, action_id: 'candidate:0', user: 'U1' });
  const told = await slack.waitFor(() => slack.messages(slack.im('U1')).at(1));
  expect(told.ephemeralTo).toBeUndefined();
  expect(readable(told)).toContain('Le département du Cantal');
});

test('evidence that the record gives otherwise by now is not shown', async () => {
  const running = await openBench({ corpus });
  const { slack } = running;
  const answer = await mention(running, question);
  running.reload(corpus.replace('Drôme', 'Loire'));
  await slack.click({ message: answer, action_id: 'candidate:1', user: 'U1' });
  const told = await slack.waitFor(() => slack.messages('C1').find(({ ephemeralTo }) => ephemeralTo === 'U1'));
  expect(told.text).toContain('Le fichier a changé');
});

describe('sixty answers', () => {
  const names = ['<!channel> *gras* _ital_ ~barré~ `code`', 'https://example.org/?a=<b>&c|d', 'Puy-de-Dôme'];
  const of = (asked: string): { reply: AnswerReply; answer: CandidateAnswers } => {
    const candidates = Array.from({ length: 60 }, (_, index) => {
      const text = `${names[index % 3]!} ${index} ${'très longue phrase '.repeat(160)}`.trim();
      const citation = { file: 'a.md', title: 'Séance', date: null, section: [], speaker: null, role: null, line: 1 };
      const excerpt = { text, score: 1, citation: { ...citation, start: 0, end: text.length, url: null } };
      return { headline: `${names[index % 3]!} ${index}`, excerpts: [excerpt, excerpt] };
    });
    const excerpts = candidates.flatMap(({ excerpts: own }) => own.slice(0, 1));
    const answer = { kind: 'candidates', question: asked, language: 'fr', candidates, excerpts } as const;
    return { reply: { kind: 'answer', language: 'fr', answer }, answer };
  };
  const offer = { share: true, asker: 'x'.repeat(22) };

  test.each(['Où ?', 'Quel département ? '.repeat(15), 'Pourquoi donc ? '.repeat(100)])(
    'are all within reach, and keep every rule of Slack (%#)',
    (asked) => {
      const { reply, answer } = of(asked);
      const seen = new Set<number>();
      let from: number | undefined = 0;
      while (from !== undefined) {
        const message = renderCandidates(reply, answer, offer, from);
        expect(checkMessage(message)).toEqual([]);
        const ids = actionIds(message);
        const own = ids.flatMap((id) => /^candidate:(\d+)$/.exec(id)?.[1] ?? []).map(Number);
        if (asked.length > 1_000) {
          expect(message.blocks.some(({ type }) => type === 'rich_text')).toBe(true);
          return;
        }
        expect(own.length).toBeGreaterThan(0);
        own.forEach((at) => seen.add(at));
        from = ids.flatMap((id) => /^candidates:(\d+)$/.exec(id)?.[1] ?? []).map(Number)[0];
      }
      expect(seen.size).toBe(60);
    },
  );

  test('to a question that leaves no room for a row of buttons show their evidence, and lead to no list like this one', () => {
    for (let length = 900; length <= 1_500; length += 20) {
      const { reply, answer } = of('Où donc ? '.repeat(150).slice(0, length));
      const ten = { ...answer, candidates: answer.candidates.slice(0, 10) };
      const message = renderCandidates({ ...reply, answer: ten }, ten, offer);
      expect(checkMessage(message)).toEqual([]);
      const ids = actionIds(message);
      expect(ids).not.toContain('candidates:0');
      if (!ids.includes('candidate:0')) expect(message.blocks.some(({ type }) => type === 'rich_text')).toBe(true);
    }
  });

  test('each show evidence that keeps every rule of Slack', () => {
    const { reply, answer } = of('Où ?');
    for (let at = 0; at < 60; at += 1) expect(checkMessage(renderEvidence(reply, answer, at))).toEqual([]);
    expect(renderEvidence(reply, answer, 60)).toBeNull();
  });
});
