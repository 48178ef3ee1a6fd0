import { describe, expect, test } from 'vitest';
import {
  actionIds,
  type Bench,
  libraries,
  logged,
  mention,
  openBench,
  question,
  ratingValue,
  readable,
} from './bench.ts';

/** The bot's messages to one person alone in C1. */
const whispers = ({ slack }: Bench, user = 'U1') => slack.messages('C1').filter((each) => each.ephemeralTo === user);

describe('the context of an excerpt', () => {
  test.each(['socket', 'http'] as const)(
    'opens in a modal, and its buttons move through the section (%s)',
    async (mode) => {
      const running = await openBench({ mode });
      const { slack } = running;
      const answer = await mention(running);
      await slack.click({ message: answer, action_id: 'context:0', user: 'U1' });
      const view = await slack.waitFor(() => slack.lastView());
      expect(readable(view.view)).toMatch(
        /Avant\s:\nLe département de la Creuse[^]*Le passage\s:\nLe médiabus a coûté[^]*Après\s:\nLes bénévoles/,
      );
      expect(readable(view.view)).toMatch(/Qui parle\s: le compte rendu lui-même[^]*\nLigne 10 [^]*passage 2 sur 3 /);
      expect(JSON.stringify(view.view)).toContain('"url":"https://example.org/assises?a=1&b=2"');
      expect(actionIds(view.view)).toEqual(['previous', 'next', 'keep:0']);

      await slack.click({ view, action_id: 'next', user: 'U1' });
      await slack.waitFor('views.update');
      const last = slack.lastView()!;
      expect(last.id).toBe(view.id);
      expect(readable(last.view)).toMatch(/Le passage\s:\nLes bénévoles/);
      expect(actionIds(last.view)).toEqual(['previous', 'keep:0']);

      await slack.click({ view: last, action_id: 'previous', user: 'U1' });
      await slack.waitFor('views.update', 2);
      expect(readable(slack.lastView()!.view)).toMatch(/Le passage\s:\nLe médiabus/);
    },
  );

  test('never leaves the section', async () => {
    const running = await openBench();
    const answer = await mention(running, 'Depuis quand la médiathèque ouvre-t-elle le dimanche ?');
    await running.slack.click({ message: answer, action_id: 'nearest', user: 'U1' });
    const nearest = await running.slack.waitFor(() => whispers(running)[0]);
    await running.slack.click({ message: nearest, action_id: 'context:0', user: 'U1' });
    const view = await running.slack.waitFor(() => running.slack.lastView());
    expect(readable(view.view)).toContain('Qui parle\u00a0: Mme Anne Roche, directrice de la médiathèque');
    expect(readable(view.view)).not.toContain('bénévoles');
  });

  test('says that the file has changed where the words are gone', async () => {
    const running = await openBench();
    const answer = await mention(running);
    running.reload(libraries.replace('vingt médiabus', 'cent médiabus tout neufs'));
    await running.slack.click({ message: answer, action_id: 'context:0', user: 'U1' });
    const [whisper] = await running.slack.waitFor(() => whispers(running).length > 0 && whispers(running));
    expect(whisper!.text).toBe('Le fichier a changé depuis cette réponse. Posez de nouveau la question.');
    expect(running.slack.calls('views.open')).toEqual([]);
  });

  test('still opens after a reload that leaves the words where they were', async () => {
    const running = await openBench();
    const answer = await mention(running);
    running.reload(`${libraries}\nUne ligne de plus.\n`);
    await running.slack.click({ message: answer, action_id: 'context:0', user: 'U1' });
    expect(readable((await running.slack.waitFor(() => running.slack.lastView())).view)).toContain(
      'Le médiabus a coûté',
    );
  });
});

describe('more excerpts', () => {
  test('come in the thread of the answer, each with its own button, and end with a word about it', async () => {
    const running = await openBench();
    const { slack } = running;
    const answer = await mention(running, 'médiabus');
    await slack.click({ message: answer, action_id: 'more', user: 'U2' });
    const more = await slack.waitFor(() => slack.messages('C1', answer.thread_ts).at(1));
    expect(more.ephemeralTo).toBeUndefined();
    expect(readable(more)).not.toContain('Le médiabus a coûté');
    await slack.click({ message: more, action_id: 'more', user: 'U2' });
    const [end] = await slack.waitFor(() => whispers(running, 'U2').length > 0 && whispers(running, 'U2'));
    expect(end!.text).toContain('pas d’autre extrait');
  });
});

describe('a choice', () => {
  test('is a turn of the same conversation', async () => {
    const running = await openBench();
    const { slack, turns } = running;
    const asked = await mention(running, 'Qu’a dit Roche sur le dimanche ?');
    expect(actionIds(asked)).toEqual(['choose:0', 'choose:1']);
    expect(readable(asked)).toContain('Mme Anne Roche');
    await slack.click({ message: asked, action_id: 'choose:0', user: 'U1' });
    const answer = await slack.waitFor(() => slack.messages('C1', asked.thread_ts).at(1));
    expect(readable(answer)).toContain('Roche');
    expect(turns[1]!.conversation).toBe(turns[0]!.conversation);
  });
});

describe('feedback', () => {
  test('is kept, noted in the log and thanked for in private', async () => {
    const running = await openBench();
    const answer = await mention(running);
    const value = ratingValue(answer, 'useful');
    await running.slack.click({ message: answer, action_id: 'feedback', value, user: 'U1' });
    const [thanks] = await running.slack.waitFor(() => whispers(running).length > 0 && whispers(running));
    expect(thanks).toMatchObject({ text: 'Merci, votre avis est noté.', thread_ts: answer.thread_ts });
    expect(await running.store.feedback.list(9)).toMatchObject([{ person: 'U1', rating: 'useful', question }]);
    await running.bot.stop();
    const told = { kind: 'button feedback', event: answer.ts, outcome: 'useful' };
    expect(logged(running.log)).toContainEqual(expect.objectContaining(told));
  });

  test('has ordinary buttons where Slack refuses its own, which is found out once', async () => {
    const running = await openBench();
    const { slack } = running;
    slack.failNext('chat.postMessage', { kind: 'error', error: 'invalid_blocks' });
    const answer = await mention(running);
    expect(actionIds(answer)).toEqual(
      'length:sentence length:short length:whole context:0 keep:0 more share delete feedback:positive feedback:negative'.split(
        ' ',
      ),
    );
    await mention(running);
    expect(slack.calls('chat.postMessage')).toHaveLength(3);
    await slack.click({ message: answer, action_id: 'feedback:negative', user: 'U1' });
    await slack.waitFor(() => slack.lastView());
    expect(running.log.filter((line) => line.includes('feedback_buttons'))).toHaveLength(1);
  });
});

describe('buttons that were tampered with or outlived their bot', () => {
  const forged = [
    'not json',
    '{}',
    'null',
    '{"file":"../../etc/passwd","start":0,"end":10,"seal":"x","language":"fr"}',
    '{"file":"assises.md","start":-1,"end":1e9,"seal":"x","language":"fr"}',
    '{"file":"assises.md","start":0,"end":10,"seal":"x","language":"de"}',
    '{"question":1,"purpose":"answer","skip":-1,"language":"fr"}',
    '{"text":{}}',
    `{"text":"${'x'.repeat(5000)}"}`,
  ];
  const actions = 'context:0 next more share choose:0 feedback of-another-version toString length:whole candidate:0'
    .concat(' candidates:5 delete reason:passage nearest alert unalert ')
    .split(' ');

  test.each(actions)('%j is told kindly that the button is no longer valid, and shows nothing', async (action) => {
    const running = await openBench({ mode: 'http' });
    const { slack } = running;
    const { ts, thread_ts } = await mention(running);
    for (const value of forged) {
      const { status } = await slack.deliverHttp(running.where, {
        type: 'block_actions',
        team: { id: 'T1' },
        user: { id: 'U1' },
        channel: { id: 'C1', name: 'general' },
        message: { ts, thread_ts },
        actions: [{ type: 'button', action_id: action, block_id: 'b', value }],
      });
      expect(status).toBe(200);
    }
    await slack.waitFor(() => whispers(running).length >= forged.length);
    const said = new Set(whispers(running).map(({ text }) => text));
    for (const text of said) expect(text).toMatch(/n’est plus valable|a changé/);
    expect(slack.messages('C1').filter(({ ephemeralTo }) => ephemeralTo === undefined)).toHaveLength(1);
    expect(logged(running.log).filter(({ level }) => level === 'error')).toEqual([]);
  });
});
