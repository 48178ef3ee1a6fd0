import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { mulberry32 } from '../src/evaluation/mulberry32.ts';
import { parseQuestions } from '../src/evaluation/questions-file.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { startStrictSlack } from '../test/support/slack/strict-slack.ts';
import type { StrictSlack } from '../test/support/slack/types.ts';
import { startBot } from './soak-bots.ts';
import { callFault, faultDescriptions, faultNames, startFaults } from './soak-faults.ts';
import { figuresOf, type Heap, type SoakFigures } from './soak-figures.ts';
import { createPeople } from './soak-people.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const help = `npm run soak -- [--seconds 300] [--rate 50] [--people 400] [--bots 1] [--postgres] [--faults ${faultNames.join(',')}|all]

Asks the bundled questions of real "greffier serve" processes over a Slack of our own on the loopback.
--postgres starts a PostgreSQL of its own; without it one bot keeps its state in SQLite.
${faultNames.map((name) => `  ${name.padEnd(8)} ${faultDescriptions[name]}`).join('\n')}`;

/** Where the faults are drawn from: the same at every run. */
const seed = 20_141_106;

/** Patience for the last answers, in milliseconds. */
const patience = 30_000;

/** Runs a soak as asked for. Returns the exit code: 1 where anything was lost, twice, or against a rule of Slack. */
export async function soak(words: readonly string[], { root, temporary }: { root: string; temporary: string }) {
  const { values } = parseArgs({
    args: [...words],
    options: {
      seconds: { type: 'string', default: '300' },
      rate: { type: 'string', default: '50' },
      people: { type: 'string', default: '400' },
      bots: { type: 'string', default: '1' },
      postgres: { type: 'boolean', default: false },
      faults: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return (say(help), 0);
  const length = Number(values.seconds) * 1000;
  const faults = new Set(
    faultNames.filter((name) => values.faults === 'all' || values.faults.split(',').includes(name)),
  );
  const corpus = join(temporary, 'corpus');
  cpSync(join(root, 'corpus'), corpus, { recursive: true });
  const draw = mulberry32(seed);
  let started = 0;
  const now = () => performance.now() - started;
  const people = createPeople(Number(values.people), () => slack, now);
  const slack: StrictSlack = await startStrictSlack({
    onMessage: (message) => people.hear(message),
    faults: (method) => (faults.has('calls') && method === 'chat.postMessage' ? callFault(draw()) : null),
  });
  const database = values.postgres ? await startPostgres() : null;
  const settings = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    CORPUS_DIR: corpus,
    DATA_DIR: join(temporary, 'data'),
    LOG_LEVEL: 'warn',
    ...(database !== null && { DATABASE_URL: database.url }),
  };
  const bots = await Promise.all(Array.from({ length: Number(values.bots) }, () => startBot(root, settings)));
  try {
    await slack.connected(bots.length);
    const { questions } = parseQuestions(readFileSync(join(root, 'corpus/questions.yaml'), 'utf8'));
    started = performance.now();
    const endFaults = startFaults(faults, {
      slack,
      corpus,
      restartStore: async () => database?.restart?.(),
    });
    const heap: Heap[] = [];
    const sampling = setInterval(async () => {
      const used = await Promise.all(bots.map((bot) => bot.heap()));
      if (used.every((bytes) => bytes !== null))
        heap.push({ at: now(), bytes: used.reduce((sum, each) => sum + each, 0) });
    }, 1000);
    for (let next = 0; now() < length; next += 1) {
      people.ask(questions[next % questions.length]?.question ?? '', faults.has('retries') ? copiesOf(draw()) : 'once');
      await pause(Math.max(0, ((next + 1) * 1000) / Number(values.rate) - now()));
    }
    for (const end = now() + patience; people.waiting() > 0 && now() < end;) await pause(100);
    clearInterval(sampling);
    await endFaults();
    await pause(500); // for what comes twice
    const figures = figuresOf(people.asked, heap, length);
    report(figures, people.skipped, length);
    const codes = await Promise.all(bots.map((bot) => bot.stop()));
    say(`bots ended with           ${codes.join(', ')}`);
    for (const breach of slack.takeBreaches().slice(0, 10)) say(`rule of Slack broken      ${breach}`);
    const notes = bots.flatMap(({ log }) => log);
    if (notes.length > 0) say(`last of ${notes.length} log lines:\n  ${notes.slice(-5).join('\n  ')}`);
    return figures.lost + figures.duplicates > 0 || codes.some((code) => code !== 0) ? 1 : 0;
  } finally {
    await Promise.all(bots.map((bot) => bot.stop()));
    await slack.close();
    await database?.stop();
    rmSync(temporary, { recursive: true, force: true });
  }
}

function copiesOf(drawn: number): 'once' | 'retried' | 'at once' {
  if (drawn < 0.05) return 'retried';
  return drawn < 0.07 ? 'at once' : 'once';
}

function report(figures: SoakFigures, skipped: number, length: number): void {
  const { asked, answered, lost, duplicates, p50, p95, p99, heapEarly, heapLate } = figures;
  say(`asked                     ${asked} in ${length / 1000} s (${((asked * 1000) / length).toFixed(1)} a second)`);
  if (skipped > 0) say(`not asked, all waiting    ${skipped}`);
  say(`answered                  ${answered}`);
  say(`lost                      ${lost}`);
  say(`answered twice            ${duplicates}`);
  say(`p50 / p95 / p99           ${ms(p50)} / ${ms(p95)} / ${ms(p99)}`);
  const growth = heapEarly === null || heapLate === null ? '' : ` (${((heapLate / heapEarly - 1) * 100).toFixed(1)} %)`;
  say(`heap, early / last        ${mb(heapEarly)} / ${mb(heapLate)}${growth}`);
}

const ms = (value: number | null): string => (value === null ? '–' : `${value.toFixed(0)} ms`);
const mb = (value: number | null): string => (value === null ? '–' : `${(value / 1e6).toFixed(0)} MB`);
