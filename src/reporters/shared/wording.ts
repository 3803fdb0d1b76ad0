import type {
  Audit,
  Finding,
  Outcome,
  Page,
  Place,
  Role,
  Totals,
  Transcript,
  Verdict,
} from "../../model/index.js";
import { pieceAt } from "./place.js";
import { speakerOf } from "./private.js";

/** A verdict as people read it: a sign and a word. */
export const VERDICTS: Readonly<Record<Verdict, { readonly sign: string; readonly word: string }>> = {
  pass: { sign: "✓", word: "pass" },
  partial: { sign: "~", word: "partial" },
  fail: { sign: "✗", word: "fail" },
  na: { sign: "–", word: "n/a" },
  unknown: { sign: "?", word: "unknown" },
};

/** An outcome as people read it. */
export const OUTCOMES: Readonly<Record<Outcome, string>> = {
  pass: "Pass",
  fail: "Fail",
  "auto-fail": "Auto-fail",
  "not-scorable": "Not scored",
};

/** One decimal where there is one. */
export const figure = (value: number, decimals = 1): string => String(Number(value.toFixed(decimals)));

/** 12 calls, 1 call. */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** A moment in a conversation: 1:12, and 1:02:03 past the hour. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const pair = (n: number) => String(n).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${pair(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${pair(minutes % 60)}:${pair(seconds % 60)}`;
}

/** How long something took: 0.4 s, 12 s, 3 min 5 s. */
export function lasting(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 9.95) return `${figure(seconds)} s`;
  if (seconds < 59.5) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  const parts = [
    [Math.floor(minutes / 60), "h"],
    [minutes % 60, "min"],
    [whole % 60, "s"],
  ] as const;
  return parts
    .filter(([n]) => n > 0)
    .slice(0, 2)
    .map(([n, unit]) => `${n} ${unit}`)
    .join(" ");
}

const ROLES: Readonly<Record<Role, string>> = {
  agent: "Agent",
  customer: "Customer",
  supervisor: "Supervisor",
  bot: "Bot",
  system: "System",
  other: "Someone else",
};

/** Who speaks in a turn: «Ana (agent)», or the role alone where the name says no more. */
export function who(transcript: Transcript, turn: number, page: Page): string {
  const role = transcript.turns[turn]?.role ?? "other";
  const name = speakerOf(transcript, turn, page).trim();
  if (name === "" || name.toLowerCase() === role) return ROLES[role];
  return role === "other" ? name : `${name} (${role})`;
}

/** When: the time where the export has times, else the turn, counted from 1. */
export function when({ turns }: Transcript, place: Place): string {
  const turn = turns[place.turn];
  const start = turn && (pieceAt(turn, place.from)?.start ?? turn.start);
  return start === undefined ? `turn ${place.turn + 1}` : clock(start);
}

/** The score in a few words: «72.5 of 100, Fair (pass mark 75)»; without one, why. */
export function scoreWords({ score, passMark, band, findings, outcome }: Audit): string {
  const points =
    score === null
      ? ""
      : `${figure(score)} of 100${band === undefined ? "" : `, ${band}`} (pass mark ${figure(passMark)})`;
  if (outcome === "auto-fail") return [points, decidedBy(findings)].filter(part => part !== "").join("; ");
  if (score !== null) return points;
  const blind = findings.length > 0 && findings.every(({ verdict }) => verdict === "unknown");
  if (blind) return "this export cannot show what the checklist asks";
  const counted = findings.some(({ verdict }) => verdict !== "na" && verdict !== "unknown");
  return counted
    ? "only checks that pass by absence applied here"
    : "nothing here called for what the checklist asks";
}

function decidedBy(findings: readonly Finding[]): string {
  const decisive = findings.find(({ autoFail, verdict }) => autoFail && verdict === "fail");
  return decisive === undefined ? "" : `“${decisive.title}” decides, whatever the score`;
}

/** 8 pass, 2 fail, 1 auto-fail, 1 not scored; what did not occur is left out. */
export function outcomeCounts(outcomes: Totals["outcomes"]): string {
  const kinds = ["pass", "fail", "auto-fail", "not-scorable"] as const;
  return kinds
    .filter(kind => outcomes[kind] > 0)
    .map(kind => `${outcomes[kind]} ${OUTCOMES[kind].toLowerCase()}`)
    .join(", ");
}

/** What was met: «12 inputs: 10 conversations audited, 1 skipped, 1 could not be read». */
export function inputCounts({ inputs, audits, skipped, unreadable }: Totals): string {
  const parts = [`${count(audits, "conversation")} audited`];
  if (skipped > 0) parts.push(`${skipped} skipped`);
  if (unreadable > 0) parts.push(`${unreadable} could not be read`);
  return `${count(inputs, "input")}: ${parts.join(", ")}`;
}
