import { dirname, join, resolve } from "node:path";
import { isShipped, shippedPath } from "./shipped.js";

/** A file that was asked for by name, and its text. */
export interface Located {
  readonly path: string;
  readonly text: string;
}

/** Gives a file's text or throws. */
export type Read = (path: string) => string;

/** What a pack is called on its own: `attune-checklist-x`, or the same in a scope. */
const PACK = /^(?:@[a-z0-9][\w.-]*\/)?attune-checklist-[\w.-]+$/;
const IN_PACKAGE = /^((?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*)\/(.+\.ya?ml)$/;
/** The checklist of a pack whose package.json does not name one in `attune`. */
const USUAL_FILE = "checklist.yaml";

/** Finds a checklist: one that ships, a path from the folder it was named in, else an npm package as Node would find it. */
export function locate(name: string, folder: string, read: Read): Located | undefined {
  if (isShipped(name)) return attempt(shippedPath(name), read);
  const path = folder === "" ? name : join(folder, name);
  const file = attempt(path, read);
  if (file || /^[./\\]/.test(name)) return file;
  const [, pack, inner] = IN_PACKAGE.exec(name) ?? [];
  if (pack !== undefined && inner !== undefined && !inner.split(/[/\\]/).includes(".."))
    return upwards(folder, modules => attempt(join(modules, pack, inner), read));
  return PACK.test(name) ? upwards(folder, modules => packIn(join(modules, name), read)) : undefined;
}

/** The first that is found in a `node_modules` of the folder or of one above it. */
function upwards(folder: string, find: (modules: string) => Located | undefined): Located | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = find(join(at, "node_modules"));
    if (found || dirname(at) === at) return found;
  }
}

function packIn(folder: string, read: Read): Located | undefined {
  const about = attempt(join(folder, "package.json"), read);
  if (!about) return undefined;
  const named = attuneOf(about.text);
  if (named.split(/[/\\]/).includes("..")) return undefined;
  return attempt(join(folder, named), read);
}

function attuneOf(json: string): string {
  try {
    const { attune } = JSON.parse(json) as { readonly attune?: unknown };
    return typeof attune === "string" ? attune : USUAL_FILE;
  } catch {
    return USUAL_FILE;
  }
}

function attempt(path: string, read: Read): Located | undefined {
  try {
    return { path, text: read(path) };
  } catch {
    return undefined;
  }
}
