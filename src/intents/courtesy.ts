import type { Intent } from './intent.ts';
import { type Message, slice, wordsOf } from './message.ts';

/** What is left of a message, and the intent of what was taken off its front ("bonjour": greeting). */
export interface Stripped {
  readonly rest: Message;
  readonly courtesy: string | null;
}

/** Intents whose examples may open a question. */
const openers = ['greeting', 'thanks'];
const separators = /^(?: ?[,;:.!?…–—-]+ ?| (?=(?:et|and|mais|but) ))/u;
const closingCourtesy =
  /[ ,;.!?…–—-]+(?:s'il (?:vous|te) pla[iî]t|svp|stp|please|merci(?: d'avance| beaucoup| bien)?|thank you(?: very much)?|thanks(?: in advance| a lot)?)[ .!…]*$/u;
/** The closing courtesy stands within so many characters from the end. */
const tail = 60;

/** Takes greetings and thanks off the front of a message and polite words off its end. */
export function createCourtesyStripper(intents: readonly Intent[]): (message: Message) => Stripped {
  const known = new Map(
    openers.flatMap((name) =>
      (intents.find((intent) => intent.name === name)?.examples ?? []).map(
        (example) => [example.words.join(' '), name] as const,
      ),
    ),
  );
  const longest = Math.max(0, ...[...known.keys()].map((key) => key.split(' ').length));

  const takeOpener = (message: Message): Stripped => {
    const words = [...message.folded.slice(0, 200).matchAll(/[\p{L}\p{N}]+/gu)].slice(0, longest);
    for (let count = words.length; count > 0; count -= 1) {
      const last = words[count - 1];
      const end = last ? last.index + last[0].length : 0;
      const courtesy = known.get(wordsOf(message.folded.slice(0, end)).join(' '));
      if (courtesy === undefined) continue;
      const separator = separators.exec(message.folded.slice(end))?.[0];
      if (end === message.folded.length) return { rest: slice(message, end), courtesy };
      if (separator !== undefined) return { rest: slice(message, end + separator.length), courtesy };
      if (courtesy === 'greeting' && count > 0) return { rest: slice(message, end), courtesy };
    }
    return { rest: message, courtesy: null };
  };

  return (message) => {
    let stripped = takeOpener(withoutClosingCourtesy(message));
    let courtesy = stripped.courtesy;
    while (stripped.courtesy !== null && stripped.rest.text !== '') {
      stripped = takeOpener(stripped.rest);
      courtesy = stripped.courtesy ?? courtesy;
    }
    return { rest: stripped.rest, courtesy };
  };
}

function withoutClosingCourtesy(message: Message): Message {
  const from = Math.max(0, message.folded.length - tail);
  const match = closingCourtesy.exec(message.folded.slice(from));
  return match && from + match.index > 0 ? slice(message, 0, from + match.index) : message;
}
