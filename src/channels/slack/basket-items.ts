import * as z from 'zod';
import type { Excerpt } from '../../proceedings/answer.ts';
import type { Corpus } from '../../proceedings/proceedings.ts';
import type { Kept } from '../../replies/basket-text.ts';
import type { KeptQuotation } from '../../store/store.ts';

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
}

/** An excerpt as the store keeps it. */
export function keptJson({ text, citation }: Excerpt): string {
  return JSON.stringify({ text, citation } satisfies z.infer<typeof quotation>);
}

/** What the store keeps, against the corpus of the moment. What another version wrote and this one cannot read is left out. */
export function basketItems(kept: readonly KeptQuotation[], corpus: Corpus): readonly BasketItem[] {
  return kept.flatMap(({ id, quotation: json }) => {
    const excerpt = read(json);
    if (excerpt === null) return [];
    const file = corpus.proceedings.find((each) => each.file === excerpt.citation.file);
    return [{ id, excerpt, stands: file?.text.includes(excerpt.text) ?? false }];
  });
}

function read(json: string): Excerpt | null {
  try {
    return { ...quotation.parse(JSON.parse(json)), score: 0 };
  } catch {
    return null;
  }
}
