import { config as readDotenv } from 'dotenv';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { ConfigError } from './errors.ts';

/** A folder that ships with the program: beside `src/`, and beside `dist/` once compiled. */
const bundled = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

const folder = (name: string) =>
  z
    .string()
    .default(bundled(name))
    .transform((path) => resolve(path));

/** What begins a token of Slack's, wherever it stands in a value. */
const tokenShape = /xox|xapp-/i;

/** What a secret is not, said without ever repeating it. */
function misplaced(value: string): string {
  if (/^(xoxe\.)?xoxb-/.test(value)) return 'holds a bot token, which belongs in SLACK_BOT_TOKEN';
  if (value.startsWith('xapp-')) return 'holds an app-level token, which belongs in SLACK_APP_TOKEN';
  if (/^(xoxe\.)?xoxp-/.test(value)) return 'holds a user token, which Greffier never uses';
  return tokenShape.test(value) ? 'holds another kind of Slack token' : 'is not a Slack token';
}

/** A wrong value in quotation marks; what may be a secret is named instead, and never repeated. */
function shown(input: unknown): string {
  const value = String(input);
  if (tokenShape.test(value)) return misplaced(value);
  return /^[0-9a-f]{32,}$/i.test(value) ? 'holds what may be a secret' : `is "${value}"`;
}

const secret = (shape: RegExp, remedy: string) =>
  z
    .string()
    .refine((value) => shape.test(value), { error: ({ input }) => `${misplaced(String(input))} (${remedy})` })
    .optional();

const days = (most: number, byDefault: number) => {
  const error = ({ input }: { readonly input?: unknown }) =>
    `${shown(input)} (write a whole number of days from 1 to ${most})`;
  return z
    .string()
    .regex(/^\d{1,4}$/, { error })
    .transform(Number)
    .refine((count) => count >= 1 && count <= most, { error })
    .default(byDefault);
};

const environment = z.object({
  SLACK_BOT_TOKEN: secret(
    /^(xoxe\.)?xoxb-[\x21-\x7e]+$/,
    'copy the Bot User OAuth Token, xoxb-…, from OAuth & Permissions in the settings of the Slack app',
  ),
  SLACK_APP_TOKEN: secret(
    /^xapp-[\x21-\x7e]+$/,
    'create an app-level token, xapp-…, with the scope connections:write in Basic Information of the Slack app',
  ),
  SLACK_SIGNING_SECRET: z
    .string()
    .refine((value) => !tokenShape.test(value) && /^[\x21-\x7e]+$/.test(value), {
      error: ({ input }) =>
        `${tokenShape.test(String(input)) ? misplaced(String(input)) : 'is not a signing secret'} (copy the Signing Secret from Basic Information of the Slack app)`,
    })
    .optional(),
  SLACK_MODE: z
    .enum(['socket', 'http'], { error: ({ input }) => `${shown(input)} (write socket or http)` })
    .default('socket'),
  SLACK_API_URL: z
    .url({
      protocol: /^https?$/,
      error: ({ input }) =>
        `${shown(input)} (write an http or https address such as https://slack.com/api/, or leave it out)`,
    })
    .default('https://slack.com/api/')
    .transform((url) => (url.endsWith('/') ? url : `${url}/`)),
  MAINTAINERS: z
    .string()
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter((id) => id !== ''))
    .refine((ids) => ids.every((id) => /^[UW][A-Z0-9]{1,30}$/.test(id)), {
      error: ({ input }) =>
        `${shown(input)} (write member ids such as U012AB3CD with commas between them; Slack shows them under a profile’s “Copy member ID”)`,
    }),
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: ({ input }) => portProblem(input) })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: ({ input }) => portProblem(input) })
    .default(3000),
  CORPUS_DIR: folder('corpus'),
  INTENTS_DIR: folder('intents'),
  DATABASE_URL: z
    .string()
    .refine((value) => /^postgres(?:ql)?:\/\//.test(value) && URL.canParse(value), {
      error:
        'is not the address of a PostgreSQL database (write postgresql://user:password@host:5432/database, with %40 for @ in a password, or leave it out for a file in DATA_DIR)',
    })
    .optional(),
  DATA_DIR: z
    .string()
    .default('data')
    .transform((path) => resolve(path)),
  RETENTION_DAYS: days(3650, 90),
  MEMORY_DAYS: days(365, 30),
  LOG_LEVEL: z
    .enum(['error', 'warn', 'info', 'debug'], {
      error: ({ input }) => `${shown(input)} (write error, warn, info or debug)`,
    })
    .default('info'),
});

function portProblem(input: unknown): string {
  return `${shown(input)} (write a whole number from 0 to 65535; 0 takes any free port)`;
}

/**
 * Every setting, by the name of its environment variable. `.env.example` describes them; a test keeps both the same.
 * PORT 0 takes any free port. Folders are absolute. SLACK_API_URL ends in `/`.
 */
export type Config = Readonly<z.infer<typeof environment>>;

/** The names of all settings. */
export const settingNames: readonly string[] = Object.keys(environment.shape);

/** The variables that are set, as they stand there: what else is wrong with them, one problem a line. */
type FurtherProblems = (set: Readonly<Record<string, string>>) => readonly string[];

/**
 * Reads the settings from variables. One that is empty counts as not set; spaces around a value are dropped.
 *
 * @throws ConfigError that names every wrong variable with its remedy, and every further problem, one a line, and never
 * repeats a secret.
 */
export function parseConfig(
  variables: Readonly<Record<string, string | undefined>>,
  furtherProblems: FurtherProblems = () => [],
): Config {
  const trimmed = Object.entries(variables).map(([name, value]) => [name, value?.trim() ?? ''] as const);
  const set = Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
  const { data, error } = environment.safeParse(set);
  const wrong = error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? [];
  const problems = [...wrong, ...furtherProblems(set)];
  if (data !== undefined && problems.length === 0) return data;
  throw new ConfigError(problems.join('\n'));
}

/**
 * Reads the settings from the environment and from the file `.env` of the current folder, if there is one. A variable
 * of the environment wins, even an empty one. Leaves process.env as it is.
 *
 * @throws ConfigError as parseConfig does, and where `.env` is there and cannot be read.
 */
export function loadConfig(furtherProblems?: FurtherProblems): Config {
  return parseConfig(readVariables(), furtherProblems);
}

/**
 * The folders to read, for commands that need nothing of Slack: a wrong token does not keep anybody from asking.
 *
 * @throws ConfigError where `.env` is there and cannot be read.
 */
export function loadFolders(): Pick<Config, 'CORPUS_DIR' | 'INTENTS_DIR'> {
  const { CORPUS_DIR, INTENTS_DIR } = readVariables();
  const { CORPUS_DIR: corpus, INTENTS_DIR: intents } = parseConfig({ CORPUS_DIR, INTENTS_DIR });
  return { CORPUS_DIR: corpus, INTENTS_DIR: intents };
}

/**
 * Where the store is and how long it keeps things, for commands that need nothing of Slack.
 *
 * @throws ConfigError where one of these settings is wrong, or `.env` is there and cannot be read.
 */
export function loadStoreSettings(): Pick<Config, 'DATABASE_URL' | 'DATA_DIR' | 'RETENTION_DAYS' | 'MEMORY_DAYS'> {
  const { DATABASE_URL, DATA_DIR, RETENTION_DAYS, MEMORY_DAYS } = readVariables();
  return parseConfig({ DATABASE_URL, DATA_DIR, RETENTION_DAYS, MEMORY_DAYS });
}

/**
 * The names of all variables of the environment and `.env` that are not empty, settings or not.
 *
 * @throws ConfigError where `.env` is there and cannot be read.
 */
export function variableNames(): readonly string[] {
  return Object.entries(readVariables()).flatMap(([name, value]) => ((value?.trim() ?? '') === '' ? [] : [name]));
}

function readVariables(): Record<string, string | undefined> {
  const variables = { ...process.env };
  const { error } = readDotenv({ quiet: true, processEnv: variables });
  if (error !== undefined && error.code !== 'ENOENT')
    throw new ConfigError(`.env cannot be read: ${error.code}`, { cause: error, hint: 'make it a readable text file' });
  return variables;
}

const secretNames = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'] as const;

/**
 * Whether `npm start` should start the Slack bot: one of these names of variables is that of a secret of Slack's;
 * `slackSecrets` names what is missing.
 */
export function hasSlackTokens(names: readonly string[]): boolean {
  return secretNames.some((name) => names.includes(name));
}

/** What it takes to be connected to Slack, by the way in which events arrive. */
export type SlackSecrets =
  | { readonly mode: 'socket'; readonly botToken: string; readonly appToken: string }
  | { readonly mode: 'http'; readonly botToken: string; readonly signingSecret: string };

/**
 * The secrets that the chosen SLACK_MODE needs.
 *
 * @throws ConfigError that names every missing one with its remedy.
 */
export function slackSecrets(config: Config): SlackSecrets {
  const { SLACK_MODE: mode, SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = config;
  const signingSecret = config.SLACK_SIGNING_SECRET;
  if (mode === 'socket' && botToken !== undefined && appToken !== undefined) return { mode, botToken, appToken };
  if (mode === 'http' && botToken !== undefined && signingSecret !== undefined)
    return { mode, botToken, signingSecret };
  throw new ConfigError(missingSecrets(config).join('\n'));
}

/** A line for each secret that the chosen SLACK_MODE needs and that is not set. */
export function missingSecrets(set: Readonly<Record<string, unknown>>): readonly string[] {
  const { SLACK_MODE: mode = 'socket', SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET } = set;
  const missing = [
    SLACK_BOT_TOKEN === undefined &&
      'SLACK_BOT_TOKEN is missing (copy the Bot User OAuth Token, xoxb-…, of the Slack app)',
    mode === 'socket' &&
      SLACK_APP_TOKEN === undefined &&
      'SLACK_APP_TOKEN is missing (create an app-level token, xapp-…, or set SLACK_MODE=http)',
    mode === 'http' &&
      SLACK_SIGNING_SECRET === undefined &&
      'SLACK_SIGNING_SECRET is missing (copy it from Basic Information of the Slack app, or set SLACK_MODE=socket)',
  ];
  return missing.filter((line) => line !== false);
}
