import { join, resolve, sep } from "node:path";
import { entriesOf, kindOf, realPath } from "../engine/folder.js";
import type { Problem } from "../model/index.js";

/** A file to read, or standard input. */
interface File {
  readonly path: string;
  readonly named: boolean;
  /** The folder named, for what was met in one. */
  readonly within?: string;
  /** Its place among all that was met, where only a share of that is read. */
  readonly ordinal?: number;
}

/** Something to read, a folder that was named and is about to be walked, or what was wrong with a name or a folder. */
export type Met =
  | File
  | { readonly folder: string }
  | { readonly problem: Problem; readonly ordinal?: number };

/** Standard input, among paths. */
export const STDIN = "-";

const GLOB = /[*?[\]{}!()]/;
const IN_MODULES = /(?:^|[\\/])node_modules[\\/]/;
/** What lies beside a transcript and is none: reviews, and what training content is expected to show. */
const BESIDE = /\.(?:review\.json|expect\.ya?ml)$/i;
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(["node_modules"]);

/**
 * Names → what they mean, in the order given: files, everything in folders (sorted, without dotfiles, reviews, expectations
 * and `node_modules`, each once however many links lead to it), globs expanded here so that they work in every shell.
 */
export async function* walk(names: readonly string[]): AsyncGenerator<Met> {
  const seen = new Set<string>();
  const meant = new Set(names.filter(name => name !== STDIN).map(name => resolve(name)));
  for (const name of names) {
    if (name === STDIN && fresh(STDIN, seen)) yield { path: STDIN, named: true };
    else if (name !== STDIN) yield* await one(name, seen, meant);
  }
}

async function one(name: string, seen: Set<string>, meant: ReadonlySet<string>): Promise<Iterable<Met>> {
  const kind = safeKind(name);
  if (kind === "folder") return folder(name, seen, meant);
  if (kind !== undefined || !GLOB.test(name)) return file(name, seen);

  const paths = await expand(name);
  if (paths.length > 0) return each(paths, seen);
  return [
    refuse(
      name,
      true,
      "no-match",
      "Unexpected name that matches nothing, expected files, a folder, a glob or -",
    ),
  ];
}

/** A name that cannot even be looked at is opened all the same, which finds out why. */
export function safeKind(name: string): ReturnType<typeof kindOf> {
  try {
    return kindOf(name);
  } catch {
    return "other";
  }
}

async function expand(pattern: string): Promise<readonly string[]> {
  const { globSync } = await import("tinyglobby");
  const options = {
    ignore: ["**/node_modules/**"],
    expandDirectories: false,
    onlyFiles: true,
    followSymbolicLinks: false,
  };
  const paths = globSync(sep === "\\" ? pattern.replaceAll("\\", "/") : pattern, options).sort();
  // The pattern to ignore holds below the working directory only.
  return pattern.includes("node_modules") ? paths : paths.filter(path => !IN_MODULES.test(path));
}

function* each(paths: readonly string[], seen: Set<string>): Generator<Met> {
  for (const path of paths) yield* file(path, seen);
}

function* file(path: string, seen: Set<string>): Generator<Met> {
  if (fresh(realPath(path), seen)) yield { path, named: true };
}

function fresh(real: string, seen: Set<string>): boolean {
  if (seen.has(real)) return false;
  seen.add(real);
  return true;
}

interface Folder {
  readonly path: string;
  /** Where it truly lies: what keeps a circle of links from going round for ever. */
  readonly real: string;
}

function* folder(root: string, seen: Set<string>, meant: ReadonlySet<string>): Generator<Met> {
  yield { folder: root };
  const waiting: (Folder | Met)[] = [{ path: root, real: realPath(root) }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!("real" in next)) yield next;
    else if (fresh(next.real, seen))
      for (const met of inside(next, root, seen, meant).reverse()) waiting.push(met);
  }
}

function inside(
  { path, real }: Folder,
  root: string,
  seen: Set<string>,
  meant: ReadonlySet<string>,
): (Folder | Met)[] {
  const entries = entriesOf(path);
  if ("error" in entries) {
    return [
      refuse(
        path,
        path === root,
        "unreadable-folder",
        `Unexpected error ${entries.error}, expected a readable folder`,
      ),
    ];
  }
  return entries.flatMap((entry): (Folder | Met)[] => {
    const { name, kind, link } = entry;
    if (name.startsWith(".") || (kind === "folder" && SKIPPED_FOLDERS.has(name))) return [];
    if (BESIDE.test(name)) return [];
    const at = join(path, name);
    const truly = link ? realPath(at) : join(real, name);
    if (kind === "folder") return [{ path: at, real: truly }];
    if (kind === "other")
      return [refuse(at, false, "not-a-file", "Unexpected pipe, device or dead link, expected a file")];
    return fresh(truly, seen) ? [{ path: at, named: meant.has(resolve(at)), within: root }] : [];
  });
}

const refuse = (source: string, named: boolean, code: string, message: string): Met => ({
  problem: { source, named, code, message, effect: "unreadable" },
});
