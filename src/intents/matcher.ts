import type { Language } from '../proceedings/proceedings.ts';

/** The intents that the program acts on; each has its file `intents/<name>.yaml`. A maintainer may add others, which only reply. */
export type IntentName =
  | 'ask'
  | 'quotes'
  | 'participants'
  | 'list_proceedings'
  | 'list_sections'
  | 'more'
  | 'context'
  | 'follow_up'
  | 'help'
  | 'greeting'
  | 'thanks'
  | 'feedback';

/** What a message asks for. */
export interface IntentMatch {
  /** An `IntentName`, or the name of a reply-only intent that a maintainer added. */
  readonly name: string;
  /** The part of the message that the intent is about ("télécentres" of "cite-moi télécentres"); the whole message for `ask`. */
  readonly subject: string;
  /** The intent's reply in both languages; null where the program composes it. */
  readonly reply: Readonly<Record<Language, string>> | null;
}

/** The intents of a folder, loaded and trained. */
export interface Intents {
  match(text: string): IntentMatch;
}
