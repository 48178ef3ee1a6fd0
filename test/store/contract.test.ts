import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { createLocalClaims, createLocalThreads } from '../../src/store/local.ts';
import type { Alert, Claims, Feedback, KeptQuotation, Publication, Store, Threads } from '../../src/store/store.ts';
import { storeDrivers } from '../support/stores.ts';

const now = Date.UTC(2026, 10, 28, 12);
const day = 24 * 60 * 60 * 1000;
const lease = { now, until: now + 30_000 };
const later = { now: lease.until, until: lease.until + 30_000 };

const feedback: Feedback = {
  person: 'U1',
  answer: 'seal-1',
  rating: 'useless',
  reason: 'passage',
  comment: 'Ce n’est pas le bon passage 🙁',
  question: 'quel département a créé des télécentres ?',
  at: now,
};
const alert: Alert = { id: 'a1', person: 'U1', question: 'qui a parlé du loup ?', language: 'fr', at: now };
const memory = JSON.stringify({ last: 'Cantal\0\ud800' });
const item = (id: string): KeptQuotation => ({ id, quotation: JSON.stringify({ id }), at: now });
const publication: Publication = { quotation: 'q1', channel: 'C1', link: 'https://x/p1', person: 'U1', at: now };

/** What holds of claims wherever they are kept. */
function grantsClaims(claims: () => Claims): void {
  it('gives a free event to the first who asks, and to nobody else while the lease runs', async () => {
    expect(await claims().take('e', 'A', lease)).toBe('taken');
    expect(await claims().take('e', 'B', lease)).toBe('held');
    expect(await claims().take('e', 'A', lease)).toBe('held');
    expect(await claims().take('other', 'B', lease)).toBe('taken');
  });

  it('gives an event whose owner died to one other, and the dead one can no longer send', async () => {
    await claims().take('e', 'A', lease);
    const takers = ['B', 'C', 'D'];
    const states = await Promise.all(takers.map((owner) => claims().take('e', owner, later)));
    expect(states.toSorted()).toEqual(['held', 'held', 'taken']);
    const heir = takers[states.indexOf('taken')] ?? '';
    expect(await claims().posting('e', 'A')).toBe(false);
    expect(await claims().renew('e', 'A', later)).toBe(false);
    await claims().finish('e', 'A');
    await claims().release('e', 'A');
    expect(await claims().posting('e', heir)).toBe(true);
  });

  it('says posting to one of those who take over from an owner that died about to send', async () => {
    await claims().take('e', 'A', lease);
    expect(await claims().posting('e', 'A')).toBe(true);
    expect(await claims().take('e', 'B', lease)).toBe('held');
    const states = await Promise.all(['B', 'C', 'D'].map((owner) => claims().take('e', owner, later)));
    expect(states.toSorted()).toEqual(['held', 'held', 'posting']);
    const heir = ['B', 'C', 'D'][states.indexOf('posting')] ?? '';
    expect(await claims().posting('e', heir)).toBe(false);
    await claims().finish('e', heir);
    expect(await claims().take('e', 'E', { now: later.until, until: later.until + 1 })).toBe('done');
  });

  it('grants posting once', async () => {
    await claims().take('e', 'A', lease);
    expect(await claims().posting('e', 'A')).toBe(true);
    expect(await claims().posting('e', 'A')).toBe(false);
    expect(await claims().posting('never claimed', 'A')).toBe(false);
  });

  it('is finished for good, whatever the owner does then', async () => {
    await claims().take('e', 'A', lease);
    await claims().finish('e', 'A');
    await claims().release('e', 'A');
    expect(await claims().renew('e', 'A', later)).toBe(false);
    expect(await claims().take('e', 'B', later)).toBe('done');
  });

  it('is free again once given up, and held for longer once renewed', async () => {
    await claims().take('e', 'A', lease);
    expect(await claims().renew('e', 'A', later)).toBe(true);
    expect(await claims().take('e', 'B', later)).toBe('held');
    await claims().release('e', 'A');
    expect(await claims().take('e', 'B', later)).toBe('taken');
  });
}

/** What holds of threads wherever they are kept. */
function remembersThreads(threads: () => Threads): void {
  it('as they were written, a person each', async () => {
    expect(await threads().read('t', 'U1', now)).toBeNull();
    expect(await threads().write('t', 'U1', { memory, version: 0 }, now)).toBe(true);
    expect(await threads().read('t', 'U1', now)).toEqual({ memory, version: 1 });
    expect(await threads().read('t', 'U2', now)).toBeNull();
  });

  it('and refuses to write over what somebody wrote in between', async () => {
    const states = await Promise.all([1, 2].map(() => threads().write('t', 'U1', { memory, version: 0 }, now)));
    expect(states.filter(Boolean)).toHaveLength(1);
    expect(await threads().write('t', 'U1', { memory: '2', version: 1 }, now)).toBe(true);
    expect(await threads().write('t', 'U1', { memory: '3', version: 1 }, now)).toBe(false);
    expect(await threads().read('t', 'U1', now)).toEqual({ memory: '2', version: 2 });
    expect(await threads().write('gone', 'U1', { memory, version: 4 }, now)).toBe(false);
  });
}

describe.each(storeDrivers())('$name', (driver) => {
  describe.skipIf(driver.missing)('keeps', () => {
    let store: Store;
    beforeAll(driver.start);
    afterAll(driver.stop);
    beforeEach(async () => {
      store = await openStore({ ...(await driver.fresh()), maxThreads: 3 });
    });
    afterEach(() => store.close());

    describe('claims on events', () => {
      grantsClaims(() => store.claims);

      it('is renewed with others at once, unless it is done or somebody else’s', async () => {
        const events = ['e', 'f', 'done', 'other'];
        for (const event of events) await store.claims.take(event, event === 'other' ? 'B' : 'A', lease);
        await store.claims.finish('done', 'A');
        await store.claims.renewAll([...events, 'unknown'], 'A', later);
        const states = await Promise.all(events.map((event) => store.claims.take(event, 'C', later)));
        expect(states).toEqual(['held', 'held', 'done', 'taken']);
      });

      it('for 24 hours', async () => {
        await store.claims.take('e', 'A', lease);
        await store.claims.finish('e', 'A');
        expect(await store.expire(now + day - 1)).toBe(0);
        expect(await store.expire(now + day)).toBe(1);
        expect(await store.claims.take('e', 'A', lease)).toBe('taken');
      });
    });

    describe('threads', () => {
      remembersThreads(() => store.threads);

      it('for 30 days after they were written, then as if they had never been', async () => {
        await store.threads.write('t', 'U1', { memory, version: 0 }, now);
        const end = now + 30 * day;
        expect(await store.threads.read('t', 'U1', end - 1)).not.toBeNull();
        expect(await store.threads.read('t', 'U1', end)).toBeNull();
        expect(await store.threads.write('t', 'U1', { memory: 'new', version: 0 }, end)).toBe(true);
        expect(await store.threads.read('t', 'U1', end)).toEqual({ memory: 'new', version: 1 });
        expect(await store.expire(end + 30 * day)).toBe(1);
      });

      it('up to the bound, the last written of them', async () => {
        for (const number of [1, 2, 3, 4, 5])
          await store.threads.write(`t${number}`, 'U1', { memory, version: 0 }, now + number);
        expect(await store.expire(now + 10)).toBe(2);
        expect(await store.threads.read('t2', 'U1', now + 10)).toBeNull();
        expect(await store.threads.read('t3', 'U1', now + 10)).not.toBeNull();
      });
    });

    it('feedback, the last of a person on an answer, newest first', async () => {
      await store.feedback.rate(feedback);
      const other: Feedback = { ...feedback, person: 'U2', comment: null, question: null, reason: null, at: now - 1 };
      await store.feedback.rate(other);
      const changed: Feedback = { ...feedback, rating: 'useful', reason: null, at: now + 1 };
      await store.feedback.rate(changed);
      expect(await store.feedback.list(10)).toEqual([changed, other]);
      expect(await store.feedback.list(1)).toEqual([changed]);
    });

    it('the reason and the words of a rating that is given again without any, until the rating changes', async () => {
      const useless: Feedback = { ...feedback, rating: 'useless', reason: 'person', comment: 'c’est le maire' };
      await store.feedback.rate(useless);
      await store.feedback.rate({ ...useless, reason: null, comment: null, at: now + 1 });
      expect(await store.feedback.list(10)).toEqual([{ ...useless, at: now + 1 }]);
      const useful: Feedback = { ...useless, rating: 'useful', reason: null, comment: null, at: now + 2 };
      await store.feedback.rate(useful);
      expect(await store.feedback.list(10)).toEqual([useful]);
    });

    it('unanswered questions, the most asked first, with the day alone', async () => {
      await store.questions.note('le loup ?', 'fr', now - 40 * day);
      await store.questions.note('le loup ?', 'fr', now - 2 * day);
      await store.questions.note('le loup ?', 'fr', now - day);
      await store.questions.note('l’ours ?', 'fr', now);
      await store.questions.note('the wolf?', 'en', now - 3 * day);
      expect(await store.questions.list(now - 10 * day, 10)).toEqual([
        { question: 'le loup ?', language: 'fr', times: 2, lastDay: '2026-11-27' },
        { question: 'l’ours ?', language: 'fr', times: 1, lastDay: '2026-11-28' },
        { question: 'the wolf?', language: 'en', times: 1, lastDay: '2026-11-25' },
      ]);
      expect(await store.questions.list(now - 50 * day, 1)).toMatchObject([{ times: 3 }]);
    });

    it('questions of any length and with any character', async () => {
      const long = 'é'.repeat(40_000);
      await store.questions.note(`a\0b\ud800${long}`, 'fr', now);
      expect(await store.questions.list(now, 10)).toMatchObject([{ question: `ab\ufffd${long}` }]);
      expect(await store.alerts.add({ ...alert, question: long })).toBe(true);
    });

    it('baskets in the order in which things were kept, then as they are moved', async () => {
      const ids = async (person: string) => (await store.baskets.list(person)).map(({ id }) => id).join('');
      for (const id of ['a', 'b', 'c', 'd']) expect(await store.baskets.keep('U1', item(id))).toBe(true);
      expect(await store.baskets.keep('U1', item('b'))).toBe(false);
      await store.baskets.keep('U2', item('a'));
      const moves: [string, number, string][] = [
        ['c', -1, 'acbd'],
        ['c', -1, 'cabd'],
        ['c', -1, 'cabd'],
        ['a', 1, 'cbad'],
        ['c', 9, 'badc'],
        ['unknown', 1, 'badc'],
      ];
      for (const [id, by, order] of moves) {
        await store.baskets.move('U1', id, by);
        expect(await ids('U1')).toBe(order);
      }
      expect(await store.baskets.remove('U1', 'a')).toBe(true);
      expect(await store.baskets.remove('U1', 'a')).toBe(false);
      await store.baskets.keep('U1', item('e'));
      expect(await store.baskets.list('U1')).toEqual(['b', 'd', 'c', 'e'].map(item));
      expect(await store.baskets.list('U2')).toEqual([item('a')]);
    });

    it('every quotation of a basket, whatever is kept and moved at the same time', async () => {
      const kept = Array.from({ length: 12 }, (_, index) => `k${index}`);
      for (const id of kept.slice(0, 6)) await store.baskets.keep('U1', item(id));
      await Promise.all([
        ...kept.slice(6).map((id) => store.baskets.keep('U1', item(id))),
        ...kept.slice(0, 6).map((id, index) => store.baskets.move('U1', id, index - 3)),
      ]);
      const found = (await store.baskets.list('U1')).map(({ id }) => id);
      expect(found.toSorted()).toEqual(kept.toSorted());
    });

    it('alerts once a person and question, and lets one caller only take each away', async () => {
      expect(await store.alerts.add(alert)).toBe(true);
      expect(await store.alerts.add({ ...alert, id: 'a2' })).toBe(false);
      const english: Alert = { ...alert, id: 'a3', language: 'en', at: now - 1 };
      const other: Alert = { ...alert, id: 'a4', person: 'U2', at: now + 1 };
      expect(await store.alerts.add(english)).toBe(true);
      expect(await store.alerts.add(other)).toBe(true);
      expect(await store.alerts.list()).toEqual([english, alert, other]);
      expect(await store.alerts.list('U2')).toEqual([other]);
      const removed = await Promise.all([1, 2, 3].map(() => store.alerts.remove('a1')));
      expect(removed.filter(Boolean)).toHaveLength(1);
    });

    it('where a quotation was last published', async () => {
      expect(await store.publications.last('q1')).toBeNull();
      await store.publications.note(publication);
      await store.publications.note({ ...publication, channel: 'C2', link: null, at: now - 1 });
      expect(await store.publications.last('q1')).toEqual(publication);
    });

    it('the last settings of a channel', async () => {
      expect(await store.channels.read('C1')).toBeNull();
      await store.channels.write('C1', '{"lang":"fr"}', now);
      await store.channels.write('C1', '{"lang":"en"}', now);
      expect(await store.channels.read('C1')).toBe('{"lang":"en"}');
      expect([...(await store.channels.all())]).toEqual([['C1', '{"lang":"en"}']]);
    });

    describe('what is personal', () => {
      beforeEach(async () => {
        for (const person of ['U1', 'U2']) {
          await store.threads.write('t', person, { memory: '{}', version: 0 }, now);
          await store.feedback.rate({ ...feedback, person });
          await store.baskets.keep(person, { id: 'k', quotation: '{}', at: now });
          await store.alerts.add({ ...alert, id: person, person });
          await store.publications.note({ ...publication, quotation: person, person });
        }
        await store.questions.note('le loup ?', 'fr', now);
      });

      it('until the person is forgotten, and nobody else is', async () => {
        expect(await store.forget('U1')).toEqual({
          threads: 1,
          feedback: 1,
          kept_quotations: 1,
          alerts: 1,
          publications: 1,
        });
        expect(await store.publications.last('U1')).toMatchObject({ person: null, channel: 'C1' });
        expect(await store.publications.last('U2')).toMatchObject({ person: 'U2' });
        expect(await store.stats()).toEqual({
          claims: 0,
          threads: 1,
          feedback: 1,
          unanswered_questions: 1,
          kept_quotations: 1,
          alerts: 1,
          publications: 2,
          channels: 0,
        });
        expect(Object.values(await store.forget('U1'))).toEqual([0, 0, 0, 0, 0]);
      });

      it('for 90 days', async () => {
        await store.expire(now + 90 * day - 1);
        expect(await store.stats()).toMatchObject({ feedback: 2, kept_quotations: 2, alerts: 2 });
        expect(await store.publications.last('U1')).toMatchObject({ person: 'U1' });
        // Two rows of feedback, baskets and alerts each, and the names of who published.
        expect(await store.expire(now + 90 * day)).toBe(8);
        expect(await store.publications.last('U1')).toMatchObject({ person: null });
        expect(await store.expire(now + 91 * day)).toBe(1);
        expect(await store.questions.list(0, 1)).toEqual([]);
      });
    });

    it('nothing from a store that is closed, and says so', async () => {
      const place = await driver.fresh();
      const closed = await openStore(place);
      await closed.ping();
      await closed.close();
      await expect(closed.ping()).rejects.toMatchObject({ name: 'StoreError' });
    });
  });
});

describe('this process, while it does without a database,', () => {
  const bounds = { most: 100, ttl: day, clock: () => now };
  let claims: Claims;
  let threads: Threads;
  beforeEach(() => {
    claims = createLocalClaims(bounds);
    threads = createLocalThreads(bounds);
  });
  describe('keeps claims on events', () => grantsClaims(() => claims));
  describe('keeps threads', () => remembersThreads(() => threads));
});
