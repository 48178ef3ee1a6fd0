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
