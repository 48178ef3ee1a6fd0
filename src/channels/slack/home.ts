import type { HomeView } from '@slack/types';
import type { Corpus } from '../../proceedings/proceedings.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import { paragraph } from './elements.ts';
import { labels } from './labels.ts';

/** The app's home, in both languages: what the record holds, how to ask, and what cannot be kept where `keeping` is false. */
export function homeView({ proceedings }: Corpus, keeping: boolean): HomeView {
  const dates = proceedings.flatMap(({ date }) => date ?? []).toSorted();
  const [from = null] = dates;
  const blocks = (['fr', 'en'] as const).flatMap((language) => [
    paragraph(catalogueOf(language).welcome(proceedings.length, from, dates.at(-1) ?? null)),
    ...(keeping ? [] : [paragraph(labels[language].withoutStore)]),
  ]);
  return { type: 'home', blocks };
}
