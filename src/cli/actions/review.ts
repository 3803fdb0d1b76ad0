import { userInfo } from "node:os";
import type { Problem } from "../../model/index.js";
import { plainReview } from "../../review/plain.js";
import { createSession, type World } from "../../review/session.js";
import type { Mode } from "../../review/work.js";
import { complain, usage } from "../complain.js";
import { type Flags, inForce } from "../config/resolve.js";
import { BROKEN, type Ending } from "../exit.js";
import { colorOf, hasScreen, heardLines, print, type When } from "../output.js";
import { planOf } from "../plan.js";
import { limitFlags } from "../reading.js";
import { readReported } from "../reported.js";
import { gather, worldOf } from "../reviewing.js";
import type { Reviewer } from "../sidecars.js";
import { onStage } from "../stage.js";

/** A person goes through the findings of calls, one after the other. */
export async function review(given: readonly string[], flags: Flags): Promise<Ending> {
  const force = await inForce({ ...flags, ...limitFlags(flags) });
  const report = typeof flags.audit === "string" ? readReported(flags.audit, given) : undefined;
  const unread = report && "problem" in report ? [report.problem] : [];
  const reported = report && "heed" in report ? report : undefined;
  const paths = reported?.paths ?? given;
  const { plan, problems: planned } = await planOf(paths, flags, force);
  const mistakes = [...force.problems, ...wrongUse(paths, flags), ...(unread.length > 0 ? unread : planned)];
  if (mistakes.length > 0) {
    complain(mistakes);
    return BROKEN;
  }
  const who = reviewerOf(flags);
  const { queue, problems } = await gather(paths, plan, who, reported);
  complain(problems.filter(({ effect, named }) => effect === "unreadable" && named === true));
  if (queue.length === 0 || problems.some(({ code }) => DAMAGED.has(code))) return { ...BROKEN, problems };

  const failed: Problem[] = [];
  const world = worldOf(queue, who, flags.mask !== false, failed);
  const first = Math.max(
    0,
    queue.findIndex(({ work }) => !work.done),
  );
  if (flags.plain === true) await talk(world, first);
  else
    await onStage(createSession(world, first), colorOf((flags.color ?? "auto") as When, process.env, true));
  complain(failed);
  return { below: 0, broken: failed.length > 0, problems };
}

const DAMAGED: ReadonlySet<string> = new Set(["damaged-review", "stale-review", "stale-report"]);

function wrongUse(paths: readonly string[], flags: Flags): readonly Problem[] {
  if (paths.includes("-"))
    return [usage("Unexpected standard input, expected files: a review is kept beside them")];
  if (flags.audit !== undefined && flags.checklist !== undefined)
    return [usage("Unexpected --checklist with --audit, expected one of them: a report has its own")];
  if (flags.self === true && flags.blind === true)
    return [usage("Unexpected --self with --blind, expected one of them")];
  if (flags.plain !== true && !hasScreen())
    return [
      usage("Unexpected lack of a terminal, expected one to draw on; --plain asks on standard input instead"),
    ];
  return [];
}

function reviewerOf({ reviewer, self, blind }: Flags): Reviewer {
  const mode: Mode = self === true ? "self" : blind === true ? "blind" : "analyst";
  return {
    mode,
    reviewer: typeof reviewer === "string" && reviewer.trim() !== "" ? reviewer.trim() : loginName(),
  };
}

function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return "reviewer";
  }
}

async function talk(world: World, first: number): Promise<void> {
  const lines = heardLines();
  await plainReview(world, first, {
    say: line => print(`${line}\n`),
    hear: async () => (await lines.next()).value,
  });
}
