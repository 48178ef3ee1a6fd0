import { type Unit, unitsIn } from './units.ts';

/** A quotation, read for comparison. */
export interface Quotation {
  /** NFC, without brackets around a single letter ("[L]es"); units count in it. */
  readonly text: string;
  /** What stands between the marked omissions, without the punctuation around it; none is empty. */
  readonly parts: readonly (readonly Unit[])[];
  /** The punctuation that it ends with. */
  readonly ending: readonly Unit[];
  readonly words: number;
}

const omission = /\[\s{0,3}(?:…|\.{3,})\s{0,3}\]|\(\s{0,3}(?:…|\.{3,})\s{0,3}\)|…|\.{3,}/g;
const outer = /^[.,;:!?…()[\]{}]$/;

/** Reads a quotation: […], (…) and an ellipsis part it. */
export function readQuotation(written: string): Quotation {
  const text = written.normalize('NFC').replace(/\[(\p{L})\]/gu, '$1');
  const parts: Unit[][] = [];
  let ending: Unit[] = [];
  let start = 0;
  for (const { 0: mark, index } of [...text.matchAll(omission), { 0: '', index: text.length }]) {
    const units = unitsIn(text, start, index);
    const first = units.findIndex(({ key }) => !outer.test(key));
    const last = units.findLastIndex(({ key }) => !outer.test(key));
    if (first >= 0) parts.push(units.slice(first, last + 1));
    ending = first >= 0 ? units.slice(last + 1) : [];
    start = index + mark.length;
  }
  return { text, parts, ending, words: parts.flat().filter(({ isWord }) => isWord).length };
}
