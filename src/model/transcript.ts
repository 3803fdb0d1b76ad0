/** Who a speaker is in the conversation; only `agent` and `supervisor` are judged, and `customer` alone gives cues. */
export type Role = "agent" | "customer" | "supervisor" | "bot" | "system" | "other";

/** The medium: it decides what silence and interruption can mean. */
export type Channel = "voice" | "chat" | "email";

/**
 * What a row of an export is: something said or written to the other side (`speech`), an internal note that the
 * customer never saw (`note`), or a join, hold, tool call or attachment (`event`). Only `speech` is judged.
 */
export type Kind = "speech" | "note" | "event";

/** One row as a format read it, before roles are settled and times made relative. */
export interface Written {
  /** The name or label written in the export; "" where there is none. */
  readonly speaker: string;
  /** Given by the export itself; left out where only a name is known. */
  readonly role?: Role;
  /** Left out means `speech`. */
  readonly kind?: Kind;
  readonly text: string;
  /** Milliseconds from the start of the conversation, integers. */
  readonly start?: number;
  readonly end?: number;
  /** Milliseconds since 1970 (UTC), where the export has wall-clock times; the engine makes them relative. */
  readonly at?: number;
  /** The export itself marks these words as cut off by somebody else. */
  readonly cutOff?: boolean;
  /** 1-based line in the source, where the source has lines. */
  readonly line?: number;
}

/** Something the vendor measured itself, kept as a fact under the vendor's name. */
export interface Measured {
  /** Vendor or product, as people know it: "Amazon Connect". */
  readonly by: string;
  /** What was measured: "interruption", "sentiment", "non-talk-time"… */
  readonly what: string;
  readonly role?: Role;
  /** Milliseconds from the start. */
  readonly start?: number;
  readonly end?: number;
  readonly value?: number | string;
}

/** One conversation as a format hands it over. */
export interface Conversation {
  readonly id?: string;
  readonly channel?: Channel;
  /** BCP 47, as the export says. */
  readonly language?: string;
  /** The agent's name, where the export gives it outside the rows. */
  readonly agent?: string;
  /** Start on the wall clock, milliseconds since 1970 (UTC). */
  readonly startedAt?: number;
  /** Whether two people can be seen to speak at once in this format; captions cannot. Left out means yes. */
  readonly overlaps?: boolean;
  /** The format took markup and entities out of the texts itself; left out, the engine does. */
  readonly plain?: boolean;
  /** Other facts of the export: queue, contact id, date. Never judged. */
  readonly metadata?: Readonly<Record<string, string>>;
  readonly measured?: readonly Measured[];
  readonly rows: readonly Written[];
}

/** A part of a turn that was one utterance in the export. */
export interface Piece {
  /** 0-based index of the utterance in the export as written. */
  readonly utterance: number;
  /** Characters of the turn's text, [from, to). */
  readonly from: number;
  readonly to: number;
  readonly start?: number;
  readonly end?: number;
  readonly line?: number;
}

/** One speaker holding the floor; in a chat, one message. */
export interface Turn {
  readonly index: number;
  readonly speaker: string;
  readonly role: Role;
  readonly kind: Kind;
  readonly text: string;
  /** Milliseconds from the start of the conversation, integers. */
  readonly start?: number;
  readonly end?: number;
  readonly cutOff?: boolean;
  readonly pieces: readonly Piece[];
}

/** A conversation, normalised. */
export interface Transcript {
  readonly id: string;
  /** The file as the user named it, with `:line` or `#n` behind it where a file holds many. */
  readonly source: string;
  /** Name of the format that read it. */
  readonly format: string;
  readonly channel: Channel;
  readonly language?: string;
  readonly agent?: string;
  /** ISO 8601, UTC. */
  readonly startedAt?: string;
  /** Overlap can be seen: turns have both ends and the format lets them overlap. */
  readonly overlaps: boolean;
  readonly metadata: Readonly<Record<string, string>>;
  readonly measured: readonly Measured[];
  readonly turns: readonly Turn[];
}

/** A position: a turn and a character range inside it, [from, to). */
export interface Place {
  readonly turn: number;
  readonly from: number;
  readonly to: number;
}
