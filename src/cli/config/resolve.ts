import { extname } from "node:path";
import type { Problem } from "../../model/index.js";
import { usage } from "../complain.js";
import { CODE, type Found, load, search } from "./find.js";
import { KEY_NAMES, KEYS, type KeyName, type Settings } from "./keys.js";
import { type Layer, readLayer, shown } from "./layer.js";

/** Two files that each extend the next twice would double with every step. */
const MOST_FILES = 64;

/** Flags as given on the command line, by their long name without dashes. */
export type Flags = Readonly<Record<string, unknown>>;

/** What is in force, and whence. */
export interface InForce {
  readonly settings: Settings;
  /** "default", the flag, or the file that said so. */
  readonly whence: ReadonlyMap<KeyName, string>;
  /** Where a mistake in a setting is to be mended: a config file, or the command line. */
  sourceOf(key: KeyName): string;
  /** Config files read, the one that was found first and those it extends behind it. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** Settings from defaults, the config file with all it extends, and flags: the later wins. */
export async function inForce(flags: Flags): Promise<InForce> {
  const layers: Layer[] = [];
  const problems: Problem[] = [];
  const { config } = flags;
  if (config !== false) await gather(typeof config === "string" ? config : undefined, layers, problems);
  problems.push(...layers.flatMap(layer => layer.problems));

  const values = new Map<KeyName, unknown>(KEY_NAMES.map(key => [key, KEYS[key].fallback]));
  const whence = new Map<KeyName, string>(KEY_NAMES.map(key => [key, "default"]));
  for (const { name, values: own } of layers) {
    for (const [key, value] of own) {
      values.set(key, merged(key, values.get(key), value));
      whence.set(key, name);
    }
  }
  for (const key of KEY_NAMES) {
    if (flags[key] !== undefined) take(key, flags[key], values, whence, problems);
  }
  const files = layers.map(layer => layer.name);
  const sourceOf = (key: KeyName): string => files.find(file => file === whence.get(key)) ?? "command line";
  return {
    settings: Object.fromEntries(values) as unknown as Settings,
    whence,
    sourceOf,
    files: files.reverse(),
    problems,
  };
}

function take(
  key: KeyName,
  raw: unknown,
  values: Map<KeyName, unknown>,
  whence: Map<KeyName, string>,
  problems: Problem[],
): void {
  const numeric = "numeric" in KEYS[key] && typeof raw === "string" && /^-?\d+(?:\.\d+)?$/.test(raw);
  const read = KEYS[key].read(numeric ? Number(raw) : raw);
  whence.set(key, `--${key}`);
  if ("value" in read) values.set(key, merged(key, values.get(key), read.value));
  else if ("mistakes" in read) problems.push(...read.mistakes.map(({ message }) => usage(message)));
  else problems.push(usage(`Unexpected \`${String(raw)}\` for --${key}, expected ${read.expected}`));
}

/** Later settings win over earlier ones; where a setting holds several by name, each wins over its own. */
function merged(key: KeyName, before: unknown, now: unknown): unknown {
  const { merged: byName } = KEYS[key] as { readonly merged?: true };
  return byName ? { ...(before as object), ...(now as object) } : now;
}

/** Puts the config file and what it extends into `layers`, the farthest base first. */
async function gather(named: string | undefined, layers: Layer[], problems: Problem[]): Promise<void> {
  const found = named === undefined ? searchHere(problems) : await loadNamed(named, problems);
  if (found !== undefined) await add(found, [], layers, problems);
}

async function add(
  found: Found,
  chain: readonly string[],
  layers: Layer[],
  problems: Problem[],
): Promise<void> {
  if (layers.length >= MOST_FILES)
    return void problems.push(usage(`Unexpected number of config files, expected at most ${MOST_FILES}`));
  const layer = await readLayer(found);
  const below = [...chain, found.file];
  for (const base of layer.bases) {
    const refused = refuse(base, below);
    if (refused !== undefined) problems.push({ ...usage(refused), source: layer.name, code: "config" });
    else {
      const next = await loadNamed(base, problems);
      if (next !== undefined) await add(next, below, layers, problems);
    }
  }
  layers.push(layer);
}

function refuse(base: string, chain: readonly string[]): string | undefined {
  if (CODE.includes(extname(base))) {
    return `Unexpected \`extends\` of ${shown(base)}, expected JSON or YAML: code runs only when --config names it`;
  }
  if (!chain.includes(base)) return undefined;
  const circle = [...chain.slice(chain.indexOf(base)), base].map(shown).join(" → ");
  return `Unexpected circle of \`extends\`, expected an end to it: ${circle}`;
}

function searchHere(problems: Problem[]): Found | undefined {
  try {
    return search(process.cwd());
  } catch (error) {
    problems.push(unreadable((error as { filepath?: string }).filepath ?? "config", error));
    return undefined;
  }
}

async function loadNamed(file: string, problems: Problem[]): Promise<Found | undefined> {
  try {
    return await load(file);
  } catch (error) {
    problems.push(unreadable(shown(file), error));
    return undefined;
  }
}

function unreadable(source: string, error: unknown): Problem {
  const { code, message } = error as NodeJS.ErrnoException;
  const missing =
    code === "ENOENT" ? "Unexpected name of a config file, expected a file that exists" : undefined;
  const folder = code === "EISDIR" ? "Unexpected folder, expected a config file" : undefined;
  return {
    source: shown(source),
    code: "config",
    effect: "unreadable",
    named: true,
    message: missing ?? folder ?? `Unexpected failure of the config file: ${message}`,
  };
}
