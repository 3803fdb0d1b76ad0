import { labelWords, roleByWords } from "../formats/shared/role-words.js";
import type { Complaint, Conversation, Role, Written } from "../model/index.js";
import { castByContent } from "./roles-by-content.js";
import { swapped } from "./swapped.js";
import { type Cast, type Voice, type Voices, voicesOf } from "./voices.js";

/** Who is who in a conversation; and why that cannot be relied on, where it cannot. */
export interface Casting {
  readonly voices: Voices;
  readonly casts: ReadonlyMap<Voice, Cast>;
  readonly complaint?: Complaint;
}

/**
 * Settles who is the agent: by the user's word, the export's roles, words in the labels, the only one left, and last by
 * what was said. Where that is not clear, nobody is judged.
 */
export function castRoles(
  rows: readonly Written[],
  conversation: Conversation,
  agents: readonly string[] = [],
): Casting {
  const voices = voicesOf(rows);
  const casts = new Map<Voice, Cast>();
  const told = agents.length > 0 && castByUser(voices.all, agents, casts);
  for (const voice of voices.all) {
    const cast = casts.get(voice) ?? castByExport(voice, told) ?? castByWords(voice, conversation, told);
    if (cast !== undefined) casts.set(voice, cast);
  }
  if (casts.size < voices.all.length) castTheOnlyOther(voices.all, casts);
  const unclear = casts.size < voices.all.length ? castByContent(voices.all, casts) : undefined;
  if (unclear !== undefined) return { voices, casts, complaint: unclear };
  const wrong = told ? undefined : swapped(voices.all, casts);
  return { voices, casts, ...(wrong !== undefined && { complaint: wrong }) };
}

/** Whether the user's names or words were met; then whoever the labels call agent besides them is not believed. */
function castByUser(voices: readonly Voice[], agents: readonly string[], casts: Map<Voice, Cast>): boolean {
  const wanted = agents.map(name => labelWords(name).join(" ")).filter(name => name !== "");
  for (const voice of voices) {
    const { speaker } = voice;
    const label = ` ${labelWords(speaker).join(" ")} `;
    const exact = agents.some(name => name.trim().toLowerCase() === speaker.toLowerCase());
    const word = exact ? speaker : wanted.find(name => label.includes(` ${name} `));
    if (word === undefined) continue;
    casts.set(voice, {
      speaker,
      role: "agent",
      confidence: 1,
      by: "user",
      because: `named as agent: ${word}`,
    });
  }
  return casts.size > 0;
}

function castByExport({ speaker, role }: Voice, told: boolean): Cast | undefined {
  if (role === undefined || role === "other" || (told && role === "agent")) return undefined;
  return { speaker, role, confidence: 1, by: "export", because: `the export says ${role}` };
}

function castByWords({ speaker }: Voice, { agent }: Conversation, told: boolean): Cast | undefined {
  if (!told && agent !== undefined && speaker !== "" && sameName(agent, speaker)) {
    return { speaker, role: "agent", confidence: 0.95, by: "export", because: "the export names this agent" };
  }
  const role = roleByWords(speaker);
  if (role === undefined || (told && role === "agent")) return undefined;
  return { speaker, role, confidence: 0.9, by: "words", because: `the label says ${role}` };
}

function sameName(a: string, b: string): boolean {
  const words = labelWords(a).join(" ");
  return words !== "" && words === labelWords(b).join(" ");
}

/** Of two sides one is known and one voice is left: it is the other side. Beside the agents a user names, all are customers. */
function castTheOnlyOther(voices: readonly Voice[], casts: Map<Voice, Cast>): void {
  const left = voices.filter(voice => !casts.has(voice) && voice.speaker !== "");
  const known = [...casts.values()];
  const missing = sideMissing(new Set(known.map(({ role }) => role)));
  const byUser = missing === "customer" && known.some(({ by }) => by === "user");
  if (missing === undefined || (left.length !== 1 && !byUser)) return;
  const other = missing === "customer" ? "agent" : "customer";
  const because = `the ${other} is known, and this is ${left.length === 1 ? "the only other" : "none of those named"}`;
  for (const voice of left) {
    casts.set(voice, { speaker: voice.speaker, role: missing, confidence: 0.85, by: "others", because });
  }
}

function sideMissing(roles: ReadonlySet<Role>): "agent" | "customer" | undefined {
  if (roles.has("agent") && !roles.has("customer")) return "customer";
  return roles.has("customer") && !roles.has("agent") ? "agent" : undefined;
}
