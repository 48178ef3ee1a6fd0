import { expect, it } from 'vitest';
import { respondOnce } from '../../src/conversation/respond.ts';
import { loadIntents } from '../../src/intents/load-intents.ts';
import { answererOf } from '../support/records.ts';

const desk = {
  intents: loadIntents('intents'),
  answerer: answererOf({
    'a.md':
      '---\ntitle: Débat\n---\n\n**M. Paul Martin** : Le haut débit arrive.\n\n**Mme Anne Martin** : Le haut débit coûte cher.\n',
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

it('takes a follow-up without a thread for a question', () => {
  expect(respondOnce({ text: 'et le haut débit ?' }, desk)).toMatchObject({
    kind: 'answer',
    answer: { question: 'et le haut débit ?' },
  });
});
