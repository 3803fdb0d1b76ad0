import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { attune, emptyFolder } from "./executable.js";

const CALL = [
  "Agent: Hello, this is Ana.",
  "Customer: I'm really upset. My parcel is a week late, and it was a present.",
  "Agent: There's nothing I can do.",
  "Customer: Well, thanks.",
];

test("what is there today is accepted, what is new is not, and what is gone can be taken out", async () => {
  const cwd = emptyFolder();
  const write = (lines: readonly string[]) => writeFileSync(join(cwd, "call.txt"), `${lines.join("\n")}\n`);
  const gate = () => attune(["audit", "call.txt", "--no-worse-than", "b.json", "--format", "json"], { cwd });
  write(CALL);
  const written = await attune(["baseline", "write", "call.txt", "--baseline", "b.json"], { cwd });
  expect(written.stdout).toMatch(/^b\.json: [3-9] accepted\n$/);
  const file = readFileSync(join(cwd, "b.json"), "utf8");
  expect(file).not.toMatch(/parcel|nothing/);
  expect((await gate()).status).toBe(0);

  write(["Customer: Hello?", ...CALL.slice(0, 2), "Customer: Are you there?", ...CALL.slice(2)]);
  const shifted = await gate();
  expect(JSON.parse(shifted.stdout).totals.decision).toMatchObject({ below: 0, missed: [] });

  write([...CALL, "Agent: We can't refund that."]);
  const worse = await gate();
  expect(worse.status).toBe(1);
  expect(worse.stderr).toContain("call.txt: worse than b.json: positive-language");

  const pruned = await attune(["baseline", "prune", "call.txt", "--baseline", "b.json"], { cwd });
  expect(pruned.status).toBe(0);
  expect((await gate()).status).toBe(1);
  const shown = await attune(["baseline", "show", "call.txt", "--baseline", "b.json"], { cwd });
  expect(shown.stdout).toContain("call.txt, turn 2");

  write(CALL);
  await attune(["baseline", "write", "call.txt", "--baseline", "again.json"], { cwd });
  expect(readFileSync(join(cwd, "again.json"), "utf8")).toBe(file);
});
