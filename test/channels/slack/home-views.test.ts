import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Upkeep } from '../../../src/channels/slack/bot.ts';
import { upkeepBlocks } from '../../../src/channels/slack/home-upkeep.ts';
import { homeView } from '../../../src/channels/slack/home-view.ts';
import type { Finding } from '../../../src/proceedings/finding.ts';
import { storeForTest } from '../../support/steady-store.ts';
import { checkView } from '../../support/slack/check-blocks.ts';
import { answererWith, record } from '../../support/corpora.ts';
import type { RecordedView } from '../../support/slack/types.ts';
import { actionIds, answererOf, type Bench, type BenchOptions, libraries, openBench, readable } from './bench.ts';

const finding: Finding = {
  file: 'vieux.md',
  line: 3,
  severity: 'error',
  message: 'impossible date "2026-02-30"',
  remedy: 'write an existing day as YYYY-MM-DD',
};
const upkeep = {
  findings: () => [{ ...finding, file: 'copie.md', severity: 'warning' as const }, finding],
  loadedAt: () => Date.UTC(2026, 10, 28, 9, 5),
  version: 'greffier 1.2.3',
};

const start = (options: BenchOptions = {}): Promise<Bench> =>
  openBench({ ...options, options: { maintainers: ['UBOSS'], upkeep, ...options.options } });

/** The home of a person who opens it, once it is published anew. */
async function home({ slack }: Bench, user = 'U1'): Promise<RecordedView> {
  const before = slack.calls('views.publish').length;
  await slack.appHomeOpened({ user, tab: 'home' });
  await slack.waitFor('views.publish', before + 1);
  return slack.views().find(({ view, user: shownTo }) => view.type === 'home' && shownTo === user)!;
}

const text = ({ view }: RecordedView): string => readable(view).replaceAll(/[\u00a0\u202f]/g, ' ');

const alert = (id: string, person: string, question: string) => ({
  id,
  person,
  question,
  language: 'fr' as const,
  at: 1,
});

describe('the app’s home, for everybody', () => {
  test.each(['socket', 'http'] as const)('says what the record holds and how to ask (%s)', async (mode) => {
    const shown = text(await home(await start({ mode })));
    expect(shown).toContain('1 compte rendu (14 mars 2023), 2 sections, 2 personnes qui parlent.');
    expect(shown).toContain('Assises des bibliothèques · 14 mars 2023 · assises.md · ');
    for (const typed of ['citer', 'vérifier', 'panier', 'réglages']) expect(shown).toContain(`/greffier ${typed}`);
    expect(shown).toContain('Aucune. Quand le fonds ne répond pas');
  });

  test('proposes three things to ask, which are answered as proposed', async () => {
    const bench = await start();
    const shown = text(await home(bench));
    const [, proposed = ''] = /Par exemple :\n([^]*?)\n\/greffier question/.exec(shown)!;
    const examples = proposed.split('\n');
    expect(examples).toHaveLength(3);
    for (const [index, example] of examples.entries()) {
      await bench.slack.directMessage({ user: 'U1', text: example });
      const answer = await bench.slack.waitFor(() => bench.slack.messages(bench.slack.im('U1')).at(index));
      expect(readable(answer)).toContain('assises.md:');
      expect(readable(answer)).not.toContain('ne répondent pas');
    }
  });

  test('is in the language that they have Slack in', async () => {
    const bench = await start({ slack: { users: [{ id: 'U1', locale: 'en-US' }] } });
    expect(text(await home(bench))).toContain('1 record (14 March 2023), 2 sections, 2 people who speak.');
  });

  test('is in French where Slack does not tell', async () => {
    const bench = await start({ slack: { refuse: { 'users.info': 'missing_scope' } } });
    expect(text(await home(bench))).toContain('Ce que contient le fonds');
  });

  test('says so where nothing can be kept', async () => {
    const store = await storeForTest();
    const broken = {
      ...store,
      healthy: () => false,
      alerts: { ...store.alerts, list: () => Promise.reject(new Error('out of reach')) },
    };
    const shown = text(await home(await start({ store: broken })));
    expect(shown).toMatch(/^Pour le moment, je ne peux rien enregistrer/);
    expect(shown).toContain('Je n’arrive pas à lire ce qui est conservé');
  });

  test('names the largest files first, ten at most', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 14 }, (_, index) => [
        `f${index}.md`,
        record(`Titre ${index}`, '# T\n\nUn mot.\n\n# U\n\nUn mot.\n\n'.repeat(index + 1)),
      ]),
    );
    const bench = await start({ answerer: answererWith(files) });
    const shown = text(await home(bench));
    expect(shown).toMatch(/Titre 13 ·[^]*Titre 12 ·[^]*Titre 4 ·[^]*… et 4 autres\./);
    expect(shown).not.toContain('Titre 3 ·');
  });

  test('harms nobody where Slack has no home', async () => {
    const bench = await start({ slack: { basicOnly: true } });
    await bench.slack.appHomeOpened({ user: 'U1', tab: 'home' });
    await bench.slack.waitFor('views.publish');
    await bench.bot.stop();
    expect(bench.log.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });
});

describe('own alerts', () => {
  test('are listed with a button that stops them', async () => {
    const bench = await start();
    await bench.store.alerts.add(alert('a1', 'U1', 'Quel est le budget ?'));
    await bench.store.alerts.add(alert('a2', 'U1', 'Qui préside <!channel> ?'));
    await bench.store.alerts.add(alert('b1', 'U2', 'Question d’autrui ?'));
    const view = await home(bench);
    expect(text(view)).toContain('Quel est le budget ?');
    expect(text(view)).not.toContain('autrui');
    expect(actionIds(view.view)).toEqual(['home-alert:0', 'home-alert:1']);
    await bench.slack.click({ view, action_id: 'home-alert:0', user: 'U1' });
    await bench.slack.waitFor('views.publish', 2);
    expect(text(bench.slack.lastView()!)).not.toContain('budget');
    expect((await bench.store.alerts.list()).map(({ id }) => id)).toEqual(['a2', 'b1']);
  });

  test('are stopped by nobody else, whatever they send', async () => {
    const bench = await start({ mode: 'http' });
    await bench.store.alerts.add(alert('a1', 'U1', 'Quel est le budget ?'));
    for (const value of ['{"alert":"a1"}', 'a1', '{}', ''])
      await bench.slack.deliverHttp(bench.where, {
        type: 'block_actions',
        user: { id: 'U2' },
        view: { id: 'V1' },
        actions: [{ action_id: 'home-alert:0', value }],
      });
    await bench.bot.stop();
    expect(await bench.store.alerts.list()).toHaveLength(1);
  });
});

/** A bot whose record left questions open and whose answers were judged. */
async function busy(options: BenchOptions = {}): Promise<Bench> {
  const bench = await start(options);
  const now = Date.now();
  for (const asked of ['budget piscine', 'budget piscine', 'Quel est le budget de la piscine ?', 'Qui est maire ?'])
    await bench.store.questions.note(asked, 'fr', now);
  await bench.store.questions.note('trop vieille', 'fr', now - 40 * 24 * 60 * 60 * 1000);
  const rated = { answer: 'x', question: 'Combien ?', at: now };
  await bench.store.feedback.rate({ ...rated, person: 'UASKER', rating: 'useful', reason: null, comment: null });
  const wrong = { rating: 'useless', reason: 'person', comment: 'c’était <@UASKER> & co' } as const;
  await bench.store.feedback.rate({ ...rated, person: 'UOTHER', ...wrong });
  return bench;
}

describe('the app’s home, for maintainers', () => {
  test('shows health, findings, unanswered questions by shared words and feedback, without names', async () => {
    const view = await home(await busy(), 'UBOSS');
    const shown = text(view);
    for (const line of [
      'Version : greffier 1.2.3',
      'Index : 1 fichier, 5 passages',
      'Dernier chargement du fonds : 28 novembre 2026, 09:05 UTC',
      'Base de données : en état',
      'Slack : connecté',
      'Constats sur les fichiers (2)',
      'vieux.md:3 · erreur · impossible date "2026-02-30" · write an existing day as YYYY-MM-DD',
      '3 fois · budget, piscine · budget piscine / Quel est le budget de la piscine ?',
      '1 fois · Qui est maire ?',
      'Derniers avis : 1 utile, 1 pas utile.',
      'pas utile · mauvaise personne · c’était <@UASKER> & co · Combien ?',
    ])
      expect(shown).toContain(line);
    expect(shown.indexOf('vieux.md')).toBeLessThan(shown.indexOf('copie.md'));
    expect(shown).not.toMatch(/trop vieille|UOTHER/);
    expect(checkView(view.view)).toEqual([]);
  });

  test('is shown anew by its button', async () => {
    const bench = await busy();
    const view = await home(bench, 'UBOSS');
    await bench.store.questions.note('Nouvelle question sur les égouts', 'fr', Date.now());
    await bench.slack.click({ view, action_id: 'home-refresh', user: 'UBOSS' });
    await bench.slack.waitFor('views.publish', 2);
    expect(text(bench.slack.lastView()!)).toContain('égouts');
  });

  test('is shown to nobody else, whatever they send', async () => {
    const bench = await busy({ mode: 'http' });
    await home(bench, 'U1');
    for (const [index, view] of [{ id: 'V1' }, { id: 'V1', private_metadata: '{"user":"UBOSS"}' }].entries()) {
      await bench.slack.deliverHttp(bench.where, {
        type: 'block_actions',
        user: { id: 'U1', name: 'UBOSS' },
        view,
        actions: [{ action_id: 'home-refresh', value: '{"user":"UBOSS"}' }],
      });
      await bench.slack.waitFor('views.publish', 2 + index);
    }
    await bench.bot.stop();
    expect(bench.slack.views()).toHaveLength(1);
    expect(JSON.stringify(bench.slack.calls('views.publish'))).not.toMatch(
      /mainteneurs|piscine|vieux\.md|home-refresh/,
    );
  });

  test('is nobody’s where no maintainer is named', async () => {
    const bench = await busy({ options: { maintainers: [] } });
    expect(text(await home(bench, 'UBOSS'))).not.toContain('mainteneurs');
  });
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '<!channel>',
    '<@U1>',
    '&amp;<b>',
    '*a* _b_ ~c~ `d`',
    '```',
    'https://e.x/?a=<b>|c',
    '\u202egnol',
    '\ud83d',
    ' ',
    '',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }).map((each) => each.repeat(900)),
);
const language = fc.constantFrom('fr' as const, 'en' as const);
const many = <T>(each: fc.Arbitrary<T>) => fc.array(each, { maxLength: 60 });

test('whatever the content, the home keeps every rule of Slack', () => {
  const findings = many(
    fc.record({
      file: hostile,
      line: fc.nat(),
      severity: fc.constantFrom('error' as const, 'warning' as const),
      message: hostile,
      remedy: hostile,
    }),
  );
  const unanswered = many(
    fc.record({
      question: hostile,
      language,
      times: fc.integer({ min: 1, max: 99 }),
      lastDay: fc.constant('2026-11-28'),
    }),
  );
  const feedback = many(
    fc.record({
      person: fc.constant('U1'),
      answer: hostile,
      rating: fc.constantFrom('useful' as const, 'useless' as const),
      reason: fc.constantFrom(null, 'passage' as const, 'other' as const),
      comment: fc.option(hostile),
      question: fc.option(hostile),
      at: fc.nat(),
    }),
  );
  const alerts = many(
    fc.record({ id: fc.uuid(), person: fc.constant('U1'), question: hostile, language, at: fc.nat() }),
  );
  const whole = answererOf(libraries);
  const [one] = whole.corpus.proceedings;
  fc.assert(
    fc.property(
      language,
      findings,
      unanswered,
      feedback,
      alerts,
      many(fc.record({ file: hostile, title: hostile })),
      (spoken, found, asked, rated, waiting, named) => {
        const corpus = { proceedings: named.map((names) => ({ ...one!, ...names })) };
        const state: Upkeep = {
          findings: () => found,
          loadedAt: () => 0,
          connected: () => false,
          version: 'v'.repeat(200),
        };
        const blocks = upkeepBlocks({
          language: spoken,
          corpus,
          upkeep: state,
          storeHealthy: false,
          unanswered: asked,
          feedback: rated,
        });
        const answerer = { ...whole, corpus };
        const view = homeView({ language: spoken, answerer, keeping: false, alerts: waiting, upkeep: blocks });
        expect(checkView(view)).toEqual([]);
        expect(view.blocks.length).toBeLessThanOrEqual(100);
      },
    ),
    { numRuns: 60 },
  );
});
