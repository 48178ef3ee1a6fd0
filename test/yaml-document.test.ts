import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseLexicon } from '../src/corpus/lexicon-file.ts';
import { loadCorpus } from '../src/corpus/load.ts';
import { parseQuestions } from '../src/evaluation/questions-file.ts';
import { formatFinding } from '../src/proceedings/finding.ts';
import { parseYaml } from '../src/yaml-document.ts';

const laughs = ['a: &a [x, x, x, x, x, x, x, x]']
  .concat([...'bcdefghi'].map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]}, `.repeat(8)}]`))
  .join('\n');

describe('YAML from outside', () => {
  it('that multiplies aliases is refused with the line of the first, in bounded time', () => {
    expect(parseYaml(laughs, { schema: 'core' })).toMatchObject({
      value: undefined,
      errors: [{ line: 2, message: 'too many aliases, or one without its anchor; write the values out' }],
    });
  });

  it.each(['a: *nowhere', '*nowhere'])('that points nowhere is refused: %s', (text) => {
    expect(parseYaml(text, { schema: 'core' }).errors).toHaveLength(1);
  });

  it.each([
    ['lists', '['],
    ['maps', '{a: '],
    ['lines of lists', '- '],
  ])('that nests %s for pages is refused', (_, opening) => {
    const { errors } = parseYaml(opening.repeat(100_000), { schema: 'core' });
    expect(errors.length).toBeGreaterThan(0);
  });

  it('makes no function of a tag', () => {
    const text = 'a: !!js/function "function () { process.exit(9); }"\nb: !!js/undefined ""\n';
    const { value, errors } = parseYaml(text, { schema: 'core' });
    expect(errors).toEqual([]);
    expect(value).toEqual({ a: 'function () { process.exit(9); }', b: '' });
  });

  it('merges nothing, and changes no prototype', () => {
    const { value } = parseYaml('base: &base {x: 1}\n<<: *base\n__proto__: {polluted: true}\n', { schema: 'core' });
    expect(Object.keys(value as object)).toEqual(['base', '<<', '__proto__']);
    expect((value as { x?: unknown; polluted?: unknown }).x).toBeUndefined();
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('a hostile file', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'greffier-yaml-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const hostile: Readonly<Record<string, string>> = {
    'laughs.md': `title: t\n${laughs}`,
    'alias.md': 'title: *nowhere',
    'deep.md': `title: ${'['.repeat(50_000)}`,
    'long.md': `title: t\nplace: ${'x'.repeat(250_000)}`,
    'merge.md': 'title: t\n<<: {place: x}',
    'proto.md': 'title: t\n__proto__: {title: other}\nconstructor: x',
    'tag.md': 'title: !!js/function "function () {}"',
  };

  it('of the corpus is a finding and keeps no other file out', async () => {
    for (const [name, yaml] of Object.entries(hostile))
      await writeFile(join(folder, name), `---\n${yaml}\n---\n\nTexte de ${name}.\n`);
    await writeFile(join(folder, 'good.md'), '---\ntitle: Séance\n---\n\nLe conseil est ouvert.\n');
    const { corpus, findings } = await loadCorpus(folder);
    expect(corpus.proceedings.map(({ file }) => file)).toEqual(['good.md', 'merge.md', 'proto.md', 'tag.md']);
    expect([...new Set(findings.map(({ file }) => file))]).toEqual(Object.keys(hostile).toSorted());
    expect(findings.map(formatFinding)).toContain(
      'long.md:1: error: front matter of 250,017 characters, the limit is 200,000 (keep what describes the record, and put the text below the second "---")',
    );
    expect(corpus.proceedings.find(({ file }) => file === 'proto.md')?.title).toBe('t');
  });

  it.each([laughs, 'english: *nowhere', 'questions: [*nowhere]', '['.repeat(50_000)])(
    'of the lexicon or of questions is a finding: %.20s…',
    (text) => {
      const { findings } = parseLexicon(text);
      expect(findings.length).toBeGreaterThan(0);
      expect(findings.length).toBeLessThan(50);
      expect(parseQuestions(text)).toMatchObject({ questions: [], findings: [{ severity: 'error' }] });
    },
  );

  it('of the lexicon that names what every object has adds no more than words', () => {
    const { data } = parseLexicon('acronyms:\n  constructor: comité\n  __proto__: conseil\n');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(data.acronyms)).toBe(Object.prototype);
  });
});
