import { fold } from '../language/fold.ts';

/** A message made ready for matching. `folded` has the length of `text`: an offset in one is an offset in the other. */
export interface Message {
  /** NFC, runs of white space as one space, no white space around. */
  readonly text: string;
  /** Lower case without accents, plain apostrophes. Ligatures stay (`œ`): folding them would move offsets. */
  readonly folded: string;
}

/** Makes a message ready for matching. */
export function readMessage(raw: string): Message {
  const text = raw.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return { text, folded: foldInPlace(text) };
}

/** The part of a message from `start` to `end`, without white space around it. */
export function slice(message: Message, start: number, end = message.text.length): Message {
  const part = message.text.slice(start, end);
  const first = start + part.length - part.trimStart().length;
  const last = Math.max(first, start + part.trimEnd().length);
  return { text: message.text.slice(first, last), folded: message.folded.slice(first, last) };
}

/** A message without the punctuation that closes it. */
export function withoutClosing(message: Message): Message {
  let end = message.folded.length;
  while (end > 0 && ' ?!.…;,:'.includes(message.folded.charAt(end - 1))) end -= 1;
  return slice(message, 0, end);
}

/** Folded words in order: "qu’est-ce ?" gives qu, est, ce. Two messages with the same key are the same message. */
export function wordsOf(text: string): readonly string[] {
  return fold(text.normalize('NFC')).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function foldInPlace(text: string): string {
  return Array.from(
    text,
    (character) =>
      [fold(character), character.toLowerCase()].find(({ length }) => length === character.length) ?? character,
  ).join('');
}
