import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openDesk } from '../src/commands/desk.ts';
import { parseConfig, settingNames } from '../src/config.ts';
import { respondOnce } from '../src/conversation/respond.ts';
import { frontMatterKeys } from '../src/corpus/front-matter-schema.ts';
import { parseProceedings } from '../src/corpus/parse.ts';
import { displayName } from '../src/proceedings/proceedings.ts';
import { replyAsText } from '../src/replies/plain-text.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');

/** The cells of the rows of each table whose first column has this title. */
function rowsUnder(title: string): string[][][] {
  const tables = [...readme.matchAll(new RegExp(`^ *\\| ${title} +\\|.*\\n *\\|[ -|]+\\n((?: *\\|.*\\n)+)`, 'gm'))];
  return tables.map(([, rows = '']) =>
    rows
      .trimEnd()
      .split('\n')
      .map((row) => row.replaceAll('`', '').trim().split('|').slice(1, -1))
      .map((cells) => cells.map((cell) => cell.trim())),
  );
}

describe('README', () => {
  it('explains exactly the settings that there are', () => {
    const names = rowsUnder('Variable')[0]?.map(([name]) => name);
    expect(names).toHaveLength(settingNames.length);
    expect(names).toEqual(expect.arrayContaining([...settingNames]));
  });

  it('tells the defaults that hold', () => {
    const defaults = Object.entries(parseConfig({}));
    for (const [name = '', shown = ''] of rowsUnder('Variable')[0] ?? []) {
      const value = defaults.find(([setting]) => setting === name)?.[1];
      if (name === 'DATA_DIR') expect(resolve(shown)).toBe(value);
      else if (name.endsWith('_DIR')) expect(shown).toBe(`the bundled ${String(value).split('/').at(-1)}`);
      else expect(shown, name).toBe(String(value ?? ''));
    }
  });

  it('explains exactly the keys of front matter that there are', () => {
    const tables = rowsUnder('Key').map((rows) => rows.map(([name]) => name));
    expect(tables).toContainEqual([...frontMatterKeys]);
  });

  it('has an example file without findings, whose three turns are somebody’s words', () => {
    const example = /```markdown\n([^]*?)```/.exec(readme)?.[1] ?? '';
    const { proceedings, findings } = parseProceedings('example.md', Buffer.from(example));
    expect(findings).toEqual([]);
    expect(proceedings?.speeches.map(({ speaker }) => displayName(speaker))).toEqual([
      'M. Paul Roche',
      'Mme la présidente',
      'Mme J. Martin',
    ]);
    expect(proceedings?.sections.flatMap(({ participants }) => participants.map(displayName))).toEqual([
      'Mme Claire Vidal',
      'M. Paul Roche',
      'Mme J. Martin',
    ]);
  });

  it.each(['quel département a créé des télécentres ?', 'what is the budget of CyberCantal?'])(
    'shows what is really answered to: %s',
    async (question) => {
      const desk = await openDesk({ corpus: `${root}corpus`, intents: `${root}intents` });
      const reply = replyAsText(respondOnce({ text: question }, { answerer: desk.answerer(), intents: desk.intents }));
      expect(readme).toContain(reply.split('\n\n').slice(0, 2).join('\n\n'));
    },
  );
});

describe.each([
  'README.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'docs/maintainers.md',
  'docs/QUALITY.md',
  'docs/donnees-personnelles.md',
])('%s', (file) => {
  const text = readFileSync(`${root}${file}`, 'utf8');

  it('names no file that is not there', () => {
    const named = [...text.matchAll(/`((?:src|test|training|bin|bench|corpus|intents|docs)\/[\w./-]+)`/g)].map(
      ([, path]) => path,
    );
    const linked = [...text.matchAll(/\]\((?!https?:)([\w./-]+)\)/g)].map(([, path]) => path);
    const folder = file.includes('/') ? `${root}docs/` : root;
    expect(named.filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
    expect(linked.filter((path) => !existsSync(`${folder}${path}`))).toEqual([]);
  });
});
