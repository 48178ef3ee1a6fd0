import type { ModalView } from '@slack/types';
import type { Language } from '../../proceedings/proceedings.ts';
import { basketMessage, basketView } from './basket-blocks.ts';
import { exportMessage, exportView } from './basket-export.ts';
import { type BasketItem, basketItems } from './basket-items.ts';
import type { BasketPointer } from './basket-pointer.ts';
import { renderNote } from './blocks.ts';
import type { Bot } from './bot.ts';
import { lastPublication } from './citing-publish.ts';
import type { Click } from './incoming.ts';
import { labels } from './labels.ts';
import type { Message } from './message.ts';

/** Where a basket is shown: the modal or the message that a person clicked in, or a new one. */
export type Screen = Pick<Click, 'place' | 'triggerId' | 'viewId' | 'messageTs'>;

/** The basket of a person, and what was published of it, as it is now. @throws StoreError */
export async function basketOf(bot: Bot, person: string): Promise<readonly BasketItem[]> {
  const items = basketItems(await bot.store.baskets.list(person), bot.answerer().corpus);
  return Promise.all(items.map(async (item) => ({ ...item, published: await lastPublication(bot, item.excerpt) })));
}

/** Shows the person's basket as it is now, under a notice of what has just been done. Returns an outcome for the log. */
export async function showBasket(
  bot: Bot,
  screen: Screen,
  pointer: BasketPointer,
  notice: string | null = null,
): Promise<string> {
  return withBasket(bot, screen, pointer.language, (items) => ({
    view: basketView(items, { pointer, notice }),
    message: () => basketMessage(items, { pointer, notice }),
  }));
}

/** Shows the person's basket as text to copy; an empty one as it is. Returns an outcome for the log. */
export async function showExport(bot: Bot, screen: Screen, pointer: BasketPointer): Promise<string> {
  return withBasket(bot, screen, pointer.language, (items) =>
    items.length === 0
      ? {
          view: basketView(items, { pointer, notice: null }),
          message: () => basketMessage(items, { pointer, notice: null }),
        }
      : { view: exportView(items, pointer), message: () => exportMessage(items, pointer) },
  );
}

interface Picture {
  readonly view: ModalView;
  readonly message: () => Message;
}

/** The basket in a modal where it is in one or nothing is shown yet; in its message, or in a new one, otherwise. */
async function withBasket(
  bot: Bot,
  { place, triggerId, viewId, messageTs }: Screen,
  language: Language,
  draw: (items: readonly BasketItem[]) => Picture,
): Promise<string> {
  let items: readonly BasketItem[];
  try {
    items = await basketOf(bot, place.user);
  } catch {
    await bot.voice.whisper(place, renderNote(labels[language].basket.away)); // the store says why
    return 'out of reach';
  }
  const { view, message } = draw(items);
  if (messageTs === null && (await bot.voice.show(view, triggerId, viewId))) return 'shown';
  const told = message();
  const replaced =
    messageTs !== null &&
    (await bot.voice.replace(place, messageTs, told).then(
      () => true,
      () => false, // an old server, or an ephemeral message whose address has expired
    ));
  if (!replaced) await bot.voice.whisper(place, told);
  return 'shown in a message';
}
