import { mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { check } from '../src/commands/check.ts';
import { loadCorpus } from '../src/corpus/load.ts';
import { parseLexicon } from '../src/corpus/lexicon-file.ts';
import { formatFinding } from '../src/proceedings/finding.ts';

const page = readFileSync(new URL('../docs/maintainers.md', import.meta.url), 'utf8');
const turns = [1, 2, 3, 4, 5].map((point) => `**M. Paul Durand** : Je réponds une fois encore, point ${point}.`);

const headed = (title: string, ...paragraphs: string[]): string =>
  [`---\ntitle: ${title}\ndate: 2026-03-02\n---`, ...paragraphs, ''].join('\n\n');

/** One file for each finding that the page explains. */
const files: Readonly<Record<string, string | Uint8Array>> = {
  'ancien.txt': Buffer.from('Compte rendu\n\nLe département est là.\n', 'latin1'),
  'cle.md': '---\ntitle: Comité\norgane: Conseil départemental\n---\n\nLe comité siège.\n',
  'conseil.md': headed('Conseil', '## Débat', 'Le conseil est ouvert.'),
  'copie-conseil.md': headed('Conseil, copie', '## Débat', 'Le conseil est ouvert.'),
  'debat.docx': 'PK',
  'date.md': '---\ntitle: Commission\ndate: 2026-02-30\n---\n\nLa commission siège.\n',
  'deux-points.md': headed('Budget : suite: un débat', 'Texte du débat.'),
  'document.txt': 'PK\u0003\u0004\0\0',
  'enorme.txt': '',
  'lexique.yaml': 'english: {}\n',
  'lien.md': '---\ntitle: Syndicat\nsource: www.example.org\n---\n\nLe comité syndical siège.\n',
  'pleniere.md': headed('Plénière', '## Débat', ...turns, '**M. Paul Durant** : Je conclus ainsi.'),
  'sans-entete.md': '# Réunion de mars\n\nLa réunion est ouverte.\n',
  'sans-fin.md': '---\ntitle: Notes de séance\n\nRien à signaler.\n',
  'sans-titre.md': '---\ndate: 2026-03-01\n---\n\n## Ouverture\n\nLa séance est ouverte.\n',
  'sections.md': headed(
    'Sections',
    '## Ouverture',
    '## Débat',
    'Le débat a lieu.',
    '#### Détail',
    'Un détail.',
    '##Clôture',
    'Fin de séance.',
    'Partager l’article',
  ),
  'sans-point.md': headed('Sans point', `${'mots '.repeat(1400).trim()}.`),
  'vide.md': headed('Vide'),
};

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'greffier-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  truncateSync(join(folder, 'enorme.txt'), 21_000_000);
  symlinkSync('nulle-part.md', join(folder, 'lien-casse.md'));
  symlinkSync(join(process.cwd(), 'LICENSE'), join(folder, 'lien-dehors.md'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the maintainers’ page quotes findings as `greffier check` prints them, and explains each', async () => {
  const quoted = [...page.matchAll(/^- `(.+)`\n\n {2}\S/gm)].map(([, line]) => line);
  const { findings } = await loadCorpus(folder);
  expect(new Set(quoted)).toEqual(new Set(findings.map(formatFinding)));
});

it('the maintainers’ page quotes faults of the lexicon as they are told', () => {
  const faults = [
    'synonyms:\n  - [eau]\n',
    'acronyms:\n  CD: conseil départemental\n  CD: commission départementale\n',
  ].flatMap((text) => parseLexicon(text).findings.map(formatFinding));
  expect(faults).toHaveLength(2);
  for (const fault of faults) expect(page).toContain(`\n${fault}\n`);
});

/** What `greffier check` says of README's example file with questions beside it. */
async function checked(questions: string): Promise<string[]> {
  const corpus = mkdtempSync(join(tmpdir(), 'greffier-'));
  try {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    writeFileSync(join(corpus, 'eau.md'), /```markdown\n([^]*?)```/.exec(readme)?.[1] ?? '');
    writeFileSync(join(corpus, 'questions.yaml'), `questions:\n${questions}`);
    const lines: string[] = [];
    await check({ corpus, intents: 'intents', json: false, write: (line) => lines.push(line) });
    return lines;
  } finally {
    rmSync(corpus, { recursive: true, force: true });
  }
}

it('the maintainers’ page shows questions that README’s example file answers', async () => {
  const questions = /```yaml\nquestions:\n([^]*?)```/.exec(page)?.[1] ?? '';
  expect(await checked(questions)).toEqual(['1 file, 0 errors, 0 warnings']);
});

it.each([
  '  - question: Combien de puits a-t-on creusés ?\n    reponse: douze\n',
  '  - question: Combien de puits a-t-on creusés ?\n    quote: Douze puits.\n',
  '  - question: Combien de puits a-t-on creusés ?\n    quote: La nappe se recharge surtout en février.\n',
  '  - question: Quand la nappe se recharge-t-elle ?\n    quote: La nappe se recharge surtout en février.\n    unsolved: true\n',
])('the maintainers’ page quotes what is said of a question: %j', async (question) => {
  const [finding] = await checked(question);
  expect(page).toContain(`\n${finding}\n`);
});
