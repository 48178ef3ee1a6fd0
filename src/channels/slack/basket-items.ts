import * as z from 'zod';
import { contextOf } from '../../answer/context.ts';
import { isQuotable } from '../../answer/quoted-span.ts';
import type { Excerpt } from '../../proceedings/answer.ts';
import type { Corpus } from '../../proceedings/proceedings.ts';
import type { Kept } from '../../replies/basket-text.ts';
import type { KeptQuotation, Publication } from '../../store/store.ts';

const count = z.int().min(0);

/** All that it takes to show a quotation again, whatever becomes of its file. */
const quotation = z.object({
  text: z.string().min(1),
  citation: z.object({
    file: z.string(),
    title: z.string(),
    date: z.string().nullable(),
    section: z.array(z.string()).readonly(),
    speaker: z.string().nullable(),
    role: z.string().nullable(),
    line: count,
    start: count,
    end: count,
    url: z.string().nullable(),
  }),
});

/** A quotation of somebody's basket. */
export interface BasketItem extends Kept {
  /** As the store names it. */
  readonly id: string;
  /** Its newest publication; null or absent where there is none, as far as is known. */
  readonly published?: Publication | null;
}

/** An excerpt as the store keeps it. */
export function keptJson({ text, citation }: Excerpt): string {
  return JSON.stringify({ text, citation } satisfies z.infer<typeof quotation>);
}

/**
 * What the store keeps, with the citation that the corpus of the moment gives the words: that of when they were kept may have been
 * corrected since. What another version wrote and this one cannot read is left out.
 */
export function basketItems(kept: readonly KeptQuotation[], corpus: Corpus): readonly BasketItem[] {
  return kept.flatMap(({ id, quotation: json }) => {
    const excerpt = read(json);
    if (excerpt === null) return [];
    const found = standing(excerpt, corpus);
    return [{ id, excerpt: found ?? excerpt, stands: found !== null }];
  });
}

/** The words where they stand as whole sentences, nearest to where they stood; null where they no longer do. */
function standing({ text, citation: { file, start: before } }: Excerpt, corpus: Corpus): Excerpt | null {
  const record = corpus.proceedings.find((each) => each.file === file)?.text ?? '';
  const starts: number[] = [];
  for (let at = record.indexOf(text); at >= 0; at = record.indexOf(text, at + 1)) starts.push(at);
  const start = starts
    .toSorted((one, other) => Math.abs(one - before) - Math.abs(other - before))
    .find((at) => isQuotable(corpus, { file, start: at, end: at + text.length }));
  if (start === undefined) return null;
  return contextOf(corpus, { file, start, end: start + text.length })?.excerpt ?? null;
}

function read(json: string): Excerpt | null {
  try {
    return { ...quotation.parse(JSON.parse(json)), score: 0 };
  } catch {
    return null;
  }
}
