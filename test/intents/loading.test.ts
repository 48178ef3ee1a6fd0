import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IntentError } from '../../src/errors.ts';
import { loadIntents } from '../../src/intents/load-intents.ts';

let folder: string;
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'greffier-intents-'));
  folder = join(root, 'intents');
  mkdirSync(folder);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (file: string, text: string | Uint8Array): void => writeFileSync(join(folder, file), text);
const bundled = (): void => cpSync('intents', folder, { recursive: true });
const failure = (): string => {
  try {
    loadIntents(folder);
  } catch (error) {
    if (error instanceof IntentError) return error.hint === null ? error.message : `${error.message} (${error.hint})`;
    throw error;
  }
  return 'no error';
};
const good = `description: Small talk
examples:
  fr: [ohé du bateau]
  en: [ahoy]
replies:
  fr: Ohé !
  en: Ahoy!
`;

describe('a maintainer edits intents', () => {
  it('teaches the bot an example, known at the next start', () => {
    bundled();
    expect(loadIntents(folder).match('balance la sauce').name).toBe('ask');
    const more = readFileSync(join(folder, 'more.yaml'), 'utf8').replace('  fr:\n', '  fr:\n    - balance la sauce\n');
    write('more.yaml', more);
    expect(loadIntents(folder).match('Balance la sauce !').name).toBe('more');
    expect(loadIntents(folder).match('balance encore la sauce').name).toBe('more');
  });

  it('teaches the bot an example with a slot', () => {
    bundled();
    const quotes = readFileSync(join(folder, 'quotes.yaml'), 'utf8').replace(
      '  fr:\n',
      '  fr:\n    - sors-moi une punchline de {M. Perny}\n',
    );
    write('quotes.yaml', quotes);
    expect(loadIntents(folder).match('Sors-moi une punchline de Mme Barthe !')).toMatchObject({
      name: 'quotes',
      subject: 'Mme Barthe',
    });
  });

  it.each(['Quelle œuvre de Gide !', 'quelle oeuvre de Gide', 'QUELLE ŒUVRE de Gide ?'])(
    'teaches the bot an example with a ligature, which fits "%s" however it is typed',
    (typed) => {
      bundled();
      write('ahoy.yaml', good.replace('ohé du bateau', '"quelle œuvre de {Balzac}"'));
      expect(loadIntents(folder).match(typed)).toMatchObject({ name: 'ahoy', subject: 'Gide' });
    },
  );

  it('adds an intent of its own that only replies, without code', () => {
    bundled();
    write('ahoy.yaml', good);
    expect(loadIntents(folder).match('Ohé du bateau !')).toMatchObject({
      name: 'ahoy',
      reply: { fr: 'Ohé !', en: 'Ahoy!' },
    });
  });
});

describe('a faulty intents file is named with its line and a remedy', () => {
  it.each<[string, string, string]>([
    [
      'misspelled key',
      good.replace('examples', 'exemples'),
      'intents/ahoy.yaml:2: unknown key "exemples"; did you mean "examples"?',
    ],
    [
      'misspelled key within',
      good.replace('  en: [ahoy]', '  em: [ahoy]'),
      'intents/ahoy.yaml:4: unknown key "em"; did you mean "en"?',
    ],
    ['unknown key', `${good}priority: 3\n`, 'intents/ahoy.yaml:8: unknown key "priority"; remove it'],
    [
      'missing language',
      good.replace('  en: Ahoy!\n', ''),
      'intents/ahoy.yaml:5: replies.en is missing or not a text; write replies.en as in the other intents files',
    ],
    [
      'wrong kind',
      good.replace('[ahoy]', 'ahoy'),
      'intents/ahoy.yaml:4: examples.en is missing or not a list; write examples.en as in the other intents files',
    ],
    [
      'empty example',
      good.replace('[ahoy]', '[ahoy, ""]'),
      'intents/ahoy.yaml:4: examples.en.1 is empty; write examples.en.1 as in the other intents files',
    ],
    [
      'no words',
      good.replace('[ahoy]', '["?!"]'),
      'intents/ahoy.yaml:4: the example has no words; write a message as people type it',
    ],
    [
      'two slots',
      good.replace('[ahoy]', '["from {a} to {b}"]'),
      'intents/ahoy.yaml:4: an example holds one {slot} at most; write one pair of braces',
    ],
    [
      'only a slot',
      good.replace('[ahoy]', '["{a}"]'),
      'intents/ahoy.yaml:4: the example has no words; write a message as people type it',
    ],
    [
      'no replies',
      good.replace(/replies:[^]*/, ''),
      'intents/ahoy.yaml:1: replies are missing; add replies.fr and replies.en: the program has no answer of its own to this intent',
    ],
    [
      'bad pattern',
      `${good}patterns:\n  - 'ahoy'\n  - 'ahoy ('\n`,
      'intents/ahoy.yaml:10: pattern cannot be used: Invalid regular expression: /^(?:ahoy ()$/du: Unterminated group; mend it or take it out',
    ],
    [
      'slow pattern',
      `${good}patterns: ['(a+)+b']\n`,
      'intents/ahoy.yaml:8: pattern cannot be used: a repeated group can take very long; repeat a single character instead; mend it or take it out',
    ],
    [
      'broken YAML',
      'description: a\nexamples: [a\nreplies: b\n',
      'intents/ahoy.yaml:3: Flow sequence in block collection must be sufficiently indented and end with a ] (mend the YAML)',
    ],
    [
      'not a mapping',
      '- a\n- b\n',
      'intents/ahoy.yaml:1: the file is missing or not a set of keys; write it as in the other intents files',
    ],
    [
      'empty',
      '',
      'intents/ahoy.yaml:1: the file is missing or not a set of keys; write it as in the other intents files',
    ],
  ])('%s', (_, text, expected) => {
    write('ahoy.yaml', text);
    expect(failure()).toBe(expected);
  });

  it('an example that two intents claim', () => {
    write('ahoy.yaml', good);
    write('hey.yaml', good.replace('[ahoy]', '[hey]'));
    expect(failure()).toBe(
      'intents/hey.yaml:3: the example "ohe du bateau" is also in ahoy.yaml; keep it in one of them',
    );
  });

  it('a YAML alias bomb', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]',
      'c: [*b,*b,*b,*b,*b,*b,*b,*b,*b]',
    ].join('\n');
    write('ahoy.yaml', bomb);
    expect(failure()).toBe(
      'intents/ahoy.yaml:2: too many aliases, or one without its anchor; write the values out (mend the YAML)',
    );
  });

  it('a file that is not UTF-8, too large, or wrongly named', () => {
    write('ahoy.yaml', Buffer.from('description: caf\xe9', 'latin1'));
    expect(failure()).toBe('intents/ahoy.yaml: cannot be read as UTF-8 text (save it as UTF-8)');
    write('ahoy.yaml', `${good}# ${'x'.repeat(300_000)}`);
    expect(failure()).toBe('intents/ahoy.yaml: larger than 256 kB (keep intents short)');
    rmSync(join(folder, 'ahoy.yaml'));
    write('My Intent.yaml', good);
    expect(failure()).toContain("intents/My Intent.yaml: the file's name is the intent's name");
  });

  it('a folder that is missing or holds no intents', () => {
    expect(failure()).toContain('no intents (add the *.yaml files of the repository)');
    rmSync(folder, { recursive: true });
    expect(failure()).toContain('cannot be read (give the folder that holds the intents)');
  });
});
