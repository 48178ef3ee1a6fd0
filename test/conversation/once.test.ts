import { expect, it } from 'vitest';
import { respondOnce } from '../../src/conversation/respond.ts';
import { loadIntents } from '../../src/intents/load-intents.ts';
import { answererOf } from '../support/records.ts';

const desk = {
  intents: loadIntents('intents'),
  answerer: answererOf({
    'a.md':
      '---\ntitle: Débat\nparticipants:\n  - Mme Claire Durand\n---\n\n**M. Paul Martin** : Le haut débit arrive.\n\n**Mme Anne Martin** : Le haut débit coûte cher.\n',
  }),
};

it('answers a question that stands alone, in the language asked for', () => {
  expect(respondOnce({ text: 'bonjour, qui parle du haut débit ?' }, desk)).toMatchObject({
    kind: 'answer',
    language: 'fr',
    answer: { question: 'qui parle du haut débit ?' },
  });
  expect(respondOnce({ text: 'qui parle du haut débit ?', language: 'en' }, desk)).toMatchObject({
    kind: 'answer',
    language: 'en',
    answer: { language: 'en' },
  });
});

it('answers for all namesakes, since nobody is there to choose', () => {
  expect(respondOnce({ text: 'Que dit Martin sur le haut débit ?' }, desk).kind).toBe('answer');
});

it('replies in words to small talk and to what cannot be read', () => {
  expect(['bonjour', 'aide', '', '🙂', 'autres extraits'].map((text) => respondOnce({ text }, desk).kind)).toEqual([
    'text',
    'text',
    'text',
    'text',
    'text',
  ]);
});

it.each(['du compte rendu', 'de la séance', 'du document', 'de la réunion', 'du fichier', 'des comptes rendus', ''])(
  'lists the sections of the record for "sommaire %s", which names no other',
  (subject) => {
    const answerer = answererOf({ 'a.md': '---\ntitle: Débat\n---\n\n## Le haut débit\n\nIl arrive.\n' });
    expect(respondOnce({ text: `sommaire ${subject}` }, { ...desk, answerer })).toMatchObject({
      kind: 'text',
      text: expect.stringContaining('Le haut débit'),
    });
  },
);

it('says that a filter by date wants a date, instead of searching for its words', () => {
  expect(respondOnce({ text: 'haut débit avant:hier' }, desk)).toMatchObject({
    kind: 'text',
    text: 'Je ne sais pas lire «\u00a0avant:hier\u00a0»\u00a0: écrivez une année ou une date (2018, 2018-03 ou 2018-03-14).',
  });
  expect(respondOnce({ text: 'what about since:yesterday?' }, desk)).toMatchObject({
    kind: 'text',
    text: 'I cannot read “since:yesterday”: write a year or a date (2018, 2018-03 or 2018-03-14).',
  });
  expect(respondOnce({ text: 'haut débit avant:2018' }, desk).kind).toBe('answer');
});

it('names a person who never speaks as the record does', () => {
  expect(respondOnce({ text: 'par:durand haut débit' }, desk)).toMatchObject({
    answer: { kind: 'not_found', silentSpeaker: 'Mme Claire Durand', searched: { passages: 0 } },
  });
});

it('takes a follow-up without a thread for a question', () => {
  expect(respondOnce({ text: 'et le haut débit ?' }, desk)).toMatchObject({
    kind: 'answer',
    answer: { question: 'et le haut débit ?' },
  });
});
