import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Audit, Finding, Place, Problem, Transcript } from "../../model/index.js";
import { missesOf } from "../../review/items.js";
import type { Saved } from "../../review/sidecar.js";
import { type Answer, keyOf } from "../../review/work.js";
import { quoteOf, terminalText } from "../../safety/index.js";
import { complain, usage } from "../complain.js";
import { type Flags, inForce } from "../config/resolve.js";
import { BROKEN, type Ending, WELL } from "../exit.js";
import { print } from "../output.js";
import { planOf } from "../plan.js";
import { limitFlags } from "../reading.js";
import { run } from "../run.js";
import { load, transcriptHash } from "../sidecars.js";

/** Prints the overruled findings of a review as examples in YAML. */
export async function dispute(file: string, flags: Flags): Promise<Ending> {
  const saved = load(file);
  if ("problem" in saved) return refuse([saved.problem]);
  const path = typeof flags.transcript === "string" ? flags.transcript : besides(file, saved);
  if (path === undefined)
    return refuse([
      usage(
        `Unexpected absence of ${saved.transcript.source}, expected it beside the review, or --transcript`,
      ),
    ]);
  const checklist = saved.checklists.map(({ name }) => name);
  const force = await inForce({ checklist, ...flags, ...limitFlags(flags) });
  const { plan, problems } = await planOf([path], flags, force);
  if (problems.length > 0 || force.problems.length > 0) return refuse([...force.problems, ...problems]);
  for await (const heard of run([path], plan)) {
    if ("problem" in heard) complain([heard.problem]);
    if ("audit" in heard && transcriptHash(heard.audit) === saved.transcript.sha256)
      return write(heard.audit, saved, flags);
  }
  return refuse([
    { ...usage("Unexpected words in the transcript, expected those that were reviewed"), source: path },
  ]);
}

function refuse(problems: readonly Problem[]): Ending {
  complain(problems);
  return BROKEN;
}

/** The transcript lies where it was, or beside the review. */
function besides(file: string, { transcript: { source } }: Saved): string | undefined {
  const whole = source.replace(/(?::\d+|#\d+)$/, "");
  return [join(dirname(file), basename(whole)), whole].find(existsSync);
}

async function write(audit: Audit, saved: Saved, { check }: Flags): Promise<Ending> {
  const disputed = audit.findings.flatMap(finding => {
    const answer = saved.work.answers.get(keyOf(finding));
    const wanted = check === undefined || check === finding.check;
    return wanted && answer !== undefined && answer.verdict !== finding.verdict ? [{ finding, answer }] : [];
  });
  if (disputed.length === 0) {
    complain([
      {
        ...usage("Unexpected agreement, expected an answer that differs from the machine's"),
        source: audit.transcript.source,
      },
    ]);
    return BROKEN;
  }
  await print(disputed.map(one => example(audit.transcript, one, saved.reviewer)).join("\n"));
  return WELL;
}

function example(
  transcript: Transcript,
  { finding, answer }: { readonly finding: Finding; readonly answer: Answer },
  reviewer: string,
): string {
  const words = answer.comment === undefined ? "" : `: ${terminalText(answer.comment)}`;
  return [
    `# ${terminalText(finding.title)}: ${terminalText(reviewer)} says ${answer.verdict}, the machine ${finding.verdict}${words}`,
    `- id: ${finding.check}`,
    "  examples:",
    `    ${answer.verdict}:`,
    "      - |",
    ...linesAround(transcript, answer.evidence ?? [...finding.evidence, ...missesOf(finding)]).map(
      line => `        ${line}`,
    ),
    "",
  ].join("\n");
}

const AROUND = 2;
const MOST_TURNS = 16;

/** Turns around the evidence, in the notation of examples: `agent 0-2s: One moment`. */
function linesAround(transcript: Transcript, evidence: readonly Place[]): readonly string[] {
  const at = evidence.map(({ turn }) => turn);
  const from = at.length > 0 ? Math.max(0, Math.min(...at) - AROUND) : 0;
  const to = at.length > 0 ? Math.max(...at) + AROUND : MOST_TURNS;
  const page = { width: 80, color: false, mask: true, quotes: true };
  return transcript.turns
    .slice(from, Math.min(to + 1, from + MOST_TURNS))
    .map(({ index, role, start, end, text }) => {
      const times = start === undefined || end === undefined ? "" : ` ${start / 1000}-${end / 1000}s`;
      const words = terminalText(quoteOf(transcript, { turn: index, from: 0, to: text.length }, page));
      return `${role}${times}: ${words}`;
    });
}
