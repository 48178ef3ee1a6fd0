import { contextOf } from '../../answer/context.ts';
import type { Corpus } from '../../proceedings/proceedings.ts';
import type { ContextReply } from '../../replies/reply.ts';
import { type PassagePointer, seal } from './pointer.ts';

/** The words that a button points at, within their section as the corpus stands now; null where they have changed. */
export function contextAt(corpus: Corpus, pointer: PassagePointer): ContextReply | null {
  const context = contextOf(corpus, pointer);
  if (context === null || seal(context.excerpt.text) !== pointer.seal) return null;
  return { kind: 'context', language: pointer.language, ...context };
}
