import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { closest } from "../../checklist/closest.js";
import type { Problem } from "../../model/index.js";
import type { Found } from "./find.js";
import { FLAG_ONLY, isKey, KEY_NAMES, KEYS, type KeyName } from "./keys.js";

/** What one config file says, its mistakes located. */
export interface Layer {
  /** As shown to people: relative to the working directory where it lies inside. */
  readonly name: string;
  readonly values: ReadonlyMap<KeyName, unknown>;
  /** Files it builds on, absolute, in the order given. */
  readonly bases: readonly string[];
  readonly problems: readonly Problem[];
}

type Complain = (path: readonly (string | number)[], message: string) => void;

/** A path as people would write it here. */
export function shown(file: string): string {
  const near = relative(process.cwd(), file);
  return near === "" || near.startsWith("..") || isAbsolute(near) ? file : near.replaceAll("\\", "/");
}

/** Reads a config file that was found: unknown keys and wrong values become problems, all at once. */
export async function readLayer(found: Found): Promise<Layer> {
  const name = shown(found.file);
  const { value, problems, complain } = await contents(found, name);
  const values = new Map<KeyName, unknown>();
  let bases: readonly string[] = [];

  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    if (value !== undefined && value !== null)
      complain([], "Unexpected value, expected settings, a key a line");
    return { name, values, bases, problems };
  }
  for (const [key, written] of Object.entries(value)) {
    if (key === "extends") bases = basesOf(written, found.file, complain);
    else if (!isKey(key)) complain([key], strange(key));
    else take(key, written, found.file, values, complain);
  }
  return { name, values, bases, problems };
}

async function contents(
  found: Found,
  source: string,
): Promise<{ readonly value: unknown; readonly problems: readonly Problem[]; readonly complain: Complain }> {
  if (!("text" in found)) {
    const problems: Problem[] = [];
    const complain: Complain = (_, message) =>
      problems.push({ source, code: "config", effect: "unreadable", message });
    return { value: found.value, problems, complain };
  }
  const { readWritten } = await import("../../checklist/written.js");
  const written = readWritten(source, found.text);
  const inPackage = basename(found.file) === "package.json";
  const value = inPackage ? (written.value as { attune?: unknown } | undefined)?.attune : written.value;
  const complain: Complain = (path, message) =>
    written.wrong(inPackage ? ["attune", ...path] : path, message);
  return { value, complain, problems: written.problems };
}

function strange(key: string): string {
  const reason = FLAG_ONLY.get(key);
  return `Unexpected \`${key}\`, ${reason ?? `expected ${closest(key, ["extends", ...KEY_NAMES])}`}`;
}

function basesOf(written: unknown, file: string, complain: Complain): readonly string[] {
  const list: readonly unknown[] = Array.isArray(written) ? written : [written];
  const good = list.every((path): path is string => typeof path === "string" && path !== "");
  if (good) return list.map(path => resolve(dirname(file), path));
  complain(["extends"], "Unexpected value of `extends`, expected a path or a list of paths");
  return [];
}

function take(
  key: KeyName,
  written: unknown,
  file: string,
  values: Map<KeyName, unknown>,
  complain: Complain,
): void {
  const read = KEYS[key].read(written);
  if ("expected" in read) {
    complain([key], `Unexpected value of \`${key}\`, expected ${read.expected}`);
    return;
  }
  if ("mistakes" in read) {
    for (const { at, message } of read.mistakes) complain([key, ...at], message);
    return;
  }
  const files = "files" in KEYS[key] ? KEYS[key].files : undefined;
  if (files === undefined) values.set(key, read.value);
  else if (files === "file") values.set(key, shown(resolve(dirname(file), read.value as string)));
  else
    values.set(
      key,
      (read.value as readonly string[]).map(name => beside(name, files, file, m => complain([key], m))),
    );
}

/** File names in a config file are meant from where it lies; it may have reports written nowhere else. */
function beside(
  name: string,
  files: "names" | "reports",
  file: string,
  wrong: (message: string) => void,
): string {
  const folder = dirname(file);
  if (files === "names") return looksLikePath(name) ? shown(resolve(folder, name)) : name;

  const [, report, path] = /^([^=]*)=(.*)$/s.exec(name) ?? [];
  if (report === undefined || path === undefined || path === "-") return name;
  const target = join(folder, path);
  const inside = relative(folder, target);
  if (isAbsolute(path) || inside.startsWith("..")) {
    wrong(`Unexpected report file \`${path}\`, expected one inside the folder of this config`);
  }
  return `${report}=${shown(target)}`;
}

/** Whether a checklist's name is that of a file. */
export const looksLikePath = (name: string): boolean => /[\\/]|\.(?:ya?ml|json)$/i.test(name);
