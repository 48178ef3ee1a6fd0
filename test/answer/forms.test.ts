import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answererWith, bundledLexicon, record } from '../support/corpora.ts';

const others = [
  'La commission examine le calendrier des travaux de la session.',
  'Les routes départementales seront entretenues avant la fin de l’hiver.',
  'Le président remercie les services pour la qualité du rapport.',
];
const lexicon = bundledLexicon();

const about = (paragraphs: readonly string[], question: string) =>
  answererWith({ 'a.md': record('Séance', [...paragraphs, ...others].join('\n\n')) }, lexicon).answer(question);

describe('a near miss is no answer', () => {
  it.each([
    [
      'a person where none is named',
      'L’association Roue libre, qui compte 1 300 adhérents, a écrit trois fois à la mairie.',
      'Qui préside l’association Roue libre ?',
    ],
    [
      'a share for a number of people',
      'Le maire de Saint-Pompain craint pour l’aide, que la région finance à 40 %.',
      'Combien d’habitants compte Saint-Pompain ?',
    ],
    [
      'a rise for an amount',
      'La prime de salissure des éboueurs connaît une hausse de 20 euros cette année.',
      'Quel est le montant de la prime de salissure des éboueurs ?',
    ],
    [
      'a share for a number of inhabitants',
      'À Saint-Pompain, quatre habitants sur cinq vivent loin de la gare.',
      'Combien d’habitants compte Saint-Pompain ?',
    ],
    [
      'a commune that is not named',
      'Le club des Dauphins s’entraîne dans une commune voisine à six heures du matin.',
      'Dans quelle commune s’entraîne le club des Dauphins ?',
    ],
    [
      'a length for a number of places',
      'Le parking de la gare, long de 120 mètres, accueillera le marché.',
      'Combien de places compte le parking de la gare ?',
    ],
    [
      'a number of things for a sum of money',
      'Le cabinet Alizé a dessiné deux variantes du port de Lodève.',
      'Combien a été payé le cabinet Alizé pour le port de Lodève ?',
    ],
    [
      'what only restates the question for a reason',
      'L’abattoir de Lormont a fermé en 2020.',
      'Pourquoi l’abattoir de Lormont a-t-il fermé en 2020 ?',
    ],
    [
      'a body for the name of a mayor',
      'La société Bastide sauve l’emploi à Lodève, dont le maire se félicite.',
      'Who is the mayor of Lodève?',
    ],
    [
      'the mayor of another town',
      'À Lodève, avec Anne Roux, la maire de Nant, nous avons ouvert les halles.',
      'Who is the mayor of Lodève?',
    ],
    [
      'a body for somebody’s name',
      'La direction et les gardiens de la piscine de Lodève ont signé.',
      'nom directeur piscine Lodève',
    ],
  ])('%s', (_, paragraph, question) => {
    expect(about([paragraph], question).kind).toBe('not_found');
  });
});

describe('the headline', () => {
  it.each([
    ['Comment s’appelle le logiciel de paie ?', 'La région a acheté le logiciel de paie Salarius en mars.', 'Salarius'],
    ['nom du logiciel de paie', 'Le logiciel de paie, nommé « Le Bon Compte », sera livré en mars.', 'Le Bon Compte'],
    [
      'De combien augmente la prime de salissure ?',
      'La prime de salissure connaît une hausse de 20 euros.',
      '20 euros',
    ],
    [
      'Quelle part des habitants vit loin de la gare ?',
      'Ici, quatre habitants sur cinq vivent loin de la gare.',
      'quatre habitants sur cinq',
    ],
    [
      'Combien y a-t-il de crèches à Lodève ?',
      'À Lodève, 51 % des familles attendent, et 12 crèches sont ouvertes.',
      '12 crèches',
    ],
    ['Combien de kilomètres de haies ont été plantés ?', 'En mars, 40 km de haies ont été plantés.', '40 km'],
    ['Combien de millions la gare a-t-elle coûté ?', 'La gare a coûté 3 millions d’euros.', '3 millions d’euros'],
    ['nombre de places parking gare', 'Le parking de la gare a 240 places et deux bornes.', '240 places'],
    [
      'directrice musée de Lodève',
      'La directrice du musée de Lodève, Mme Irène Vasseur, présente le projet.',
      'Mme Irène Vasseur',
    ],
  ])('%s', (question, paragraph, headline) => {
    expect(about([paragraph], question)).toMatchObject({ kind: 'answered', headline });
  });
});

const headline = (question: string, paragraph: string) => {
  const answer = about([paragraph], question);
  return answer.kind === 'answered' ? answer.headline : answer.kind;
};

describe('what an answer is not headed by', () => {
  it('is one of several that are asked for', () => {
    const text = 'Les cinq communes du bassin d’Aurillac financent la piscine avec la région.';
    expect(headline('Quelles communes financent la piscine ?', text)).toBeNull();
    const both = 'Les communes de Lodève et de Pézenas financent la piscine.';
    expect(headline('Quelles communes financent la piscine ?', both)).toBe('Lodève et de Pézenas');
  });

  it('is a country or a département where a body is asked for', () => {
    const text = 'L’entreprise qui exploite le site de la gare en France a été choisie en mars.';
    expect(headline('Quelle entreprise exploite le site de la gare ?', text)).not.toBe('France');
  });

  it('is a body of another kind than is asked for', () => {
    const question = 'Quel syndicat a appelé à la grève des cars scolaires ?';
    const talks =
      'La grève des cars scolaires, à laquelle le syndicat appelle, inquiète la direction de la régie Lodévoise.';
    expect(headline(question, talks)).not.toMatch(/direction/);
    const call = 'La confédération des chauffeurs de l’Hérault a appelé à la grève des cars scolaires.';
    expect(headline(question, call)).toBe('La confédération des chauffeurs de l’Hérault');
  });

  it('is a person in office where a body is asked for', () => {
    const text = 'Le foyer de Lodève, qu’a visité Anne Roux, ministre des familles, ouvrira en mars.';
    expect(headline('Quelle association gère le foyer de Lodève ?', text)).toBe('not_found');
    const told = 'Le foyer de Lodève, que gère l’association Bastide, a reçu Anne Roux, ministre des familles.';
    expect(headline('Quelle association gère le foyer de Lodève ?', told)).toBe('l’association Bastide');
  });

  it('is a person’s name where a place is', () => {
    const text = 'Élisabeth Borne et Mme Espinasse ont visité la piscine de la commune.';
    expect(headline('Dans quelle commune Mme Espinasse a-t-elle visité la piscine ?', text)).not.toMatch(
      /Borne|Espinasse/,
    );
  });

  it('is what is only called out where somebody’s words on something are asked for', () => {
    const answer = answererWith(
      {
        'a.md': record(
          'La piscine',
          '**M. Luc Vial** : Taisez-vous !\n\n**Mme Ida Vert** : La piscine ouvrira en mars.',
        ),
      },
      lexicon,
    ).answer('Que dit Luc Vial de la piscine ?');
    expect(answer).not.toMatchObject({ excerpts: [{ text: 'Taisez-vous !' }] });
  });
});

describe('a reason or manner', () => {
  it.each([
    ['Pourquoi l’atelier de Lodève a-t-il fermé ?', 'L’atelier de Lodève a fermé : les loyers doublaient.'],
    ['Pourquoi les voisins n’ont-ils rien déclaré ?', 'Les voisins n’ont rien déclaré, de crainte d’une amende.'],
    [
      'Comment la régie de Lodève paie-t-elle les chauffeurs ?',
      'La régie de Lodève paie les chauffeurs avec un mandat postal.',
    ],
  ])('may be told shortly: %s', (question, paragraph) => {
    expect(about([paragraph], question)).toMatchObject({ kind: 'answered', excerpts: [{ text: paragraph }] });
  });
});

describe('what is counted', () => {
  it.each([
    ['Combien touche le chauffeur du car de Lodève ?', '790 euros'],
    ['Combien le car de Lodève a-t-il gagné de voyageurs ?', '300 voyageurs'],
    ['Combien de bornes la régie de Lodève a-t-elle payées ?', '12 bornes'],
    ['Combien dure le bail que paie la régie de Lodève ?', 'neuf ans'],
  ])('is told by the verb of the question: %s', (question, expected) => {
    const paragraphs = [
      'Le chauffeur du car de Lodève fait deux heures le matin et touche 790 euros.',
      'Pour 40 euros de plus, le car de Lodève a gagné 300 voyageurs.',
      'La régie de Lodève a payé 12 bornes avec 9 000 euros.',
      'La régie de Lodève paie un bail qui dure neuf ans.',
    ];
    const answer = answererWith({ 'a.md': record('Séance', [...paragraphs, ...others].join('\n\n')) }, lexicon).answer(
      question,
    );
    expect(answer).toMatchObject({ kind: 'answered', headline: expected });
  });
});

describe('who says “I”', () => {
  it('is named by the sentence', () => {
    const body = [
      '**M. Aurèle Castan** : La commune est l’échelon que les habitants connaissent, et je le sais pour avoir été treize ans maire de Saint-Brice.',
      ...others.map((text) => `**Mme Ida Vert** : ${text}`),
    ].join('\n\n');
    const answer = answererWith({ 'a.md': record('Les maires', body) }, lexicon).answer(
      'le conseiller aurele castan a dirige treize ans quelle commune',
    );
    expect(answer).toMatchObject({ kind: 'answered', headline: 'Saint-Brice' });
  });
});

describe('the record answers', () => {
  it('where the third excerpt is sure though the first is not', () => {
    // Ranked first is what the workers waited for, with other days, at 0.21; the tribunal's choice comes third, at 0.39.
    const folder = 'training/records';
    const names = readdirSync(folder).filter((name) => /^[a-g]\d\.md$/.test(name));
    const files = Object.fromEntries(names.map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]));
    const answer = answererWith(files, lexicon).answer(
      'Quand les juges ont-ils retenu le projet des ouvriers de Savreux ?',
    );
    expect(answer).toMatchObject({
      kind: 'answered',
      excerpts: [{ text: expect.stringContaining('le 21 mai') }, {}, {}],
    });
  });
});

describe('yes or no', () => {
  it('is told by the sentence that says so', () => {
    const asked = 'La région a-t-elle abandonné la gratuité des cars scolaires ?';
    const answer = about(
      [
        'La gratuité des cars scolaires, promise pendant la campagne, devait entrer en vigueur à la rentrée. La région n’a pas abandonné la gratuité : elle la reporte d’un an.',
      ],
      asked,
    );
    expect(answer).toMatchObject({
      kind: 'answered',
      excerpts: [{ text: expect.stringContaining('n’a pas abandonné') }],
    });
  });
});
