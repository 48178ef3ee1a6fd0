/**
 * What must outlive a restart, for one process or several. Every method rejects with a StoreError where the database
 * does not do what it is asked; nothing is then written. Times are milliseconds since the epoch.
 */
export interface Store {
  readonly claims: Claims;
  readonly threads: Threads;
  readonly feedback: FeedbackBook;
  readonly questions: UnansweredQuestions;
  readonly baskets: Baskets;
  readonly alerts: Alerts;
  readonly publications: Publications;
  readonly channels: Channels;
  /** Resolves where the database answers. */
  ping(): Promise<void>;
  /** Deletes what has been kept long enough at this moment. Returns how many rows went, or lost the name of a person. */
  expire(now: number): Promise<number>;
  /** Erases what is kept about a person: basket, alerts, feedback, thread memory, their name on publications. Returns rows by table. */
  forget(person: string): Promise<Readonly<Record<string, number>>>;
  /** Rows by table. */
  stats(): Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
}

/**
 * Who works on an event. A claim is held for a lease that its owner renews; when the lease ends unrenewed (the owner died),
 * another process takes the claim over. Nothing is posted without `posting`, which only one owner is ever granted.
 */
export interface Claims {
  /** Takes the event where it is free: never claimed, or held by a lease that has ended. */
  take(event: string, owner: string, lease: Lease): Promise<ClaimState>;
  /** Extends the lease. False where the claim is no longer this owner's. */
  renew(event: string, owner: string, lease: Lease): Promise<boolean>;
  /** Extends the leases of those of these events that are this owner's and not done, at the cost of one write. */
  renewAll(events: readonly string[], owner: string, lease: Lease): Promise<void>;
  /** Says that the answer is about to be sent. False where the claim is no longer this owner's: then nothing may be sent. */
  posting(event: string, owner: string): Promise<boolean>;
  /** Says that the event is dealt with. */
  finish(event: string, owner: string): Promise<void>;
  /** Gives up a claim, so that the event may be taken again. */
  release(event: string, owner: string): Promise<void>;
}

/** A stretch of time in which a claim is its owner's. */
export interface Lease {
  readonly now: number;
  /** When it ends unless renewed. */
  readonly until: number;
}

/**
 * What became of an event: `taken` by this owner now; `held` by another whose lease still runs; `posting` where its owner died
 * about to send, so that the answer may have arrived; `done`.
 */
export type ClaimState = 'taken' | 'held' | 'posting' | 'done';

/** What threads remember: JSON that only the conversation reads. */
export interface Threads {
  read(conversation: string, person: string, now: number): Promise<ThreadState | null>;
  /**
   * Writes where the thread is still as it was read, in `version` (0: it was not there, or had expired). False where somebody
   * wrote in between: read again.
   */
  write(conversation: string, person: string, state: ThreadState, now: number): Promise<boolean>;
}

/** A thread's memory at one moment. */
export interface ThreadState {
  readonly memory: string;
  /** Counts the writes; 0 before the first. */
  readonly version: number;
}

/** What people thought of answers. */
export interface FeedbackBook {
  /**
   * A second rating by the same person of the same answer takes the place of the first; the same one without a reason leaves
   * the reason and the comment that were given before.
   */
  rate(feedback: Feedback): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<readonly Feedback[]>;
}

/** One person's judgement of one answer. */
export interface Feedback {
  readonly person: string;
  /** Names the answer: the seal of question and excerpts. */
  readonly answer: string;
  readonly rating: 'useful' | 'useless';
  readonly reason: 'passage' | 'person' | 'incomplete' | 'other' | null;
  readonly comment: string | null;
  readonly question: string | null;
  readonly at: number;
}

/** Questions that the record did not answer, without who asked them: only the day is kept. */
export interface UnansweredQuestions {
  note(question: string, language: 'fr' | 'en', at: number): Promise<void>;
  /** Those since a moment, the most asked first, then the newest. */
  list(since: number, limit: number): Promise<readonly UnansweredQuestion[]>;
}

/** A question as typed, how often and when last. */
export interface UnansweredQuestion {
  readonly question: string;
  readonly language: 'fr' | 'en';
  readonly times: number;
  /** ISO day. */
  readonly lastDay: string;
}

/** Quotations that a person keeps, in their order. */
export interface Baskets {
  /** Adds at the end. False where it is already there. */
  keep(person: string, item: KeptQuotation): Promise<boolean>;
  /** Moves one by so many places, towards the beginning where negative, as far as the basket goes. Nothing else is lost. */
  move(person: string, id: string, by: number): Promise<void>;
  /** False where it is not there. */
  remove(person: string, id: string): Promise<boolean>;
  list(person: string): Promise<readonly KeptQuotation[]>;
}

/** A quotation in a basket: JSON that only the channel reads. */
export interface KeptQuotation {
  /** Names the quotation, the same at every time. */
  readonly id: string;
  readonly quotation: string;
  readonly at: number;
}

/** Questions that people want to hear of when a later file answers them. */
export interface Alerts {
  /** False where this person waits for it already. */
  add(alert: Alert): Promise<boolean>;
  /** Oldest first; of one person, or of everybody. */
  list(person?: string): Promise<readonly Alert[]>;
  /** True for one caller only, who may then tell the person. */
  remove(id: string): Promise<boolean>;
}

/** A question that waits for an answer. */
export interface Alert {
  readonly id: string;
  readonly person: string;
  readonly question: string;
  readonly language: 'fr' | 'en';
  readonly at: number;
}

/** Quotations that were published in channels. */
export interface Publications {
  note(publication: Publication): Promise<void>;
  /** The newest of a quotation; null where it was never published. */
  last(quotation: string): Promise<Publication | null>;
}

/** A quotation published once. */
export interface Publication {
  /** Names the quotation, the same at every time. */
  readonly quotation: string;
  readonly channel: string;
  /** Address of the message; null where Slack gives none. */
  readonly link: string | null;
  /** Who published it; null once that person is forgotten. */
  readonly person: string | null;
  readonly at: number;
}

/** Settings of channels: JSON that only the channel reads. Never cached: a change is seen by every process at once. */
export interface Channels {
  read(channel: string): Promise<string | null>;
  /** All that have settings, by channel. */
  all(): Promise<ReadonlyMap<string, string>>;
  write(channel: string, settings: string, at: number): Promise<void>;
}
