import { expect, it } from 'vitest';
import { parsePeople } from '../../src/corpus/people.ts';
import { parsedBody } from './parsed.ts';

type Person = readonly [honorific: string | null, name: string, role: string | null, organisation: string | null];

it.each<[string, readonly Person[]]>([
  [
    'M. M. Klein, président du Conseil général de Meurthe-et-Moselle.',
    [['M.', 'M. Klein', 'président du Conseil général de Meurthe-et-Moselle', 'Conseil général de Meurthe-et-Moselle']],
  ],
  [
    'M. C. Perny, président du Conseil général du Jura.',
    [['M.', 'C. Perny', 'président du Conseil général du Jura', 'Conseil général du Jura']],
  ],
  [
    'Mme L. Barthe, enseignante-chercheure en géographie à l’Université de Toulouse, Mme M. Brual (Solocal-Mappy), M. C. Garnier (SNCF Développement).',
    [
      ['Mme', 'L. Barthe', 'enseignante-chercheure en géographie', 'l’Université de Toulouse'],
      ['Mme', 'M. Brual', null, 'Solocal-Mappy'],
      ['M.', 'C. Garnier', null, 'SNCF Développement'],
    ],
  ],
  [
    'M. Philippe Archias, consultant Algoé, M. P. Legrand (FIRIP) et Mme K. Le Chenadec (CDC).',
    [
      ['M.', 'Philippe Archias', 'consultant', 'Algoé'],
      ['M.', 'P. Legrand', null, 'FIRIP'],
      ['Mme', 'K. Le Chenadec', null, 'CDC'],
    ],
  ],
  ['M. Jean Deydier, directeur Emmaüs Connect', [['M.', 'Jean Deydier', 'directeur', 'Emmaüs Connect']]],
  [
    'M. S. Vincent, coordinateur du consortium Réacteur public',
    [['M.', 'S. Vincent', 'coordinateur du consortium Réacteur public', 'consortium Réacteur public']],
  ],
  [
    'M. A. Un, garde des sceaux, ministre de la justice, et Mme B. Deux, maire de Lyon',
    [
      ['M.', 'A. Un', 'garde des sceaux, ministre de la justice', null],
      ['Mme', 'B. Deux', 'maire de Lyon', null],
    ],
  ],
  [
    'Mme A. Un, directrice générale, Orange ; Dr J.-P. Deux (directrice de la Caisse des dépôts)',
    [
      ['Mme', 'A. Un', 'directrice générale', 'Orange'],
      ['Dr', 'J.-P. Deux', 'directrice de la Caisse des dépôts', 'la Caisse des dépôts'],
    ],
  ],
  ['M. A. Un, directeur de cabinet de M. B. Deux', [['M.', 'A. Un', 'directeur de cabinet de M. B. Deux', null]]],
  [
    'M. le préfet du Jura, Mme la ministre',
    [
      ['M.', 'le préfet du Jura', null, null],
      ['Mme', 'la ministre', null, null],
    ],
  ],
  ['MM. Durand et Martin, députés', [['MM.', 'Durand et Martin', 'députés', null]]],
  [
    'Jean Dupont (Orange), Claire Martin, maire de Lyon',
    [
      [null, 'Jean Dupont', null, 'Orange'],
      [null, 'Claire Martin', 'maire de Lyon', null],
    ],
  ],
  ['**Mme Zoé Ünal**, députée (LR)', [['Mme', 'Zoé Ünal', 'députée', 'LR']]],
  ['M.\u00a0A.\u00a0Un (Orange)', [['M.', 'A. Un', null, 'Orange']]],
])('parses "%s"', (line, people) => {
  expect(
    parsePeople(line).map(({ honorific, name, role, organisation }) => [honorific, name, role, organisation]),
  ).toEqual(people);
});

it.each([
  ['Animateur : M. A. Un', 'chair'],
  ['Animateurs: M. A. Un', 'chair'],
  ['Animatrice(s)\u00a0: Mme A. Un', 'chair'],
  ['**Animatrice :** Mme A. Un', 'chair'],
  ['Intervenant: M. A. Un', 'panellist'],
  ['Intervenant(e)s : M. A. Un', 'panellist'],
  ['Intervenante(s)\u202f: Mme A. Un', 'panellist'],
  ['**Intervenants** : M. A. Un', 'panellist'],
  ['Intervenant·e·s : M. A. Un', 'panellist'],
])('takes the people of the section from a line "%s"', (line, part) => {
  const { sections, passages } = parsedBody(`## Atelier\n\n${line}\n\nTexte.`);
  expect(sections[0]?.participants).toMatchObject([{ name: 'A. Un', part }]);
  expect(passages.map(({ kind }) => kind)).toEqual(['participants', 'text']);
});

it('tells where each person stands, without final punctuation or "et"', () => {
  const { text, sections } = parsedBody('## Atelier\n\nIntervenants : M. A. Un (Orange) et Mme B. Deux, géographe.');
  expect(sections[0]?.participants.map(({ span }) => text.slice(span.start, span.end))).toEqual([
    'M. A. Un (Orange)',
    'Mme B. Deux, géographe',
  ]);
});

it('makes a passage of each participants line, also on consecutive lines', () => {
  const { passages } = parsedBody('## Atelier\nAnimateur : M. A. Un.\nIntervenants : Mme B. Deux.\nLe texte.');
  expect(passages.map(({ kind, line }) => [kind, line])).toEqual([
    ['participants', 5],
    ['participants', 6],
    ['text', 7],
  ]);
});

it('reads people listed below the label', () => {
  const { sections, passages } = parsedBody(
    '## Atelier\n\nIntervenants :\n\n- M. A. Un (Orange)\n- Mme B. Deux, maire\n\nTexte.',
  );
  expect(sections[0]?.participants.map(({ name, organisation, role }) => [name, role, organisation])).toEqual([
    ['A. Un', null, 'Orange'],
    ['B. Deux', 'maire', null],
  ]);
  expect(passages.map(({ kind }) => kind)).toEqual(['participants', 'text']);
});

it('keeps people listed before the first heading as people of the whole record', () => {
  expect(parsedBody('Animateur : M. A. Un.\n\nTexte.').participants).toMatchObject([{ name: 'A. Un' }]);
});

it('reads a labelled line that names nobody as text', () => {
  expect(parsedBody('Intervenants : à confirmer.').passages.map(({ kind }) => kind)).toEqual(['text']);
});
