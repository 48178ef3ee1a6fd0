import { describe, expect, it } from 'vitest';
import type { Answerer } from '../../src/answer/answerer.ts';
import type { Answer } from '../../src/proceedings/answer.ts';
import { answererWith, lexiconOf, record } from '../support/corpora.ts';

const texts = (answer: Answer): string[] =>
  (answer.kind === 'not_found' ? answer.nearest : answer.excerpts).map((excerpt) => excerpt.text);

/** Paragraphs about other things, so that words are neither all rare nor all common. */
const others = [
  'Les routes départementales seront entretenues avant l’hiver.',
  'Le président remercie les services pour la qualité du rapport.',
  'La culture et le sport restent des compétences partagées.',
  'Les transports scolaires sont organisés par la région.',
].join('\n\n');

describe('different answers to one question', () => {
  const answerer = answererWith({
    'a.md': record('Séance de mars', `Le Cantal a créé des télécentres ruraux.\n\n${others}`, '2018-03-01'),
    'b.md': record('Séance de mai', `La Drôme a créé des télécentres ruraux.\n\n${others}`, '2018-05-01'),
    'c.md': record('Séance de juin', `Le Cantal a créé des télécentres ruraux.\n\n${others}`, '2018-06-01'),
  });

  it('are candidates, the best supported first, each with its own excerpts', () => {
    const answer = answerer.answer('Quel département a créé des télécentres ruraux ?');
    expect(answer.kind).toBe('candidates');
    const candidates = answer.kind === 'candidates' ? answer.candidates : [];
    expect(
      candidates.map(({ headline, excerpts }) => [headline, excerpts.map(({ citation }) => citation.file)]),
    ).toEqual([
      ['Cantal', ['a.md', 'c.md']],
      ['Drôme', ['b.md']],
    ]);
    for (const { headline, excerpts } of candidates) expect(excerpts[0]?.text).toContain(headline);
  });

  it('are one answer where the sources agree', () => {
    const agreed = answererWith({
      'a.md': record('Séance de mars', `Le Cantal a créé des télécentres ruraux.\n\n${others}`),
      'c.md': record('Séance de juin', `Le CANTAL a créé des télécentres ruraux.\n\n${others}`),
    });
    expect(agreed.answer('Quel département a créé des télécentres ruraux ?')).toMatchObject({
      kind: 'answered',
      headline: 'Cantal',
    });
  });

  it('are told apart by a date filter', () => {
    expect(
      answerer.answer('Quel département a créé des télécentres ruraux ? depuis:2018-04 avant:2018-06'),
    ).toMatchObject({ kind: 'answered', headline: 'Drôme' });
  });
});

describe('the headline', () => {
  const answerer = answererWith({
    'a.md': record(
      'Séance',
      [
        'Agrilocal a été créée par les conseils généraux de la Drôme, du Cantal et du Puy-de-Dôme pour les cantines.',
        'Nicole Belloubet a présenté la réforme de la carte judiciaire aux élus.',
        'Le très haut débit arrivera en mars 2022 dans toutes les vallées.',
        'La prime de rentrée coûte 3,5 millions d’euros au conseil régional.',
        others,
      ].join('\n\n'),
      '2018-03-01',
    ),
  });

  it.each([
    ['Quels départements ont créé Agrilocal ?', 'Drôme, du Cantal et du Puy-de-Dôme'],
    ['Qui a présenté la réforme de la carte judiciaire ?', 'Nicole Belloubet'],
    ['Quand arrivera le très haut débit ?', 'mars 2022'],
    ['Combien coûte la prime de rentrée ?', '3,5 millions d’euros'],
  ])('has the form asked for: %s %s', (question, headline) => {
    expect(answerer.answer(question)).toMatchObject({ kind: 'answered', headline });
  });

  it('is left out where the question asks for no such form', () => {
    expect(answerer.answer('Pourquoi la prime de rentrée ?')).toMatchObject({ kind: 'answered', headline: null });
  });
});

describe('what somebody said', () => {
  const answerer = answererWith({
    'a.md': record(
      'Séance du 1er mars',
      [
        '# Débat',
        '**M. Paul Martin**, député : Le haut débit doit arriver dans chaque village avant 2022.',
        '**Mme Anne Petit**, ministre : Le haut débit coûte trois milliards d’euros aux départements.',
        '**M. Jean Noir**, sénateur : Les crèches manquent de personnel.',
        '(Applaudissements.)',
      ].join('\n\n'),
      '2018-03-01',
    ),
    'b.md': record(
      'Atelier',
      '# Les crèches\n\nAnimateur : M. Luc Blanc, maire.\n\nLes crèches rurales doivent ouvrir plus tôt le matin.',
      '2019-05-02',
    ),
  });

  it.each([
    ['Que dit M. Martin du haut débit ?', 'M. Paul Martin', 'député'],
    ['Que dit Mme Petit sur le haut débit ?', 'Mme Anne Petit', 'ministre'],
    ['Selon Anne Petit, que dire du haut débit ?', 'Mme Anne Petit', 'ministre'],
    ['What did Paul Martin say about the haut débit?', 'M. Paul Martin', 'député'],
  ])('is quoted from their own speeches: %s', (question, speaker, role) => {
    const answer = answerer.answer(question);
    expect(answer).toMatchObject({ kind: 'answered', silentSpeaker: null });
    expect(answer.kind === 'answered' ? answer.excerpts[0]?.citation : null).toMatchObject({ speaker, role });
    for (const { citation } of answer.kind === 'answered' ? answer.excerpts : [])
      expect(citation.speaker).toBe(speaker);
  });

  it('is not made up where they never speak of it', () => {
    expect(answerer.answer('Que dit Jean Noir du haut débit ?')).toMatchObject({
      kind: 'not_found',
      silentSpeaker: 'M. Jean Noir',
    });
  });

  it('is not what a narrator writes of their workshop', () => {
    const answer = answerer.answer('Que dit Luc Blanc des crèches rurales ?');
    expect(answer).toMatchObject({ kind: 'answered', silentSpeaker: 'M. Luc Blanc' });
    expect(answer.kind === 'answered' ? answer.excerpts[0]?.citation : null).toMatchObject({
      speaker: null,
      section: ['Les crèches'],
    });
  });

  it('never includes a stage direction', () => {
    expect(answerer.answer('applaudissements', { purpose: 'quotes' }).kind).toBe('not_found');
  });

  it.each(['par:Martin haut débit', 'speaker:martin haut débit', 'haut débit par:"Paul Martin"'])(
    'is all that a speaker filter lets through: %s',
    (question) => {
      const answer = answerer.answer(question, { limit: 20 });
      expect(answer.kind).toBe('answered');
      expect(
        new Set(answer.kind === 'answered' ? answer.excerpts.map(({ citation }) => citation.speaker) : []),
      ).toEqual(new Set(['M. Paul Martin']));
    },
  );

  it.each(['par:Dupont haut débit', 'speaker:"Luc Blanc" crèches'])(
    'is nothing where the filter names nobody who speaks, and the reply says that nothing was searched: %s',
    (question) => {
      expect(answerer.answer(question)).toMatchObject({
        kind: 'not_found',
        searched: { files: 0, passages: 0, from: null, to: null },
        nearest: [],
      });
    },
  );
});

const sitting = (text: string, date?: string): string => record('Séance', `${text}\n\n${others}`, date);

describe('who speaks of something', () => {
  const turns = [
    '**M. Paul Martin**, président : Le conseil général du Cantal ouvre un hôpital de jour.',
    '**Mme Anne Roche**, députée : Ma collègue Lise Faure me parlait de l’hôpital de Voiron. Cet hôpital manque de lits.',
    '**M. Paul Martin** : L’hôpital de jour sera prêt au printemps.',
  ];
  const answerer = answererWith({ 'a.md': record('Séance', `# Débat\n\n${turns.join('\n\n')}\n\n${others}`) });

  it.each([
    'Qui a parlé de l’hôpital ?',
    'qui parle de l’hôpital',
    'Qui s’est exprimé sur l’hôpital ?',
    'Quels orateurs ont évoqué l’hôpital ?',
    'Qui a dit que l’hôpital ouvre ?',
    'Who spoke about the hospital?',
    'who mentioned the hospital?',
  ])('is told by the citations, one excerpt a person, and by no name within their words: %s', (question) => {
    const answer = answerer.answer(question);
    expect(answer).toMatchObject({ kind: 'answered', headline: null });
    const speakers = answer.kind === 'answered' ? answer.excerpts.map(({ citation }) => citation.speaker) : [];
    expect(new Set(speakers)).toEqual(new Set(['M. Paul Martin', 'Mme Anne Roche']));
    expect(speakers).toHaveLength(2);
  });

  it('is not told where a narrator speaks', () => {
    const narrated = answererWith({
      'a.md': record('Séance', `Créé par le conseil général du Cantal, l’hôpital de jour plaît.\n\n${others}`),
    });
    expect(narrated.answer('Qui parle de l’hôpital de jour ?')).toMatchObject({ kind: 'answered', headline: null });
    expect(narrated.answer('Qui a créé l’hôpital de jour ?')).toMatchObject({
      headline: expect.stringContaining('Cantal'),
    });
  });
});

describe('a question that says when', () => {
  const answerer = answererWith({
    'a.md': record('Séance', `L’accord prévoit 110 000 logements.\n\n${others}`, '2019-05-15'),
    'b.md': record('Séance', `L’accord prévoit 90 000 logements.\n\n${others}`, '2018-03-01'),
  });

  it.each([
    ['Combien de logements prévoit l’accord de mai 2019 ?', '110 000 logements'],
    ['Combien de logements prévoit l’accord de 2018 ?', '90 000 logements'],
    ['How many logements in the accord of May 2019?', '110 000 logements'],
  ])('is answered from the record of that date: %s', (question, headline) => {
    expect(answerer.answer(question)).toMatchObject({ kind: 'answered', headline });
  });

  it('is not answered where no record is of that year', () => {
    expect(answerer.answer('Combien de logements prévoit l’accord de 2012 ?').kind).toBe('not_found');
  });
});

describe('a question for a measure', () => {
  const answerer = answererWith({
    'a.md': record('Séance', `L’accident du passage à niveau a fait deux morts.\n\n${others}`),
    'b.md': record('Séance', `Les crédits de la culture augmenteront de 40 % en trois ans.\n\n${others}`),
    'c.md': record('Séance', `Les trains du littoral roulent à 80 km/h sur douze ponts.\n\n${others}`),
  });

  it.each([
    ['À quelle vitesse roulent les trains du littoral ?', '80 km/h'],
    ['De combien augmenteront les crédits de la culture ?', '40 %'],
  ])('has a headline in its unit: %s', (question, headline) => {
    expect(answerer.answer(question)).toMatchObject({ kind: 'answered', headline });
  });

  it.each([
    'À quelle vitesse a eu lieu l’accident du passage à niveau ?',
    'À quelle heure a eu lieu l’accident du passage à niveau ?',
  ])('is not answered by another figure: %s', (question) => {
    expect(answerer.answer(question)).not.toMatchObject({ headline: 'deux morts' });
  });
});

describe('what somebody says of', () => {
  const turns = [
    '**Mme Anne Roche**, ministre : Les routes du canton seront refaites. Les moyens suivront.',
    '**Mme Anne Roche** : Nous recruterons des juges. Les moyens suivront.',
    '**Mme Anne Roche** : La demande d’asile sera examinée en six mois. Les moyens suivront.',
  ];
  const answerer = answererWith({ 'a.md': record('Séance', `# Débat\n\n${turns.join('\n\n')}\n\n${others}`) });

  it.each([
    ['Que dit Anne Roche des juges ?', 'Nous recruterons des juges.'],
    ['Que répond Anne Roche sur la demande d’asile ?', 'La demande d’asile sera examinée en six mois.'],
  ])('is found though it may be a verb of saying too: %s', (question, said) => {
    expect(texts(answerer.answer(question))[0]).toContain(said);
  });
});

describe('somebody who is spoken to', () => {
  const turns = [
    '**Mme Anne Roche**, députée : Les petites lignes de train ferment-elles ?',
    '**M. Paul Martin**, ministre : Les petites lignes de train resteront ouvertes, madame la députée.',
  ];
  const answerer = answererWith({ 'a.md': record('Séance', `# Débat\n\n${turns.join('\n\n')}\n\n${others}`) });

  it.each([
    'Qu’a répondu Paul Martin à Anne Roche sur les petites lignes ?',
    'Que répondait Paul Martin à la députée Anne Roche sur les petites lignes ?',
    'Comment Paul Martin a-t-il expliqué à Anne Roche le sort des petites lignes ?',
  ])('is not quoted for the other: %s', (question) => {
    const answer = answerer.answer(question);
    const speakers = answer.kind === 'answered' ? answer.excerpts.map(({ citation }) => citation.speaker) : [];
    expect(new Set(speakers)).toEqual(new Set(['M. Paul Martin']));
  });
});

describe('date filters', () => {
  const answerer = answererWith({
    '2017.md': sitting('Les télécentres ouvrent en Ardèche.', '2017-06-15'),
    '2018.md': sitting('Les télécentres ouvrent en Bretagne.', '2018-06-15'),
    '2019.md': sitting('Les télécentres ouvrent en Corse.', '2019-06-15'),
    'undated.md': sitting('Les télécentres ouvrent en Drôme.'),
  });

  it.each([
    ['depuis:2018', ['2018.md', '2019.md']],
    ['since:2018-06-15', ['2018.md', '2019.md']],
    ['depuis:2018-07', ['2019.md']],
    ['avant:2018', ['2017.md']],
    ['before:2018-06-15', ['2017.md']],
    ['before:2018-06-16', ['2017.md', '2018.md']],
    ['depuis:2018 avant:2019', ['2018.md']],
    ['', ['2017.md', '2018.md', '2019.md', 'undated.md']],
  ])('"%s" keeps %s', (filter, files) => {
    const answer = answerer.answer(`où ouvrent les télécentres ${filter}`, { purpose: 'quotes', limit: 20 });
    const cited = answer.kind === 'answered' ? answer.excerpts : [];
    const found = cited.filter(({ text }) => text.includes('télécentres')).map(({ citation }) => citation.file);
    expect([...new Set(found)].toSorted()).toEqual(files);
    for (const { citation } of cited) expect(files).toContain(citation.file);
  });

  it('say which dates were searched in vain', () => {
    expect(answerer.answer('le budget des fusées depuis:2018')).toMatchObject({
      kind: 'not_found',
      searched: { files: 2, from: '2018-06-15', to: '2019-06-15' },
    });
  });
});

describe('quotes', () => {
  const answerer: Answerer = answererWith({
    'a.md': record(
      'Séance',
      [1, 2, 3, 4, 5].map((number) => `Les télécentres de la vallée ${number} accueillent des salariés.`).join('\n\n') +
        `\n\n${others}`,
    ),
  });

  it('are every passage that speaks of it, without a headline', () => {
    const answer = answerer.answer('télécentres', { purpose: 'quotes', limit: 20 });
    expect(answer).toMatchObject({ kind: 'answered', headline: null });
    expect(texts(answer)).toHaveLength(5);
    for (const text of texts(answer)) expect(text).toContain('télécentres');
  });

  it('come page by page, none twice and none left out', () => {
    const pages = [0, 2, 4].map((skip) => texts(answerer.answer('télécentres', { purpose: 'quotes', limit: 2, skip })));
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(pages.flat()).toEqual(texts(answerer.answer('télécentres', { purpose: 'quotes', limit: 20 })));
  });

  it('are not found beyond the last one, or where nothing speaks of it', () => {
    expect(answerer.answer('télécentres', { purpose: 'quotes', skip: 5 }).kind).toBe('not_found');
    expect(answerer.answer('les dragons', { purpose: 'quotes' }).kind).toBe('not_found');
  });

  it('are three unless more or fewer are asked for', () => {
    expect(texts(answerer.answer('télécentres', { purpose: 'quotes' }))).toHaveLength(3);
    expect(texts(answerer.answer('télécentres', { purpose: 'quotes', limit: 1 }))).toHaveLength(1);
  });
});

describe('the language of the reply', () => {
  const answerer = answererWith(
    { 'a.md': record('Séance', `Le Cantal a créé des télécentres.\n\n${others}`) },
    lexiconOf({ english: { 'telework centre': ['télécentre'], department: ['département'], 'set up': ['créer'] } }),
  );

  it('is the asker’s; the quotation stays French', () => {
    const answer = answerer.answer('Which department set up telework centres?');
    expect(answer).toMatchObject({ kind: 'answered', language: 'en', headline: 'Cantal' });
    expect(texts(answer)[0]).toContain('Le Cantal a créé des télécentres.');
  });

  it('is the one asked for, whatever the question is in', () => {
    expect(answerer.answer('Quel département a créé des télécentres ?', { language: 'en' })).toMatchObject({
      kind: 'answered',
      language: 'en',
      headline: 'Cantal',
    });
  });

  it('is French where nothing tells', () => {
    expect(answerer.answer('Agrilocal').language).toBe('fr');
  });
});

describe('silence', () => {
  const answerer = answererWith({
    'a.md': record('Séance', `Le Cantal a créé des télécentres.\n\n${others}`, '2018-03-01'),
  });

  it('names the words that occur nowhere, as they were typed', () => {
    expect(answerer.answer('Qui est le maire de Clochemerle ?')).toMatchObject({
      kind: 'not_found',
      missingWords: ['maire', 'Clochemerle'],
    });
  });

  it('counts what was searched, stage directions aside', () => {
    expect(answerer.answer('les dragons')).toMatchObject({
      kind: 'not_found',
      searched: { files: 1, passages: 5, from: '2018-03-01', to: '2018-03-01' },
      nearest: [],
    });
  });

  it('is the answer to no question at all, and of an empty corpus', () => {
    for (const question of ['', '   ', '?', '😀', 'qui est-ce ?'])
      expect(answerer.answer(question).kind).toBe('not_found');
    expect(answererWith({}).answer('Quel département ?')).toMatchObject({
      kind: 'not_found',
      searched: { files: 0, passages: 0, from: null, to: null },
    });
  });
});
