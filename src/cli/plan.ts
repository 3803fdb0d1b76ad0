import type { LoadedRules } from "../checklist/index.js";
import { loadRules } from "../checklist/rules.js";
import { createAuditor } from "../engine/audit.js";
import type { SideLeft } from "../engine/side-file.js";
import { readBytes, readText } from "../engine/text-file.js";
import type { Problem } from "../model/index.js";
import { withCache } from "./cache/open.js";
import { usage } from "./complain.js";
import type { Flags, InForce } from "./config/resolve.js";
import { readingOf, readingSettings } from "./reading.js";
import type { Plan } from "./run.js";
import type { Told } from "./worker.js";

/** How to read and judge by what is in force, the scorecards that are used, and the mistakes met on the way. */
export interface Planned {
  readonly plan: Plan;
  readonly rules: LoadedRules;
  /** The same as plain data, for threads. */
  readonly told: Omit<Told, "turnstile">;
  /** Rows of the table of facts that nothing was found for so far. */
  left(): SideLeft | undefined;
  readonly problems: readonly Problem[];
}

/** What is in force → a plan. */
export async function planOf(paths: readonly string[], flags: Flags, force: InForce): Promise<Planned> {
  const rules = await loadRules(force.settings.checklist, { text: readText, bytes: readBytes });
  const { reading, problems, unused, side } = await readingOf(force);
  const cache = {
    cache: force.settings.cache,
    location: flags["cache-location"] as string | undefined,
    mask: flags.mask !== false,
  };
  const plan: Plan = {
    auditor: withCache(createAuditor(rules), rules, cache),
    reading,
    unused,
    stdinName: flags["stdin-name"] as string | undefined,
  };
  const told = { rules, cache, reading: readingSettings(force.settings), ...(side && { used: side.used }) };
  return {
    plan,
    rules,
    told,
    left: () => side?.left(),
    problems: [...noPaths(paths), ...problems, ...rules.problems],
  };
}

function noPaths(paths: readonly string[]): readonly Problem[] {
  return paths.length > 0
    ? []
    : [usage("Unexpected lack of paths, expected files, folders, globs, or - for standard input")];
}
