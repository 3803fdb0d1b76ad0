import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";

/** What lies at a path, links followed. `other`: a pipe, socket or device, or a link that leads nowhere. */
export type Kind = "file" | "folder" | "other";

/** Something in a folder. */
export interface Entry {
  readonly name: string;
  readonly kind: Kind;
  /** It is a link, so its real place is elsewhere. */
  readonly link: boolean;
}

/** What lies at a path; undefined where there is nothing. */
export function kindOf(path: string): Kind | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  return kind(stats);
}

/** What lies in a folder, sorted by name; or the code of the error. */
export function entriesOf(folder: string): readonly Entry[] | { readonly error: string } {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(entry => entryOf(folder, entry));
  } catch (error) {
    return { error: (error as NodeJS.ErrnoException).code ?? "error" };
  }
}

/** The one true path of something that may be reached by links; the path itself where that cannot be found out. */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

function entryOf(folder: string, entry: Dirent): Entry {
  const { name } = entry;
  if (!entry.isSymbolicLink()) return { name, kind: kind(entry), link: false };
  return { name, kind: followed(join(folder, name)), link: true };
}

function followed(path: string): Kind {
  try {
    return kindOf(path) ?? "other";
  } catch {
    return "other";
  }
}

function kind(entry: { isFile(): boolean; isDirectory(): boolean }): Kind {
  if (entry.isFile()) return "file";
  return entry.isDirectory() ? "folder" : "other";
}

/** Bytes of a file, and when it was written last, ms since 1970; 0 where that cannot be found out. */
export function stateOf(path: string): {
  readonly size: number;
  readonly written: number;
  /** It comes once, and to whoever opens it first. */
  readonly pipe: boolean;
} {
  try {
    const about = statSync(path);
    return { size: about.size, written: about.mtimeMs, pipe: about.isFIFO() };
  } catch {
    return { size: 0, written: 0, pipe: false };
  }
}

/** Bytes of a file; 0 where that cannot be found out. */
export const sizeOf = (path: string): number => stateOf(path).size;
