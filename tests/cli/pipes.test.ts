import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openEach } from "../../src/engine/open.js";
import { openNamedPipe } from "../../src/engine/pipe.js";
import { attune, EXECUTABLE, emptyFolder, runProgram } from "./executable.js";
import { callLine, manyCalls } from "./night.js";
import { stopped } from "./stopped.js";

const unix = process.platform !== "win32";

function namedPipe(): { readonly cwd: string; readonly pipe: string } {
  const cwd = emptyFolder();
  const pipe = join(cwd, "pipe");
  execFileSync("mkfifo", [pipe]);
  return { cwd, pipe };
}

test.skipIf(!unix)("a named pipe that nobody writes to is a problem, not a wait for ever", async () => {
  const { pipe } = namedPipe();
  expect(await openNamedPipe(pipe, 30)).toBeUndefined();
});

test.skipIf(!unix)("a named pipe is read once, however late its writer comes", async () => {
  const { cwd, pipe } = namedPipe();
  writeFileSync(join(cwd, "one.json"), callLine(1));
  const args = ["audit", "pipe", "--format", "json", "--threads", "2", "--no-cache"];
  const reading = attune(args, { cwd });
  const writing = runProgram("sh", ["-c", `cat one.json > "${pipe}"`], { cwd });
  const [{ status, stdout }] = await Promise.all([reading, writing]);
  expect(status).toBe(0);
  expect((JSON.parse(stdout) as { audits: unknown[] }).audits).toHaveLength(1);
});

test.skipIf(!unix)("a long named pipe is read as it comes, and so is what a shell puts in", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "many.jsonl"), manyCalls(60, 80_000));
  const args = ["--to", "turns", "--limit", "document=1MB"];
  const line = `"${process.execPath}" "${EXECUTABLE}" convert <(cat many.jsonl) ${args.join(" ")}`;
  const piped = await runProgram("bash", ["-c", line], { cwd });
  const { stdout } = await attune(["convert", "many.jsonl", ...args], { cwd });
  expect(piped.stdout === stdout).toBe(true);
  expect(stdout.trimEnd().split("\n")).toHaveLength(61);
});

test.skipIf(!unix)("nothing put in by a shell is an empty file at once", async () => {
  const line = `"${process.execPath}" "${EXECUTABLE}" audit <(true)`;
  const { status, stdout } = await runProgram("bash", ["-c", line]);
  expect(status).toBe(2);
  expect(stdout).toContain("Unexpected empty file");
});

test.skipIf(!unix)("who waits for a writer can be stopped, and leaves nothing", async () => {
  const { cwd } = namedPipe();
  const args = ["audit", "pipe", "--output", "night.json"];
  expect(await stopped(args, cwd, { signal: "SIGTERM" })).toEqual({
    signal: "SIGTERM",
    stderr: "",
    left: ["pipe"],
  });
});

test.skipIf(!unix).each(["audit", "convert"])(
  "who waits for more of a long standard input can be stopped, and leaves nothing: %s",
  async command => {
    const cwd = emptyFolder();
    const stdin = `${JSON.stringify({ nobody: "x".repeat(500_000) })}\n`.repeat(10);
    const args = [
      command,
      "-",
      ...(command === "convert" ? ["--to", "turns"] : []),
      "--output",
      "night.json",
    ];
    expect(await stopped(args, cwd, { signal: "SIGTERM", stdin })).toMatchObject({
      signal: "SIGTERM",
      left: [],
    });
  },
);

test.skipIf(!unix)("a socket is no file", async () => {
  const path = join(emptyFolder(), "socket");
  const server = createServer();
  await new Promise<void>(done => server.listen(path, done));
  try {
    for await (const opened of openEach(path, true))
      expect(opened).toMatchObject({ problem: { code: "not-a-file", named: true } });
  } finally {
    server.close();
  }
});
