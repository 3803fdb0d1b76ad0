import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { createMeter, ROOM, tidy } from "./tidy.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** Where caches lie on this system. */
export function cacheHome(env: Environment, platform: NodeJS.Platform): string {
  if (platform === "win32")
    return join(env.LOCALAPPDATA || join(homedir(), "AppData", "Local"), "attune", "Cache", "audits");
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, "attune", "audits");
  return platform === "darwin"
    ? join(homedir(), "Library", "Caches", "attune", "audits")
    : join(homedir(), ".cache", "attune", "audits");
}

/** Entries by key. Nothing here ever fails a run: what cannot be read is not there, what cannot be written is not kept. */
export interface Folder {
  read(key: string): Uint8Array | undefined;
  write(key: string, bytes: Uint8Array): void;
}

/**
 * Opens the folder, or says why it is not used: somebody else could have put results there. `by` tells those who write
 * in one process apart.
 */
export function openFolder(root: string, now: number, by = "0", room = ROOM): Folder | undefined {
  try {
    mkdirSync(root, { recursive: true, mode: 0o700 });
    if (process.getuid && !isOurs(root, process.getuid())) return undefined;
    tidy(root, now, room);
  } catch {
    return undefined;
  }
  let failures = 0;
  let count = 0;
  const meter = createMeter(root, room);
  return {
    read(key) {
      try {
        return readFileSync(placeOf(root, key));
      } catch {
        return undefined;
      }
    },
    write(key, bytes) {
      if (failures > 3) return;
      const path = placeOf(root, key);
      const waiting = `${path}.${process.pid}.${by}.${count++}`;
      try {
        mkdirSync(join(root, key.slice(0, 2)), { recursive: true, mode: 0o700 });
        writeFileSync(waiting, bytes, { mode: 0o600, flag: "wx" });
        renameSync(waiting, path);
        meter(bytes.length, Date.now);
      } catch {
        failures++;
        rmSync(waiting, { force: true });
      }
    },
  };
}

/** Takes away everything that is kept under keys with such a beginning; returns how many entries there were. */
export function eraseUnder(root: string, beginning: string): number {
  const folder = join(root, beginning.slice(0, 2));
  if (!existsSync(folder)) return 0;
  const names = readdirSync(folder).filter(name => name.startsWith(beginning.slice(2)));
  for (const name of names) rmSync(join(folder, name), { force: true });
  return names.length;
}

const placeOf = (root: string, key: string): string => join(root, key.slice(0, 2), key.slice(2));

/** A folder of somebody else's, or that others may write to, is not ours to trust; one of ours is closed to others. */
function isOurs(root: string, user: number): boolean {
  const { uid, mode } = statSync(root);
  if (uid !== user || (mode & 0o022) !== 0) return false;
  if ((mode & 0o077) !== 0) chmodSync(root, 0o700);
  return true;
}
