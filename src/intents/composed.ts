/**
 * The intents whose reply the program composes; each has its file `intents/<name>.yaml`. Every other intent, ours or a
 * maintainer's, brings its own reply.
 */
const composedIntents = [
  'ask',
  'follow_up',
  'quotes',
  'participants',
  'list_proceedings',
  'list_sections',
  'more',
  'context',
] as const;

/** The name of an intent whose reply the program composes. */
export type ComposedIntent = (typeof composedIntents)[number];

/** Whether the program composes this intent's reply. */
export function isComposed(name: string): name is ComposedIntent {
  return composedIntents.some((composed) => composed === name);
}
