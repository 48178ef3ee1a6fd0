import { PassThrough, Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chat } from '../../../src/commands/chat.ts';
import { printable } from '../../../src/channels/terminal/printable.ts';
import { createConversationEngine } from '../../../src/conversation/create-engine.ts';
import type { ConversationEngine } from '../../../src/conversation/engine.ts';
import { loadIntents } from '../../../src/intents/load-intents.ts';
import { answererOf } from '../../support/records.ts';

const answerer = answererOf({
  'a.md':
    '---\ntitle: Débat\ndate: 2018-03-01\n---\n# Débat\n\nLe Cantal a créé des télécentres.\n\nAlerte \u001b[31mrouge\u001b[0m à la Drôme, dit le maire.\n',
});
let engine: ConversationEngine;
beforeAll(async () => {
  engine = await createConversationEngine({ answerer: () => answerer, intents: loadIntents('intents') });
});
afterAll(() => engine.close());

async function converse(input: Readable, interactive: boolean, served = engine) {
  let shown = '';
  const output = new Writable({
    write(chunk, _encoding, done) {
      shown += String(chunk);
      done();
    },
  });
  const failures: unknown[] = [];
  const result = await chat({
    engine: served,
    answerer: () => answerer,
    input,
    output,
    interactive,
    onFailure: (error) => failures.push(error),
  });
  return { ...result, shown: shown.replaceAll(/[\u00a0\u202f]/g, ' '), failures };
}

function typed(...keys: string[]): Readable {
  const input = new PassThrough();
  for (const key of keys) input.write(key);
  return input;
}

describe('questions piped in', () => {
  it('are answered one a line, in order, without a prompt', async () => {
    const { code, answered, shown } = await converse(
      Readable.from(['quel département a créé des ', 'télécentres ?\n\n', 'merci\r\nthanks']),
      false,
    );
    expect([code, answered]).toEqual([0, 3]);
    expect(shown).toMatch(/^Cantal\n\n« Le Cantal a créé des télécentres\. »\n— Débat · 1er mars 2018 · a\.md:7\n/);
    expect(shown).toMatch(/\n\nAvec plaisir\.\n\nYou are welcome\.\n$/);
  });

  it('may be the word that ends a conversation elsewhere', async () => {
    expect((await converse(Readable.from(['exit\nmerci\n']), false)).answered).toBe(2);
  });

  it('may be none at all', async () => {
    expect(await converse(Readable.from([]), false)).toMatchObject({ code: 0, answered: 0, shown: '' });
    expect(await converse(Readable.from(['\n  \n']), false)).toMatchObject({ code: 0, answered: 0, shown: '' });
  });

  it('end quietly where nobody reads the answers any more', async () => {
    const output = new Writable({ write: (_chunk, _encoding, done) => done(new Error('EPIPE')) });
    const asked = chat({
      engine,
      answerer: () => answerer,
      input: Readable.from(['merci\n', 'merci\n', 'merci\n']),
      output,
      interactive: false,
    });
    expect((await asked).code).toBe(0);
  });

  it('go on after a turn that failed inside the bot, which says so without details', async () => {
    let broken = true;
    const flaky: ConversationEngine = {
      ...engine,
      turn: (turn) => {
        if (!broken) return engine.turn(turn);
        broken = false;
        return Promise.reject(new Error('secret detail'));
      },
    };
    const { code, shown, failures } = await converse(Readable.from(['merci\n', 'merci\n']), false, flaky);
    expect(shown).toMatch(
      /^Une erreur est survenue de mon côté[^]*Something went wrong on my side[^]*Avec plaisir\.\n$/,
    );
    expect(shown).not.toContain('secret');
    expect([code, failures]).toEqual([70, [new Error('secret detail')]]);
  });
});

describe('a conversation at a terminal', () => {
  it('opens by saying what it knows and how to leave, prompts, and ends with /quit', async () => {
    const { code, shown } = await converse(typed('merci\n', '/quit\n', 'merci\n'), true);
    expect(shown).toContain(
      'Greffier répond avec les mots exacts de 1 compte rendu (1er mars 2018). Posez une question, dites « aide », ou quittez par /quit.',
    );
    expect(shown).toContain('Greffier answers with the exact words of 1 record (1 March 2018).');
    expect(shown).toContain('> ');
    expect(shown.match(/Avec plaisir\./g)).toHaveLength(1);
    expect(code).toBe(0);
  });

  it.each(['exit', 'quit', ' Quitter ', '/exit', '/q'])('ends with "%s"', async (parting) => {
    const { answered, shown } = await converse(typed('merci\n', `${parting}\n`, 'merci\n'), true);
    expect(answered).toBe(1);
    expect(shown.match(/Avec plaisir\./g)).toHaveLength(1);
  });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('ends with %s', async (_, key) => {
    expect((await converse(typed('merci\n', key), true)).code).toBe(0);
  });
});

describe('what is printed', () => {
  it('cannot steer the terminal, whether it comes from a file or from the person', async () => {
    const { shown } = await converse(
      Readable.from(['qui parle d’alerte à la Drôme ?\n', 'budget \u001b]0;title\u0007 \u009b31m \u202e inconnu\n']),
      false,
    );
    expect(shown).toContain('Alerte [31mrouge[0m à la Drôme');
    expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  });

  it('keeps line breaks and letters of every script', () => {
    expect(printable('a\r\nb\u2028c\td\u202e é 漢 🙂\ud800')).toBe('a\nb\nc    d é 漢 🙂');
  });
});
