import type { Role, Written } from "../model/index.js";

/** A speaker under one label (and, where the export gives one, in one role), with what they said. */
export interface Voice {
  readonly speaker: string;
  /** As the export gives it. */
  readonly role?: Role;
  readonly texts: readonly string[];
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

/** What belongs to one voice: the label and the role that the export gives. */
export function voiceKey({ speaker, role }: Written): string {
  return role === undefined ? speaker : `${speaker}\0${role}`;
}

/** Who speaks, in order of first words; notes and events are nobody's speech. */
export function voicesOf(rows: readonly Written[]): ReadonlyMap<string, Voice> {
  const voices = new Map<string, { speaker: string; role?: Role; texts: string[] }>();
  for (const row of rows) {
    if (row.kind !== undefined && row.kind !== "speech") continue;
    const key = voiceKey(row);
    const voice = voices.get(key);
    if (voice !== undefined) voice.texts.push(row.text);
    else
      voices.set(key, {
        speaker: row.speaker,
        ...(row.role !== undefined && { role: row.role }),
        texts: [row.text],
      });
  }
  return voices;
}
