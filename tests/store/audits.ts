import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Audit, Finding, Signal, Transcript, Verdict } from "../../src/model/index.js";
import { type Keeping, openStore, type Store } from "../../src/store/open.js";
import { openSnapshot } from "../../src/store/snapshot.js";

/** A folder in which a store may be made. */
export const emptyStore = (): string => join(mkdtempSync(join(tmpdir(), "attune-store-")), "store");

/** What differs between the audits of a test. */
export interface Told {
  readonly id?: string;
  readonly agent?: string;
  readonly version?: string;
  readonly sha256?: string;
  readonly verdict?: Verdict;
  readonly score?: number;
  readonly started?: string;
  readonly words?: string;
  readonly hostile?: number;
  readonly abusive?: number;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** An audit of an invented call: one check, one customer's complaint. */
export function auditOf(told: Told = {}): Audit {
  const { id = "c-1", version = "1.0", verdict = "pass", score = verdict === "pass" ? 100 : 0 } = told;
  const { hostile = 0, abusive = 0 } = told;
  const sha256 = told.sha256 ?? version.padEnd(64, "0").replaceAll(".", "a");
  return {
    transcript: transcriptOf(id, told),
    outcome: score >= 70 ? "pass" : "fail",
    score,
    passMark: 70,
    checklists: [{ name: "core", version, sha256 }],
    findings: [findingOf(verdict)],
    signals: [...against("customer-hostile", hostile), ...against("customer-abusive", abusive)],
    facts: { turns: 2, agentTurns: 1, customerTurns: 1, words: 9 },
  };
}

function transcriptOf(id: string, { agent, started, words, metadata }: Told): Transcript {
  const text = words ?? `My parcel ${id} is late.`;
  return {
    id,
    source: `calls/${id}.txt`,
    format: "plain-text",
    channel: "chat",
    ...(agent !== undefined && { agent }),
    ...(started !== undefined && { startedAt: started }),
    overlaps: false,
    metadata: metadata ?? {},
    measured: [],
    turns: [turn(0, "Customer", "customer", text), turn(1, "Agent", "agent", "I'm sorry, that is annoying.")],
  };
}

const turn = (index: number, speaker: string, role: "agent" | "customer", text: string) => ({
  index,
  speaker,
  role,
  kind: "speech" as const,
  text,
  pieces: [],
});

const findingOf = (verdict: Verdict): Finding => ({
  check: "empathy",
  checklist: "core",
  title: "Answers feelings with empathy",
  techniques: ["empathy"],
  weight: 10,
  autoFail: false,
  coach: "",
  verdict,
  message: "",
  evidence: [{ turn: 1, from: 0, to: 9 }],
  opportunities: [{ cue: { turn: 0, from: 0, to: 9 } }],
});

const against = (detector: string, count: number): readonly Signal[] =>
  Array.from({ length: count }, (_, turn) => ({
    detector,
    role: "customer",
    evidence: [{ turn, from: 0, to: 3 }],
  }));

/** How the tests keep: nobody waits for long. */
export const keeping: Keeping = {
  attune: "0.1.0",
  day: "2026-11-25",
  mask: text => text,
  patience: { busy: 200, silent: 400 },
};

/** Opens a store that must open. */
export async function opened(store: string, more: Partial<Keeping> = {}): Promise<Store> {
  const open = await openStore(store, { ...keeping, ...more });
  if ("problem" in open) throw new Error(open.problem.message);
  return open;
}

/** Keeps audits in one run. */
export async function keep(store: string, audits: readonly Audit[], more: Partial<Keeping> = {}) {
  const open = await opened(store, more);
  for (const audit of audits) open.add(audit);
  return open.close();
}

/** Every row of a store, and what else was seen of it. */
export function seen(store: string) {
  const snapshot = openSnapshot(store);
  if ("problem" in snapshot) throw new Error(snapshot.problem.message);
  const rows = [...snapshot.rows()];
  snapshot.close();
  return { ...snapshot, rows, ids: rows.map(({ row }) => row.id) };
}
