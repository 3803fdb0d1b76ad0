import type { Role } from "../../model/index.js";
import { labelWords, roleByWords } from "./role-words.js";

/** Names that hide a name: "[PII]", "<PERSON>", "****". */
const HIDDEN = /^(?:\[[A-Z_ ]{2,30}\]|<[A-Z_ ]{2,30}>|\*{2,20})$/;

/** A name to show for a participant: the one written, or the role's word, numbered from the second such participant on. */
export type Namer = (id: string, name: string, role: Role | undefined) => string;

/** Tells participants apart who have no name, or whose names the export hides. */
export function namer(): Namer {
  const labels = new Map<string, string>();
  const counts = new Map<string, number>();
  return (id, name, role) => {
    const written = name.trim();
    if (written !== "" && !HIDDEN.test(written)) return written;
    const word = role ?? "speaker";
    const key = `${word} ${id}`;
    const known = labels.get(key);
    if (known !== undefined) return known;
    const count = (counts.get(word) ?? 0) + 1;
    counts.set(word, count);
    const label = count === 1 ? word : `${word} ${count}`;
    labels.set(key, label);
    return label;
  };
}

/** The one agent who speaks in the rows; undefined where nobody or several do. */
export function onlyAgent(
  rows: readonly { readonly speaker: string; readonly role?: Role; readonly kind?: string }[],
): string | undefined {
  const names = new Set<string>();
  for (const { speaker, role, kind = "speech" } of rows)
    if (role === "agent" && kind === "speech") names.add(speaker);
  const [name] = names;
  return names.size === 1 && name !== undefined && !isWord(name) ? name : undefined;
}

/** "agent", "assistant": what somebody is, not what they are called. */
function isWord(name: string): boolean {
  return labelWords(name).length < 2 && roleByWords(name) !== undefined;
}
