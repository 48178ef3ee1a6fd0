import { describe, expect, it } from 'vitest';
import { parsed, parsedBody, passagesBySpeaker } from './parsed.ts';

describe('a paragraph opens a speech', () => {
  it.each<[string, [string | null, string, string | null, string | null], string]>([
    ['**M. Christian Jacob**, député : Le texte.', ['M.', 'Christian Jacob', 'député', null], 'Le texte.'],
    ['**Mme la ministre.** Le texte.', ['Mme', 'la ministre', null, null], 'Le texte.'],
    ['M. Claude Bartolone, président. – Le texte.', ['M.', 'Claude Bartolone', 'président', null], 'Le texte.'],
    ['M. Claude Bartolone, président. — Le texte.', ['M.', 'Claude Bartolone', 'président', null], 'Le texte.'],
    ['**M. Claude Bartolone**, président. – Le texte.', ['M.', 'Claude Bartolone', 'président', null], 'Le texte.'],
    ['**M. Claude Bartolone, président. –** Le texte.', ['M.', 'Claude Bartolone', 'président', null], 'Le texte.'],
    ['M. Christian Jacob, député : Le texte.', ['M.', 'Christian Jacob', 'député', null], 'Le texte.'],
    ['M. Christian Jacob\u00a0: Le texte.', ['M.', 'Christian Jacob', null, null], 'Le texte.'],
    ['Mme la ministre. Le texte.', ['Mme', 'la ministre', null, null], 'Le texte.'],
    ['Mme la ministre : Le texte.', ['Mme', 'la ministre', null, null], 'Le texte.'],
    ['**M. le président** : Le texte.', ['M.', 'le président', null, null], 'Le texte.'],
    ['**M. le président :** Le texte.', ['M.', 'le président', null, null], 'Le texte.'],
    ['__M. le président__ : Le texte.', ['M.', 'le président', null, null], 'Le texte.'],
    [
      '**Plusieurs députés du groupe FI** : Quelle est la question ?',
      [null, 'Plusieurs députés du groupe FI', null, null],
      'Quelle est la question ?',
    ],
    ['**Le président** : Le texte.', [null, 'Le président', null, null], 'Le texte.'],
    [
      '**Jean-Yves Bony et Vincent Descoeur** : Bravo !',
      [null, 'Jean-Yves Bony et Vincent Descoeur', null, null],
      'Bravo !',
    ],
    ['Plusieurs élus : Le texte.', [null, 'Plusieurs élus', null, null], 'Le texte.'],
    ['Voix diverses : Le texte.', [null, 'Voix diverses', null, null], 'Le texte.'],
    ['Une voix. Le texte.', [null, 'Une voix', null, null], 'Le texte.'],
    ['Le président. – Le texte.', [null, 'Le président', null, null], 'Le texte.'],
    ['Intervenant 2 : Le texte.', [null, 'Intervenant 2', null, null], 'Le texte.'],
    ['De la salle : Le texte.', [null, 'De la salle', null, null], 'Le texte.'],
    [
      'Un intervenant dans la salle : Monsieur le maire, et le bois ?',
      [null, 'Un intervenant dans la salle', null, null],
      'Monsieur le maire, et le bois ?',
    ],
    ["Un élu de l'opposition : Le texte.", [null, "Un élu de l'opposition", null, null], 'Le texte.'],
    ["**M. M'jid El Guerrab** : Le texte.", ['M.', "M'jid El Guerrab", null, null], 'Le texte.'],
    [
      '**Mme Nicole Belloubet**, garde des sceaux, ministre de la justice : Le texte.',
      ['Mme', 'Nicole Belloubet', 'garde des sceaux, ministre de la justice', null],
      'Le texte.',
    ],
    [
      "**Mme Brune Poirson**, secrétaire d'État, auprès du ministre d'État : Le texte.",
      ['Mme', 'Brune Poirson', "secrétaire d'État, auprès du ministre d'État", null],
      'Le texte.',
    ],
    ['**M. B. Janet** (Orange) : Le texte.', ['M.', 'B. Janet', null, 'Orange'], 'Le texte.'],
    [
      'Mme L. Barthe, enseignante à l’Université de Pau : Le texte.',
      ['Mme', 'L. Barthe', 'enseignante', 'l’Université de Pau'],
      'Le texte.',
    ],
  ])('%s', (paragraph, [honorific, name, role, organisation], words) => {
    const { text, speeches, passages } = parsedBody(paragraph);
    expect(speeches.map(({ speaker }) => speaker)).toEqual([{ honorific, name, role, organisation }]);
    expect(passages.map(({ span }) => text.slice(span.start, span.end))).toEqual([words]);
  });
});

it('names people who speak as one together', () => {
  const { speeches } = parsedBody(
    '**M. Pierre Un et Mme Zoé Deux** : Oui !\n\n**M. Pierre Un et plusieurs députés** : Non !',
  );
  expect(speeches.map(({ speaker }) => speaker)).toEqual([
    { honorific: 'M.', name: 'Pierre Un et Mme Zoé Deux', role: null, organisation: null },
    { honorific: 'M.', name: 'Pierre Un et plusieurs députés', role: null, organisation: null },
  ]);
});

describe('a paragraph stays the narrator’s', () => {
  it.each([
    'M. Dupont a indiqué que : « le budget est voté ».',
    'Mme L. Barthe, géographe, explique : « les territoires changent ».',
    'Mme la ministre explique : le budget est voté.',
    'M. Bruno Le Maire, ministre de l’économie, vient de déclarer, lyrique : « oui ».',
    'M. le Premier ministre a annoncé des mesures : un plan.',
    '**M. Dupont** a rappelé que : le budget est voté.',
    '**M. Dupont**, maire, a déclaré : « oui ».',
    '**M. Klein**, maire. **Mme Martin**, adjointe.',
    'M. Klein, maire. M. Dupont, adjoint.',
    'Monsieur le ministre : je vous remercie.',
    'Mes chers collègues : je vous remercie.',
    '**Le développement local** : une affaire de besoins.',
    '**Attention** : le budget est serré.',
    'Trois exemples : Lyon, Pau, Dax.',
    'Voici M. Dupont, maire : il parle.',
    '- **M. Dupont** : présent',
    'Plusieurs élus : M. Dupont, Mme Martin.',
    'Plusieurs élus demandent : et le bois ?',
    'Un maire s’interroge. Un autre répond.',
    'Le Président de la République l’a indiqué : la loi tient.',
  ])('%s', (paragraph) => {
    const { speeches, passages } = parsedBody(paragraph);
    expect(speeches).toEqual([]);
    expect(passages.every(({ speech }) => speech === null)).toBe(true);
  });
});

it('continues a speech over paragraphs, lists and stage directions, to the next turn or heading', () => {
  const record = parsedBody(
    [
      '# Séance',
      'La séance est ouverte.',
      '**M. A. Un** : Premier.',
      'Deuxième.',
      '(Applaudissements.)',
      'Troisième :\n\n- un\n- deux',
      '*(Rires.)*',
      '**Mme B. Deux.** Autre.',
      '## Suite',
      'Le narrateur reprend.',
    ].join('\n\n'),
  );
  expect(passagesBySpeaker(record)).toEqual([
    'text|-|La séance est ouverte.',
    'text|M. A. Un|Premier.',
    'text|M. A. Un|Deuxième.',
    'stage|-|(Applaudissements.)',
    'text|M. A. Un|Troisième :\n\n- un\n- deux',
    'stage|-|*(Rires.)*',
    'text|Mme B. Deux|Autre.',
    'text|-|Le narrateur reprend.',
  ]);
  expect(record.speeches.map(({ span, line }) => [record.text.slice(span.start, span.end), line])).toEqual([
    ['M. A. Un** : Premier.\n\nDeuxième.\n\n(Applaudissements.)\n\nTroisième :\n\n- un\n- deux', 8],
    ['Mme B. Deux.** Autre.', 21],
  ]);
});

describe('a label that may be somebody else’s ends a speech', () => {
  it.each([
    'Budget. – La fontaine est financée.',
    'Budget : La fontaine est financée.',
    '**Budget** : la fontaine est financée.',
    '**Budget. –** La fontaine est financée.',
    'Jean Petit : La fontaine est financée.',
    'Collectif des riverains : La fontaine est financée.',
    'Intervenant : aucun n’a été entendu.',
  ])('%s', (paragraph) => {
    const { text, passages } = parsedBody(`M. Roux. – La légumerie ouvre.\n\n${paragraph}\n\nLe square rouille.`);
    const by = passages.map(({ speech }) => speech?.speaker.name ?? null);
    expect(by[0]).toBe('Roux');
    expect(by.slice(1)).not.toContain('Roux');
    expect(text.slice(passages.at(-1)?.span.start, passages.at(-1)?.span.end)).toBe('Le square rouille.');
  });

  it('also on a line of the same paragraph', () => {
    const record = parsedBody('M. Roux. – La légumerie ouvre.\nBudget. – La fontaine est financée.');
    expect(passagesBySpeaker(record)).toEqual([
      'text|M. Roux|La légumerie ouvre.',
      'text|-|Budget. – La fontaine est financée.',
    ]);
  });
});

describe('a speaker’s own words before a colon do not end their speech', () => {
  it.each([
    'Résultat : 600 jeunes partent.',
    'Deuxième point : Agrilocal.',
    'Ma question est simple : « Quand ? »',
    'Monsieur le ministre : Agissez.',
    'Libérer, protéger : c’est notre but.',
    'C’est vrai : Atout France avance.',
  ])('%s', (paragraph) => {
    const { passages } = parsedBody(`M. Roux. – La légumerie ouvre.\n\n${paragraph}`);
    expect(passages.map(({ speech }) => speech?.speaker.name)).toEqual(['Roux', 'Roux']);
  });
});

it('ends a speech at a participants line', () => {
  expect(passagesBySpeaker(parsedBody('**M. A. Un** : Oui.\n\nAnimateur : M. B. Deux.\n\nTexte.'))).toEqual([
    'text|M. A. Un|Oui.',
    'participants|-|Animateur : M. B. Deux.',
    'text|-|Texte.',
  ]);
});

it('gives each turn its own words where no empty line stands between them', () => {
  expect(passagesBySpeaker(parsedBody('**M. A. Un** : Oui\n**Mme B. Deux** : Non.\nM. C. Trois : Peut-être.'))).toEqual(
    ['text|M. A. Un|Oui', 'text|Mme B. Deux|Non.', 'text|M. C. Trois|Peut-être.'],
  );
});

it('takes the words from the next paragraph where the name stands alone', () => {
  const record = parsedBody('**M. A. Un** :\n\nLe texte.');
  expect(passagesBySpeaker(record)).toEqual(['text|M. A. Un|Le texte.']);
});

it('reads turns in plain text', () => {
  const record = parsed('Titre\n\nLa question\nM. A. Un, député : Oui ?\nMme la ministre. – Non.', 'a.txt');
  expect(record.sections.map(({ title }) => title)).toEqual(['Titre', 'La question']);
  expect(passagesBySpeaker(record)).toEqual(['text|M. A. Un|Oui ?', 'text|Mme la ministre|Non.']);
});
