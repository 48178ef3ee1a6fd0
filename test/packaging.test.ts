import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { parseConfig, settingNames } from '../src/config.ts';
import { createMetrics, questionOutcomes } from '../src/operations/metrics.ts';
import { sourceFiles } from './support/regular-expressions.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const { scripts } = z.object({ scripts: z.object({ start: z.string() }) }).parse(JSON.parse(read('package.json')));
/** Node's options for the collector; `npm start`, the image and the unit give the same. */
const collector = scripts.start.split(' ').filter((word) => word.startsWith('--'));
const lines = (name: string): readonly string[] =>
  read(name)
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

const known = new Set([...settingNames, 'NODE_ENV']);

describe('the Dockerfile', () => {
  const dockerfile = lines('Dockerfile');
  const of = (instruction: string): string[] =>
    dockerfile.filter((line) => line.startsWith(`${instruction} `)).map((line) => line.slice(instruction.length + 1));
  const copied = of('COPY').flatMap((words) => (words.startsWith('--from') ? [] : words.split(' ').slice(0, -1)));

  it('copies what is there, and .dockerignore leaves exactly that', () => {
    expect(copied.filter((name) => !existsSync(join(root, name)))).toEqual([]);
    const [first, ...left] = lines('.dockerignore');
    expect(first).toBe('*');
    expect(new Set(left)).toEqual(new Set(copied.map((name) => `!${name}`)));
  });

  it('copies all that the compiler and the program read', () => {
    const inputs = /const inputs = \[([^\]]*)\]/.exec(read('bin/compile.js'))?.[1]?.match(/'[^']+'/g) ?? [];
    const needed = inputs.map((name) => name.slice(1, -1).split('/', 1)[0] ?? '');
    expect(needed.length).toBeGreaterThan(3);
    expect(copied).toEqual(expect.arrayContaining([...needed, 'corpus', 'intents', 'package.json', '.npmrc']));
  });

  it('installs production packages, and runs as a user without rights', () => {
    expect(of('RUN')[0]).toMatch(/^npm ci --omit=dev\b/);
    expect(of('USER')).toEqual(['node']);
    expect(dockerfile.findIndex((line) => line.startsWith('USER'))).toBeGreaterThan(
      dockerfile.findLastIndex((line) => line.startsWith('RUN')),
    );
    expect(of('VOLUME')).toEqual(['/data']);
    expect(of('ENV')[0]).toContain('DATA_DIR=/data');
  });

  it('starts a program that is there, with settings that there are', () => {
    const [entry] = of('ENTRYPOINT').map((words) => z.array(z.string()).parse(JSON.parse(words)));
    expect(collector).toContain('--max-semi-space-size=64');
    expect(entry).toEqual(['node', ...collector, '/app/bin/greffier.js']);
    expect(existsSync(join(root, 'bin/greffier.js'))).toBe(true);
    const set = of('ENV').flatMap((words) => words.split(' ').map((word) => word.split('=', 1)[0] ?? ''));
    expect(set.filter((name) => !known.has(name))).toEqual([]);
  });

  it('asks for health with a script that Node understands', () => {
    const [check = ''] = of('HEALTHCHECK').map((words) => words.slice(words.indexOf('CMD') + 4));
    const [node, option, script = ''] = z.array(z.string()).parse(JSON.parse(check));
    expect([node, option]).toEqual(['node', '-e']);
    expect(script).toContain('/healthz');
    // oxlint-disable-next-line no-new-func, no-implied-eval -- nothing is run: the function is only parsed
    expect(() => new Function(script)).not.toThrow();
  });
});

describe('the compose file', () => {
  const service = z.object({
    environment: z.record(z.string(), z.string()),
    env_file: z.string().optional(),
    volumes: z.array(z.string()),
    ports: z.array(z.string()).default([]),
    read_only: z.literal(true),
    tmpfs: z.array(z.string()).min(1),
    cap_drop: z.tuple([z.literal('ALL')]),
    security_opt: z.tuple([z.literal('no-new-privileges:true')]),
  });
  const compose = z
    .object({
      services: z.object({ greffier: service, postgres: service }),
      volumes: z.record(z.string(), z.null()),
    })
    .parse(parse(read('compose.yaml')));
  const { greffier, postgres } = compose.services;

  it('sets only what there is to set, and no secret', () => {
    expect(Object.keys(greffier.environment).filter((name) => !known.has(name))).toEqual([]);
    expect(greffier.env_file).toBe('.env');
    expect(read('compose.yaml')).not.toMatch(/xox|xapp-|PASSWORD: [^$]/);
  });

  it('has each named volume declared, keeps the corpus read-only, and opens ports to this machine only', () => {
    const named = [...greffier.volumes, ...postgres.volumes].filter((volume) => !volume.startsWith('.'));
    expect(new Set(named.map((volume) => volume.split(':', 1)[0]))).toEqual(new Set(Object.keys(compose.volumes)));
    expect(greffier.volumes).toContain('./corpus:/app/corpus:ro');
    expect(greffier.volumes).toContain(`data:${greffier.environment['DATA_DIR']}`);
    expect([...greffier.ports, ...postgres.ports].every((port) => port.startsWith('127.0.0.1:'))).toBe(true);
  });
});

describe('the systemd unit', () => {
  const unit = new Map(lines('packaging/greffier.service').map((line) => line.split(/=(.*)/, 2) as [string, string]));

  it('starts a program that is there, with settings that there are', () => {
    const [, path = ''] = /\/opt\/greffier\/(\S+) serve$/.exec(unit.get('ExecStart') ?? '') ?? [];
    expect(path).not.toBe('');
    expect(unit.get('ExecStart')).toContain(` ${collector.join(' ')} `);
    expect(existsSync(join(root, path))).toBe(true);
    const set = (unit.get('Environment') ?? '').split(' ').map((word) => word.split('=', 1)[0] ?? '');
    expect(set.filter((name) => !known.has(name))).toEqual([]);
    expect(unit.get('Environment')).toContain(`DATA_DIR=/var/lib/${unit.get('StateDirectory')}`);
  });

  it('gives answers in hand their ten seconds, and the program no right', () => {
    expect(Number(unit.get('TimeoutStopSec'))).toBeGreaterThan(10);
    expect(Object.fromEntries(unit)).toMatchObject({
      Restart: 'on-failure',
      DynamicUser: 'yes',
      ProtectSystem: 'strict',
      NoNewPrivileges: 'yes',
      CapabilityBoundingSet: '',
    });
    expect(unit.has('MemoryDenyWriteExecute')).toBe(false); // Node would not start
  });
});

it('docs/OPERATIONS.md quotes messages as the program writes them', () => {
  const page = read('docs/OPERATIONS.md');
  const tables = page.slice(page.indexOf('## Logs'));
  const quoted = [...tables.matchAll(/^\| (`.+?`) +\| /gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, message = '']) => message),
  );
  expect(quoted.length).toBeGreaterThan(20);
  const program = [...sourceFiles(), 'bin/compile.js'].map(read).join('\n');
  const strange = quoted.flatMap((message) => message.split('…')).filter((part) => !program.includes(part.trimEnd()));
  expect(strange).toEqual([]);
});

it('docs/OPERATIONS.md has the metrics that there are, with their labels, outcomes and results', async () => {
  const metrics = createMetrics();
  metrics.storeError('claims.take');
  metrics.slackCall('chat.postMessage', 'ok');
  const rendered = await metrics.render();
  const labelsOf = (name: string): string[] => {
    const [, labels = ''] = new RegExp(`^${name}(?:_bucket|_count)?\\{([^}]*)\\}`, 'm').exec(rendered) ?? [];
    return [...labels.matchAll(/(\w+)="/g)].map(([, label = '']) => label).filter((label) => label !== 'le');
  };
  const real = [...rendered.matchAll(/^# TYPE (\w+)/gm)].map(([, name = '']) => [name, labelsOf(name)]);
  const page = read('docs/OPERATIONS.md');
  const told = [...page.matchAll(/^\| `(greffier_\w+)` +\|([^|]*)\|/gm)].map(([, name = '', labels = '']) => [
    name,
    [...labels.matchAll(/`(\w+)`/g)].map(([, label = '']) => label),
  ]);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(real));
  expect(questionOutcomes.filter((outcome) => !page.includes(`\`${outcome}\``))).toEqual([]);
  const alerted = [...page.matchAll(/greffier_\w+/g)].map(([name]) => name.replace(/_bucket$/, ''));
  expect(alerted.filter((name) => !told.some(([documented]) => documented === name))).toEqual([]);
});

it('docs/OPERATIONS.md has the settings of the store with their defaults', () => {
  const page = read('docs/OPERATIONS.md');
  const told = [...page.matchAll(/^\| `([A-Z_]+)` +\| (?:`(\w+)`)? +\|/gm)].map(([, name = '', value]) => [
    name,
    value,
  ]);
  const { RETENTION_DAYS, MEMORY_DAYS } = parseConfig({});
  expect(Object.fromEntries(told)).toEqual({
    DATABASE_URL: undefined,
    DATA_DIR: 'data',
    RETENTION_DAYS: String(RETENTION_DAYS),
    MEMORY_DAYS: String(MEMORY_DAYS),
  });
});
