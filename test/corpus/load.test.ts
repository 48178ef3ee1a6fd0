import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/corpus/lexicon-file.ts';
import { loadCorpus, reloadCorpus } from '../../src/corpus/load.ts';
import { CorpusError } from '../../src/errors.ts';
import { formatFinding } from '../../src/proceedings/finding.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greffier-corpus-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const put = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
const good = (title: string): string => `---\ntitle: ${title}\n---\nTexte de ${title}.\n`;
const titles = (loaded: Awaited<ReturnType<typeof loadCorpus>>): string[] =>
  loaded.corpus.proceedings.map(({ title }) => title);

describe('a corpus folder', () => {
  it('is read with its subfolders, sorted, without README, dot files and other types', async () => {
    await mkdir(join(folder, 'b/.git'), { recursive: true });
    await put('c.txt', 'C\n\nTexte.');
    await put('a.md', good('A'));
    await put('b/2.MD', good('B2'));
    await put('b/10.md', good('B10'));
    for (const ignored of ['README.md', 'b/readme.md', '.a.md', 'b/.git/x.md', 'lexicon.yaml', 'a.md~', 'a.png']) {
      await put(ignored, 'x');
    }
    const { corpus, findings } = await loadCorpus(folder);
    expect(corpus.proceedings.map(({ file }) => file)).toEqual(['a.md', 'b/10.md', 'b/2.MD', 'c.txt']);
    expect(findings).toEqual([]);
  });

  it('warns of files that look like records or a lexicon and are not read', async () => {
    await mkdir(join(folder, 'sub'));
    for (const name of [
      'a.md',
      'b.markdown',
      'c.docx',
      'd.PDF',
      'sub/e.odt',
      'f.html',
      'lexicon.yml',
      'lexique.yaml',
      'questions.yml',
    ]) {
      await put(name, good(name));
    }
    const { corpus, findings } = await loadCorpus(folder);
    expect(corpus.proceedings).toHaveLength(1);
    expect(findings.map(formatFinding)).toEqual([
      'b.markdown:1: warning: is Markdown under another ending, and is not read (save it as .md or .txt)',
      'c.docx:1: warning: is a Word document, and is not read (save it as .md or .txt)',
      'd.PDF:1: warning: is a PDF, and is not read (save it as .md or .txt)',
      'f.html:1: warning: is a web page, and is not read (save it as .md or .txt)',
      'lexicon.yml:1: warning: "lexicon.yml" is not read; did you mean "lexicon.yaml"? (rename it to "lexicon.yaml")',
      'lexique.yaml:1: warning: "lexique.yaml" is not read; did you mean "lexicon.yaml"? (rename it to "lexicon.yaml")',
      'questions.yml:1: warning: "questions.yml" is not read; did you mean "questions.yaml"? (rename it to "questions.yaml")',
      'sub/e.odt:1: warning: is an OpenDocument text, and is not read (save it as .md or .txt)',
    ]);
  });

  it('is refused where it holds nothing but files that are not read', async () => {
    await put('a.docx', 'x');
    await expect(loadCorpus(folder)).rejects.toThrow('has no proceedings: add a .md or .txt file');
  });

  it('loads beside a broken file, which is a finding; findings are sorted by file and line', async () => {
    await put('b.md', `---\nfoo: x\ndate: 2023-02-30\ntitle: B\n---\nTexte.\n`);
    await put('a.md', good('A'));
    await put('c.md', '---\ntitle: C\n');
    const loaded = await loadCorpus(folder);
    expect(titles(loaded)).toEqual(['A']);
    expect(loaded.findings.map(({ file, line }) => `${file}:${line}`)).toEqual(['b.md:2', 'b.md:3', 'c.md:1']);
  });

  it('is not read for ever where a link leads back', async () => {
    await mkdir(join(folder, 'sub'));
    await put('sub/a.md', good('A'));
    await symlink('..', join(folder, 'sub/up'));
    await symlink('.', join(folder, 'loop'));
    await symlink('self', join(folder, 'self'));
    const loaded = await loadCorpus(folder);
    expect(loaded.corpus.proceedings.map(({ file }) => file)).toEqual(['sub/a.md']);
    expect(loaded.findings).toEqual([]);
  });

  it('keeps what a link leads to outside of it from being read', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'greffier-outside-'));
    try {
      await mkdir(join(outside, 'notes'));
      for (const name of ['secret.md', 'notes/secret.md', 'lexicon.yaml', 'questions.yaml'])
        await writeFile(join(outside, name), 'title: secret');
      await put('a.md', good('A'));
      await symlink(join(outside, 'secret.md'), join(folder, 'file.md'));
      await symlink(join(outside, 'notes'), join(folder, 'folder'));
      await symlink(join('..', basename(outside), 'secret.md'), join(folder, 'relative.md'));
      await symlink(outside, join(folder, '.hidden'));
      await symlink('.hidden/secret.md', join(folder, 'twice.md'));
      for (const name of ['lexicon.yaml', 'questions.yaml']) await symlink(join(outside, name), join(folder, name));
      const { corpus, findings } = await loadCorpus(folder);
      expect(corpus.proceedings.map(({ title }) => title)).toEqual(['A']);
      expect(findings.map(formatFinding)).toEqual(
        ['file.md', 'folder', 'lexicon.yaml', 'questions.yaml', 'relative.md', 'twice.md'].map(
          (name) =>
            `${name}:1: error: is a link that leads out of the corpus folder (copy what it leads to into the folder, or remove the link)`,
        ),
      );
      const { findings: ofLexicon } = await loadLexicon([folder]);
      expect(ofLexicon.map(({ message }) => message)).toEqual(['is a link that leads out of the corpus folder']);
    } finally {
      await rm(outside, { recursive: true, force: true });
    }
  });

  it('may be a link itself, and may link to what it holds', async () => {
    await mkdir(join(folder, '..data'));
    await writeFile(join(folder, '..data/a.md'), good('A'));
    await symlink('..data/a.md', join(folder, 'a.md'));
    await symlink('folder', join(folder, 'link'));
    await mkdir(join(folder, 'folder'));
    await put('folder/b.md', good('B'));
    const link = `${folder}-link`;
    await symlink(folder, link);
    try {
      const { corpus, findings } = await loadCorpus(link);
      expect({ titles: corpus.proceedings.map(({ title }) => title), findings }).toEqual({
        titles: ['A', 'B'],
        findings: [],
      });
    } finally {
      await rm(link);
    }
  });

  it('reports links to nothing, folders named like files and files too large to read', async () => {
    await put('a.md', good('A'));
    await symlink('nowhere', join(folder, 'gone.md'));
    await mkdir(join(folder, 'folder.md'));
    await put('large.txt', '');
    await truncate(join(folder, 'large.txt'), 50_000_000);
    const loaded = await loadCorpus(folder);
    expect(titles(loaded)).toEqual(['A']);
    expect(loaded.findings.map(formatFinding)).toEqual([
      'gone.md:1: error: cannot be read: does not exist (restore the file or its permissions, or remove the link)',
      'large.txt:1: error: too large: 50.0 MB, the limit is 20 MB (split the file, one sitting a file)',
    ]);
  });

  it.skipIf(process.getuid?.() === 0)(
    'reports files without read permission (not tested as root, who may read all)',
    async () => {
      await put('a.md', good('A'));
      await put('b.md', good('B'));
      await chmod(join(folder, 'b.md'), 0);
      const loaded = await loadCorpus(folder);
      expect(titles(loaded)).toEqual(['A']);
      expect(loaded.findings.map(({ file, message }) => [file, message])).toEqual([
        ['b.md', 'cannot be read: may not be read'],
      ]);
    },
  );

  it('loads with nothing but findings where every file is broken', async () => {
    await put('a.md', 'Texte.');
    const loaded = await loadCorpus(folder);
    expect(loaded.corpus.proceedings).toEqual([]);
    expect(loaded.findings).toHaveLength(1);
  });

  it('must exist, be a folder and hold proceedings: the error says which, and what to do', async () => {
    await put('lexicon.yaml', '');
    await expect(loadCorpus(folder)).rejects.toThrow(
      new CorpusError(`corpus folder "${folder}" has no proceedings: add a .md or .txt file`),
    );
    const file = join(folder, 'lexicon.yaml');
    await expect(loadCorpus(file)).rejects.toThrow(
      new CorpusError(`corpus folder "${file}" is not a folder: name a folder of .md or .txt files with --corpus`),
    );
    await expect(loadCorpus(join(folder, 'x'))).rejects.toThrow(
      new CorpusError(
        `corpus folder "${join(folder, 'x')}" does not exist: name a folder of .md or .txt files with --corpus`,
      ),
    );
  });
});

describe('a reload', () => {
  it('reads again only what has changed', async () => {
    await put('a.md', good('A'));
    await put('b.md', good('B'));
    const before = await loadCorpus(folder);
    await put('b.md', good('Bis'));
    const after = await reloadCorpus(folder, before.files);
    expect(titles(after)).toEqual(['A', 'Bis']);
    expect(after.corpus.proceedings[0]).toBe(before.corpus.proceedings[0]);
  });

  it('keeps the last good proceedings of a file that has become broken, until it is mended or removed', async () => {
    await put('a.md', good('A'));
    await put('b.md', good('B'));
    const before = await loadCorpus(folder);
    await put('b.md', '---\ntitle: B');
    const broken = await reloadCorpus(folder, before.files);
    expect(titles(broken)).toEqual(['A', 'B']);
    expect(broken.findings.map(({ file, severity }) => [file, severity])).toEqual([['b.md', 'error']]);
    await put('b.md', good('Bis'));
    const mended = await reloadCorpus(folder, broken.files);
    expect([titles(mended), mended.findings]).toEqual([['A', 'Bis'], []]);
    await rm(join(folder, 'b.md'));
    expect(titles(await reloadCorpus(folder, mended.files))).toEqual(['A']);
  });
});
