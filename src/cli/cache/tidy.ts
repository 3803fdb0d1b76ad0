import { appendFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const DAY = 86_400_000;
/** Entries that nobody wrote anew for so long go: conversations are not kept here for ever. */
const OLDEST = 30 * DAY;
const MEBI = 1024 * 1024;
/** A file takes whole blocks of a disk. */
const BLOCK = 4096;

/** How large a cache may become, in bytes. */
export interface Room {
  readonly most: number;
  /** After so much was written, by whichever runs, it is looked at again. */
  readonly step: number;
}

/** 200,000 conversations and more; looked at after each 10,000 or so. */
export const ROOM: Room = { most: 1024 * MEBI, step: 64 * MEBI };

/** Once a day, and whenever much was written, what is old goes, and the oldest of what is too much. */
export function tidy(root: string, now: number, room: Room): void {
  const mark = join(root, "tidied");
  const last = statSync(mark, { throwIfNoEntry: false })?.mtimeMs;
  const written = statSync(join(root, "written"), { throwIfNoEntry: false })?.size ?? 0;
  if (last !== undefined && now - last < DAY && written === 0) return;
  writeFileSync(mark, "", { mode: 0o600 });
  utimesSync(mark, now / 1000, now / 1000);
  if (last !== undefined) trim(root, now, room);
}

/** Counts what a run writes; when it is a step, the cache is looked at. Another run sees it by the file that is left. */
export function createMeter(root: string, room: Room): (bytes: number, now: () => number) => void {
  let since = 0;
  return (bytes, now) => {
    since += onDisk(bytes);
    if (since < room.step) return;
    since = 0;
    appendFileSync(join(root, "written"), ".", { mode: 0o600 });
    tidy(root, now(), room);
  };
}

const onDisk = (size: number): number => Math.ceil(size / BLOCK) * BLOCK;

/** A little more goes than has to, so that it does not have to at once again. */
const LEFT = 0.9;

function trim(root: string, now: number, { most }: Room): void {
  rmSync(join(root, "written"), { force: true });
  const kept: { readonly path: string; readonly bytes: number; readonly time: number }[] = [];
  let bytes = 0;
  for (const path of entriesIn(root)) {
    const { mtimeMs, size } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: now, size: 0 };
    if (now - mtimeMs > OLDEST) rmSync(path, { force: true });
    else {
      kept.push({ path, bytes: onDisk(size), time: mtimeMs });
      bytes += onDisk(size);
    }
  }
  if (bytes <= most) return;
  for (const entry of kept.sort((a, b) => a.time - b.time)) {
    if (bytes <= most * LEFT) return;
    rmSync(entry.path, { force: true });
    bytes -= entry.bytes;
  }
}

function entriesIn(root: string): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name))
    .flatMap(({ name }) => readdirSync(join(root, name)).map(file => join(root, name, file)));
}
