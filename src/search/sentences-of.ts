import { sentenceSpans } from '../language/sentences.ts';
import type { Participant, Passage, Span } from '../proceedings/proceedings.ts';

/** The sentences of a passage; in a participants line each person is one. */
export function sentencesOf(text: string, passage: Passage): Span[] {
  if (passage.kind !== 'participants') return sentenceSpans(text, passage.span.start, passage.span.end);
  const people = listedIn(passage).map((participant) => participant.span);
  return people.length > 0 ? people : [passage.span];
}

/** The people whom a participants line lists. */
export function listedIn(passage: Passage): Participant[] {
  if (passage.kind !== 'participants') return [];
  const { start, end } = passage.span;
  return (passage.section?.participants ?? []).filter(
    (participant) => participant.span.start >= start && participant.span.end <= end,
  );
}
