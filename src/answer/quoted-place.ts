import type { Proceedings, Span } from '../proceedings/proceedings.ts';
import { overlaps } from '../proceedings/proceedings.ts';
import type { QuotedPlace } from '../proceedings/verification.ts';
import { excerptOf } from './citation.ts';

/** Where spans of a file stand: one excerpt each, whose speaker is named only where all of it is one person's words. */
export function quotedPlace(proceedings: Proceedings, spans: readonly Span[]): QuotedPlace {
  const [first] = spans;
  const holder = first === undefined ? undefined : holdersOf(proceedings, first)[0];
  return {
    excerpts: spans.map((span) => excerptOf(proceedings, above(proceedings, span), span, 0)),
    context:
      first === undefined || holder === undefined
        ? null
        : excerptOf(
            proceedings,
            holder,
            { start: Math.max(first.start, holder.span.start), end: Math.min(first.end, holder.span.end) },
            0,
          ),
  };
}

/** The section of a file that an offset stands in; null before the first heading. */
export function sectionAt(proceedings: Proceedings, offset: number) {
  return proceedings.sections.find(({ span }) => span.start <= offset && offset < span.end) ?? null;
}

function holdersOf({ passages }: Proceedings, span: Span) {
  return passages.filter((passage) => passage.kind !== 'stage' && overlaps(passage.span, span));
}

function above(proceedings: Proceedings, span: Span) {
  const holders = holdersOf(proceedings, span);
  const speech = holders[0]?.speech ?? null;
  const theirs =
    speech !== null &&
    holders.every((holder) => holder.speech === speech) &&
    (holders[0]?.span.start ?? 0) <= span.start &&
    span.end <= speech.span.end;
  return { section: sectionAt(proceedings, span.start), speech: theirs ? speech : null };
}
