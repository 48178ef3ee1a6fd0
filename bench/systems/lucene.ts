import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { depth, excerptCount, type Opened, type Passage, type Stored } from '../system.ts';

/** Sentences in one excerpt: about as long as Greffier's. */
const sentences = 2;

/**
 * Lucene in a process of its own that keeps its own time (LuceneBench.java): FrenchAnalyzer, BM25, any word of the
 * question in title (weight 0.3) or text; UnifiedHighlighter, offsets in the index, on the three best passages.
 */
export function openLucene(passages: readonly Passage[], bench: string): Opened {
  const jars = join(bench, 'lucene/target/dependency');
  if (!existsSync(jars)) return { leftOut: 'its jars are not there (npm run --prefix bench lucene)' };
  if (spawnSync('javac', ['-version']).status !== 0) return { leftOut: 'no javac (install a JDK, 17 or newer)' };
  const folder = mkdtempSync(join(tmpdir(), 'greffier-lucene-'));
  const classes = join(folder, 'classes');
  const compiled = spawnSync('javac', ['-cp', `${jars}/*`, '-d', classes, join(bench, 'lucene/LuceneBench.java')]);
  if (compiled.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    return { leftOut: `LuceneBench.java does not compile: ${compiled.stderr.toString().split('\n')[0] ?? ''}` };
  }
  const numbers = [depth, excerptCount, sentences].map(String);
  const path = [jars, '*'].join('/');
  const separator = process.platform === 'win32' ? ';' : ':';
  const java = spawn(
    'java',
    ['-cp', `${classes}${separator}${path}`, 'LuceneBench', join(folder, 'index'), ...numbers],
    {
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  const say = talk(java);
  let stored: Stored = { bytes: 0, what: '' };
  return {
    settings: 'FrenchAnalyzer, BM25, UnifiedHighlighter',
    async index() {
      for (const { id, title, text } of passages)
        java.stdin?.write(`${['add', id, title, text].map(plain).join('\t')}\n`);
      const [ms, bytes] = await say('index');
      stored = { bytes: Number(bytes), what: 'index files, text included' };
      return Number(ms);
    },
    stored: () => Promise.resolve(stored),
    async ask(question) {
      const [search, whole, ids = '', ...excerpts] = await say(`ask\t${plain(question)}`);
      return { ids: ids === '' ? [] : ids.split(' '), excerpts, search: Number(search), whole: Number(whole) };
    },
    reload: async () => Number((await say('reload'))[0]),
    close() {
      java.stdin?.end();
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

const plain = (text: string): string => text.replace(/\s+/g, ' ');

/** Sends a line, and gives the words of the line that comes back, without the first. One at a time. */
function talk(java: ChildProcess): (line: string) => Promise<string[]> {
  const waiting: { resolve: (words: string[]) => void; reject: (error: Error) => void }[] = [];
  if (java.stdout) {
    createInterface({ input: java.stdout }).on('line', (line) => waiting.shift()?.resolve(line.split('\t').slice(1)));
  }
  java.on('exit', (code) => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`java ended with ${code}`));
  });
  return (line) =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      java.stdin?.write(`${line}\n`);
    });
}
