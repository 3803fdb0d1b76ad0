import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { attune, emptyFolder } from "./executable.js";
import { callLine, manyCalls } from "./night.js";

const root = process.platform !== "win32" && process.getuid?.() === 0;

test.skipIf(process.platform === "win32")(
  "a circle of links, a pipe and a folder that may not be read are told, and nobody waits",
  async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, "in/closed"), { recursive: true });
    writeFileSync(join(cwd, "in/a.json"), callLine(1));
    symlinkSync("..", join(cwd, "in/round"));
    execFileSync("mkfifo", [join(cwd, "in/pipe")]);
    chmodSync(join(cwd, "in/closed"), 0);
    try {
      const runs = [];
      for (const threads of ["1", "2"])
        runs.push(
          await attune(["audit", "in", "--format", "json", "--no-cache", "--threads", threads], { cwd }),
        );
      const { audits, problems } = JSON.parse(runs[0]?.stdout as string) as {
        audits: unknown[];
        problems: { code: string }[];
      };
      expect(audits).toHaveLength(1);
      expect(problems.map(({ code }) => code)).toEqual(
        root ? ["not-a-file"] : ["unreadable-folder", "not-a-file"],
      );
      expect(runs[1]).toEqual(runs[0]);
    } finally {
      chmodSync(join(cwd, "in/closed"), 0o700);
    }
  },
  30_000,
);

const disk = emptyFolder();
const mounted = process.platform === "linux" && root && mounts(disk);
function mounts(folder: string): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=200k", "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
afterAll(() => {
  if (mounted) execFileSync("umount", [disk]);
});

test.skipIf(!mounted)(
  "a disk that fills up leaves the report of yesterday, and no trace (skipped where nothing may be mounted)",
  async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "many.jsonl"), manyCalls(150, 4_000));
    writeFileSync(join(disk, "night.json"), "yesterday");
    for (const threads of ["1", "2"]) {
      const args = [
        "audit",
        "many.jsonl",
        "--threads",
        threads,
        "--report",
        `json=${join(disk, "night.json")}`,
      ];
      const { status, stderr } = await attune(
        [...args, "--cache-location", join(disk, "kept"), "--report", "summary=all.txt"],
        { cwd },
      );
      expect(status).toBe(2);
      expect(stderr).toContain("Unexpected error ENOSPC, expected a file that can be written");
      expect(readFileSync(join(disk, "night.json"), "utf8")).toBe("yesterday");
      expect(readdirSync(disk).filter(name => name.endsWith("attune-tmp"))).toEqual([]);
      expect(readFileSync(join(cwd, "all.txt"), "utf8")).toContain("151 conversations audited");
    }
  },
  60_000,
);
