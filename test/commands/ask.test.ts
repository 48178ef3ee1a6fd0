import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, askEach, type AskOptions } from '../../src/commands/ask.ts';
import { CorpusError } from '../../src/errors.ts';
import { record } from '../support/corpora.ts';

let corpus: string;
beforeEach(async () => {
  corpus = await mkdtemp(join(tmpdir(), 'greffier-ask-'));
  await writeFile(
    join(corpus, 'a.md'),
    record(
      'Séance',
      'Le Cantal a créé des télécentres ruraux.\n\nLa culture et le sport restent partagés.\n\nLes transports sont régionaux.',
      '2018-03-01',
    ),
  );
});
afterEach(async () => {
  await rm(corpus, { recursive: true, force: true });
});

const remarks: string[] = [];
beforeEach(() => remarks.splice(0));

const options = (lines: string[], language?: AskOptions['language']): AskOptions => ({
  corpus,
  intents: 'intents',
  language,
  write: (line) => lines.push(line),
  remark: (line) => remarks.push(line),
});

async function asked(question: string, language?: AskOptions['language']) {
  const lines: string[] = [];
  const code = await ask(question, { ...options(lines, language), json: false });
  return { code, output: lines.join('\n').replace(/[\u00a0\u202f]/g, ' ') };
}

async function askedAsJson(question: string) {
  const lines: string[] = [];
  const code = await ask(question, { ...options(lines), json: true });
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('\n');
  return { code, answer: JSON.parse(lines[0] ?? '') as Record<string, unknown> };
}

async function askedEach(input: string | readonly string[]) {
  const lines: string[] = [];
  const chunks = typeof input === 'string' ? [input] : input;
  const code = await askEach(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), options(lines));
  return { code, answers: lines.map((line) => JSON.parse(line) as { question: string; kind: string }) };
}

describe('a corpus with faults', () => {
  it('is told of in one line that says how many files are kept out', async () => {
    await asked('qui ?');
    expect(remarks).toEqual([]);
    await writeFile(join(corpus, 'b.md'), '---\ndate: 2018-02-30\n---\n## Vide\n');
    await asked('qui ?');
    expect(remarks.splice(0)).toEqual([`1 file is kept out: run greffier check --corpus "${corpus}"`]);
    await writeFile(join(corpus, 'lexicon.yaml'), 'synonyms:\n  - [eau]\n');
    await askedEach('qui ?\nquoi ?\n');
    expect(remarks).toEqual([`2 files are kept out: run greffier check --corpus "${corpus}"`]);
  });

  it('is not told of where there are warnings only', async () => {
    await writeFile(join(corpus, 'b.md'), '---\ntitle: B\ncolour: red\n---\nTexte.\n');
    await asked('qui ?');
    expect(remarks).toEqual([]);
  });
});

describe('ask', () => {
  it('prints headline, quotation and citation, and exits 0', async () => {
    const { code, output } = await asked('Quel département a créé des télécentres ruraux ?');
    expect(code).toBe(0);
    const [answer] = output.split('\n\nAutres extraits :');
    expect(answer).toBe('Cantal\n\n« Le Cantal a créé des télécentres ruraux. »\n— Séance · 1er mars 2018 · a.md:5');
  });

  it('prints what was searched in vain, and exits 3', async () => {
    expect(await asked('Qui est le maire de Clochemerle ?')).toMatchInlineSnapshot(`
      {
        "code": 3,
        "output": "Les comptes rendus ne répondent pas à cette question.
      J’ai cherché dans 1 compte rendu (1er mars 2018), 3 passages.
      Mots qui n’y figurent nulle part : « maire », « Clochemerle ».",
      }
    `);
  });

  it('answers in the language asked for', async () => {
    const { output } = await asked('Qui est le maire de Clochemerle ?', 'en');
    expect(output).toContain('The record does not answer this question.');
  });

  it('converses too, and exits 0', async () => {
    expect(await asked('bonjour')).toMatchObject({ code: 0, output: expect.stringMatching(/^Bonjour/) });
  });

  it('says which folder is missing', async () => {
    await expect(ask('bonjour', { ...options([]), corpus: join(corpus, 'nowhere'), json: false })).rejects.toThrow(
      CorpusError,
    );
  });
});

describe('ask --json', () => {
  it('prints the keys of the contract in their order', async () => {
    const { code, answer } = await askedAsJson('Quel département a créé des télécentres ruraux ?');
    expect(code).toBe(0);
    expect(Object.keys(answer)).toEqual(['question', 'language', 'kind', 'headline', 'excerpts', 'message']);
    const [excerpt] = answer['excerpts'] as Record<string, unknown>[];
    expect(Object.keys(excerpt ?? {})).toEqual(['text', 'score', 'citation']);
    expect(Object.keys(excerpt?.['citation'] ?? {})).toEqual([
      'file',
      'title',
      'date',
      'section',
      'speaker',
      'role',
      'line',
      'start',
      'end',
      'url',
    ]);
    expect(answer).toMatchObject({
      kind: 'answered',
      language: 'fr',
      headline: 'Cantal',
      message: expect.stringMatching(/^Cantal\n/),
    });
    expect(excerpt).toMatchObject({
      text: expect.stringContaining('Le Cantal a créé'),
      citation: { file: 'a.md', title: 'Séance', date: '2018-03-01', speaker: null, line: 5 },
    });
  });

  it('puts the nearest passages of a silence apart, and exits 3', async () => {
    const { code, answer } = await askedAsJson('Quel est le budget des télécentres ?');
    expect(code).toBe(3);
    expect(answer).toMatchObject({
      kind: 'not_found',
      headline: null,
      excerpts: [],
      nearest: [{ text: expect.stringContaining('télécentres') }],
    });
  });

  it('has the best supported headline for candidates, and exits 0', async () => {
    for (const [file, place] of [
      ['b.md', 'Le Cantal'],
      ['c.md', 'La Drôme'],
    ] as const) {
      await writeFile(
        join(corpus, file),
        record('Autre séance', `${place} a créé des télécentres ruraux.\n\nLe sport reste partagé.`, '2018-06-01'),
      );
    }
    const { code, answer } = await askedAsJson('Quel département a créé des télécentres ruraux ?');
    expect(code).toBe(0);
    expect(answer).toMatchObject({ kind: 'candidates', headline: 'Cantal' });
    expect((answer['message'] as string).split('\n')[0]).toBe('Cantal (2) · Drôme (1)');
  });

  it('has a message and nothing else for conversation', async () => {
    expect((await askedAsJson('merci')).answer).toEqual({
      question: 'merci',
      language: 'fr',
      kind: 'conversation',
      headline: null,
      excerpts: [],
      message: 'Avec plaisir.',
    });
  });
});

describe('ask --json --stdin', () => {
  it('answers each line in order, empty ones too', async () => {
    const { code, answers } = await askedEach('merci\n\nQuel département a créé des télécentres ?\nQui est Zorro ?\n');
    expect(code).toBe(0);
    expect(answers.map(({ question, kind }) => [question, kind])).toEqual([
      ['merci', 'conversation'],
      ['', 'conversation'],
      ['Quel département a créé des télécentres ?', 'answered'],
      ['Qui est Zorro ?', 'not_found'],
    ]);
  });

  it('needs no final line end, takes CRLF, and nothing for nothing', async () => {
    expect((await askedEach('merci\r\nbonjour')).answers.map(({ question }) => question)).toEqual(['merci', 'bonjour']);
    expect((await askedEach('')).answers).toEqual([]);
  });

  it('takes a question with a stray carriage return or line separator for one', async () => {
    expect((await askedEach('a\rb\u2028c\nd\n')).answers.map(({ question }) => question)).toEqual(['a\rb\u2028c', 'd']);
  });

  it('reads letters that arrive in two parts', async () => {
    const bytes = Buffer.from('télétravail\n');
    const lines: string[] = [];
    await askEach(Readable.from([bytes.subarray(0, 2), bytes.subarray(2)]), options(lines));
    expect(lines.map((line) => (JSON.parse(line) as { question: string }).question)).toEqual(['télétravail']);
  });
});
