import { fold } from '../language/fold.ts';
import type { Finding } from '../proceedings/finding.ts';
import type { Proceedings } from '../proceedings/proceedings.ts';
import { misspelledSpeakers } from './lint-speakers.ts';

/** Warnings about files beside each other: the same text twice, a speaker spelled two ways. */
export function lintCorpus(proceedings: readonly Proceedings[]): Finding[] {
  return [...duplicates(proceedings), ...misspelledSpeakers(proceedings)];
}

/** Files that say the same, whatever their front matter and layout; each names the first one with its text. */
function duplicates(proceedings: readonly Proceedings[]): Finding[] {
  // Whole texts are compared only among files that begin and end alike: folding all of a large corpus takes seconds.
  const alike = groupBy(
    proceedings.filter(({ passages }) => passages.length > 0),
    ends,
  );
  return alike
    .filter((files) => files.length > 1)
    .flatMap((files) => groupBy(files, (file) => letters(passageTexts(file).join(''))))
    .flatMap(([first, ...others]) => (first ? others.map(({ file }) => duplicate(file, first.file)) : []));
}

function ends(file: Proceedings): string {
  const texts = passageTexts(file);
  return `${letters(texts[0]?.slice(0, 200) ?? '').slice(0, 60)} ${letters(texts.at(-1)?.slice(-200) ?? '').slice(-60)}`;
}

function passageTexts({ text, passages }: Proceedings): string[] {
  return passages.map(({ span }) => text.slice(span.start, span.end));
}

function letters(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const value = key(item);
    const group = groups.get(value);
    if (group) group.push(item);
    else groups.set(value, [item]);
  }
  return [...groups.values()];
}

function duplicate(file: string, first: string): Finding {
  const message = `duplicate document: same text as ${first}`;
  return { file, line: 1, severity: 'warning', message, remedy: 'remove one of the two' };
}
