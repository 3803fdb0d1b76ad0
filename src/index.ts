/**
 * attune as a library: the same judgement as the command, for those who test chat bots or build their own reports.
 *
 * ```ts
 * import { audit } from "attune";
 *
 * const { audits, problems } = await audit("Agent: How can I help?\nCustomer: My parcel is late.");
 * for (const { score, findings } of audits) …
 * ```
 */
import { loadRules } from "./checklist/rules.js";
import { type Auditor, createAuditor } from "./engine/audit.js";
import { foreignLanguage, foreignProblem } from "./engine/language.js";
import { openBytes } from "./engine/open.js";
import { type Read, readSource } from "./engine/read.js";
import { readBytes, readText } from "./engine/text-file.js";
import type { Audit, Channel, Problem, Transcript } from "./model/index.js";

export type * from "./model/index.js";

/** How to read and judge; everything may be left out. */
export interface AuditOptions {
  /** Names of checklists that ship, or paths of your own; `core` if left out. */
  readonly checklists?: readonly string[];
  /** Name of the format, where the content does not tell. */
  readonly from?: string;
  /** Names of agents, or words in their label. */
  readonly agents?: readonly string[];
  readonly channel?: Channel;
  /** What to call the text in problems and audits. */
  readonly name?: string;
}

/** What came of it. Nothing is thrown for a bad transcript or checklist: that is a problem, located. */
export interface Audited {
  readonly audits: readonly Audit[];
  readonly problems: readonly Problem[];
}

/** An export as text or bytes (it may hold many conversations), or a transcript that is one already. */
export type Input = string | Uint8Array | Transcript;

/** Judges one export or transcript. */
export async function audit(input: Input, options: AuditOptions = {}): Promise<Audited> {
  return createAudit(options)(input);
}

/** The same for many inputs: checklists are read and compiled once. */
export function createAudit(options: AuditOptions = {}): (input: Input) => Promise<Audited> {
  const { checklists = ["core"], name = "text", ...reading } = options;
  const loading = loadRules(checklists, { text: readText, bytes: readBytes });
  const auditing = loading.then(createAuditor);
  return async input => {
    const { problems } = await loading;
    if (problems.length > 0) return { audits: [], problems };
    const judge = await auditing;
    if (typeof input !== "string" && !(input instanceof Uint8Array))
      return judgeAll(judge, [{ transcript: input }]);
    const bytes = typeof input === "string" ? Buffer.from(input) : input;
    const audited: Audited[] = [];
    // An archive holds many; each is gone when the next is asked for.
    for await (const opened of openBytes(name, true, bytes))
      audited.push(
        await judgeAll(judge, "problem" in opened ? [opened] : readSource(opened.source, reading)),
      );
    return {
      audits: audited.flatMap(({ audits }) => audits),
      problems: audited.flatMap(({ problems }) => problems),
    };
  };
}

async function judgeAll(judge: Auditor, reads: Iterable<Read>): Promise<Audited> {
  const audits: Audit[] = [];
  const problems: Problem[] = [];
  for (const read of reads) {
    if ("problem" in read) {
      problems.push(read.problem);
      continue;
    }
    const foreign = await foreignLanguage(read.transcript);
    if (foreign !== undefined) problems.push(foreignProblem(read.transcript, foreign));
    audits.push(judge(read.transcript, foreign));
  }
  return { audits, problems };
}
