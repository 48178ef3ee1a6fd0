import { setTimeout as pause } from 'node:timers/promises';
import type { Language } from '../../proceedings/proceedings.ts';
import { basketView } from './basket-blocks.ts';
import { exportCallback } from './basket-export.ts';
import { keep } from './basket-keep.ts';
import { type BasketPointer, readBasketPointer } from './basket-pointer.ts';
import { publishCallback, publishChosen, publishFrom, publishInto } from './basket-publish.ts';
import { basketOf, showBasket, showExport } from './basket-screen.ts';
import { renderNote } from './blocks.ts';
import { type Bot, takeTurn } from './bot.ts';
import type { Feature, Submitted } from './feature.ts';
import type { Click, Command, Submission } from './incoming.ts';
import { labels } from './labels.ts';
import { tell } from './notices.ts';
import { directPlace } from './place.ts';
import { typedText } from './text.ts';

/** Keeping quotations, and what a person does with those that they keep. Everybody has their own basket. */
export const basket: Feature = {
  clicks: {
    keep,
    'basket-page': (bot, click) => pointed(bot, click, (pointer) => showBasket(bot, click, pointer)),
    'basket-up': (bot, click) => changed(bot, click, (id) => bot.store.baskets.move(click.place.user, id, -1)),
    'basket-down': (bot, click) => changed(bot, click, (id) => bot.store.baskets.move(click.place.user, id, 1)),
    'basket-remove': (bot, click) => changed(bot, click, (id) => bot.store.baskets.remove(click.place.user, id)),
    'basket-export': (bot, click) => pointed(bot, click, (pointer) => showExport(bot, click, pointer)),
    'basket-publish': (bot, click) => pointed(bot, click, (pointer) => publishFrom(bot, click, pointer)),
    'basket-channel': publishInto,
  },
  submissions: { [exportCallback]: backToBasket, [publishCallback]: publishChosen },
  commands: {
    panier: (bot, command) => openBasket(bot, command, 'panier', 'fr'),
    basket: (bot, command) => openBasket(bot, command, 'basket', 'en'),
  },
};

/** The basket; a longer text that begins with its name is a question like any other. */
async function openBasket(bot: Bot, command: Command, name: string, language: Language): Promise<string> {
  const { place, rest, triggerId } = command;
  if (rest.trim() !== '') return takeTurn(bot, { place, text: typedText(`${name} ${rest}`, bot.userId), ts: null });
  const { channel, responseUrl, direct } = place;
  const pointer = { language, from: 0, id: null, format: null, channel: direct ? null : channel, responseUrl };
  return showBasket(bot, { place, triggerId, viewId: null, messageTs: null }, pointer);
}

async function pointed(bot: Bot, click: Click, work: (pointer: BasketPointer) => Promise<string>): Promise<string> {
  const pointer = readBasketPointer(click.value);
  return pointer === null ? tell(bot, click.place, 'stale') : work(pointer);
}

/** Changes one quotation of the basket, then shows what the basket is: another window may have changed it too. */
function changed(bot: Bot, click: Click, change: (id: string) => Promise<unknown>): Promise<string> {
  return pointed(bot, click, async (pointer) => {
    try {
      await change(pointer.id ?? '');
    } catch {
      await bot.voice.whisper(click.place, renderNote(labels[pointer.language].basket.away)); // the store says why
      return 'not changed';
    }
    return showBasket(bot, click, pointer);
  });
}

/** How long the store may take while Slack waits for an answer to a submitted modal, in ms: it waits three seconds. */
const patienceMs = 2_000;

/** From the text to copy back to the basket, in the same modal. */
async function backToBasket(bot: Bot, submission: Submission): Promise<Submitted> {
  const pointer = readBasketPointer(submission.metadata);
  const place = directPlace(submission.user);
  if (pointer === null) return { work: () => tell(bot, place, 'stale') };
  const late = pause(patienceMs, null, { ref: false });
  const items = await Promise.race([basketOf(bot, submission.user).catch(() => null), late]);
  if (items === null)
    return {
      work: async () => {
        await bot.voice.whisper(place, renderNote(labels[pointer.language].basket.away));
        return 'out of reach';
      },
    };
  return { response: { response_action: 'update', view: basketView(items, { pointer, notice: null }) } };
}
