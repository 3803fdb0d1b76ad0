import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { attune, EXECUTABLE, runProgram } from "../cli/executable.js";
import { night } from "../cli/night.js";

const has =
  spawnSync("parallel", ["--version"], { encoding: "utf8" }).stdout?.startsWith("GNU parallel") === true;

describe.skipIf(!has)("GNU parallel (skipped where it is not installed)", () => {
  test("runs the shards as docs/batch.md says, and merged they are one run", async () => {
    const cwd = night(60);
    mkdirSync(`${cwd}/out`);
    const one = await attune(["audit", "exports", "--no-cache", "--format", "json"], { cwd });
    const each = `${process.execPath} ${EXECUTABLE} audit exports --no-cache --threads 1 --shard {}/4 --report blob=out/{}.blob`;
    const ran = await runProgram(
      "parallel",
      ["-j2", "--halt", "soon,fail=1", each, ":::", "1", "2", "3", "4"],
      { cwd },
    );
    expect(ran).toEqual({ status: 0, stdout: "", stderr: "" });
    const blobs = ["4", "1", "3", "2"].map(n => `out/${n}.blob`);
    expect(await attune(["merge", ...blobs, "--format", "json"], { cwd })).toEqual(one);
  });
});
