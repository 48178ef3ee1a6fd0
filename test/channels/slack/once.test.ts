import { describe, expect, test } from 'vitest';
import { type Claim, claimName, createOnce } from '../../../src/channels/slack/once.ts';
import { createLocalClaims } from '../../../src/store/local.ts';
import { gate } from './bench.ts';

const leaseMs = 120;
const claimsOf = (clock: () => number = Date.now) => createLocalClaims({ most: 100, ttl: 60_000, clock });

const fails = () => Promise.reject(new Error('no'));

describe('within one process', () => {
  test('a thing asked for again while it is done waits, and is not done twice', async () => {
    const once = createOnce(claimsOf());
    const { passed, open } = gate();
    let times = 0;
    const work = async () => {
      times += 1;
      await passed;
      return 'answered';
    };
    const first = once.run('event', work);
    const second = once.run('event', work);
    open();
    expect([await first, await second, await once.run('event', work)]).toEqual(['answered', null, null]);
    expect(times).toBe(1);
  });

  test('work that fails is not done again, unless it may be asked for anew', async () => {
    const once = createOnce(claimsOf());
    await expect(once.run('event', fails)).rejects.toThrow('no');
    expect(await once.run('event', async () => 'late')).toBeNull();
    await expect(once.run('click', fails, true)).rejects.toThrow('no');
    expect(await once.run('click', async () => 'again')).toBe('again');
  });
});

describe('among processes', () => {
  test('one of them does it, the other waits for its end', async () => {
    const claims = claimsOf();
    const [a, b] = [createOnce(claims, { leaseMs }), createOnce(claims, { leaseMs })];
    const { passed, open } = gate();
    const first = a.run('event', async () => {
      await passed;
      return 'a';
    });
    let waiting = true;
    const second = b.run('event', async () => 'b').finally(() => (waiting = false));
    // Longer than a lease: the first one renews its claim.
    await new Promise((resolve) => setTimeout(resolve, 3 * leaseMs));
    expect(waiting).toBe(true);
    open();
    expect([await first, await second]).toEqual(['a', null]);
  });

  test.each([
    ['before it sent anything', false],
    ['when it was about to send', true],
  ])('what a process held that died %s is taken over', async (_, posting) => {
    const claims = claimsOf();
    await claims.take(claimName('event'), 'dead', { now: Date.now(), until: Date.now() + leaseMs });
    if (posting) expect(await claims.posting(claimName('event'), 'dead')).toBe(true);
    const seen: boolean[] = [];
    const work = async ({ doubtful, mayPost }: Claim) => {
      seen.push(doubtful, await mayPost());
      return 'taken over';
    };
    const survivors = [createOnce(claims, { leaseMs }), createOnce(claims, { leaseMs })];
    const results = await Promise.all(survivors.map((once) => once.run('event', work)));
    expect(new Set(results)).toEqual(new Set([null, 'taken over']));
    expect(seen).toEqual([posting, true]);
  });

  test('one that was held up while another took over may not send any more', async () => {
    let now = 0;
    const clock = () => now;
    const claims = claimsOf(clock);
    const slow = createOnce(claims, { leaseMs: 60_000, clock });
    const { passed, open } = gate();
    const granted: boolean[] = [];
    const first = slow.run('event', async ({ mayPost }) => {
      await passed;
      granted.push(await mayPost());
    });
    await new Promise(setImmediate);
    now = 60_001;
    await createOnce(claims, { leaseMs: 60_000, clock }).run('event', async ({ mayPost }) => {
      granted.push(await mayPost());
    });
    open();
    await first;
    expect(granted).toEqual([true, false]);
  });

  test('one that stops does not wait for the others', async () => {
    const claims = claimsOf();
    await claims.take(claimName('event'), 'busy', { now: Date.now(), until: Date.now() + 60_000 });
    const once = createOnce(claims);
    const waiting = once.run('event', async () => 'done here');
    await new Promise(setImmediate);
    once.close();
    expect(await waiting).toBeNull();
  });
});
