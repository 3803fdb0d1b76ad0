import { knownOf } from "../engine/known-of.js";
import { LIMITS } from "../engine/limits.js";
import { mappedFormats } from "../engine/mapped.js";
import { namePattern } from "../engine/name-pattern.js";
import type { ReadOptions } from "../engine/read.js";
import { formats as shelf } from "../engine/recognise.js";
import { readSideFile, type SideFile } from "../engine/side-file.js";
import { readBytes } from "../engine/text-file.js";
import type { Format, Problem } from "../model/index.js";
import { usage } from "./complain.js";
import type { Settings } from "./config/keys.js";
import { type Flags, type InForce, inForce } from "./config/resolve.js";
import { unexpectedName } from "./unexpected.js";

/** How to read, as settings and flags say, and the mistakes in them. */
export interface Reading {
  readonly reading: ReadOptions;
  readonly problems: readonly Problem[];
  /** After all inputs: facts that no conversation was found for. */
  unused(): readonly Problem[];
  readonly side: SideFile | undefined;
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
  const { from, metadata } = settings;
  const side = metadata === undefined ? undefined : sideFile(metadata, force);
  const reading = await optionsOf(readingSettings(settings), side);
  const problems = [
    ...checkFormat(from, reading.formats ?? shelf, force.sourceOf("from")),
    ...(side?.problems ?? []),
  ];
  return { reading, problems, side, unused: () => side?.unused() ?? [] };
}

/** The settings that reading depends on, as plain data that can be handed to a thread. */
export interface ReadingSettings
  extends Pick<Settings, "from" | "agent" | "metadata" | "formats" | "limits"> {
  readonly namePattern: string | undefined;
}

/** Those of all settings. */
export function readingSettings(settings: Settings): ReadingSettings {
  const { from, agent, metadata, formats, limits, "name-pattern": pattern } = settings;
  return { from, agent, metadata, formats, limits, namePattern: pattern?.written };
}

/** How to read, in a thread, by settings that were found good before; `used` is shared by all who read the same table. */
export async function readingBy(
  settings: ReadingSettings,
  used: Uint8Array | undefined,
): Promise<ReadOptions> {
  const { metadata } = settings;
  const side = metadata === undefined ? undefined : readSideFile(metadata, readBytes(metadata), used);
  return optionsOf(settings, side);
}

async function optionsOf(
  { from, agent, formats: mappings, limits, namePattern: written }: ReadingSettings,
  side: SideFile | undefined,
): Promise<ReadOptions> {
  const all = { ...LIMITS, ...limits };
  const formats: readonly Format[] =
    mappings.length === 0 ? shelf : [...shelf, ...(await mappedFormats(mappings, all))];
  const pattern = written === undefined ? undefined : namePattern(written);
  const known = knownOf(pattern && "match" in pattern ? pattern : undefined, side);
  return {
    agents: agent,
    formats,
    limits: all,
    ...(from !== undefined && { from }),
    ...(known !== undefined && { known }),
  };
}

function sideFile(path: string, force: InForce): SideFile {
  try {
    return readSideFile(path, readBytes(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const met =
      code === "ENOENT"
        ? "name of a metadata file, expected one that exists"
        : `error ${code}, expected a readable file`;
    const problem = { ...usage(`Unexpected ${met}: ${path}`), source: force.sourceOf("metadata") };
    return {
      problems: [problem],
      find: () => undefined,
      unused: () => [],
      left: () => ({ source: path, total: 0, rows: [] }),
      used: new Uint8Array(0),
    };
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
