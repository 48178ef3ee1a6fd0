import type { RichTextBlock } from '@slack/types';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderReply } from '../../../src/channels/slack/blocks.ts';
import { lengths } from '../../../src/answer/lengths.ts';
import type { AnswerReply } from '../../../src/replies/reply.ts';
import { checkMessage } from '../../support/slack/check-blocks.ts';
import type { RecordedMessage } from '../../support/slack/types.ts';
import { actionIds, answererOf, type Bench, libraries, mention, openBench, question, readable } from './bench.ts';

/** What stands between quotation bars. */
function quoted(message: Pick<RecordedMessage, 'blocks'>): string {
  for (const block of message.blocks as Partial<RichTextBlock>[])
    for (const part of block.elements ?? [])
      if (part.type === 'rich_text_quote')
        return part.elements.map((each) => ('text' in each ? each.text : '')).join('');
  return '';
}

const speech = `**Mme Anne Roche**, directrice : ${Array.from({ length: 9 }, (_, number) => `Nous avons ouvert la salle numéro ${number} pour les lecteurs du quartier et leurs familles.`).join(' ')} Le médiabus a coûté deux millions d’euros. Les familles viennent plus nombreuses ce jour-là.`;
const corpus = `---\ntitle: Séance\n---\n# Débat\n\n${speech}\n\n**M. Paul Roche** : Je vous remercie.\n`;

const one = 'Le médiabus a coûté deux millions d’euros.';
const names = (message: Pick<RecordedMessage, 'blocks'>) =>
  readable(message).match(/Une phrase.*|Lecture 30 s.*|Intervention entière.*/g);

async function lengthen({ slack }: Bench, message: RecordedMessage, length: string, user = 'U1') {
  const edits = slack.messages(message.channel).find(({ ts }) => ts === message.ts)!.edits;
  await slack.click({ message, action_id: `length:${length}`, user });
  return slack.waitFor(() =>
    slack.messages(message.channel).find(({ ts, edits: now }) => ts === message.ts && now > edits),
  );
}

describe.each(['socket', 'http'] as const)('the length ladder (%s)', (mode) => {
  test('shows one citation as a sentence, as half a minute and as the whole speech, in place', async () => {
    const running = await openBench({ mode, corpus });
    const answer = await mention(running);
    expect(quoted(answer)).toBe(one);
    expect(names(answer)).toEqual(['Une phrase (affichée)', 'Lecture 30 s', 'Intervention entière']);

    const short = await lengthen(running, answer, 'short');
    expect(names(short)).toEqual(['Une phrase', 'Lecture 30 s (affichée)', 'Intervention entière']);
    expect(quoted(short)).toContain(one);
    expect(quoted(short)).toMatch(/^Nous [^]*jour-là\.$/);
    expect(quoted(short).length).toBeLessThanOrEqual(450);
    expect(readable(short)).toMatch(/\n\[…\]\nNous/);
    expect(short.text).toMatch(/^deux millions[^]*\[…\] «\u00a0Nous[^]*»\n— Mme Anne Roche, directrice · Séance/);

    const whole = await lengthen(running, short, 'whole');
    expect(names(whole)).toEqual(['Une phrase', 'Lecture 30 s', 'Intervention entière (affichée)']);
    expect(`**Mme Anne Roche**, directrice : ${quoted(whole)}`).toBe(speech);
    expect(readable(whole)).not.toContain('[…]');

    const sentence = await lengthen(running, whole, 'sentence');
    expect(quoted(sentence)).toBe(one);
    expect(readable(sentence)).toMatch(/\[…\]\nLe médiabus [^\n]*\n\[…\] /);
    expect(running.slack.messages('C1', answer.thread_ts)).toHaveLength(1);
  });
});

test('an answer that one person alone sees stays so at every length', async () => {
  const running = await openBench({ corpus });
  const { slack } = running;
  await slack.slashCommand({ command: '/greffier', text: question, user: 'U1', channel: 'C1' });
  const answer = await slack.waitFor(() => slack.messages('C1').at(0));
  const whole = await lengthen(running, answer, 'whole');
  expect(whole).toMatchObject({ ephemeralTo: 'U1', via: 'response_url' });
  expect(quoted(whole)).toContain('Nous avons ouvert la salle numéro 0');
  expect(slack.history('C1')).toEqual([]);
});

test('changes an answer in a direct message too', async () => {
  const running = await openBench({ corpus });
  const { slack } = running;
  await slack.directMessage({ user: 'U1', text: question });
  const answer = await slack.waitFor(() => slack.messages(slack.im('U1')).at(0));
  expect(quoted(await lengthen(running, answer, 'short'))).toContain(one);
});

test('keeps the other buttons at every length, those of the context and of deleting too', async () => {
  const running = await openBench({ corpus });
  const { slack } = running;
  const answer = await mention(running);
  const whole = await lengthen(running, answer, 'whole', 'U2');
  expect(actionIds(whole)).toEqual(actionIds(answer));
  await slack.click({ message: whole, action_id: 'context:0', user: 'U2' });
  expect(readable((await slack.waitFor(() => slack.lastView())).view)).toContain(one);
  await slack.click({ message: whole, action_id: 'delete', user: 'U1' });
  await slack.waitFor(() => slack.messages('C1', answer.thread_ts).length === 0);
});

test('offers no length that would change nothing', async () => {
  const running = await openBench();
  const spoken = await mention(running, 'Que dit Paul Roche des heures supplémentaires ?');
  expect(quoted(spoken)).toBe('La ville paie ces heures supplémentaires.');
  expect(names(spoken)).toBeNull();
});

test('says that the file has changed where the record answers otherwise by now', async () => {
  const running = await openBench({ corpus });
  const { slack } = running;
  const answer = await mention(running);
  running.reload(libraries);
  await slack.click({ message: answer, action_id: 'length:whole', user: 'U1' });
  const told = await slack.waitFor(() => slack.messages('C1').find(({ ephemeralTo }) => ephemeralTo === 'U1'));
  expect(told.text).toContain('Le fichier a changé');
  expect(slack.messages('C1', answer.thread_ts)[0]!.edits).toBe(0);
});

test('comes in a message for the person alone where a server edits nothing', async () => {
  const running = await openBench({ corpus, slack: { refuse: { 'chat.update': 'unknown_method' } } });
  const { slack } = running;
  const answer = await mention(running);
  slack.expireResponseUrls();
  slack.failNext('response_url', { kind: 'http', status: 404 });
  await slack.click({ message: answer, action_id: 'length:whole', user: 'U2' });
  const told = await slack.waitFor(() => slack.messages('C1').find(({ ephemeralTo }) => ephemeralTo === 'U2'));
  expect(quoted(told)).toContain('Nous avons ouvert la salle numéro 0');
});

test('keeps every rule of Slack with sentences of 3,000 characters and speeches of any length', () => {
  const sentence = fc
    .tuple(
      fc.constantFrom('<!channel>', '*gras* `code`', 'https://example.org/?a=<b>&c', '"\\', 'budget voté'),
      fc.nat(60),
    )
    .map(([words, times]) => `Alors ${`${words} `.repeat(times + 1)}`.slice(0, 3_000).trimEnd());
  const body = fc
    .array(sentence, { minLength: 1, maxLength: 40 })
    .map((all) => all.map((each) => `${each}.`).join(' '));
  fc.assert(
    fc.property(body, fc.constantFrom(...lengths), fc.boolean(), fc.nat(40), (said, length, long, at) => {
      const { corpus: read } = answererOf(`---\ntitle: T\n---\n# D\n\n**M. Paul Roche**, maire : ${said}\n`);
      const [proceedings] = read.proceedings;
      const passage = proceedings!.passages[at % proceedings!.passages.length]!;
      const { start, end } = passage.span;
      const citation = { file: 'assises.md', title: 'T', date: null, section: ['D'], speaker: 'M. Paul Roche' };
      const rest = { role: 'maire', line: 1, start, end, url: null };
      const excerpt = { text: proceedings!.text.slice(start, end), score: 1, citation: { ...citation, ...rest } };
      const asked = { question: long ? 'Pourquoi ? '.repeat(25) : 'Qui ?', language: 'fr' } as const;
      const answer = { kind: 'answered', ...asked, headline: null, excerpts: [excerpt], silentSpeaker: null } as const;
      const reply: AnswerReply = { kind: 'answer', language: 'fr', answer };
      const message = renderReply(reply, { share: true, corpus: read, length, asker: 'x'.repeat(22) });
      expect(checkMessage(message)).toEqual([]);
      expect(message.blocks.some(({ type }) => type === 'rich_text')).toBe(true);
      const shown = quoted(message);
      expect(proceedings!.text).toContain(shown);
    }),
    { numRuns: 60 },
  );
});
