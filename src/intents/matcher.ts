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
  /**
   * The part of the message that the intent is about ("télécentres" of "cite-moi télécentres"); `message` for `ask` and
   * `follow_up`; empty where it is about nothing in particular.
   */
  readonly subject: string;
  /** The message without greeting, thanks and "could you tell me". */
  readonly message: string;
  /** The intent's reply in both languages; null where the program composes it. */
  readonly reply: Readonly<Record<Language, string>> | null;
}

/** The intents of a folder, loaded and trained. */
export interface Intents {
  match(text: string): IntentMatch;
}
