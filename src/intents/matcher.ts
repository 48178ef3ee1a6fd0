import type { Language } from '../proceedings/proceedings.ts';

/** What a message asks for. */
export interface IntentMatch {
  /** A `ComposedIntent`, or the name of an intent that only replies. */
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
