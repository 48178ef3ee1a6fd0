import type { Language } from '../proceedings/proceedings.ts';

const months: Readonly<Record<Language, readonly string[]>> = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** An ISO date in words: "6 novembre 2014", "1er juin 2018", "6 November 2014"; as it is where it is no ISO date. */
export function longDate(iso: string, language: Language): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  const name = months[language][Number(month) - 1];
  if (name === undefined) return iso;
  const number = Number(day);
  return `${language === 'fr' && number === 1 ? '1er' : number} ${name} ${year}`;
}

/** A whole number with its thousands set apart: "2 512", "2,512". */
export function grouped(count: number, language: Language): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, language === 'fr' ? '\u202f' : ',');
}
