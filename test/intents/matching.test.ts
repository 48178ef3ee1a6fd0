import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { loadIntents } from '../../src/intents/load-intents.ts';

const intents = loadIntents('intents');
const read = (text: string): string => {
  const { name, subject } = intents.match(text);
  return subject === '' ? name : `${name}: ${subject}`;
};

describe('a question is never swallowed', () => {
  it.each([
    ['bonjour, quel département a créé des télécentres ?', 'quel département a créé des télécentres ?'],
    ['Bonjour quel département a créé des télécentres', 'quel département a créé des télécentres'],
    ['Hello! Which department set up telework centres?', 'Which department set up telework centres?'],
    ['hi, thanks, who chaired the workshop?', 'who chaired the workshop?'],
    ['merci, et qui a présidé ?', 'et qui a présidé ?'],
    ['Merci ! Qui a présidé ?', 'Qui a présidé ?'],
    ['Greffier, qui a créé Agrilocal ? Merci d’avance', 'qui a créé Agrilocal'],
    ['qui a créé Agrilocal, s’il vous plaît', 'qui a créé Agrilocal'],
    ['pouvez-vous me dire combien de personnes sont concernées ?', 'combien de personnes sont concernées'],
    ['could you tell me who represented Orange?', 'who represented Orange'],
  ])('%s', (text, subject) => {
    expect(intents.match(text)).toMatchObject({ name: 'ask', subject });
  });

  it.each([
    'aide aux familles surendettées',
    'help for over-indebted families',
    'agrilocal fournisseurs',
    'télécentres',
    'Puy-de-Dôme',
    'fonds',
    'le plan de relance',
    'merci président',
    'question écrite',
    'contexte économique',
    'who spoke about telework?',
    'qui animait l’atelier emploi ?',
    'qui représentait Orange ?',
    'quel est le contexte économique ?',
    'more jobs in rural areas',
    'la bonne réponse au surendettement',
    'constructor',
    '__proto__',
    '🙂',
    '',
  ])('%s', (text) => {
    expect(intents.match(text).name).toBe('ask');
  });
});

describe('intents in both languages', () => {
  it.each([
    ['Bonjour !', 'greeting'],
    ['coucou, ça va ?', 'greeting'],
    ['good morning', 'greeting'],
    ['MERCI BEAUCOUP', 'thanks'],
    ['bonjour, merci', 'greeting'],
    ['merci pour les réponses', 'thanks'],
    ['thanks for your help!', 'thanks'],
    ['aide', 'help'],
    ['aide-moi svp', 'help'],
    ['What can you do?', 'help'],
    ['Mauvaise réponse.', 'feedback'],
    ['that is wrong', 'feedback'],
    ['c’est utile', 'feedback'],
    ['merci, c’est utile', 'feedback'],
    ['useful, thanks', 'feedback'],
    ['that’s helpful, thank you!', 'feedback'],
    ['au revoir', 'goodbye'],
    ['Merci, bonne journée !', 'goodbye'],
    ['bye', 'goodbye'],
    ['thanks, bye!', 'goodbye'],
    ['autres extraits s’il vous plaît', 'more'],
    ['encore plus', 'more'],
    ['show me more', 'more'],
    ['montre-moi le contexte', 'context'],
    ['contexte 2', 'context: 2'],
    ['show me the context of excerpt 3', 'context: 3'],
    ['et dans le Puy-de-Dôme ?', 'follow_up: et dans le Puy-de-Dôme ?'],
    ['merci, et en Drôme ?', 'follow_up: et en Drôme ?'],
    ['and in the Drôme?', 'follow_up: and in the Drôme?'],
    ['what about Mr Perny?', 'follow_up: what about Mr Perny?'],
    ['combien de personnes ?', 'follow_up: combien de personnes ?'],
    ['citer télécentres', 'quotes: télécentres'],
    ['cite-moi un passage sur l’emploi', 'quotes: l’emploi'],
    ['Merci de citer les télécentres', 'quotes: les télécentres'],
    ['citation surendettement', 'quotes: surendettement'],
    ['find a quote about rural areas', 'quotes: rural areas'],
    ['quote me something on jobs', 'quotes: something on jobs'],
    ['qui a participé ?', 'participants'],
    ['pouvez-vous me dire qui a participé ?', 'participants'],
    ['liste des intervenants de l’atelier emploi', 'participants: l’atelier emploi'],
    ['who took part in the workshop on jobs?', 'participants: the workshop on jobs'],
    ['liste des comptes rendus', 'list_proceedings'],
    ['quels sont les documents que tu connais', 'list_proceedings'],
    ['what proceedings do you have?', 'list_proceedings'],
    ['sommaire', 'list_sections'],
    ['quelles sont les sections de la séance du 6 novembre ?', 'list_sections: la séance du 6 novembre'],
    ['table of contents', 'list_sections'],
  ])('%s → %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('reads accents, capitals, typographic apostrophes and decomposed letters alike', () => {
    const typed = [
      'qu’en est-il de la Drôme ?',
      "QU'EN EST-IL DE LA DROME",
      'qu’en est-il de la Drôme ?'.normalize('NFD'),
    ];
    expect(typed.map((text) => intents.match(text).name)).toEqual(['follow_up', 'follow_up', 'follow_up']);
  });

  it('gives a subject as it was typed, accents included', () => {
    expect(intents.match('  Cite-moi   les Télécentres !').subject).toBe('les Télécentres');
  });

  it('recognises every example of its own files', () => {
    expect(intents.match('qu’est-ce que tu sais faire ?').name).toBe('help');
    expect(intents.match('ça ne répond pas à ma question').name).toBe('feedback');
  });
});

describe('any input', () => {
  it('gets an intent, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(intents.match(text).name).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });

  it.each(['a', ' ', '?', 'cite ', 'bonjour ', 'merci, ', 'et ', 'liste des ', '{', '(', 'passage sur '])(
    'takes 100 kB of "%s" for a question without stalling',
    (unit) => {
      const text = `${unit.repeat(100_000 / unit.length)}!`;
      expect(['ask', 'greeting', 'thanks']).toContain(intents.match(text).name);
    },
    2_000,
  );
});
