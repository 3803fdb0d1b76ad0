import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A file that appears whole or not at all. */
export interface WholeFile {
  write(text: string): void;
  /** Puts the file in its place. */
  finish(): void;
  /** Leaves what was there before. */
  abandon(): void;
}

const PIECE = 256 * 1024;

/** Opens a file to be written whole: beside its place under another name, synced, then renamed. */
export function createWholeFile(path: string): WholeFile {
  mkdirSync(dirname(path), { recursive: true });
  // What is there and no file (/dev/null, a pipe) is written to as it is, never replaced by a file.
  const special = statSync(path, { throwIfNoEntry: false })?.isFile() === false;
  const at = special ? path : join(dirname(path), `.${basename(path)}.${process.pid}.attune-tmp`);
  const fd = openSync(at, "w");
  let waiting: string[] = [];
  let size = 0;

  const flush = () => {
    const bytes = Buffer.from(waiting.join(""));
    for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
    waiting = [];
    size = 0;
  };
  return {
    write(text) {
      waiting.push(text);
      size += text.length;
      if (size >= PIECE) flush();
    },
    finish() {
      flush();
      if (!special) fsyncSync(fd);
      closeSync(fd);
      if (!special) renameSync(at, path);
    },
    abandon() {
      closeSync(fd);
      if (!special) rmSync(at, { force: true });
    },
  };
}
