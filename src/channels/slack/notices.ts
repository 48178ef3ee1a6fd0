import type { Language } from '../../proceedings/proceedings.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import { renderNote } from './blocks.ts';
import type { Bot } from './bot.ts';
import { type Labels, labels } from './labels.ts';
import type { Place } from './place.ts';

/** The labels that are sentences for one person alone. */
type Told = 'stale' | 'noted' | 'notNoted' | 'shared' | 'notShared';

/** A short notice: a label, or what the catalogue says of words that have changed, or of no further excerpts. */
export type Notice = (Told & keyof Labels) | 'changed' | 'noMore';

/** Tells one person alone. Returns the notice, as the outcome for the log. */
export async function tell(bot: Bot, place: Place, notice: Notice, language: Language = 'fr'): Promise<string> {
  await bot.voice.whisper(place, renderNote(textOf(notice, language)));
  return notice;
}

function textOf(notice: Notice, language: Language): string {
  if (notice === 'changed') return catalogueOf(language).excerptGone;
  if (notice === 'noMore') return catalogueOf(language).noMore;
  return labels[language][notice];
}
