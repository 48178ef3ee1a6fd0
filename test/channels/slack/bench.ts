import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { createAnswerer } from '../../../src/answer/create-answerer.ts';
import type { Answerer } from '../../../src/answer/answerer.ts';
import { type SlackBot, type SlackOptions, startSlack } from '../../../src/channels/slack/app.ts';
import type { SlackSecrets } from '../../../src/config.ts';
import { firstShown } from '../../../src/channels/slack/answer-blocks.ts';
import { createConversationEngine } from '../../../src/conversation/create-engine.ts';
import { loadIntents } from '../../../src/intents/load-intents.ts';
import type { SteadyStore } from '../../../src/store/steady.ts';
import { storeForTest } from '../../support/steady-store.ts';
import type { ConversationEngine, Turn } from '../../../src/conversation/engine.ts';
import { parseProceedings } from '../../../src/corpus/parse.ts';
import { compileLexicon, createLexicon, emptyLexiconData } from '../../../src/language/lexicon.ts';
import { eventsPath, openHttpServer } from '../../../src/operations/http-server.ts';
import { createLog } from '../../../src/operations/log.ts';
import { createMetrics, type Metrics } from '../../../src/operations/metrics.ts';
import { startStrictSlack } from '../../support/slack/strict-slack.ts';
import type { RecordedMessage, StrictSlack, StrictSlackOptions } from '../../support/slack/types.ts';

/** Proceedings made up for these tests. */
export const libraries = `---
title: Assises des bibliothèques
date: 2023-03-14
source: https://example.org/assises?a=1&b=2
---
# Lire à la campagne

Le département de la Creuse a créé vingt médiabus. Ils desservent quatre-vingts communes chaque mois. Les conducteurs prêtent aussi des liseuses.

Le médiabus a coûté deux millions d’euros. La région en a payé la moitié. Une seconde tournée commence au printemps.

Les bénévoles tiennent les dépôts de livres. Ils ont reçu une formation de trois jours.

# Ouvrir le dimanche

**Mme Anne Roche**, directrice de la médiathèque : Nous ouvrons le dimanche depuis cinq ans. Les familles viennent plus nombreuses ce jour-là.

**M. Paul Roche**, adjoint au maire : La ville paie ces heures supplémentaires.
`;

/** An answerer over one file. */
export function answererOf(text: string, file = 'assises.md'): Answerer {
  const { proceedings, findings } = parseProceedings(file, new TextEncoder().encode(text));
  if (proceedings === null) throw new Error(JSON.stringify(findings));
  const none = compileLexicon(emptyLexiconData);
  return createAnswerer({ proceedings: [proceedings] }, createLexicon(none));
}

const intents = loadIntents(fileURLToPath(new URL('../../../intents', import.meta.url)));

/** The conversation as `greffier serve` composes it. */
export function engineOver(answerer: () => Answerer): Promise<ConversationEngine> {
  return createConversationEngine({ answerer, intents }, { firstShown });
}

export interface Bench {
  readonly store: SteadyStore;
  readonly slack: StrictSlack;
  readonly bot: SlackBot;
  readonly turns: readonly Turn[];
  /** Lines of JSON. */
  readonly log: readonly string[];
  readonly metrics: Metrics;
  /** Where Slack's calls go in HTTP mode. */
  readonly where: string;
  /** Gives the bot another corpus, as a reload does. */
  readonly reload: (text: string) => void;
  readonly close: () => Promise<void>;
}

export interface BenchOptions {
  readonly slack?: StrictSlackOptions;
  readonly mode?: SlackSecrets['mode'];
  readonly corpus?: string;
  /** In place of one over `corpus`, for several files. */
  readonly answerer?: Answerer;
  readonly options?: Partial<SlackOptions>;
  /** Default: one of the test's own. */
  readonly store?: SteadyStore;
  /** Stands before the engine, to delay or break a turn. */
  readonly beforeTurn?: (turn: Turn) => Promise<void>;
}

/** A bot that is connected to a strict Slack; both are closed when the test is over. */
export async function openBench(options: BenchOptions = {}): Promise<Bench> {
  const bench = await startBench(options);
  onTestFinished(bench.close);
  return bench;
}

/** A question that `libraries` answers. */
export const question = 'Combien a coûté le médiabus ?';

/** The bot's answer to a mention in C1. */
export async function mention({ slack }: Bench, text = question): Promise<RecordedMessage> {
  const sent = await slack.mention({ channel: 'C1', user: 'U1', text });
  return slack.waitFor(() => slack.messages('C1', sent.thread).at(0));
}

async function startBench(options: BenchOptions): Promise<Bench> {
  const slack = await startStrictSlack(options.slack);
  const log: string[] = [];
  const turns: Turn[] = [];
  let answerer = options.answerer ?? answererOf(options.corpus ?? libraries);
  const real = await engineOver(() => answerer);
  const engine: ConversationEngine = {
    ...real,
    async turn(turn, deliver) {
      turns.push(turn);
      await options.beforeTurn?.(turn);
      return real.turn(turn, deliver);
    },
  };
  const secrets: SlackSecrets =
    options.mode === 'http'
      ? { mode: 'http', botToken: slack.botToken, signingSecret: slack.signingSecret }
      : { mode: 'socket', botToken: slack.botToken, appToken: slack.appToken };
  const secretValues = [slack.botToken, slack.appToken, slack.signingSecret];
  const logger = createLog({ level: 'debug', secrets: secretValues, write: (line) => log.push(line) });
  const metrics = createMetrics();
  const store = options.store ?? (await storeForTest());
  const bot = await startSlack({
    secrets,
    config: { SLACK_API_URL: slack.apiUrl },
    engine,
    answerer: () => answerer,
    store,
    log: logger,
    metrics,
    timeoutMs: 500,
    retries: { retries: 3, minTimeout: 1, maxTimeout: 2 },
    pace: { intervalMs: 0, patienceMs: 1000 },
    ...options.options,
  });
  const server = await openHttpServer({
    host: '127.0.0.1',
    port: 0,
    parts: () => ({}),
    metrics,
    log: logger,
    events: () => bot.listener,
  });
  const where = `${server.address}${eventsPath}`;
  if (options.mode === 'http') slack.useHttp(where);
  return {
    slack,
    store,
    bot,
    turns,
    log,
    metrics,
    where,
    reload: (text) => {
      answerer = answererOf(text);
    },
    async close() {
      await bot.stop();
      await server.close();
      await engine.close();
      await slack.close();
    },
  };
}

/** Something to wait for, and to let pass. */
export function gate(): { readonly passed: Promise<unknown>; readonly open: () => void } {
  const opening = new AbortController();
  return { passed: once(opening.signal, 'abort'), open: () => opening.abort() };
}

/** A bot that begins answers and finishes none before `release`; `underWay` resolves once one is begun. */
export async function openHeldBench(options: BenchOptions = {}) {
  const begun = gate();
  const slow = gate();
  const running = await openBench({
    ...options,
    beforeTurn: async () => {
      begun.open();
      await slow.passed;
    },
  });
  return { running, slack: running.slack, underWay: begun.passed, release: slow.open };
}

/** Everything a person reads in a message: the texts of its blocks, in order. */
export function readable(message: Pick<RecordedMessage, 'blocks'> | { readonly blocks: unknown }): string {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'text' && typeof inner === 'string') texts.push(inner);
        else if (key === 'user_id') texts.push(`<@${String(inner)}>`);
        else collect(inner);
      }
  };
  collect(message.blocks);
  return texts.join('\n');
}

/** The value of one of the feedback buttons of a message. */
export function ratingValue(message: { readonly blocks: unknown }, rating: 'useful' | 'useless'): string {
  const values = [...JSON.stringify(message.blocks).matchAll(/"value":("(?:[^"\\]|\\.)*")/g)];
  const found = values
    .map(([, value = '']) => String(JSON.parse(value)))
    .find((value) => value.includes(`"${rating}"`));
  if (found === undefined) throw new Error(`no button to say that the answer is ${rating}`);
  return found;
}

/** The action ids of the buttons of a message or view. */
export function actionIds(message: { readonly blocks: unknown }): string[] {
  return [...JSON.stringify(message.blocks).matchAll(/"action_id":"([^"]+)"/g)].map(([, id = '']) => id);
}

/** The lines of a log, read. */
export function logged(lines: readonly string[]): Readonly<Record<string, unknown>>[] {
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}
