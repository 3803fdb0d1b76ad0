import { createHash, randomBytes } from "node:crypto";
import { readFileSync, readlinkSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { PRIVATE, renameOver, textOf } from "./disk.js";

/** Who holds a lock, as the lock says. */
export interface Holder {
  readonly token: string;
  readonly host: string;
  /** Names this run of this machine (and container): only there does a process id mean anything. */
  readonly machine: string;
  readonly pid: number;
  /** When the process began, where the system tells: ids are used again. */
  readonly born?: string;
  /** ISO 8601. */
  readonly since: string;
}

/** A lock that is held. */
export interface Lock {
  /** Whether it still is: whoever slept too long finds it taken over. */
  isHeld(): boolean;
  release(): void;
}

/** How long to wait, ms. */
export interface Patience {
  /** For a holder that shows signs of life. */
  readonly busy: number;
  /** Without a sign of life from a holder of whom nothing else is known: then it is taken for gone. */
  readonly silent: number;
}

/** The signs of life come every two seconds; fifteen of them missed mean that nobody is there. */
export const PATIENCE: Patience = { busy: 10_000, silent: 30_000 };
const BEAT = 2_000;
const LOOK = 100;

/** Takes the lock of a store, or says who holds it. */
export async function takeLock(
  store: string,
  patience: Patience = PATIENCE,
): Promise<Lock | { readonly holder: Holder | undefined }> {
  const path = join(store, "lock");
  const mine = self();
  const began = performance.now();
  let seen: { sign: string; since: number; moved: boolean } | undefined;
  for (;;) {
    if (create(path, mine)) return hold(path, mine);
    const now = performance.now();
    const text = textOf(path) ?? "";
    const holder = holderOf(text);
    const sign = `${text} ${statSync(path, { throwIfNoEntry: false })?.mtimeMs}`;
    if (seen?.sign !== sign) seen = { sign, since: now, moved: seen !== undefined };
    const gone = isGone(holder, mine);
    if (gone === true || (gone === undefined && now - seen.since >= patience.silent)) {
      if (takeOver(path, text, mine)) return hold(path, mine);
    } else if ((gone === false || seen.moved) && now - began >= patience.busy) return { holder };
    await new Promise(resolve => setTimeout(resolve, LOOK));
  }
}

function create(path: string, mine: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(mine), { flag: "wx", mode: PRIVATE });
    return true;
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    // On Windows a lock that is just being removed refuses everything for a moment.
    if (code === "EEXIST" || (process.platform === "win32" && code === "EPERM")) return false;
    throw error;
  }
}

/** Whether a holder is gone for certain (true), there for certain (false), or somewhere we cannot see (undefined). */
function isGone(holder: Holder | undefined, mine: Holder): boolean | undefined {
  if (holder === undefined || holder.machine !== mine.machine) return undefined;
  const born = bornOf(holder.pid);
  if (born !== undefined && holder.born !== undefined) return born !== holder.born;
  try {
    process.kill(holder.pid, 0);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH" ? true : undefined;
  }
}

/**
 * Puts our name over one whose owner is gone. Two that see this at once must not both do it, nor one of them undo what
 * the other did: a second file lets one through, and that one looks again.
 */
function takeOver(path: string, stale: string, mine: Holder): boolean {
  const gate = `${path}.over`;
  if (!create(gate, mine)) {
    // Held for a blink; one that stands for long was left behind.
    const { mtimeMs = Date.now() } = statSync(gate, { throwIfNoEntry: false }) ?? {};
    if (Math.abs(Date.now() - mtimeMs) > PATIENCE.silent) rmSync(gate, { force: true });
    return false;
  }
  try {
    if (textOf(path) !== stale) return false;
    const waiting = `${path}.${mine.token}`;
    writeFileSync(waiting, JSON.stringify(mine), { mode: PRIVATE });
    renameOver(waiting, path);
    return true;
  } finally {
    rmSync(gate, { force: true });
  }
}

function hold(path: string, { token }: Holder): Lock {
  const isHeld = () => holderOf(textOf(path))?.token === token;
  const beat = setInterval(() => {
    try {
      const now = Date.now() / 1000;
      if (isHeld()) utimesSync(path, now, now);
    } catch {
      // Whoever looks will take the silence for what it is.
    }
  }, BEAT);
  beat.unref();
  return {
    isHeld,
    release() {
      clearInterval(beat);
      if (isHeld()) rmSync(path, { force: true });
    },
  };
}

function holderOf(text: string | undefined): Holder | undefined {
  try {
    const read = JSON.parse(text ?? "") as Partial<Holder> | null;
    const good =
      typeof read?.token === "string" && typeof read.machine === "string" && Number.isInteger(read.pid);
    return good ? (read as Holder) : undefined;
  } catch {
    return undefined;
  }
}

function self(): Holder {
  const born = bornOf(process.pid);
  return {
    token: randomBytes(12).toString("hex"),
    host: hostname(),
    machine: machine(),
    pid: process.pid,
    ...(born !== undefined && { born }),
    since: new Date().toISOString(),
  };
}

/** This boot of this machine, and on Linux this container: elsewhere the same process id is somebody else. */
function machine(): string {
  const tell = (read: () => string): string => {
    try {
      return read().trim();
    } catch {
      return "";
    }
  };
  const boot = tell(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8"));
  const space = tell(() => readlinkSync("/proc/self/ns/pid"));
  return createHash("sha256")
    .update(JSON.stringify([hostname(), boot, space]))
    .digest("hex")
    .slice(0, 16);
}

/** When a process of this machine began, in ticks since the start; undefined where the system does not tell. */
function bornOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}
