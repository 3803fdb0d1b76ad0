import type { Audit, Facts, Judgement, Problem, Signal, Totals } from "./audit.js";
import type { Conversation, Place, Role, Transcript, Turn } from "./transcript.js";

/** What a format is given: the text, and the value where the text is JSON (one line of a JSONL file is a document too). */
export interface Document {
  /** File name without folders, for formats that name files by rule. */
  readonly name: string;
  readonly text: string;
  /** Parsed JSON; undefined where the text is not JSON. */
  readonly json: unknown;
  /** 1-based line of the source at which this document begins. */
  readonly line: number;
  /** Where `json` is a list gathered from the lines of a JSONL file, one turn a line: the line of each. */
  readonly lines?: readonly number[];
  /** Paragraphs of a Word document, line breaks inside them kept; `text` has the same, a line for each line. */
  readonly paragraphs?: readonly string[];
  /** One sheet of a workbook; then `text` is empty. */
  readonly sheet?: Sheet;
}

/** A sheet of a workbook as its cells show; empty rows are left out, `line` is the row's number. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
}

/** A format's opinion of a document. */
export interface Sniff {
  /** How sure, 0 to 1. 0 is no. */
  readonly confidence: number;
  /** What was recognised, in a few words, for `attune formats FILE`. */
  readonly because: string;
}

/** A complaint of a format; the engine adds the source. */
export interface Complaint {
  readonly line?: number;
  readonly column?: number;
  readonly code: string;
  readonly message: string;
  readonly effect: Problem["effect"];
}

/** What a format read. */
export interface Reading {
  readonly conversations: readonly Conversation[];
  readonly problems: readonly Complaint[];
  /** Text found inside an envelope, to be sniffed again by the engine. */
  readonly embedded?: readonly Embedded[];
}

/** A text inside an envelope, with what the envelope says of it. */
export interface Embedded {
  readonly text: string;
  readonly about: Omit<Conversation, "rows">;
}

/** How far a format is proven: an actual export was read, somebody else's hand-written one, or documentation alone. */
export type Status = "real" | "fixture" | "documented";

/** Export text → conversations as written. Pure; reports what it cannot read, and reads the rest. */
export interface Format {
  /** Kebab-case; equal to the file's name. */
  readonly name: string;
  /** As people call it: "Amazon Transcribe Call Analytics". */
  readonly title: string;
  readonly status: Status;
  /** What gives it away, whether roles, times and overlap are in it, and the traps handled: columns of `docs/formats.md`. */
  readonly about: {
    readonly recognised: string;
    readonly roles: string;
    readonly times: string;
    readonly overlap: string;
    readonly traps: string;
  };
  /** As sure as it ever is (left out: 1): it is not asked where another is surer than that. */
  readonly surest?: number;
  sniff(document: Document): Sniff;
  read(document: Document): Reading;
}

/** A phrase found in a turn, guards already applied. */
export interface Hit extends Place {
  /** Name of the phrase list. */
  readonly list: string;
  /** The phrase as written in the list, for `explain`. */
  readonly phrase: string;
  /** Token range [first, last] in the turn. */
  readonly first: number;
  readonly last: number;
  /** Name of the guard that keeps it from counting; left out when it counts. */
  readonly kept?: string;
}

/** What detectors look at: the transcript and the phrases found in it, once for all. */
export interface Talk {
  readonly transcript: Transcript;
  readonly turns: readonly Turn[];
  /** Phrases of a list that count, in order of place. */
  hits(list: string): readonly Hit[];
  /** The same in one turn. */
  in(turn: number, list: string): readonly Hit[];
  /** The sentence (as punctuation or a list of clause openers shows it) that a character of a turn stands in. */
  sentence(
    turn: number,
    at: number,
  ): { readonly from: number; readonly to: number; readonly question: boolean };
  /** Words of the text layer in a turn (lower case, contractions opened), fillers left out. */
  words(turn: number): readonly string[];
}

/** Talk → signals. Pure, total, silent when it cannot know. */
export interface Detector {
  readonly name: string;
  readonly summary: string;
  /** Ids of the signals it may give; left out means its name alone. */
  readonly acts?: readonly string[];
  /** Unit of the signals' value: "ms", "0–1", "count". */
  readonly unit?: string;
  /** Signals of these detectors are needed first. */
  readonly after?: readonly string[];
  /** An audit asks it only where a checklist names an act of its own. */
  readonly onDemand?: true;
  /** `earlier` finds signals by act id, of the detectors named in `after`. */
  detect(talk: Talk, earlier: (act: string) => readonly Signal[]): readonly Signal[];
}

/** Reads the fields of one check in YAML; every mistake becomes a located problem, and a usable value comes back. */
export interface Fields {
  /** The id of an act or list, checked against those that exist. */
  act(name: string): string;
  acts(name: string): readonly string[];
  /** A text or a list of texts, as a list; empty when absent. */
  texts(name: string): readonly string[];
  /** Whether an act of this id exists; a mistake is reported at the field, with the likeliest name. */
  known(name: string, act: string): boolean;
  number(name: string, otherwise?: number): number;
  text(name: string, otherwise?: string): string;
  flag(name: string, otherwise?: boolean): boolean;
  choice<T extends string>(name: string, among: readonly T[], otherwise?: T): T;
  /** Whether the field is written at all. */
  has(name: string): boolean;
  /** A mapping inside; undefined when absent. */
  within(name: string): Fields | undefined;
  /** A list of mappings inside; empty when absent. */
  each(name: string): readonly Fields[];
  /** A mapping of names of the user's own to a text or texts each; empty when absent. */
  pairs(name: string): readonly (readonly [string, readonly string[]])[];
  /** Reports a mistake at the field. */
  wrong(name: string, message: string): void;
}

/** Where a check looks: the turns in scope, and the signals there. */
export interface Scene {
  readonly transcript: Transcript;
  readonly turns: readonly Turn[];
  readonly signals: readonly Signal[];
  /** Facts of the whole conversation, whatever the scope. */
  readonly facts: Facts;
  /** Signals of a detector in scope, in order of place. */
  of(detector: string, role?: Role): readonly Signal[];
}

/** One question a checklist can ask. Knows nothing of weights, scopes, files or text. */
export interface CheckKind<Options = unknown> {
  readonly name: string;
  readonly summary: string;
  parse(fields: Fields): Options;
  /** What is asked, in one sentence. */
  asks(options: Options): string;
  judge(options: Options, scene: Scene): Judgement;
}

/** What a reporter may know of the place it writes to. */
export interface Page {
  /** Columns. */
  readonly width: number;
  readonly color: boolean;
  /** Personal data is masked in every quote; false only by an explicit `--no-mask`. */
  readonly mask: boolean;
  /** False leaves evidence by position only. */
  readonly quotes: boolean;
}

/** A run → text, piece by piece, so that a million audits need no memory. Reads no clock, terminal or environment. */
export interface Reporter {
  readonly name: string;
  readonly summary: string;
  open(page: Page): string;
  /** `index` is 0-based among the audits of this run. */
  audit(audit: Audit, page: Page, index: number): string;
  close(end: { readonly problems: readonly Problem[]; readonly totals: Totals }, page: Page): string;
}

/** A reporter whose code is heavy: it is loaded when somebody asks for it, and not before. */
export interface LazyReporter {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Reporter>;
}
