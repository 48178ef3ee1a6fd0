import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { record } from './support/corpora.ts';

const program = join(import.meta.dirname, '../bin/greffier.js');

let folder: string;
let corpus: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greffier-cli-'));
  corpus = join(folder, 'corpus');
  await mkdir(corpus);
  await writeFile(join(corpus, 'a.md'), record('Séance', 'Le Cantal a créé des télécentres ruraux.', '2018-03-01'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in an empty folder without any of the settings of this machine; `input` is piped in. */
function greffier(words: readonly string[], input = '', settings: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return run(words, input, settings).ended;
}

function run(words: readonly string[], input = '', settings: Readonly<Record<string, string>> = {}) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:SLACK_|CORPUS_DIR$|INTENTS_DIR$|HOST$|PORT$|LOG_LEVEL$|NODE_)/.test(name),
  );
  const child = spawn(process.execPath, [program, ...words], {
    cwd: folder,
    env: { ...Object.fromEntries(inherited), ...settings },
    // A command that hangs is told by what it had said until then, not by the test's own time limit.
    timeout: 25_000,
    killSignal: 'SIGKILL',
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.on('error', () => undefined).end(input);
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, out, err: err.replaceAll(folder, '<folder>') }));
  });
  return { child, ended };
}

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the bundled record, on a fresh machine', () => {
  it('answers a question in the asker’s language', async () => {
    const { code, out, err } = await greffier(['ask', 'which department set up telework centres?']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(plain(out.split('\n\nOther excerpts:')[0] ?? '')).toMatchInlineSnapshot(`
      "Cantal

      « Mis en place par le conseil général du Cantal, CyberCantal Télécentres est pour sa part un dispositif de télétravail utilisé par de jeunes entrepreneurs, des salariés et des travailleurs indépendants, soit 250 personnes au total. Cette initiative maintient l’emploi dans le département et permet à des salariés de venir habiter dans le Cantal tout en conservant un emploi géographiquement éloigné. »
      — L’innovation, une réponse aux enjeux des solidarités humaines et territoriales · 6 November 2014 · Laboratoires › Agir pour un développement local · 2014-11-06-laboratoires.md:27"
    `);
  });

  it('answers as JSON on one line', async () => {
    const { code, out, err } = await greffier(['ask', '--json', 'quel département a créé des télécentres ?']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.trimEnd()).not.toContain('\n');
    expect(JSON.parse(out)).toMatchObject({ kind: 'answered', language: 'fr', headline: 'Cantal' });
  });

  it('says that it is silent, and exits 3', async () => {
    const { code, out, err } = await greffier(['ask', 'who', 'is', 'mayor', 'of', 'Aurillac?']);
    expect({ code, out, err }).toMatchInlineSnapshot(`
      {
        "code": 3,
        "err": "",
        "out": "The record does not answer this question.
      I searched 1 record (6 November 2014), 21 passages.
      Words that occur nowhere in the record: “mayor”, “Aurillac”.
      I also looked for “mayor” as “maire”, “bourgmestre”, “premier magistrat”, “mairie”.
      ",
      }
    `);
  });

  it('has no errors', async () => {
    const { code, out, err } = await greffier(['check']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^1 file, 0 errors, \d+ warnings?$/m);
  });
});

describe('questions piped in', () => {
  it('are answered as JSON, one a line, in order, empty lines too', async () => {
    const input = 'merci\n\nquel département a créé des télécentres ruraux ?\nqui est Zorro ?';
    const { code, out, err } = await greffier(['ask', '--json', '--stdin', '--corpus', corpus], input);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { question: string; kind: string });
    expect(answers.map(({ question, kind }) => [question, kind])).toEqual([
      ['merci', 'conversation'],
      ['', 'conversation'],
      ['quel département a créé des télécentres ruraux ?', 'answered'],
      ['qui est Zorro ?', 'not_found'],
    ]);
  });

  it('are answered in words without a command, and exit 0', async () => {
    const { code, out, err } = await greffier([], 'merci\nqui est Zorro ?\n', { CORPUS_DIR: corpus });
    expect({ code, out: plain(out), err }).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "Avec plaisir.

      Les comptes rendus ne répondent pas à cette question.
      J’ai cherché dans 1 compte rendu (1er mars 2018), 1 passage.
      Mot qui n’y figure nulle part : « Zorro ».
      ",
      }
    `);
  });

  it('are answered by chat too, with the thread’s memory', async () => {
    const { code, out } = await greffier(
      ['chat', '--corpus', corpus],
      'quel département a créé des télécentres ruraux ?\ncontexte\n',
    );
    expect(code).toBe(0);
    expect(plain(out)).toContain('Le passage :\n« Le Cantal a créé des télécentres ruraux. »');
  });
});

describe('with nothing to do', () => {
  it('says what is missing, and exits 2', async () => {
    expect(await greffier([])).toMatchInlineSnapshot(`
      {
        "code": 2,
        "err": "greffier: no Slack tokens are set and nothing came on standard input (open a terminal, pipe questions in, or set SLACK_BOT_TOKEN and SLACK_APP_TOKEN as .env.example says)
      ",
        "out": "",
      }
    `);
  });

  it('names the tokens that serve needs', async () => {
    const { code, out, err } = await greffier(['serve']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('SLACK_BOT_TOKEN is missing');
    expect(err).toContain('SLACK_APP_TOKEN is missing');
  });
});

describe('a mistyped setting', () => {
  const mistyped = { SLACK_BOT_TOKN: 'xoxb-1', CORPUS_DIR: '' };
  const warning = 'warning: SLACK_BOT_TOKN is not a setting; did you mean SLACK_BOT_TOKEN?\n';

  it('is named with the one that is meant before serve says what is missing', async () => {
    const { code, err } = await greffier(['serve'], '', mistyped);
    expect(code).toBe(2);
    expect(err.startsWith(warning)).toBe(true);
    expect(err).toContain('SLACK_BOT_TOKEN is missing');
  });

  it('is named where a conversation starts instead of the bot', async () => {
    expect(await greffier([], 'merci\n', mistyped)).toMatchObject({ code: 0, err: warning });
  });
});

describe('help', () => {
  it('lists the commands on standard output', async () => {
    for (const word of ['--help', '-h', 'help']) {
      const { code, out, err } = await greffier([word]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      for (const command of ['ask', 'chat', 'serve', 'check']) expect(out).toContain(`greffier ${command}`);
    }
  });

  it.each(['ask', 'chat', 'serve', 'check'])('describes %s, and asks nothing', async (command) => {
    for (const words of [
      [command, '--help'],
      ['help', command],
      [command, '--corpus', 'nowhere', '-h'],
    ]) {
      const { code, out, err } = await greffier(words);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(new RegExp(`^greffier ${command}\\b`));
    }
  });
});

it('tells its version', async () => {
  expect(await greffier(['--version'])).toEqual({ code: 0, out: `greffier ${manifest.version}\n`, err: '' });
});

describe('a wrong call', () => {
  it.each<[words: string[]]>([
    [['frobnicate']],
    [['frobnicate', '--help']],
    [['constructor', '--help']],
    [['help', '__proto__']],
    [['--frobnicate']],
    [['ask']],
    [['ask', '   ']],
    [['ask', '--frobnicate', 'qui ?']],
    [['ask', '--lang', 'de', 'qui ?']],
    [['ask', '--lang']],
    [['ask', '--stdin']],
    [['ask', '--json', '--stdin', 'qui ?']],
    [['ask', '--corpus', 'nowhere', 'qui ?']],
    [['check', '--corpus', 'nowhere']],
    [['check', 'corpus']],
    [['chat', 'bonjour']],
    [['serve', '--corpus', 'corpus']],
  ])('exits 2 with one line on standard error and nothing on standard output: greffier %j', async (words) => {
    const { code, out, err } = await greffier(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^greffier: [^\n]+\n$/);
  });

  it('says what is wrong and what to do', async () => {
    const calls = [
      ['frobnicate'],
      ['frobnicate', '--help'],
      ['help', 'asc'],
      ['chek'],
      ['Ask', 'qui ?'],
      ['quel département a créé des télécentres ?'],
      ['quel', 'département'],
      ['ask'],
      ['ask', '--frobnicate', 'qui ?'],
      ['ask', '--lang', 'de', 'qui ?'],
      ['ask', '--stdin'],
      ['ask', '--corpus', join(folder, 'nowhere'), 'qui ?'],
    ];
    const errors = await Promise.all(calls.map(async (words) => (await greffier(words)).err));
    expect(errors.join('')).toMatchInlineSnapshot(`
      "greffier: unknown command "frobnicate" (run greffier --help for the list)
      greffier: unknown command "frobnicate" (run greffier --help for the list)
      greffier: unknown command "asc" (did you mean greffier ask?)
      greffier: unknown command "chek" (did you mean greffier check?)
      greffier: unknown command "Ask" (did you mean greffier ask?)
      greffier: unknown command "quel département a créé des télécentres ?" (to ask a question: greffier ask "…")
      greffier: unknown command "quel" (to ask a question: greffier ask "…")
      greffier: no question (greffier ask "quel département a créé des télécentres ?")
      greffier: Unknown option '--frobnicate' (add --help for the options)
      greffier: --lang de is not a language of replies (use fr or en)
      greffier: --stdin goes with --json and without a question (greffier ask --json --stdin < questions.txt)
      greffier: corpus folder "<folder>/nowhere" does not exist: name a folder of .md or .txt files with --corpus
      "
    `);
  });
});

describe('a corpus with faults', () => {
  it('still answers from what is good; check names the faults and exits 1', async () => {
    const faulty = join(folder, 'faulty');
    await mkdir(faulty);
    await writeFile(join(faulty, 'a.md'), record('Séance', 'Le Cantal a créé des télécentres ruraux.'));
    await writeFile(join(faulty, 'b.md'), '---\ndate: 2018-02-30\n---\nTexte.\n');
    await writeFile(join(faulty, 'lexicon.yaml'), 'english: [\n');
    const answer = await greffier(['ask', '--json', '--corpus', faulty, 'quel département a des télécentres ruraux ?']);
    expect(JSON.parse(answer.out)).toMatchObject({ headline: 'Cantal' });
    expect(answer.code).toBe(0);
    expect(answer.err).toBe('2 files are kept out: run greffier check --corpus "<folder>/faulty"\n');
    const chat = await greffier(['chat', '--corpus', faulty], 'merci\n');
    expect([chat.code, chat.err]).toEqual([0, answer.err]);
    const { code, out } = await greffier(['check', '--corpus', faulty]);
    expect(code).toBe(1);
    expect(out).toContain('b.md:2: error: impossible date "2018-02-30"');
    expect(out).toContain('lexicon.yaml:2: error: not YAML');
  });
});

it('a reader that goes away is no failure', async () => {
  const questions = 'quel département a créé des télécentres ruraux ?\n'.repeat(2_000);
  const { child, ended } = run(['ask', '--json', '--stdin', '--corpus', corpus], questions);
  child.stdout.once('data', () => child.stdout.destroy());
  expect(await ended).toMatchObject({ code: 0, err: '' });
});
