import type { Audit, Finding, Place, Turn, Verdict } from "../../src/model/index.js";
import { type Command, perform, type } from "../../src/review/commands.js";
import { begin, type Now, type State } from "../../src/review/state.js";
import { type Call, EMPTY, type Mode, type Work } from "../../src/review/work.js";

/** `agent 0-2: words`, in seconds; without times it is a chat. */
export function turnsOf(lines: readonly string[]): readonly Turn[] {
  return lines.map((line, index) => {
    const [, role = "other", from, to, text = ""] = /^(\w+)(?: (\d+)-(\d+))?: (.*)$/s.exec(line) ?? [];
    return {
      index,
      speaker: role === "agent" ? "Ana" : "Customer",
      role: role as Turn["role"],
      kind: "speech" as const,
      text,
      ...(from !== undefined && { start: Number(from) * 1000, end: Number(to) * 1000 }),
      pieces: [],
    };
  });
}

/** A finding in few words: where it was heard, and which cues had no answer. */
export function finding(
  check: string,
  verdict: Verdict,
  heard: readonly number[] = [],
  more: Partial<Finding> & { readonly missed?: readonly number[] } = {},
): Finding {
  const { missed = [], ...rest } = more;
  const place = (turn: number): Place => ({ turn, from: 0, to: 2 });
  return {
    check,
    checklist: "core",
    title: `Check ${check}`,
    techniques: [check],
    weight: 10,
    autoFail: false,
    coach: "Next time, say so.",
    verdict,
    message: `Expected ${check}`,
    evidence: heard.map(place),
    ...(missed.length > 0 && { opportunities: missed.map(turn => ({ cue: place(turn) })) }),
    ...rest,
  };
}

/** A call with these turns and findings; texts pass as they are, the score is the share of passes. */
export function callOf(lines: readonly string[], findings: readonly Finding[], mode: Mode = "analyst"): Call {
  const turns = turnsOf(lines);
  const score = (some: readonly Finding[]): Pick<Audit, "score" | "outcome"> => {
    const counted = some.filter(({ verdict }) => verdict !== "na" && verdict !== "unknown");
    const points = counted.filter(({ verdict }) => verdict === "pass").length;
    const share = counted.length === 0 ? null : Math.round((100 * points) / counted.length);
    return { score: share, outcome: share === null ? "not-scorable" : share >= 70 ? "pass" : "fail" };
  };
  const timed = turns.some(({ start }) => start !== undefined);
  return {
    mode,
    reviewer: "Mo",
    audit: {
      transcript: {
        id: "t",
        source: "calls/late.vtt",
        format: "dialog",
        channel: timed ? "voice" : "chat",
        overlaps: timed,
        metadata: {},
        measured: [],
        turns,
      },
      ...score(findings),
      passMark: 70,
      checklists: [{ name: "core", version: "1.0", sha256: "0".repeat(64) }],
      findings,
      signals: [],
      facts: { turns: turns.length, agentTurns: 0, customerTurns: 0, words: 0 },
    },
    stretches: (turn, strong, faint) => {
      const [place] = [...strong, ...faint];
      if (place === undefined) return [{ text: turn.text, mark: 0 }];
      return [
        { text: turn.text.slice(0, place.from), mark: 0 },
        { text: turn.text.slice(place.from, place.to), mark: strong.length > 0 ? 2 : 1 },
        { text: turn.text.slice(place.to), mark: 0 },
      ];
    },
    // The door of `safety` in miniature: nothing acts on a terminal.
    fit: text => text.replace(/[\u0000-\u001F\u007F-\u009F]/g, "�"),
    score,
    card: () => ["Keep this: patience"],
  };
}

/** Six turns of a call and five checks in two sections: the usual table. */
export const lateParcel = (mode: Mode = "analyst"): Call =>
  callOf(
    [
      "agent 0-4: Good morning, Ana speaking.",
      "customer 5-10: My parcel is late and I am fed up.",
      "agent 9-12: Your number?",
      "customer 13-20: I told you already, this is ridiculous.",
      "agent 26-30: I'm sorry about the wait.",
      "customer 31-33: Thanks.",
    ],
    [
      finding("greeting", "pass", [0], { section: "Opening" }),
      finding("empathy", "fail", [], { section: "Care", missed: [1, 3] }),
      finding("interruptions", "fail", [2], { section: "Care" }),
      finding("apology", "partial", [4], { section: "Care" }),
      finding("closing", "na", [], { section: "Opening" }),
    ],
    mode,
  );

/** A moment with room for everything. */
export const NOW: Now = { at: "2026-11-24T10:00:00.000Z", page: 3, tall: 1, room: 10 };

/** Opens a call. */
export const open = (call: Call, work: Work = EMPTY): State => begin(call, { at: 0, of: 1, left: 1 }, work);

/** Does one thing after the other; `"…` types the words and Enter. */
export function doing(state: State, ...deeds: readonly (Command | `"${string}`)[]): State {
  return deeds.reduce((now, deed) => {
    if (!deed.startsWith('"')) return perform(now, deed as Command, NOW);
    return type(type(now, { put: deed.slice(1) }, NOW), { key: "enter" }, NOW);
  }, state);
}
