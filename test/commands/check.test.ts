import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { check } from '../../src/commands/check.ts';

let corpus: string;
beforeEach(async () => {
  corpus = await mkdtemp(join(tmpdir(), 'greffier-check-'));
});
afterEach(async () => {
  await rm(corpus, { recursive: true, force: true });
});

async function checked(json = false): Promise<{ code: number; output: string }> {
  const lines: string[] = [];
  const code = await check({ corpus, intents: 'intents', json, write: (line) => lines.push(line) });
  return { code, output: lines.join('\n') };
}

it('exits 0 and sums up where nothing is wrong', async () => {
  await writeFile(join(corpus, 'a.md'), '---\ntitle: A\n---\nTexte.\n');
  expect(await checked()).toEqual({ code: 0, output: '1 file, 0 errors, 0 warnings' });
  expect(await checked(true)).toEqual({ code: 0, output: '[]' });
});

it('prints warnings with place and remedy, and exits 0', async () => {
  await writeFile(join(corpus, 'a.md'), '---\ntitle: A\ncolour: B\n---\n## Vide\n\n## Plein\n\nTexte.\n');
  const { code, output } = await checked();
  expect(code).toBe(0);
  expect(output).toMatchInlineSnapshot(`
    "a.md:3: warning: unknown key "colour" (remove it; the keys are title, date, body, event, place, sitting, source, lang, participants)
    a.md:5: warning: empty section "Vide" (add its text, or remove the heading)
    1 file, 0 errors, 2 warnings"
  `);
});

it('exits 1 where a file is kept out, and counts it', async () => {
  await writeFile(join(corpus, 'a.md'), '---\ntitle: A\n---\nTexte.\n');
  await writeFile(join(corpus, 'b.md'), '---\ndate: 2023-02-30\n---\nTexte.\n');
  const { code, output } = await checked();
  expect(code).toBe(1);
  expect(output).toMatchInlineSnapshot(`
    "b.md:1: error: missing title (write "title: …" in front matter, between two "---" lines at the top)
    b.md:2: error: impossible date "2023-02-30" (write an existing day as YYYY-MM-DD, such as 2014-11-06)
    2 files, 2 errors, 0 warnings"
  `);
});

it('prints findings as JSON, and nothing else', async () => {
  await writeFile(join(corpus, 'b.txt'), Buffer.from('Titre\n\nUn \xe9t\xe9.', 'latin1'));
  const { code, output } = await checked(true);
  expect(code).toBe(1);
  expect(JSON.parse(output)).toEqual([
    {
      file: 'b.txt',
      line: 3,
      severity: 'error',
      message: 'not UTF-8: byte 0xE9 at offset 10, likely ISO-8859-1 or Windows-1252',
      remedy: 'save the file as UTF-8',
    },
  ]);
});

it('names the faults of the lexicon too, and exits 1', async () => {
  await writeFile(join(corpus, 'a.md'), '---\ntitle: A\n---\nTexte.\n');
  await writeFile(join(corpus, 'lexicon.yaml'), 'synonyms:\n  - [eau]\n');
  expect(await checked()).toEqual({
    code: 1,
    output:
      'lexicon.yaml:2: error: synonyms: a group has two words or more (add a word to the line, or remove it)\n1 file, 1 error, 0 warnings',
  });
});

const library =
  '---\ntitle: Conseil\n---\nLa bibliothèque de Lens a été inaugurée le 3 mai 2018.\n\nLe préau est fermé.\n';

it('asks the questions beside the record, and says nothing while they are answered', async () => {
  await writeFile(join(corpus, 'a.md'), library);
  await writeFile(
    join(corpus, 'questions.yaml'),
    `questions:
  - question: Quand la bibliothèque de Lens a-t-elle été inaugurée ?
    quote: La bibliothèque de Lens a été inaugurée le 3 mai 2018.
    answer: 3 mai 2018
  - question: Combien coûte la piscine de Sochaux ?
    unanswerable: true
`,
  );
  expect(await checked()).toEqual({ code: 0, output: '1 file, 0 errors, 0 warnings' });
});

it('warns of questions that are not answered right, with what is shown instead', async () => {
  await writeFile(join(corpus, 'a.md'), library);
  await writeFile(
    join(corpus, 'questions.yaml'),
    `questions:
  - question: Quand la bibliothèque de Lens a-t-elle été inaugurée ?
    quote: Le préau est fermé.
  - question: Qui dirige la piscine de Sochaux ?
    quote: Le préau est fermé.
  - question: Qui a vendu le stade ?
    quote: Mme Durand a vendu le stade.
  - question: En quelle année la bibliothèque de Lens a-t-elle été inaugurée ?
    unanswerable: true
`,
  );
  const { code, output } = await checked();
  expect(code).toBe(0);
  expect(output.split('\n').map((line) => line.replace(/ \([^)]*\)$/, ''))).toEqual([
    expect.stringMatching(/^questions\.yaml:2: warning: .* is not answered right: it shows "La bibliothèque de Lens/),
    expect.stringMatching(/^questions\.yaml:4: warning: .* is not answered: the reply says that the record is silent$/),
    'questions.yaml:6: warning: "Qui a vendu le stade ?": its quote stands nowhere in the record',
    expect.stringMatching(/^questions\.yaml:8: warning: .* is answered though the record is silent: it shows "La bib/),
    '1 file, 0 errors, 4 warnings',
  ]);
});

it('says nothing of a question known to be unsolved until it is answered right', async () => {
  await writeFile(join(corpus, 'a.md'), library);
  await writeFile(
    join(corpus, 'questions.yaml'),
    `questions:
  - question: Qui dirige la piscine de Sochaux ?
    unsolved: true
    quote: Le préau est fermé.
  - question: Quand la bibliothèque de Lens a-t-elle été inaugurée ?
    unsolved: true
    quote: La bibliothèque de Lens a été inaugurée le 3 mai 2018.
`,
  );
  const { output } = await checked();
  expect(output.split('\n')).toEqual([
    expect.stringMatching(/^questions\.yaml:5: warning: .* is answered right now \(remove "unsolved"\)$/),
    '1 file, 0 errors, 1 warning',
  ]);
});

it('exits 1 where the questions are written wrong, and names the line', async () => {
  await writeFile(join(corpus, 'a.md'), library);
  await writeFile(join(corpus, 'questions.yaml'), 'questions:\n  - question: Quand ?\n    reply: Hier.\n');
  const { code, output } = await checked();
  expect(code).toBe(1);
  expect(output).toContain('questions.yaml:2: error: questions / 0: needs question and quote');
});

it('tells of a questions.yaml that cannot be read, or is no UTF-8', async () => {
  await writeFile(join(corpus, 'a.md'), '---\ntitle: A\n---\nTexte.\n');
  await mkdir(join(corpus, 'questions.yaml'));
  expect((await checked()).output).toMatch(/^questions\.yaml:1: error: cannot be read: /);
  await rm(join(corpus, 'questions.yaml'), { recursive: true });
  await writeFile(join(corpus, 'questions.yaml'), Buffer.from('questions: [\xe9]', 'latin1'));
  expect((await checked()).output).toMatch(/^questions\.yaml:1: error: not UTF-8: /);
});
