import type { Role, Transcript, Verdict } from "../model/index.js";

/** A verdict as people read it: a sign, and a word that says the same. */
export const VERDICTS: Readonly<Record<Verdict, { readonly sign: string; readonly word: string }>> = {
  pass: { sign: "✓", word: "pass" },
  partial: { sign: "~", word: "partial" },
  fail: { sign: "✗", word: "fail" },
  na: { sign: "–", word: "n/a" },
  unknown: { sign: "?", word: "unknown" },
};

/** The verdicts in the order of their number keys. */
export const VERDICT_KEYS: readonly Verdict[] = ["pass", "partial", "fail", "na", "unknown"];

/** Roles as people read them. */
export const ROLES: Readonly<Record<Role, string>> = {
  agent: "Agent",
  customer: "Customer",
  supervisor: "Supervisor",
  bot: "Bot",
  system: "System",
  other: "Someone else",
};

/** 1:12, and 1:02:03 past the hour. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const pair = (n: number): string => String(n).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${pair(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${pair(minutes % 60)}:${pair(seconds % 60)}`;
}

/** 0.4 s, 12 s. */
export const lasting = (ms: number): string =>
  ms < 9_950 ? `${Number((ms / 1000).toFixed(1))} s` : `${Math.round(ms / 1000)} s`;

/** When a turn was: its time, else its number counted from 1. */
export function when({ turns }: Transcript, index: number): string {
  const start = turns[index]?.start;
  return start === undefined ? `#${index + 1}` : clock(start);
}

/** Who speaks: the name written, with the role where the name does not say it. */
export function who({ turns }: Transcript, index: number): string {
  const { speaker = "", role = "other" } = turns[index] ?? {};
  const name = speaker.trim();
  if (name === "" || name.toLowerCase() === role) return ROLES[role];
  return role === "other" ? name : `${name} (${role})`;
}
