import { setImmediate as breath, setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../../proceedings/answer.ts';
import type { Alert } from '../../store/store.ts';
import { renderAlert } from './alert-blocks.ts';
import type { Bot } from './bot.ts';
import type { Claim } from './once.ts';
import { directPlace } from './place.ts';

/** Asks the questions of alerts anew, and tells people what a later file answers. */
export interface AlertRounds {
  /**
   * Asks them all, in the background; where that is under way, once more after it. While the store or Slack refuses something, all
   * are asked again after a pause, which doubles each time up to an hour.
   */
  begin(): void;
  /** Asks no more. Resolves when what is being delivered is, after so many milliseconds at the latest. */
  end(patienceMs: number): Promise<void>;
}

/** The first pause, and the longest, in ms. */
const firstPauseMs = 60_000;
const longestPauseMs = 60 * 60_000;

/**
 * Rounds over the alerts of the bot's store. One process among several delivers each, as with events.
 *
 * @param pauseMs the first pause after a round in which something failed; default a minute
 */
export function createAlertRounds(bot: Bot, pauseMs = firstPauseMs): AlertRounds {
  let failed = false;
  let nextPauseMs = pauseMs;
  let timer: NodeJS.Timeout | null = null;
  let wanted = false;
  let ended = false;
  let running: Promise<void> | null = null;

  function fail<T>(outcome: T): T {
    failed = true;
    return outcome;
  }

  async function round(): Promise<void> {
    const waiting = await bot.store.alerts.list().catch(() => fail([])); // the store says why
    for (const alert of waiting) {
      await breath(); // A round must not hold up who asks meanwhile.
      if (ended) return;
      const answer = bot.answerer().answer(alert.question, { language: alert.language });
      if (answer.kind !== 'not_found')
        await bot.tasks.run('alert', alert.id, () =>
          deliver(alert, answer).catch((error: unknown) => {
            throw fail(error);
          }),
        );
    }
  }

  async function deliver(alert: Alert, answer: Answer): Promise<string> {
    const remove = () => bot.store.alerts.remove(alert.id).catch(() => fail(false)); // the claim keeps it from being told again
    const place = directPlace(alert.person);
    const told = renderAlert(alert, answer);
    const outcome = await bot.once.run(
      `alert:${alert.id}`,
      async (claim: Claim) => {
        const own = await bot.store.alerts.list(alert.person);
        if (!own.some(({ id }) => id === alert.id)) return 'gone';
        if (!claim.doubtful || !(await bot.arrived(place, told, String(alert.at / 1000)))) {
          if (!(await claim.mayPost())) return 'taken over';
          await bot.voice.say(place, told);
        }
        await remove();
        return 'delivered';
      },
      true,
    );
    // Done before, but still there: the store was away when it should have gone.
    if (outcome === null && !ended) await remove();
    return outcome ?? 'duplicate';
  }

  async function rounds(): Promise<void> {
    while (wanted && !ended) {
      wanted = false;
      failed = false;
      await round();
    }
    running = null;
    if (failed && !ended) {
      timer = setTimeout(start, nextPauseMs).unref();
      nextPauseMs = Math.min(nextPauseMs * 2, longestPauseMs);
    }
  }

  function start(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    wanted = true;
    if (!ended) running ??= rounds();
  }

  return {
    begin() {
      nextPauseMs = pauseMs;
      start();
    },
    async end(patienceMs) {
      ended = true;
      if (timer !== null) clearTimeout(timer);
      await Promise.race([running, pause(patienceMs, undefined, { ref: false })]);
    },
  };
}
