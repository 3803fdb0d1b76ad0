import type { Role, Written } from "../model/index.js";

/** A speaker under one label (and, where the export gives one, in one role), with what they said. */
export interface Voice {
  readonly speaker: string;
  /** As the export gives it. */
  readonly role?: Role;
  readonly texts: readonly string[];
}

/** Who speaks, in order of first words. */
export interface Voices {
  readonly all: readonly Voice[];
  /** Whose row it is; undefined for the label of a note or an event that never speaks. */
  of(row: Written): Voice | undefined;
}

/** How sure it is who a speaker is, and why. */
export interface Cast {
  readonly speaker: string;
  readonly role: Role;
  /** 0 to 1. */
  readonly confidence: number;
  readonly by: "export" | "user" | "words" | "content" | "others";
  /** What showed it, in a few words. */
  readonly because: string;
}

/** Gathers the voices of a conversation; notes and events are nobody's speech. */
export function voicesOf(rows: readonly Written[]): Voices {
  const all: Heard[] = [];
  // A label seldom stands in two roles, and roles are few: a short list behind each label.
  const labels = new Map<string, Heard[]>();
  for (const row of rows) {
    if (row.kind !== undefined && row.kind !== "speech") continue;
    const roles = labels.get(row.speaker) ?? [];
    if (roles.length === 0) labels.set(row.speaker, roles);
    let voice = inRole(roles, row.role);
    if (voice === undefined) {
      voice = { speaker: row.speaker, ...(row.role !== undefined && { role: row.role }), texts: [] };
      roles.push(voice);
      all.push(voice);
    }
    voice.texts.push(row.text);
  }
  return { all, of: row => inRole(labels.get(row.speaker) ?? [], row.role) };
}

interface Heard extends Voice {
  readonly texts: string[];
}

function inRole(voices: readonly Heard[], role: Role | undefined): Heard | undefined {
  for (const voice of voices) if (voice.role === role) return voice;
  return undefined;
}
