import { describe, expect, test } from 'vitest';
import { checkMessage } from '../../support/slack/check-blocks.ts';
import type { RecordedMessage } from '../../support/slack/types.ts';
import { renderNearest } from '../../../src/channels/slack/nearest.ts';
import { nearestValue, readAlertPointer } from '../../../src/channels/slack/silence-pointer.ts';
import { actionIds, type Bench, libraries, mention, openBench, readable } from './bench.ts';

const unanswered = 'Combien coûtent les médiabuss en Ardèche ?';

/** The bot's messages to one person alone in C1. */
const whispers = ({ slack }: Bench, user = 'U1') => slack.messages('C1').filter((each) => each.ephemeralTo === user);

/** What a person reads, with plain spaces. */
const said = (message: RecordedMessage) => readable(message).replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the certificate of silence', () => {
  test('in French says what was searched, in which spellings, and which words occur nowhere', async () => {
    expect(said(await mention(await openBench(), unanswered)).split('\n')).toEqual([
      'Les comptes rendus ne répondent pas à cette question.',
      'J’ai cherché dans 1 compte rendu (14 mars 2023), 5 passages.',
      'Mot qui n’y figure nulle part : « Ardèche ».',
      'J’ai cherché aussi « coûtent » sous « coûté » ; « médiabuss » sous « médiabus ».',
      'Passages les plus proches',
      'Prévenez-moi',
      'Partager',
      'Supprimer',
      'Utile',
      'Pas utile',
    ]);
  });

  test('in English says the same', async () => {
    const message = await mention(await openBench(), 'Who is the mayor of Médiabuss in Ardèche?');
    expect(said(message)).toMatch(
      /^The record does not answer this question\.\nI searched 1 record \(14 March 2023\), 5 passages\.\nWords that occur nowhere in the record: “mayor”, “Ardèche”\.\nI also looked for “Médiabuss” as “médiabus”\.\n/,
    );
    expect(said(message)).toContain('Nearest passages\nTell me when');
  });

  test('names the person who never speaks of it', async () => {
    const message = await mention(await openBench(), 'Que dit Paul Roche des fusées ?');
    expect(said(message)).toMatch(
      /^Je ne trouve pas de réponse dans les propos de M\. Paul Roche\.\nJ’ai cherché dans/,
    );
  });

  test.each([
    ['2,000 characters of words', 'fusée interplanétaire '.repeat(100).slice(0, 2000)],
    ['1,950 characters of quotation marks and backslashes', `fusées ${'"\\'.repeat(970)} ?`],
    ['one word of 1,900 characters', `fusée${'x'.repeat(1900)}`],
    ['markup', 'fusées <!channel> <@U2> *gras* `code` https://evil.example/?a=<b> & ~barré~'],
  ])('keeps every rule of Slack for a question of %s', async (_, question) => {
    const { slack } = await openBench();
    await slack.directMessage({ user: 'U1', text: question.replaceAll('<', '&lt;').replaceAll('>', '&gt;') });
    const message = await slack.waitFor(() =>
      slack.messages(slack.im('U1')).find(({ user }) => user === slack.botUserId),
    );
    expect(message.blocks).not.toEqual([]);
    expect(actionIds(message).at(-1)).toBe('feedback');
    slack.assertNoBreaches();
  });
});

describe('the nearest passages', () => {
  test('are not in the message, and come to the one who asks for them, as no answer', async () => {
    const running = await openBench();
    const { slack } = running;
    const silence = await mention(running, unanswered);
    expect(silence.text + readable(silence)).not.toContain('deux millions');
    await slack.click({ message: silence, action_id: 'nearest', user: 'U2' });
    const shown = await slack.waitFor(() => whispers(running, 'U2')[0]);
    expect(said(shown)).toMatch(/^Passages les plus proches \(ce n’est pas une réponse\) :\n[^]*médiabus/);
    expect(shown.text).toMatch(/^Passages les plus proches[^]*médiabus/);
    expect(shown.thread_ts).toBe(silence.thread_ts);
    expect(slack.history('C1').filter(({ user }) => user === slack.botUserId)).toHaveLength(1);
    await slack.click({ message: shown, action_id: 'context:0', user: 'U2' });
    await slack.waitFor(() => slack.lastView());
  });

  test('come in the thread of the answer where a person speaks with the bot alone', async () => {
    const { slack } = await openBench();
    await slack.directMessage({ user: 'U1', text: unanswered });
    const channel = slack.im('U1');
    const ofBot = () => slack.messages(channel).filter(({ user }) => user === slack.botUserId);
    const silence = await slack.waitFor(() => ofBot()[0]);
    await slack.click({ message: silence, action_id: 'nearest', user: 'U1' });
    const shown = await slack.waitFor(() => ofBot()[1]);
    expect(shown.thread_ts).toBe(silence.ts);
    expect(said(shown)).toContain('ce n’est pas une réponse');
  });

  test('come in private after a slash command', async () => {
    const running = await openBench();
    const { slack } = running;
    await slack.slashCommand({ command: '/greffier', text: unanswered, user: 'U1', channel: 'C1' });
    const silence = await slack.waitFor(() => whispers(running)[0]);
    await slack.click({ message: silence, action_id: 'nearest', user: 'U1' });
    expect(said(await slack.waitFor(() => whispers(running)[1]))).toContain('ce n’est pas une réponse');
    expect(slack.history('C1')).toEqual([]);
  });

  test('are not shown as other words where the file has changed', async () => {
    const running = await openBench();
    const silence = await mention(running, unanswered);
    running.reload(libraries.replace('# Lire à la campagne', '# Lire\n\nBonjour à tous.\n\n# Lire à la campagne'));
    await running.slack.click({ message: silence, action_id: 'nearest', user: 'U1' });
    expect((await running.slack.waitFor(() => whispers(running)[0])).text).toContain('Le fichier a changé');
  });

  test('keep every rule of Slack, however many and long they are', () => {
    const citation = {
      title: '*T* <!here> `t`',
      date: null,
      section: ['<@U1>'],
      speaker: '~M. & Mme~',
      role: null,
      line: 1,
    };
    const excerpts = Array.from({ length: 60 }, (_, index) => ({
      text: 'Les fusées "volent" encore et toujours. '.repeat(75),
      score: 0.1,
      citation: {
        ...citation,
        file: `${'f'.repeat(200)}${index}.md`,
        start: 0,
        end: 3000,
        url: 'https://a.example/?b=<c>&d',
      },
    }));
    for (const language of ['fr', 'en'] as const) expect(checkMessage(renderNearest(excerpts, language))).toEqual([]);
    expect(nearestValue(excerpts, 'fr')!.length).toBeLessThanOrEqual(1000);
  });
});

test('a button remembers no question that is longer than a message may be', () => {
  expect(readAlertPointer(JSON.stringify({ question: 'x'.repeat(2001), language: 'fr' }))).toBeNull();
});
