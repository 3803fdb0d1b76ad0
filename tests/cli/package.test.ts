import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, ROOT, runProgram } from "./executable.js";

const npm = (args: readonly string[], cwd: string) =>
  runProgram("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd,
    env: { npm_config_update_notifier: "false" },
  });

test("the package installs into an empty folder without a network and audits a call there", {
  timeout: 120_000,
}, async () => {
  const shelf = emptyFolder();
  const packed = await npm(["pack", "--ignore-scripts", "--pack-destination", shelf], ROOT);
  expect(packed.status, packed.stderr).toBe(0);
  const [tarball = ""] = readdirSync(shelf);

  const home = emptyFolder();
  writeFileSync(join(home, "package.json"), '{ "private": true }');
  const installed = await npm(["install", "--offline", join(shelf, tarball)], home);
  expect(installed.status, installed.stderr).toBe(0);
  expect(readdirSync(join(home, "node_modules")).filter(name => !name.startsWith("."))).toEqual(["attune"]);

  mkdirSync(join(home, "calls"));
  writeFileSync(
    join(home, "calls/ana.txt"),
    "Agent: Good morning, how can I help?\nCustomer: My parcel is late.\nAgent: I'm sorry, that is annoying.\n",
  );
  const { status, stdout, stderr } = await runProgram(
    join(home, "node_modules/.bin/attune"),
    ["audit", "calls"],
    { cwd: home },
  );
  expect(stderr).toBe("");
  expect(stdout).toContain("calls/ana.txt");
  expect(status).toBe(0);

  const library = `import { audit } from "attune";
    const { audits, problems } = await audit("Agent: Hello, how can I help?\\nCustomer: My parcel is late.");
    console.log(audits.length, problems.length);`;
  writeFileSync(join(home, "use.mjs"), library);
  expect((await runProgram(process.execPath, ["use.mjs"], { cwd: home })).stdout).toBe("1 0\n");

  const inside = join(home, "node_modules/attune");
  expect(readdirSync(join(inside, "dist/types")).length).toBeGreaterThan(0);
  expect(readFileSync(join(inside, "dist/THIRD-PARTY-LICENSES.txt"), "utf8")).toContain("commander");
  expect(readdirSync(inside)).not.toContain("src");
});
