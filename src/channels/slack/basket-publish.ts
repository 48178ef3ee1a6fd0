import type { ModalView } from '@slack/types';
import type { Language } from '../../proceedings/proceedings.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import type { BasketItem } from './basket-items.ts';
import { type BasketPointer, basketValue, readBasketPointer } from './basket-pointer.ts';
import { basketOf, showBasket } from './basket-screen.ts';
import { renderNote } from './blocks.ts';
import type { Bot } from './bot.ts';
import { publishedOn } from './citing-blocks.ts';
import { askForChannel } from './channel-choice.ts';
import { plain } from './elements.ts';
import type { Submitted } from './feature.ts';
import type { Click, Submission } from './incoming.ts';
import { labels } from './labels.ts';
import { shareView } from './modal.ts';
import { tell } from './notices.ts';
import { directPlace, isDirect, type Place } from './place.ts';
import { type PublishOutcome, publishQuotation, type PublishTo } from './publish-quotation.ts';

/** The callback id of the modal in which a person chooses the channel that a quotation is published in. */
export const publishCallback = 'basket-publish';

/** Where the command was given in a channel, publishes there; otherwise asks for the channel. */
export async function publishFrom(bot: Bot, click: Click, pointer: BasketPointer): Promise<string> {
  const { language, channel, responseUrl } = pointer;
  const found = await publishable(bot, click.place.user, pointer);
  if (typeof found === 'string') return showBasket(bot, click, pointer, found);
  if (channel === null) {
    const shown = await bot.voice.show(channelView(pointer), click.triggerId, click.viewId);
    if (shown) return 'asked for the channel';
    const value = basketValue(pointer);
    return askForChannel(bot, click.place.user, language, { menu: 'basket-channel', again: 'basket-publish', value });
  }
  // The address of a message posts where that message stands, which may be the conversation with the bot.
  const here = click.place.channel === channel ? click.place.responseUrl : null;
  const to = {
    channel,
    responseUrl: responseUrl ?? here,
    direct: isDirect(channel),
    click: clickOf(pointer, click.viewId ?? click.messageTs ?? ''),
  };
  const notice = (text: string): Promise<unknown> => showBasket(bot, click, pointer, text);
  return publish(bot, click.place, found, language, to, notice);
}

/** Publishes in the channel that a person chose in a message. */
export async function publishInto(bot: Bot, click: Click): Promise<string> {
  const { place, value: channel, beside, messageTs } = click;
  const pointer = readBasketPointer(beside[0]);
  if (!place.direct || channel === null || pointer === null) return tell(bot, place, 'stale');
  const notice = (text: string): Promise<unknown> => bot.voice.whisper(place, renderNote(text));
  const to = { channel, responseUrl: null, direct: isDirect(channel), click: clickOf(pointer, messageTs ?? '') };
  return publishOrTell(bot, place, pointer, to, notice);
}

/** Publishes in the channel that a person chose in a modal. */
export async function publishChosen(
  bot: Bot,
  { user, metadata, inputs, responseUrl, viewId }: Submission,
): Promise<Submitted> {
  const place = directPlace(user);
  const pointer = readBasketPointer(metadata);
  const channel = inputs['channel'] ?? null;
  if (pointer === null || channel === null) return { work: () => tell(bot, place, 'stale') };
  const notice = (text: string): Promise<unknown> => bot.voice.whisper(place, renderNote(text));
  const to = { channel, responseUrl, direct: isDirect(channel), click: clickOf(pointer, viewId) };
  return { work: () => publishOrTell(bot, place, pointer, to, notice) };
}

async function publishOrTell(
  bot: Bot,
  place: Place,
  pointer: BasketPointer,
  to: PublishTo,
  notice: (text: string) => Promise<unknown>,
): Promise<string> {
  const found = await publishable(bot, place.user, pointer);
  if (typeof found !== 'string') return publish(bot, place, found, pointer.language, to, notice);
  await notice(found);
  return 'not published';
}

/** Publishing again is another button than publishing, in the same window. */
const clickOf = ({ again = false }: BasketPointer, window: string): string => (again ? `again:${window}` : window);

/** A quotation that may be published; otherwise why not: that it was published already, too, unless that is known. */
async function publishable(
  bot: Bot,
  user: string,
  { id, language, again = false }: BasketPointer,
): Promise<BasketItem | string> {
  const label = labels[language].basket;
  const items = await basketOf(bot, user).catch(() => null);
  if (items === null) return label.away;
  const item = items.find((each) => each.id === id);
  if (item === undefined) return label.gone;
  if (!item.stands) return catalogueOf(language).wordsGone;
  const known = again ? null : (item.published ?? null);
  return known === null ? item : `${publishedOn(known, language)}.`;
}

async function publish(
  bot: Bot,
  place: Pick<Place, 'user'>,
  { excerpt }: BasketItem,
  language: Language,
  to: PublishTo,
  notice: (text: string) => Promise<unknown>,
): Promise<string> {
  let outcome: PublishOutcome;
  try {
    outcome = await publishQuotation(bot, place, excerpt, language, to);
  } catch (error) {
    await notice(labels[language].notShared);
    throw error;
  }
  const { basket, citing, settings } = labels[language];
  await notice({ ...basket, outOfScope: settings.outOfScope, notNoted: citing.notNoted }[outcome]);
  return outcome;
}

function channelView(pointer: BasketPointer): ModalView {
  const { publishTitle, publish: submit } = labels[pointer.language].basket;
  return {
    ...shareView(pointer.language, basketValue(pointer)),
    callback_id: publishCallback,
    title: plain(publishTitle, 24),
    submit: plain(submit, 24),
  };
}
