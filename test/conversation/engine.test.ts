import { afterEach, describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { Answerer } from '../../src/answer/answerer.ts';
import { createBoundedMap } from '../../src/store/bounded-map.ts';
import { dialogKey } from '../../src/conversation/botkit-adapter.ts';
import { createBotkitDialogs } from '../../src/conversation/botkit-dialogs.ts';
import { createConversationEngine } from '../../src/conversation/create-engine.ts';
import { createDialogStorage } from '../../src/conversation/dialog-storage.ts';
import type { ConversationEngine } from '../../src/conversation/engine.ts';
import { createTurnQueue } from '../../src/conversation/turn-queue.ts';
import { loadIntents } from '../../src/intents/load-intents.ts';
import { replyAsText } from '../../src/replies/plain-text.ts';
import type { TextReply } from '../../src/replies/reply.ts';
import { answererOf } from '../support/records.ts';

const intents = loadIntents('intents');
const village =
  '---\ntitle: Débat\ndate: 2018-03-01\n---\n\n**M. Paul Martin** : Le haut débit arrive au village.\n\n**Mme Anne Martin** : Le haut débit coûte cher.\n';
const answerer = answererOf({ 'a.md': village });
let engine: ConversationEngine;
afterEach(() => engine.close());

const say = async (text: string, user = 'U', conversation = 'C'): Promise<string> =>
  (await engine.turn({ conversation, user, text })).map((reply) => replyAsText(reply)).join('\n\n');

describe('whatever is typed', () => {
  const odd = [
    '',
    ' \n\t ',
    '🙂🙂',
    '<!channel>',
    '<@U1>',
    '<script>alert(1)</script>',
    '\u0000\u001b[2J',
    '\ud800',
    'a\udfffb',
    '\u202eelbisiv',
    '???',
    '"',
    '«',
    '\\',
    '{{vars}}',
    '{{{vars.offer}}}',
    '__proto__',
    'constructor',
    '1',
    'annuler',
    'Que dit Martin ?',
    'et ?',
    'contexte 0',
    'contexte 99',
    'autres extraits',
    'x'.repeat(2_001),
    'é'.repeat(40_000),
    'a '.repeat(1_000),
    'par:',
    'depuis:2018',
    '"phrase exacte"',
    'cancel',
    'quit',
    '/quit',
  ];

  it('gets a reply in words and throws nothing, in any order', async () => {
    engine = await createConversationEngine({ answerer: () => answerer, intents });
    const message = fc.oneof(
      fc.constantFrom(...odd),
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 6 }), fc.uuid(), async (messages, thread) => {
        for (const text of messages) expect(await say(text, 'U', thread)).not.toBe('');
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['', 'Je n’ai rien reçu à lire'],
    ['\u202e \u0007', 'Je n’ai rien reçu à lire'],
    ['🙂 🎉', 'Je n’ai pas trouvé de mots'],
    [
      'é'.repeat(40_000),
      'Ce message compte 40 000 caractères ; je lis des questions de 2 000 caractères au plus. Rien n’est perdu',
    ],
    [
      'who is the mayor? '.repeat(2_500),
      'This message has 45,000 characters; I read questions of up to 2,000. Nothing is lost',
    ],
  ])('is refused kindly where it holds no question', async (text, expected) => {
    engine = await createConversationEngine({ answerer: () => answerer, intents });
    expect((await say(text)).replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(expected);
  });

  it('is answered in the language of the words, else of the thread, else of the person, else in French', async () => {
    engine = await createConversationEngine({ answerer: () => answerer, intents });
    const languages = async (text: string, conversation: string, locale?: 'fr' | 'en') =>
      (await engine.turn({ conversation, user: 'U', text, ...(locale && { locale }) })).map(({ language }) => language);
    expect(await languages('village', 'A')).toEqual(['fr']);
    expect(await languages('village', 'B', 'en')).toEqual(['en']);
    expect(await languages('qui parle du village ?', 'C', 'en')).toEqual(['fr']);
    expect(await languages('village', 'C', 'en')).toEqual(['fr']);
    expect(await languages('🙂', 'D', 'en')).toEqual(['en']);
  });
});

describe('turns of one person in one thread', () => {
  it('are taken one at a time, in order; those of others do not wait', async () => {
    const queue = createTurnQueue();
    const events: string[] = [];
    const gates = new Map<string, () => void>();
    const turn = (name: string) => async () => {
      events.push(`${name} begins`);
      await new Promise<void>((resolve) => gates.set(name, resolve));
      events.push(`${name} ends`);
    };
    const all = [queue.run('a', turn('a1')), queue.run('a', turn('a2')), queue.run('b', turn('b1'))];
    await new Promise(setImmediate);
    expect(events).toEqual(['a1 begins', 'b1 begins']);
    gates.get('a1')?.();
    await all[0];
    await new Promise(setImmediate);
    expect(events).toEqual(['a1 begins', 'b1 begins', 'a1 ends', 'a2 begins']);
    gates.get('a2')?.();
    gates.get('b1')?.();
    await queue.idle();
    expect(events.slice(-2)).toEqual(['a2 ends', 'b1 ends']);
  });

  it('go on after one that failed', async () => {
    const queue = createTurnQueue();
    await expect(queue.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await queue.run('a', () => Promise.resolve('yes'))).toBe('yes');
  });

  it('lose nothing when they arrive at once', async () => {
    engine = await createConversationEngine({ answerer: () => answerer, intents });
    const said = await Promise.all([say('Que dit Martin sur le haut débit ?'), say('2'), say('merci')]);
    expect(said.map((text) => text.split('\n')[0])).toEqual([
      'Plusieurs personnes portent le nom Martin. De qui s’agit-il\u202f?',
      '«\u00a0Le haut débit arrive au village.\u00a0»',
      'Avec plaisir.',
    ]);
  });
});

describe('memory', () => {
  it('keeps the most recent threads and forgets the others', async () => {
    engine = await createConversationEngine({ answerer: () => answerer, intents }, { mostThreads: 3 });
    for (const user of ['U1', 'U2', 'U3', 'U1', 'U4']) await say('qui parle du haut débit ?', user);
    const remembered = ['U1', 'U2', 'U3', 'U4'].map((user) => engine.remembers('C', user));
    expect(await Promise.all(remembered)).toEqual([true, false, true, true]);
  });

  it('forgets a thread after its time', async () => {
    let now = 0;
    engine = await createConversationEngine(
      { answerer: () => answerer, intents },
      { memoryTtl: 1_000, clock: () => now },
    );
    await say('qui parle du haut débit ?');
    now = 999;
    expect(await engine.remembers('C', 'U')).toBe(true);
    now = 1_000;
    expect(await engine.remembers('C', 'U')).toBe(false);
    expect(await say('autres extraits')).toContain('pas encore de question');
  });

  it('takes no more than its bound, whatever is written', () => {
    let now = 0;
    const map = createBoundedMap<number>({ most: 100, ttl: 1_000, clock: () => now });
    for (let index = 0; index < 10_000; index += 1) map.set(`key ${index % 250}`, index);
    expect(map.size).toBe(100);
    now = 2_000;
    expect([map.get('key 249'), map.size]).toEqual([undefined, 0]);
  });

  it('does not mix up threads and people whose names run together', async () => {
    engine = await createConversationEngine({ answerer: () => answerer, intents });
    await say('qui parle du haut débit ?', 'b-c', 'a');
    expect(await engine.remembers('a-b', 'c')).toBe(false);
    expect(await say('autres extraits', 'c', 'a-b')).toContain('pas encore de question');
  });

  it('serves a reloaded corpus at the next turn, and says when an excerpt is gone', async () => {
    let current: Answerer = answerer;
    engine = await createConversationEngine({ answerer: () => current, intents });
    await say('qui parle du haut débit ?');
    current = answererOf({ 'a.md': village.replace('Le haut débit', 'Enfin, le haut débit') });
    expect(await say('contexte')).toBe('Le fichier a changé depuis cette réponse. Posez de nouveau la question.');
    expect(await say('qui parle du haut débit au village ?')).toContain('Enfin, le haut débit arrive');
  });
});

describe('failures inside', () => {
  it('reach the caller of the turn and nobody else; the next turn works', async () => {
    let broken = true;
    const cause = new Error('broken answerer');
    const desk = {
      intents,
      answerer: () => {
        if (broken) throw cause;
        return answerer;
      },
    };
    engine = await createConversationEngine(desk);
    await expect(say('qui parle du haut débit ?')).rejects.toBe(cause);
    broken = false;
    expect(await say('qui parle du haut débit ?')).toContain('Le haut débit');
  });

  it('within an open dialog reach the caller too', async () => {
    let broken = false;
    const desk = {
      intents,
      answerer: () => {
        if (broken) throw new Error('broken answerer');
        return answerer;
      },
    };
    engine = await createConversationEngine(desk);
    await say('Que dit Martin sur le haut débit ?');
    broken = true;
    await expect(say('1')).rejects.toThrow('broken answerer');
    broken = false;
    expect(await say('1')).toContain('coûte cher');
  });

  it('of the storage reach the caller instead of ending the process', async () => {
    const storage = {
      ...createDialogStorage({ most: 9, ttl: 9, clock: () => 0 }),
      write: () => Promise.reject(new Error('disk full')),
    };
    const dialogs = createBotkitDialogs(storage);
    const offer: TextReply = { kind: 'text', language: 'fr', text: 'Lequel ?', choices: [{ label: 'a', text: 'a' }] };
    await expect(dialogs.take('t', 'x', () => ({ replies: [offer], offer }))).rejects.toThrow('disk full');
    await dialogs.close();
  });

  it('of a dialog that a new version no longer knows drop the dialog; the message is answered', async () => {
    const storage = createDialogStorage({ most: 9, ttl: 1_000, clock: () => 0 });
    const dialogs = createBotkitDialogs(storage);
    const offer: TextReply = { kind: 'text', language: 'fr', text: 'Lequel ?', choices: [{ label: 'a', text: 'a' }] };
    const answer: TextReply = { ...offer, text: 'Voilà.', choices: [] };
    expect(await dialogs.take('t', 'x', () => ({ replies: [offer], offer }))).toEqual([offer]);
    const stored = await storage.read([dialogKey('t')]);
    const renamed: Record<string, unknown> = JSON.parse(JSON.stringify(stored).replaceAll('clarification', 'old_name'));
    expect(JSON.stringify(renamed)).toContain('old_name');
    await storage.write(renamed);
    expect(await dialogs.take('t', 'a', () => ({ replies: [answer], offer: null }))).toEqual([answer]);
    expect(await dialogs.take('t', 'b', () => ({ replies: [answer], offer: null }))).toEqual([answer]);
    await dialogs.close();
  });
});
