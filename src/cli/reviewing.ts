import { scoreFindings } from "../engine/score.js";
import type { Audit, Page, Place, Problem } from "../model/index.js";
import { card } from "../reporters/card.js";
import type { World } from "../review/session.js";
import { sidecarText } from "../review/sidecar.js";
import { begin, type State } from "../review/state.js";
import { type Call, EMPTY, type Work } from "../review/work.js";
import { maskAbout, maskKnownIn, quoteOf, stretchesOf, terminalText } from "../safety/index.js";
import { usage } from "./complain.js";
import { createWholeFile } from "./file.js";
import type { Reported } from "./reported.js";
import { type Plan, run } from "./run.js";
import { aboutOf, findSidecar, type Reviewer, type Sidecar } from "./sidecars.js";

/** A call of the queue, with what is known of it so far. */
export interface Entry {
  readonly audit: Audit;
  readonly sidecar: Sidecar;
  work: Work;
}

/** More calls than this are no queue for a person. */
const MOST_CALLS = 5_000;

/** Calls to review, each with what was confirmed before, and what was wrong with the others. */
export async function gather(
  paths: readonly string[],
  plan: Plan,
  who: Reviewer,
  reported?: Reported,
): Promise<{ readonly queue: readonly Entry[]; readonly problems: readonly Problem[] }> {
  const queue: Entry[] = [];
  const problems: Problem[] = [];
  let file = "";
  for await (const heard of run(paths, plan)) {
    if ("input" in heard) file = heard.input;
    else if ("problem" in heard) problems.push(heard.problem);
    else {
      const audit = reported ? reported.heed(heard.audit) : heard.audit;
      if (audit === undefined) continue;
      const entry = "message" in audit ? audit : entryOf(file, audit, who);
      if ("message" in entry) problems.push(entry);
      else queue.push(entry);
    }
    if (queue.length >= MOST_CALLS) {
      problems.push(
        usage(`Unexpected number of calls, expected at most ${MOST_CALLS}; the others are left for later`),
      );
      break;
    }
  }
  if (queue.length < MOST_CALLS) problems.push(...(reported?.left() ?? []).map(lost));
  return { queue, problems };
}

const lost = (source: string): Problem => ({
  source,
  code: "lost-transcript",
  effect: "unreadable",
  named: true,
  message:
    "Unexpected absence of the conversation as it was audited, expected it where the report has it, or in the paths given",
});

function entryOf(file: string, audit: Audit, who: Reviewer): Entry | Problem {
  const sidecar = findSidecar(file, audit, who);
  return "problem" in sidecar ? sidecar.problem : { audit, sidecar, work: sidecar.saved?.work ?? EMPTY };
}

/** What a review of these calls needs of the world; what could not be saved is put into `failed`. */
export function worldOf(queue: readonly Entry[], who: Reviewer, mask: boolean, failed: Problem[]): World {
  const calls = new Map<number, Call>();
  const page: Page = { width: 80, color: false, mask, quotes: true };
  return {
    now,
    open(at) {
      const entry = queue[at] as Entry;
      const call = calls.get(at) ?? callOf(entry.audit, who, page);
      calls.set(at, call);
      return begin(
        call,
        { at, of: queue.length, left: queue.filter(({ work }) => !work.done).length },
        entry.work,
      );
    },
    save({ work, queue: { at } }: State) {
      const entry = queue[at] as Entry;
      entry.work = work;
      failed.length = 0;
      const problem = write(entry, who, page);
      if (problem !== undefined) failed.push(problem);
      return problem?.message;
    },
  };
}

const now = (): string => new Date().toISOString();

function write({ audit, sidecar, work }: Entry, who: Reviewer, page: Page): Problem | undefined {
  const { path, saved } = sidecar;
  const quote = (place: Place): string => quoteOf(audit.transcript, place, page);
  try {
    const file = createWholeFile(path);
    file.write(sidecarText(aboutOf(audit, who, saved, now()), { audit }, work, quote));
    file.finish();
    return undefined;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return {
      source: path,
      code: "unwritable",
      effect: "unreadable",
      named: true,
      message: `Unexpected error ${code ?? message}, expected a review that can be saved`,
    };
  }
}

const MOST_KEPT = 5_000;

function callOf(audit: Audit, { reviewer, mode }: Reviewer, page: Page): Call {
  const { transcript, passMark } = audit;
  const known = new Map<string, string>();
  return {
    audit,
    mode,
    reviewer,
    stretches: (turn, strong, faint) =>
      stretchesOf(transcript, turn, [...strong, ...faint], page).map(({ text, marked, from, to }) => ({
        text: terminalText(text),
        mark: !marked ? 0 : strong.some(place => place.from < to && from < place.to) ? 2 : 1,
      })),
    fit(text) {
      const made = known.get(text) ?? terminalText(page.mask ? maskAbout(text, transcript) : text);
      if (known.size < MOST_KEPT) known.set(text, made);
      return made;
    },
    score: findings => scoreFindings(findings, passMark),
    card: width =>
      card
        .audit(page.mask ? maskKnownIn(audit) : audit, { ...page, width }, 0)
        .trimEnd()
        .split("\n"),
  };
}
