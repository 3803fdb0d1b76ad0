import { labelWords, roleByWords } from "../formats/shared/role-words.js";
import type { Complaint, Conversation, Role, Written } from "../model/index.js";
import { castByContent } from "./roles-by-content.js";
import { swapped } from "./swapped.js";
import { type Cast, type Voice, voicesOf } from "./voices.js";

/** Who is who in a conversation, by voice; and why that cannot be relied on, where it cannot. */
export interface Casting {
  readonly casts: ReadonlyMap<string, Cast>;
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
  const casts = new Map<string, Cast>();
  const told = castByUser(voices, agents, casts);
  for (const [key, voice] of voices) {
    const cast = casts.get(key) ?? castByExport(voice, told) ?? castByWords(voice, conversation, told);
    if (cast !== undefined) casts.set(key, cast);
  }
  castTheOnlyOther(voices, casts);
  const unclear = castByContent(voices, casts);
  if (unclear !== undefined) return { casts, complaint: unclear };
  const wrong = told ? undefined : swapped(voices, casts);
  return { casts, ...(wrong !== undefined && { complaint: wrong }) };
}

/** Whether the user's names or words were met; then whoever the labels call agent besides them is not believed. */
function castByUser(
  voices: ReadonlyMap<string, Voice>,
  agents: readonly string[],
  casts: Map<string, Cast>,
): boolean {
  const wanted = agents.map(name => labelWords(name).join(" ")).filter(name => name !== "");
  for (const [key, { speaker }] of voices) {
    const label = ` ${labelWords(speaker).join(" ")} `;
    const exact = agents.some(name => name.trim().toLowerCase() === speaker.toLowerCase());
    const word = exact ? speaker : wanted.find(name => label.includes(` ${name} `));
    if (word !== undefined)
      casts.set(key, {
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
  return labelWords(a).join(" ") === labelWords(b).join(" ") && labelWords(a).length > 0;
}

/** Of two sides one is known and one voice is left: it is the other side. */
function castTheOnlyOther(voices: ReadonlyMap<string, Voice>, casts: Map<string, Cast>): void {
  const left = [...voices].filter(([key, { speaker }]) => !casts.has(key) && speaker !== "");
  const roles = new Set([...casts.values()].map(({ role }) => role));
  const missing = sideMissing(roles);
  const byUser = [...casts.values()].some(({ by }) => by === "user");
  if (missing === undefined || (left.length !== 1 && !(byUser && missing === "customer"))) return;
  const because = `the ${missing === "customer" ? "agent" : "customer"} is known, and this is ${left.length === 1 ? "the only other" : "none of those named"}`;
  for (const [key, { speaker }] of left)
    casts.set(key, { speaker, role: missing, confidence: 0.85, by: "others", because });
}

function sideMissing(roles: ReadonlySet<Role>): "agent" | "customer" | undefined {
  if (roles.has("agent") && !roles.has("customer")) return "customer";
  return roles.has("customer") && !roles.has("agent") ? "agent" : undefined;
}
