/** A language that people ask and are answered in. */
export type Language = 'fr' | 'en';

/** A half-open slice [start, end) of a file's text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share a character. */
export function overlaps(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}

/** A person as the record names them (intervenant). Every field is the file's own wording. */
export interface Speaker {
  /** "M.", "Mme", "Dr"… or null where the file gives none. */
  readonly honorific: string | null;
  /** "Christian Jacob", "L. Barthe"; also a function used as a name: "la ministre", "le président". */
  readonly name: string;
  /** "président du Conseil général du Jura", "député". */
  readonly role: string | null;
  /** "Orange", "l’Université de Toulouse". */
  readonly organisation: string | null;
}

/** A person listed by a section's `Animateur(s) :` (chair) or `Intervenant(e)s :` (panellist) line. */
export interface Participant extends Speaker {
  readonly part: 'chair' | 'panellist';
  /** From the honorific to the end of role and organisation. */
  readonly span: Span;
}

/** A titled part of the proceedings: an atelier, a question, an agenda item. */
export interface Section {
  readonly title: string;
  /** 1 for `#`, 2 for `##`…; 1 for every heading of a `.txt` file. */
  readonly level: number;
  /** Titles from the outermost section to this one; a heading that repeats the file's title is left out. */
  readonly path: readonly string[];
  /** 1-based line of the heading. */
  readonly line: number;
  /** From the start of the heading's line to the start of the next heading of any level (or the end of the file). */
  readonly span: Span;
  readonly participants: readonly Participant[];
}

/** One uninterrupted turn of one speaker (intervention). */
export interface Speech {
  readonly speaker: Speaker;
  /** From the speaker's name to the end of the last paragraph of the turn. */
  readonly span: Span;
  /** 1-based line on which the turn starts. */
  readonly line: number;
}

/**
 * - `text`: prose of a narrator or of a speech
 * - `participants`: an `Animateur(s) :` or `Intervenant(e)s :` line
 * - `stage`: a stage direction on its own, "(Applaudissements.)": kept, never answered with
 */
export type PassageKind = 'text' | 'participants' | 'stage';

/** The unit that is indexed: a slice of one section or of one speech, never across either. */
export interface Passage {
  /** Unique in the corpus and the same at every load: `file#start`. */
  readonly id: string;
  readonly file: string;
  readonly kind: PassageKind;
  /** Null before the first heading. */
  readonly section: Section | null;
  /** Null where a narrator writes. */
  readonly speech: Speech | null;
  /** The words themselves, without the speaker's name that opens a turn. */
  readonly span: Span;
  /** 1-based line on which `span` starts, in the file as an editor shows it (front matter included). */
  readonly line: number;
}

/** One published record (compte rendu, actes): one corpus file. */
export interface Proceedings {
  /** Path relative to the corpus folder, with `/`. */
  readonly file: string;
  /**
   * The whole file decoded as UTF-8, without BOM, LF line ends, NFC; front matter included.
   * Every span counts from its start, so that `text.slice(start, end)` is what the reader of the file sees.
   */
  readonly text: string;
  readonly title: string;
  /** ISO date, "2014-11-06", or null. */
  readonly date: string | null;
  readonly body: string | null;
  readonly event: string | null;
  readonly place: string | null;
  readonly sitting: string | null;
  /** http(s) URL of the published original. */
  readonly source: string | null;
  readonly lang: string;
  /** People listed in the front matter, for files that list them nowhere else. */
  readonly participants: readonly Speaker[];
  readonly sections: readonly Section[];
  readonly speeches: readonly Speech[];
  /** In file order. */
  readonly passages: readonly Passage[];
}

/** Everything that can be asked about, at one moment. Sorted by file; never mutated: a reload makes a new one. */
export interface Corpus {
  readonly proceedings: readonly Proceedings[];
}

/** "M. Christian Jacob", "Mme la ministre", "Plusieurs députés". */
export function displayName(speaker: Speaker): string {
  return speaker.honorific === null ? speaker.name : `${speaker.honorific} ${speaker.name}`;
}
