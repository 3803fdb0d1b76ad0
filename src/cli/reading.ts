import { knownOf } from "../engine/known-of.js";
import { LIMITS } from "../engine/limits.js";
import { mappedFormats } from "../engine/mapped.js";
import type { ReadOptions } from "../engine/read.js";
import { formats as shelf } from "../engine/recognise.js";
import { readSideFile, type SideFile } from "../engine/side-file.js";
import { readBytes } from "../engine/text-file.js";
import type { Format, Problem } from "../model/index.js";
import { usage } from "./complain.js";
import { type Flags, type InForce, inForce } from "./config/resolve.js";
import { unexpectedName } from "./unexpected.js";

/** How to read, as settings and flags say, and the mistakes in them. */
export interface Reading {
  readonly reading: ReadOptions;
  readonly problems: readonly Problem[];
  /** After all inputs: facts that no conversation was found for. */
  unused(): readonly Problem[];
}

/** How to read, by the flags and the config alone. */
export async function readingPlan(flags: Flags): Promise<Reading> {
  const force = await inForce({ ...flags, ...limitFlags(flags) });
  const plan = await readingOf(force);
  return { ...plan, problems: [...force.problems, ...plan.problems] };
}

/** `--limit NAME=VALUE`, given any number of times, is the setting `limits`. */
export function limitFlags({ limit }: Flags): Flags {
  return limit === undefined ? {} : { limits: limit };
}

/** How to read, by what is in force; the problems of the config itself are left to the caller. */
export async function readingOf(force: InForce): Promise<Reading> {
  const { settings } = force;
  const { from, agent, metadata, formats: mappings, limits } = settings;
  const formats: readonly Format[] =
    mappings.length === 0 ? shelf : [...shelf, ...(await mappedFormats(mappings))];
  const side = metadata === undefined ? undefined : sideFile(metadata, force);
  const problems = [...checkFormat(from, formats, force.sourceOf("from")), ...(side?.problems ?? [])];
  const known = knownOf(settings["name-pattern"], side);
  return {
    reading: {
      agents: agent,
      formats,
      limits: { ...LIMITS, ...limits },
      ...(from !== undefined && { from }),
      ...(known !== undefined && { known }),
    },
    problems,
    unused: () => side?.unused() ?? [],
  };
}

function sideFile(path: string, force: InForce): Pick<SideFile, "problems"> & SideFile {
  try {
    return readSideFile(path, readBytes(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const met =
      code === "ENOENT"
        ? "name of a metadata file, expected one that exists"
        : `error ${code}, expected a readable file`;
    const problem = { ...usage(`Unexpected ${met}: ${path}`), source: force.sourceOf("metadata") };
    return { problems: [problem], find: () => undefined, unused: () => [] };
  }
}

/** A format's name that does not exist, with the nearest that does. */
function checkFormat(
  from: string | undefined,
  formats: readonly Format[],
  source: string,
): readonly Problem[] {
  const names = formats.map(({ name }) => name);
  return from === undefined || names.includes(from)
    ? []
    : [{ ...usage(unexpectedName("format", from, names)), source }];
}
