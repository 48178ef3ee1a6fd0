import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstShown } from '../../src/channels/slack/answer-blocks.ts';
import { startSlack } from '../../src/channels/slack/app.ts';
import { createConversationEngine } from '../../src/conversation/create-engine.ts';
import type { Desk } from '../../src/conversation/engine.ts';
import { createLog } from '../../src/operations/log.ts';
import { createMetrics } from '../../src/operations/metrics.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createSteadyStore } from '../../src/store/steady.ts';
import { startStrictSlack } from '../../test/support/slack/strict-slack.ts';
import type { StrictSlack } from '../../test/support/slack/types.ts';
import type { Cast } from './page.ts';

/** Where a scene is played: the real bot, a Slack of our own, and a store that holds nothing yet. */
export interface Stage {
  readonly slack: StrictSlack;
  readonly cast: Cast;
  close(): Promise<void>;
}

/** The people and the channel of every scene. */
export const [claire, karim, channel] = ['U1', 'U2', 'C1'];

const people = [
  { id: claire, name: 'Claire Morel' },
  { id: karim, name: 'Karim Besson' },
] as const;

/** Connects the bot that answers from this desk. */
export async function openStage(desk: Desk): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'greffier-pictures-'));
  const slack = await startStrictSlack({
    users: people,
    channels: [{ id: channel, name: 'seminaire', type: 'channel' }],
    allowMentions: [...people.map(({ id }) => `<@${id}>`), `<#${channel}>`],
  });
  const log = createLog({
    level: 'error',
    secrets: [slack.botToken, slack.appToken],
    write: (line) => process.stderr.write(line),
  });
  const store = await createSteadyStore({
    open: () => openStore({ dataDir }),
    onFailure: (operation, error) => log.error(`store: ${operation}`, { reason: String(error) }),
  });
  const engine = await createConversationEngine(desk, { firstShown });
  const bot = await startSlack({
    secrets: { mode: 'socket', botToken: slack.botToken, appToken: slack.appToken },
    config: { SLACK_API_URL: slack.apiUrl },
    engine,
    answerer: desk.answerer,
    store,
    log,
    metrics: createMetrics(),
  });
  const nameOf = (id: string) =>
    id === slack.botUserId ? 'Greffier' : (slack.users.get(id)?.name ?? slack.channels.get(id)?.name ?? id);
  return {
    slack,
    cast: { botUserId: slack.botUserId, nameOf },
    async close() {
      await bot.stop();
      await engine.close();
      await store.close();
      await slack.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
