import { createClassifier } from './classifier.ts';
import { createCourtesyStripper } from './courtesy.ts';
import type { Intent } from './intent.ts';
import type { IntentMatch, Intents } from './matcher.ts';
import { type Message, readMessage, slice, withoutClosing, wordsOf } from './message.ts';
import { fit, longestMatched } from './patterns.ts';

/** "Could you tell me whether you know who…": requests within requests are taken off so many times. */
const mostUnwrapped = 2;

/**
 * Puts compiled intents to work. In order: a message that an example says word for word; a pattern or an example
 * with a {slot} (in the order of the intents' names); the classifier; else it is a question. Greetings, thanks and
 * "could you tell me" around a question are taken off first.
 */
export function createIntents(intents: readonly Intent[]): Intents {
  const byName = new Map(intents.map((intent) => [intent.name, intent]));
  const known = new Map(
    intents.flatMap((intent) =>
      intent.examples.filter(({ whole }) => whole).map(({ words }) => [words.join(' '), intent.name] as const),
    ),
  );
  const acting = intents.filter(({ name }) => name !== 'ask');
  const requests = byName.get('ask')?.patterns ?? [];
  const strip = createCourtesyStripper(intents);
  const classify = createClassifier(intents);

  const matchBare = (message: Message, unwraps: number): IntentMatch => {
    const named = (name: string, subject = ''): IntentMatch => ({
      name,
      subject: name === 'ask' || name === 'follow_up' ? message.text : subject,
      message: message.text,
      reply: byName.get(name)?.reply ?? null,
    });
    if (message.folded.length > longestMatched) return named('ask');
    const words = wordsOf(message.text);
    const example = known.get(words.join(' '));
    if (example !== undefined) return named(example);
    const bare = withoutClosing(message);
    for (const intent of acting) {
      const found = firstFit(intent.patterns, bare);
      if (found) return named(intent.name, found.text);
    }
    const request = unwraps > 0 ? firstFit(requests, bare) : null;
    if (request && request.text !== '') return matchBare(request, unwraps - 1);
    return named(classify(words) ?? 'ask');
  };

  return {
    match: (text) => {
      const message = readMessage(text);
      const { rest, courtesy } = strip(message);
      if (courtesy === null || wordsOf(rest.text).length > 0) return matchBare(rest, mostUnwrapped);
      return { name: courtesy, subject: '', message: message.text, reply: byName.get(courtesy)?.reply ?? null };
    },
  };
}

/** The subject of the first pattern that fits: empty where the pattern names none, null where no pattern fits. */
function firstFit(patterns: readonly RegExp[], message: Message): Message | null {
  for (const pattern of patterns) {
    const found = fit(pattern, message);
    if (found)
      return found.subject
        ? withoutClosing(slice(message, found.subject.start, found.subject.end))
        : slice(message, 0, 0);
  }
  return null;
}
