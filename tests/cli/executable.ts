import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The root of the repository. */
export const ROOT = resolve(import.meta.dirname, "../..");

/** What users run: the built executable. */
export const EXECUTABLE = join(ROOT, "bin/attune.js");

/** How a command went. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to run it. */
export interface Where {
  readonly cwd?: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** An empty folder of its own. */
export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), "attune-"));

const home = emptyFolder();

/** The environment of nobody in particular: no terminal, no colours, no home with settings. */
export const plainEnv = (env: Where["env"] = {}): NodeJS.ProcessEnv => {
  const { CI: _, NO_COLOR: __, FORCE_COLOR: ___, COLUMNS: ____, ...rest } = process.env;
  return {
    ...rest,
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: join(home, ".config"),
    TERM: "dumb",
    ...env,
  };
};

/** Runs a program to its end. */
export function runProgram(
  program: string,
  args: readonly string[],
  { cwd, stdin = "", env }: Where = {},
): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd: cwd ?? ROOT, env: plainEnv(env) });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", text => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", text => {
      stderr += text;
    });
    child.on("error", fail);
    child.on("close", status => done({ status, stdout, stderr }));
    child.stdin.on("error", () => {});
    child.stdin.end(stdin);
  });
}

/** Runs the built executable. */
export const attune = (args: readonly string[], where?: Where): Promise<Ran> =>
  runProgram(process.execPath, [EXECUTABLE, ...args], where);
