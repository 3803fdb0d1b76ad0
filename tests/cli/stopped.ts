import { spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { EXECUTABLE, plainEnv } from "./executable.js";

/** How a run that was stopped ended, and what it left in its folder. */
export interface Stopped {
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
  readonly left: readonly string[];
}

/** What a run is stopped by, and when. */
export interface Stop {
  readonly signal: NodeJS.Signals;
  /** Bytes that the beginning of its report holds by then. */
  readonly written?: number;
  /** What standard input begins with; it never ends. */
  readonly stdin?: string;
}

/** Runs attune until its report has begun, sends a signal, and says how it ended and what it left. */
export async function stopped(args: readonly string[], cwd: string, stop: Stop): Promise<Stopped> {
  const { signal, written = 0, stdin } = stop;
  const child = spawn(process.execPath, [EXECUTABLE, ...args], { cwd, env: plainEnv() });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", text => {
    stderr += text;
  });
  const over = new Promise<NodeJS.Signals | null>(done => child.on("close", (_, by) => done(by)));
  child.stdin.on("error", () => {});
  if (stdin !== undefined) child.stdin.write(stdin);
  while (child.exitCode === null && !hasBegun(cwd, written)) await new Promise(go => setTimeout(go, 2));
  child.kill(signal);
  return { signal: await over, stderr, left: readdirSync(cwd) };
}

const hasBegun = (cwd: string, written: number): boolean =>
  readdirSync(cwd).some(
    name =>
      name.endsWith("attune-tmp") &&
      (statSync(join(cwd, name), { throwIfNoEntry: false })?.size ?? 0) >= written,
  );
