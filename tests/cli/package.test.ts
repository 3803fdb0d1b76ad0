import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, ROOT, runProgram } from "./executable.js";

const npm = (args: readonly string[], cwd: string) =>
  runProgram("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd,
    env: { npm_config_update_notifier: "false" },
  });

const MATCHER = `import { expect, test } from "vitest";
import "attune/vitest";
const messages = [
  { role: "user", content: "My parcel is a week late and I'm really upset." },
  { role: "assistant", content: "I'm so sorry your parcel is late, I can hear how upsetting that is. I can refund you or send a new one. Which would you prefer?" },
  { role: "user", content: "A new one." },
];
test("the bot answers feelings", () => expect(messages).toShow("empathy"));
test("and a cold one does not", () => expect("Agent: Yes?\\nCustomer: I'm really upset, my parcel is late.\\nAgent: No.").not.toPass("core"));
`;

const TYPED = `import { audit, type Audited } from "attune";
import { expect } from "vitest";
import "attune/vitest";
export const audited: Promise<Audited> = audit("Agent: Hello.", { checklists: ["core"] });
expect("Agent: Hello.").toPass("core");
expect("Agent: Hello.").not.toShow("empathy", { agents: ["Ana"] });
// @ts-expect-error a checklist is named by a text
expect("Agent: Hello.").toPass(7);
`;

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

  // The matcher joins the vitest of whoever uses it: here ours, as if it had been installed beside.
  symlinkSync(join(ROOT, "node_modules/vitest"), join(home, "node_modules/vitest"));
  writeFileSync(join(home, "bot.test.mjs"), MATCHER);
  const matched = await runProgram(process.execPath, [join(ROOT, "node_modules/vitest/vitest.mjs"), "run"], {
    cwd: home,
  });
  expect(matched.stdout, matched.stderr).toContain("2 passed");
  expect(matched.status).toBe(0);

  writeFileSync(join(home, "types.ts"), TYPED);
  const typed = await runProgram(
    process.execPath,
    [
      join(ROOT, "node_modules/typescript/bin/tsc"),
      "--ignoreConfig",
      "--noEmit",
      "--strict",
      "--skipLibCheck",
      "--module",
      "nodenext",
      "--target",
      "es2022",
      "--typeRoots",
      join(ROOT, "node_modules/@types"),
      "--types",
      "node",
      "types.ts",
    ],
    { cwd: home },
  );
  expect(typed.stdout).toBe("");
  expect(typed.status).toBe(0);

  const inside = join(home, "node_modules/attune");
  expect(readdirSync(join(inside, "dist/types")).length).toBeGreaterThan(0);
  expect(readFileSync(join(inside, "dist/THIRD-PARTY-LICENSES.txt"), "utf8")).toContain("commander");
  expect(readdirSync(inside)).not.toContain("src");
});
