import { describe, expect, it } from 'vitest';
import { analyseQuestion } from '../../src/language/question.ts';
import { createSearchEngine, type SearchEngine } from '../../src/search/search-engine.ts';
import { lexiconOf, record } from '../support/corpora.ts';
import { corpusOf } from '../support/records.ts';

/** The passages that a question finds in these files, best first, as they stand there. */
function found(files: Readonly<Record<string, string>>, question: string, lexicon = lexiconOf()): string[] {
  const engine = createSearchEngine(corpusOf(files));
  const { hits } = engine.search(analyseQuestion(question, lexicon));
  return hits.map(({ entry: { passage, proceedings } }) =>
    proceedings.text.slice(passage.span.start, passage.span.end),
  );
}

const best = (...given: Parameters<typeof found>): string | undefined => found(...given)[0];

/** One file of paragraphs, among others of which none is asked about. */
function among(...paragraphs: readonly string[]): Record<string, string> {
  const others = [
    'La commission examine le calendrier des travaux de la session.',
    'Les routes départementales seront entretenues avant la fin de l’hiver.',
    'Le président remercie les services pour la qualité du rapport.',
    'La culture et le sport restent des compétences partagées.',
    'Les transports scolaires sont organisés par la région.',
  ];
  return { 'a.md': record('Séance', [...paragraphs, ...others].join('\n\n')) };
}

const paragraph = (millions: number): string => `Le budget des routes est de ${millions} millions d’euros.`;

describe('first comes the passage', () => {
  it('that has all words rather than one that has some', () => {
    const all = 'Les télécentres du Cantal accueillent des salariés.';
    // The other says "télécentres" twice, but nothing of the Cantal.
    const some = 'Des télécentres ouvrent partout ; les télécentres plaisent aux élus.';
    expect(best(among(some, all), 'les télécentres du Cantal')).toBe(all);
  });

  it('of the body, event or place that the question names', () => {
    const kept = (line: string, millions: number): string =>
      `---\ntitle: Séance de mars\n${line}\n---\n${paragraph(millions)}\n`;
    const files = {
      'a.md': kept('body: Conseil départemental du Lot', 3),
      'b.md': kept('event: Congrès de Vannes', 4),
      'c.md': kept('place: Aurillac', 5),
    };
    expect(best(files, 'Quel est le budget des routes du Lot ?')).toBe(paragraph(3));
    expect(best(files, 'Quel est le budget des routes au congrès de Vannes ?')).toBe(paragraph(4));
    expect(best(files, 'budget routes Aurillac')).toBe(paragraph(5));
  });

  it('that has the words together rather than far apart', () => {
    const phrase = 'La maison de retraite du canton achète ses légumes aux producteurs voisins.';
    // The same words, but "maison" and "retraite" speak of two different things.
    const scattered =
      'La retraite des agents est votée, puis le canton achète une grande et belle maison aux producteurs.';
    expect(best(among(scattered, phrase), 'que fait la maison de retraite ?')).toBe(phrase);
    expect(best(among(phrase, scattered), 'que fait la maison de retraite ?')).toBe(phrase);
  });

  it.each(['Catnal', 'Canatl', 'Cantl', 'Canttal', 'Cental'])('that has the word that is mistyped as %s', (word) => {
    const meant = 'Le Cantal ouvre des télécentres.';
    expect(best(among(meant), `que fait le ${word} ?`)).toBe(meant);
  });

  it('in whose section the other person speaks who is named', () => {
    const words = 'Les petites lignes de train seront maintenues par la région.';
    const debate = (who: string): string =>
      `# Question\n\n**Mme ${who}** : Que deviennent nos trains ?\n\n**M. Paul Martin** : ${words}`;
    const files = { 'a.md': record('Lundi', debate('Anne Roche')), 'b.md': record('Mardi', debate('Lise Faure')) };
    const engine = createSearchEngine(corpusOf(files));
    const fileOf = (question: string): string | undefined => {
      const { hits } = engine.search(analyseQuestion(question, lexiconOf()));
      const reply = hits.find(({ entry }) => entry.passage.speech?.speaker.name === 'Paul Martin');
      return reply?.entry.proceedings.file;
    };
    expect(fileOf('maintenir les petites lignes, pour Anne Roche')).toBe('a.md');
    expect(fileOf('maintenir les petites lignes, pour Lise Faure')).toBe('b.md');
  });

  it('that has the rare word rather than the common one', () => {
    // "département" is in every paragraph: it tells nothing; "sylviculture" tells all.
    const rare = 'La sylviculture fait vivre trois vallées.';
    const common = [1, 2, 3, 4].map((number) => `Le département vote la mesure numéro ${number} pour le département.`);
    expect(best(among(...common, rare), 'quel département aide la sylviculture ?')).toBe(rare);
  });

  it('whose titles name the subject, where two say the same', () => {
    const said = 'Le dispositif coûte deux millions d’euros par an.';
    const files = {
      'a.md': record('Séance', `# Les routes\n\n${said}\n\n# Les crèches\n\n${said} Il plaît.\n\n# Le sport\n\nRien.`),
    };
    expect(best(files, 'combien coûte le dispositif des crèches ?')).toBe(`${said} Il plaît.`);
    expect(best(files, 'combien coûte le dispositif des routes ?')).toBe(said);
  });

  it('of the speaker named, where two speak of it', () => {
    const files = {
      'a.md': record(
        'Débat',
        '# Débat\n\n**M. Paul Martin**, député : Le haut débit arrivera au village.\n\n**Mme Anne Petit**, ministre : Le haut débit arrivera au bourg.\n',
      ),
    };
    expect(best(files, 'Anne Petit sur le haut débit')).toBe('Le haut débit arrivera au bourg.');
    expect(best(files, 'Paul Martin sur le haut débit')).toBe('Le haut débit arrivera au village.');
  });

  it('that has the word itself rather than a synonym', () => {
    const lexicon = lexiconOf({ synonyms: [['cantine', 'réfectoire']] });
    const itself = 'La cantine ouvre à midi pour tous.';
    const synonym = 'Le réfectoire ouvre à midi pour tous.';
    expect(found(among(synonym, itself), 'quand ouvre la cantine ?', lexicon).slice(0, 2)).toEqual([itself, synonym]);
    expect(found(among(synonym, itself), 'quand ouvre le réfectoire ?', lexicon).slice(0, 2)).toEqual([
      synonym,
      itself,
    ]);
  });
});

describe('a passage is found', () => {
  const telecentre = 'CyberCantal Télécentres est un dispositif de télétravail.';
  const files = among(telecentre);

  it.each([
    ['without accents', 'telecentres'],
    ['in capitals', 'TÉLÉCENTRES'],
    ['in the singular', 'un télécentre'],
    ['with a letter missing', 'télécntres'],
    ['with two letters swapped', 'teletravial'],
    ['with a wrong letter', 'télécantres'],
    ['with decomposed accents', 'télécentres'.normalize('NFD')],
  ])('by a word %s', (_, question) => {
    expect(best(files, question)).toBe(telecentre);
  });

  it('by a word of the same family', () => {
    const lexicon = lexiconOf({ families: [['sécuriser', 'sécurité']] });
    const secured = 'Il faut sécuriser les abords du collège.';
    expect(best(among(secured), 'la sécurité', lexicon)).toBe(secured);
  });

  it('by an acronym’s full form', () => {
    const lexicon = lexiconOf({ acronyms: { rsa: 'revenu de solidarité active' } });
    const written = 'Le revenu de solidarité active est versé chaque mois.';
    expect(best(among(written), 'le RSA', lexicon)).toBe(written);
  });

  it('by its English name', () => {
    const lexicon = lexiconOf({ english: { 'telework centre': ['télécentre'] } });
    expect(best(files, 'where are the telework centres?', lexicon)).toBe(telecentre);
  });

  it('by part of a compound, and by the compound written as one word', () => {
    const creche = 'Les micro-crèches ouvrent en mai.';
    expect(best(among(creche), 'les crèches')).toBe(creche);
    expect(best(among(creche), 'microcrèches')).toBe(creche);
  });
});

describe('nothing is found', () => {
  it('where no word of the question is in the record', () => {
    expect(found(among(), 'les dragons de Komodo')).toEqual([]);
    expect(found(among(), 'qui est-ce ?')).toEqual([]);
  });

  it('by what is only in a stage direction', () => {
    expect(found(among('(Vifs applaudissements.)'), 'applaudissements')).toEqual([]);
  });

  // A name that differs by one letter from a short word of the record is another word.
  it('by a short word that merely looks alike', () => {
    expect(found(among('Le lot est attribué.'), 'la Loi')).toEqual([]);
  });
});

/** Where an engine finds two words, best first. */
function places(engine: SearchEngine): string[] {
  const { hits } = engine.search(analyseQuestion('télécentres et salariés', lexiconOf()));
  return hits.map(({ entry }) => entry.passage.id);
}

describe('the order', () => {
  const same = 'Les télécentres accueillent des salariés.';
  const files = Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}.md`, record('Séance', same, '2018-01-01')]));

  it('is the record’s own where passages are equally good', () => {
    const engine = createSearchEngine(corpusOf(files));
    const { hits } = engine.search(analyseQuestion('télécentres', lexiconOf()));
    expect(hits.map(({ entry }) => entry.proceedings.file)).toEqual(['a.md', 'b.md', 'c.md']);
  });

  it('is the same at every search and in every process', () => {
    const engine = createSearchEngine(corpusOf(files));
    expect(places(engine)).toEqual(places(engine));
    expect(places(createSearchEngine(corpusOf(Object.fromEntries(Object.entries(files).toReversed()))))).toEqual(
      places(engine),
    );
  });
});

it('searches only where it is told to', () => {
  const engine = createSearchEngine(
    corpusOf({ 'a.md': record('A', 'Les télécentres.'), 'b.md': record('B', 'Des télécentres aussi.') }),
  );
  const { hits } = engine.search(analyseQuestion('télécentres', lexiconOf()), {
    accept: (entry) => entry.proceedings.file === 'b.md',
  });
  expect(hits.map(({ entry }) => entry.proceedings.file)).toEqual(['b.md']);
});

it('an empty corpus can be searched', () => {
  expect(createSearchEngine({ proceedings: [] }).search(analyseQuestion('télécentres', lexiconOf())).hits).toEqual([]);
});
