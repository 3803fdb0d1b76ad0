import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** What others may see of a store. */
export const PRIVATE = 0o600;

/** Names of files that are not yet in their place. */
export const UNFINISHED: RegExp = /^\..*\.tmp$/;

/** Virus scanners and indexers hold a fresh file for a moment on Windows. */
const HELD: ReadonlySet<string> = new Set(["EPERM", "EACCES", "EBUSY"]);
const TRIES = 20;

/** Renames over what is there; where somebody holds the file for a moment, tries again for a second. */
export function renameOver(from: string, to: string): void {
  for (let tries = 1; ; tries++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      if (process.platform !== "win32" || !HELD.has(code) || tries >= TRIES) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
}

/** Makes new names in a folder survive a power cut. Windows has no such call and needs none. */
export function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const fd = openSync(path, "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Writes all bytes. */
export function writeAll(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
}

/** Where a file is written before it is put in its place. */
export const besides = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);

/** Writes a small private file whole: beside its place, synced, renamed. */
export function writeWhole(path: string, text: string | Uint8Array): void {
  const waiting = besides(path);
  try {
    writeFileSync(waiting, text, { mode: PRIVATE, flush: true });
    renameOver(waiting, path);
  } catch (error) {
    rmSync(waiting, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** The text of a file, or undefined where there is none. */
export function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
