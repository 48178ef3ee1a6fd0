import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { verifyQuotations } from '../../../src/answer/verify.ts';
import { renderVerification } from '../../../src/channels/slack/verification-blocks.ts';
import { verifyCallback } from '../../../src/channels/slack/verifying.ts';
import type { Excerpt } from '../../../src/proceedings/answer.ts';
import type { Verdict } from '../../../src/proceedings/verification.ts';
import type { RecordedMessage } from '../../support/slack/types.ts';
import { checkMessage } from '../../support/slack/check-blocks.ts';
import {
  actionIds,
  answererOf,
  type Bench,
  type BenchOptions,
  libraries,
  logged,
  openBench,
  readable,
} from './bench.ts';

const start = (options: BenchOptions = {}): Promise<Bench> => openBench(options);

/** What U1 alone sees in C1, once there is any. */
const whisper = ({ slack }: Bench, at = 0) =>
  slack.waitFor(() => slack.messages('C1').filter(({ ephemeralTo }) => ephemeralTo === 'U1')[at]);

async function typed(running: Bench, text: string) {
  await running.slack.slashCommand({ command: '/greffier', text, user: 'U1', channel: 'C1' });
  return whisper(running);
}

/** U1 asks to verify the quotations of somebody's message in C1. */
async function chosen({ slack }: Bench, text: string, thread?: string) {
  const { ts } = await slack.message({ channel: 'C1', user: 'U2', text, ...(thread && { thread_ts: thread }) });
  const message: RecordedMessage = {
    channel: 'C1',
    ts,
    user: 'U2',
    text,
    blocks: [],
    via: 'user',
    edits: 0,
    reactions: [],
    streaming: false,
    ...(thread && { thread_ts: thread }),
  };
  await slack.shortcut({ callback_id: verifyCallback, user: 'U1', message });
}

test('the manifest declares the shortcut', () => {
  expect(manifest.features.shortcuts).toEqual([
    expect.objectContaining({ name: 'Vérifier la citation', type: 'message', callback_id: verifyCallback }),
  ]);
  for (const { name, description } of manifest.features.shortcuts) {
    expect(name.length).toBeLessThanOrEqual(24);
    expect(description.length).toBeLessThanOrEqual(150);
  }
});

describe('an exact quotation', () => {
  test.each(['socket', 'http'] as const)('is told with where it stands and who speaks (%s)', async (mode) => {
    const running = await start({ mode });
    const told = await typed(running, `vérifier "nous ouvrons le dimanche depuis cinq ans"`);
    expect(readable(told)).toBe(
      [
        'Citation',
        ' · «\u00a0nous ouvrons le dimanche depuis cinq ans\u00a0»',
        'Exacte\u00a0: elle figure mot pour mot dans les comptes rendus.\nSeule la typographie varie\u00a0: casse de la première lettre.',
        'Nous ouvrons le dimanche depuis cinq ans',
        'Assises des bibliothèques · 14 mars 2023 · Ouvrir le dimanche · Mme Anne Roche, directrice de la médiathèque',
        ' · ',
        'texte publié',
        ' · assises.md:16',
        'Voir le contexte',
      ].join('\n'),
    );
    expect(told.text).toMatch(/^Citation · [^]*Exacte[^]*\n— Mme Anne Roche, directrice/);
    expect(running.slack.history('C1')).toEqual([]);
  });

  test('opens its context', async () => {
    const running = await start();
    const told = await typed(running, 'verifier « La ville paie ces heures »');
    expect(actionIds(told)).toEqual(['context:0']);
    await running.slack.click({ message: told, action_id: 'context:0', user: 'U1' });
    const { view } = await running.slack.waitFor(() => running.slack.lastView());
    expect(readable(view)).toContain('La ville paie ces heures\n supplémentaires.');
  });

  test('that stands in several places shows each, with its context', async () => {
    const running = await start({ corpus: `${libraries}\n\n# Bilan\n\nLa région en a payé la moitié.\n` });
    const told = await typed(running, 'vérifier "La région en a payé la moitié."');
    expect(readable(told)).toMatch(/Elle figure aussi ici\s:[^]*Bilan/);
    expect(actionIds(told)).toEqual(['context:0', 'context:0.1']);
  });
});

describe('an altered quotation', () => {
  test('is told side by side, in words, in French', async () => {
    const running = await start();
    const told = await typed(running, 'vérifier “Le médiabus a coûté trois millions d’euros, dit-on”');
    expect(readable(told).replaceAll('\n', '')).toMatch(
      /Altérée\s:[^]*7 mots sur 10 y figurent[^]*Ce qui diffère\s:Après «\smédiabus a coûté\s»\s: le compte rendu dit «\sdeux\s»\s; la citation dit «\strois\s»/,
    );
    expect(told.text).toMatch(/le compte rendu dit «\sdeux\s»\s; la citation dit «\strois\s»/);
  });

  test('is told in English to who asks in English', async () => {
    const running = await start();
    const told = await typed(running, 'verify "Le médiabus a bien coûté deux d’euros"');
    const text = readable(told).replaceAll('\n', '');
    expect(text).toContain('Altered: the nearest passage of the record says something else.');
    expect(text).toMatch(/After “Le médiabus a”: the quotation adds «\sbien\s»/);
    expect(text).toMatch(/the record says «\smillions\s»; the quotation leaves it out/);
    expect(text).toContain('Le médiabus a coûté deux millions d’euros');
  });
});

test('what is not in the record is told with what was searched', async () => {
  const told = await typed(await start(), 'vérifier « La piscine municipale rouvre en septembre prochain »');
  expect(readable(told)).toMatch(/Introuvable\s:[^]*J’ai cherché dans 1 compte rendu \(14 mars 2023\)/);
  expect(actionIds(told)).toEqual([]);
});

test.each([
  ['vérifier', /^Quelle citation dois-je vérifier/],
  ['verify', /^Which quotation shall I verify/],
  ['vérifier "médiabus"', /Trop courte/],
])('%j is told kindly', async (text, told) => {
  expect((await typed(await start(), text)).text).toMatch(told);
});

test('a quotation of more than 6,000 characters is told kindly', async () => {
  const told = await typed(await start(), `vérifier ${'Le médiabus roule encore. '.repeat(300)}`);
  expect(told.text).toMatch(/Trop longue/);
});

describe('what is typed after the command is read as it was typed', () => {
  test('with its no-break spaces', async () => {
    const running = await start({
      corpus: libraries.replace('deux millions d’euros.', 'deux\u00a0millions\u00a0d’euros.'),
    });
    const told = await typed(running, 'vérifier « Le médiabus a coûté deux\u00a0millions\u00a0d’euros. »');
    expect(readable(told)).toContain('Exacte\u00a0: elle figure mot pour mot');
    expect(readable(told)).not.toContain('Seule la typographie varie');
  });

  test('line by line, where quoted lines begin with >', async () => {
    const running = await start();
    const told = await typed(
      running,
      'vérifier\n&gt; Les familles viennent plus nombreuses ce jour-là.\nce que je crois volontiers',
    );
    expect(readable(told)).toContain('Exacte');
    expect(readable(told)).not.toContain('volontiers');
  });
});

describe('the shortcut on a message', () => {
  test('verifies every quotation of it, without Slack’s markup, for who asks alone', async () => {
    const running = await start();
    await chosen(
      running,
      '<@U3> : "*Le médiabus* a coûté deux millions d’euros." &gt; et _“La ville &amp; l’État paient ces heures supplémentaires”_\n&gt; Les familles viennent plus nombreuses ce jour-là.\n&gt; — <https://example.org|Mme Roche>',
    );
    const told = await whisper(running);
    expect(readable(told)).toMatch(
      /Citation 1 sur 3[^]*Exacte[^]*Citation 2 sur 3[^]*Altérée[^]*Citation 3 sur 3[^]*Exacte/,
    );
    expect(actionIds(told)).toEqual(['context:0', 'context:1', 'context:2']);
    expect(running.slack.history('C1').map(({ user }) => user)).toEqual(['U2']);
  });

  test('verifies all of a message without quotation marks, in the language of who asks', async () => {
    const running = await start({ slack: { users: [{ id: 'U1', locale: 'en-GB' }] } });
    await chosen(running, 'Les familles viennent plus nombreuses ce jour-là');
    expect(readable(await whisper(running))).toContain('Exact: it stands in the record word for word.');
  });

  test('in a thread is answered in the thread', async () => {
    const running = await start();
    const { ts } = await running.slack.message({ channel: 'C1', user: 'U2', text: 'Bonjour' });
    await chosen(running, 'Les familles viennent plus nombreuses ce jour-là', ts);
    expect((await whisper(running)).thread_ts).toBe(ts);
  });

  test('where the bot is no member is answered over the response_url, else in a direct message', async () => {
    const running = await start({ slack: { channels: [{ id: 'C1', botIsMember: false }] } });
    await chosen(running, 'Les familles viennent plus nombreuses ce jour-là');
    expect((await whisper(running)).via).toBe('response_url');
    running.slack.failNext('response_url', { kind: 'http', status: 500 });
    await chosen(running, 'Les familles viennent plus nombreuses ce jour-là');
    const told = await running.slack.waitFor(() => running.slack.messages(running.slack.im('U1')).at(0));
    expect(readable(told)).toContain('Exacte');
  });

  test('works where the server knows the basic methods only, and the context comes as a message', async () => {
    const refuse = { 'chat.postEphemeral': 'unknown_method', 'views.open': 'unknown_method' };
    const running = await start({ slack: { basicOnly: true, refuse } });
    await chosen(running, 'Les familles viennent plus nombreuses ce jour-là');
    const told = await whisper(running);
    await running.slack.click({ message: told, action_id: 'context:0', user: 'U1' });
    expect(readable(await whisper(running, 1))).toContain('Les familles viennent plus nombreuses ce jour-là');
  });

  test('of hostile content mentions nobody and breaks no rule', async () => {
    const running = await start();
    const { slack } = running;
    await chosen(
      running,
      `"&lt;!channel&gt; <!here> <@U9> *_~\`x\`~_* https://evil.example/?a=&lt;b&gt; médiabus" ${'"Le médiabus a coûté trois &lt;@U1&gt; millions"'.repeat(15)}`,
    );
    const told = await whisper(running);
    expect(readable(told)).toMatch(/Citation 2 sur 2/);
    slack.assertNoBreaches();
    await running.bot.stop();
    expect(logged(running.log).filter(({ level }) => level === 'error')).toEqual([]);
    expect(running.log.join('\n')).not.toContain('evil.example');
  });
});

/** Words under titles and names as hostile as they come. */
const excerpt = (text: string): Excerpt => ({
  text,
  score: 0,
  citation: {
    file: `${'<&>*_~'.repeat(60)}.md`,
    title: '"`'.repeat(400),
    date: null,
    section: ['<!channel>'.repeat(40)],
    speaker: '*M. <&>* ~Roche~',
    role: null,
    line: 1,
    start: 0,
    end: text.length,
    url: null,
  },
});

describe('limits', () => {
  const long = 'Le médiabus « roule » <@U1> `code` '.repeat(90);
  const place = { excerpts: [excerpt(long), excerpt('\u0001'.repeat(3_000))], context: excerpt(long) };
  const difference = { after: long, record: long, quoted: '\ud83d"`'.repeat(500), punctuation: false };
  const verdicts: Record<string, Verdict> = {
    exact: { kind: 'exact', places: [place, place, place], more: 60, variants: ['quotes', 'omission', 'stage'] },
    altered: {
      kind: 'altered',
      place,
      differences: Array.from({ length: 60 }, () => difference),
      matched: 500,
      words: 900,
    },
    absent: { kind: 'absent' },
  };
  const searched = { files: 1, passages: 2, from: null, to: null };

  test.each(Object.entries(verdicts))('of Slack are kept by ten quotations that are %s', (_, verdict) => {
    const verified = Array.from({ length: 10 }, () => ({ quoted: long, verdict }));
    for (const language of ['fr', 'en'] as const) {
      const message = renderVerification({ verified, unread: 50, searched }, language);
      expect(checkMessage(message)).toEqual([]);
      expect(readable(message)).toMatch(language === 'fr' ? /n’ont pas été vérifiées/ : /were not verified/);
      if (verdict.kind !== 'absent')
        expect(readable(message)).toMatch(language === 'fr' ? /faute de place/ : /for lack of room/);
    }
  });

  test('are kept whatever is verified', () => {
    const { index } = answererOf(libraries);
    const pieces = fc.constantFrom(
      '«',
      '»',
      '"',
      '…',
      '[…]',
      '> ',
      '\n',
      '<!channel>',
      '\u202e',
      '\ud83d',
      'e\u0301',
      '`',
      '*',
      '&amp;',
      ...libraries.split(' '),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 80 }), fc.constantFrom('fr', 'en'), (some, language) => {
        expect(checkMessage(renderVerification(verifyQuotations(some.join(' '), index), language))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
