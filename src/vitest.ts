/**
 * Matchers for Vitest, for those who test chat bots or the scripts they train people with.
 *
 * ```ts
 * import "attune/vitest";
 *
 * expect(transcript).toPass("core");
 * expect(transcript).toShow("empathy");
 * ```
 */
import { expect } from "vitest";
import { closest } from "./checklist/closest.js";
import { loadChecklists } from "./checklist/index.js";
import { loadShippedRules } from "./checklist/rules.js";
import { createAuditor } from "./engine/audit.js";
import { checksIn } from "./engine/examples.js";
import { readSource } from "./engine/read.js";
import { readBytes, readText } from "./engine/text-file.js";
import type { Audit, Channel, Finding, Place, Transcript } from "./model/index.js";
import { maskAbout, quoteOf } from "./safety/index.js";

/** How to read a conversation; everything may be left out. */
export interface MatchOptions {
  /** Checklists in which a check is looked for; by default `core`, then `complete`. */
  readonly checklists?: readonly string[];
  /** Name of the format, where the content does not tell. */
  readonly from?: string;
  /** Names of agents, or words in their label: what is neither agent nor supervisor is not judged, a bot included. */
  readonly agents?: readonly string[];
  readonly channel?: Channel;
}

/**
 * A conversation: text as any format writes it, a transcript, or what JSON can hold, such as a list of
 * `{role: "user" | "assistant", content}`.
 */
export type Conversation = string | Transcript | readonly object[] | object;

/** The matchers as they are added to `expect`. */
export interface ConversationMatchers<R = unknown> {
  /** The conversation reaches the pass mark of a checklist (`core` by default), and no auto-fail decides otherwise. */
  toPass(checklist?: string | readonly string[], options?: MatchOptions): R;
  /** A check passes on evidence, a technique is shown, or an act is heard of the agent: `toShow("empathy")`. */
  toShow(name: string, options?: MatchOptions): R;
}

declare module "vitest" {
  // biome-ignore lint/suspicious/noExplicitAny: the declaration that is added to has it so
  interface Matchers<T = any> extends ConversationMatchers<T> {}
}

interface Result {
  readonly pass: boolean;
  message(): string;
}

type Judge = ReturnType<typeof createAuditor>;
const judges = new Map<string, { readonly judge: Judge; readonly ids: readonly string[] }>();

function judgeOf(names: readonly string[]): { readonly judge: Judge; readonly ids: readonly string[] } {
  const key = names.join("\n");
  const known = judges.get(key);
  if (known) return known;
  const rules =
    loadShippedRules(names, { text: readText, bytes: readBytes }) ?? loadChecklists(names, readText);
  if (rules.problems.length > 0)
    throw new Error(
      rules.problems.map(({ source, line, message }) => `${source}:${line ?? ""} ${message}`).join("\n"),
    );
  const checks = checksIn(rules.checklists.flatMap(list => list.checks));
  const ids = [...new Set(checks.flatMap(({ id, techniques }) => [id, ...techniques]))];
  const made = { judge: createAuditor(rules), ids };
  judges.set(key, made);
  return made;
}

/** One conversation, or the reason why there is none: a test of nothing must never pass, negated or not. */
function transcriptIn(received: unknown, { from, agents, channel }: MatchOptions): Transcript {
  if (isTranscript(received)) return received;
  const text = typeof received === "string" ? received : JSON.stringify(received);
  if (text === undefined) throw new TypeError(`Unexpected ${typeof received}, expected a conversation`);
  const source = { name: "conversation", named: true, bytes: Buffer.from(text) };
  const reads = [
    ...readSource(source, {
      ...(from !== undefined && { from }),
      ...(agents && { agents }),
      ...(channel && { channel }),
    }),
  ];
  const transcripts = reads.flatMap(read => ("transcript" in read ? [read.transcript] : []));
  const problems = reads.flatMap(read => ("problem" in read ? [read.problem.message] : []));
  const [first, second] = transcripts;
  if (first === undefined) throw new TypeError(problems[0] ?? "Unexpected text, expected a conversation");
  if (second !== undefined)
    throw new TypeError(`Unexpected ${transcripts.length} conversations, expected one`);
  return first;
}

function isTranscript(received: unknown): received is Transcript {
  const { turns, format, source } = (received ?? {}) as Partial<Transcript>;
  return Array.isArray(turns) && typeof format === "string" && typeof source === "string";
}

function toPass(
  received: unknown,
  checklist: string | readonly string[] = "core",
  options: MatchOptions = {},
): Result {
  const names = typeof checklist === "string" ? [checklist] : checklist;
  const audit = judgeOf(names).judge(transcriptIn(received, options));
  const { outcome, score, passMark, findings } = audit;
  const missed = findings.filter(({ verdict }) => verdict === "fail" || verdict === "partial");
  const figures = `it came out as ${outcome}, ${score === null ? "with nothing to score" : `${score} of 100 (pass mark ${passMark})`}`;
  return {
    pass: outcome === "pass",
    message: () =>
      outcome === "pass"
        ? `Expected the conversation not to pass ${names.join(" and ")}: ${figures}`
        : [
            `Expected the conversation to pass ${names.join(" and ")}: ${figures}`,
            ...missed.map(one => told(one, audit)),
          ].join("\n"),
  };
}

function toShow(received: unknown, name: string, options: MatchOptions = {}): Result {
  const transcript = transcriptIn(received, options);
  const lists = options.checklists ? [options.checklists] : [["core"], ["complete"]];
  for (const names of lists) {
    const { judge, ids } = judgeOf(names);
    if (!ids.includes(name)) continue;
    const audit = judge(transcript);
    const finding = findingOf(audit.findings, name);
    if (finding) return shown(name, finding, audit);
  }
  return heard(name, judgeOf(lists.at(-1) ?? ["core"]), transcript);
}

function findingOf(findings: readonly Finding[], name: string): Finding | undefined {
  const all = findings.flatMap(finding => [finding, ...(finding.parts ?? [])]);
  return all.find(({ check }) => check === name) ?? all.find(({ techniques }) => techniques.includes(name));
}

function shown(name: string, finding: Finding, audit: Audit): Result {
  const pass = finding.verdict === "pass";
  return {
    pass,
    message: () =>
      `Expected the conversation ${pass ? "not to show" : "to show"} ${name}\n${told(finding, audit)}`,
  };
}

/** No check of that name: an act of the agent's, as `attune explain FILE` lists them. */
function heard(name: string, { judge, ids }: ReturnType<typeof judgeOf>, transcript: Transcript): Result {
  const audit = judge(transcript);
  const found = audit.signals.filter(({ detector, role }) => detector === name && role !== "customer");
  const acts = audit.signals.map(({ detector }) => detector);
  const [place] = found[0]?.evidence ?? [];
  return {
    pass: found.length > 0,
    message: () =>
      found.length > 0
        ? `Expected the conversation not to show ${name}${place ? `\n${quoted(place, transcript)}` : ""}`
        : `Expected the conversation to show ${name}, heard none; the nearest names are ${closest(name, [...new Set([...ids, ...acts])])}`,
  };
}

const SIGNS = { pass: "✓", partial: "~", fail: "✗", na: "–", unknown: "?" } as const;
const PAGE = { width: 80, color: false, mask: true, quotes: true } as const;

/** A finding as a failure shows it: what was expected, where it was missed, and what to do next time. */
function told(finding: Finding, { transcript }: Audit): string {
  const { verdict, title, message, evidence, opportunities = [], coach } = finding;
  const cue = opportunities.find(({ answer }) => answer === undefined)?.cue;
  const place = cue ?? evidence[0];
  const missed = verdict === "fail" || verdict === "partial";
  return [
    `  ${SIGNS[verdict]} ${verdict}  ${title}: ${maskAbout(message, transcript)}`,
    ...(place ? [quoted(place, transcript)] : []),
    ...(missed && coach !== "" ? [`      Next time: ${coach}`] : []),
  ].join("\n");
}

function quoted(place: Place, transcript: Transcript): string {
  const role = transcript.turns[place.turn]?.role ?? "other";
  return `      turn ${place.turn + 1}, ${role}: “${quoteOf(transcript, place, PAGE)}”`;
}

expect.extend({ toPass, toShow });
