import type { Button } from '@slack/types';
import type { Excerpt } from '../../proceedings/answer.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import { button } from './elements.ts';
import { labels } from './labels.ts';
import { buttonValue, passagePointerTo } from './pointer.ts';

/** The button that puts a quotation into the basket of whoever clicks it; `index` tells the quotations of a message apart. */
export function keepButton(excerpt: Excerpt, language: Language, index = 0): readonly Button[] {
  return button(`keep:${index}`, labels[language].basket.keep, buttonValue(passagePointerTo(excerpt, language)));
}
