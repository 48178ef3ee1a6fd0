import { createAnswerer } from '../../../src/answer/create-answerer.ts';
import type { Answerer } from '../../../src/answer/answerer.ts';
import { type SlackBot, type SlackOptions, startSlack } from '../../../src/channels/slack/app.ts';
import { createLog } from '../../../src/channels/slack/log.ts';
import type { SlackSecrets } from '../../../src/config.ts';
import type { ConversationEngine, Turn } from '../../../src/conversation/engine.ts';
import { parseProceedings } from '../../../src/corpus/parse.ts';
import { createLexicon } from '../../../src/language/lexicon.ts';
import { detectLanguage } from '../../../src/language/detect.ts';
import type { Reply } from '../../../src/replies/reply.ts';
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
`;

/** An answerer over one file. */
export function answererOf(text: string, file = 'assises.md'): Answerer {
  const { proceedings, findings } = parseProceedings(file, new TextEncoder().encode(text));
  if (proceedings === null) throw new Error(JSON.stringify(findings));
  const none = { english: {}, related: {}, formerRegions: [], longestEnglish: 1 };
  return createAnswerer({ proceedings: [proceedings] }, createLexicon(none));
}

/** A conversation that takes every message as a question, for tests of what surrounds it. */
export function plainEngine(answerer: () => Answerer, turns: Turn[] = []): ConversationEngine {
  const known = new Set<string>();
  return {
    async turn(turn) {
      turns.push(turn);
      const language = detectLanguage(turn.text) ?? 'fr';
      if (turn.text.startsWith('explose')) throw new Error('secret detail');
      if (turn.text === 'aide') return [{ kind: 'text', language, text: 'Posez une question.', choices: [] }];
      known.add(`${turn.conversation} ${turn.user}`);
      if (turn.text.startsWith('lequel')) {
        const choices = [
          { label: 'La médiathèque', text: 'Qui dirige la médiathèque ?' },
          { label: 'Le médiabus', text: 'Combien a coûté le médiabus ?' },
        ];
        return [{ kind: 'text', language, text: 'Lequel ?', choices }];
      }
      const answer = answerer().answer(turn.text, { language });
      return [{ kind: 'answer', language, answer }] satisfies Reply[];
    },
    remembers: (conversation, user) => known.has(`${conversation} ${user}`),
    close: async () => undefined,
  };
}

export interface Bench {
  readonly slack: StrictSlack;
  readonly bot: SlackBot;
  readonly turns: readonly Turn[];
  readonly log: readonly string[];
  /** Gives the bot another corpus, as a reload does. */
  readonly reload: (text: string) => void;
  readonly close: () => Promise<void>;
}

export interface BenchOptions {
  readonly slack?: StrictSlackOptions;
  readonly mode?: SlackSecrets['mode'];
  readonly corpus?: string;
  readonly options?: Partial<SlackOptions>;
  readonly engine?: (answerer: () => Answerer, turns: Turn[]) => ConversationEngine;
}

/** A bot that is connected to a strict Slack. */
export async function startBench(options: BenchOptions = {}): Promise<Bench> {
  const slack = await startStrictSlack(options.slack);
  const log: string[] = [];
  const turns: Turn[] = [];
  let answerer = answererOf(options.corpus ?? libraries);
  const engine = (options.engine ?? plainEngine)(() => answerer, turns);
  const secrets: SlackSecrets =
    options.mode === 'http'
      ? { mode: 'http', botToken: slack.botToken, signingSecret: slack.signingSecret }
      : { mode: 'socket', botToken: slack.botToken, appToken: slack.appToken };
  const bot = await startSlack({
    secrets,
    config: { SLACK_API_URL: slack.apiUrl, HOST: '127.0.0.1', PORT: 0 },
    engine,
    answerer: () => answerer,
    log: createLog({ level: 'debug', secrets: [slack.botToken, slack.appToken], write: (line) => log.push(line) }),
    timeoutMs: 500,
    retries: { retries: 3, minTimeout: 1, maxTimeout: 2 },
    ...options.options,
  });
  if (options.mode === 'http') slack.useHttp(bot.where);
  return {
    slack,
    bot,
    turns,
    log,
    reload: (text) => {
      answerer = answererOf(text);
    },
    async close() {
      await bot.stop();
      await slack.close();
    },
  };
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

/** The action ids of the buttons of a message or view. */
export function actionIds(message: { readonly blocks: unknown }): string[] {
  return [...JSON.stringify(message.blocks).matchAll(/"action_id":"([^"]+)"/g)].map(([, id = '']) => id);
}
