import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { EXECUTABLE, emptyFolder, plainEnv, ROOT } from "../cli/executable.js";

const page = readFileSync(join(ROOT, "docs/ci.md"), "utf8");
const blocks = (kind: string): readonly string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, "g"))].map(([, text = ""]) => text);

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly if?: string;
}
const [workflow, hooks] = blocks("yaml").map(text => parse(text));
const steps = workflow.jobs.conversations.steps as readonly Step[];
const [write = ""] = blocks("sh");

/** A repository as the page takes it for granted, with `npx` that finds our executable. */
function repository(): { readonly cwd: string; readonly env: NodeJS.ProcessEnv } {
  const cwd = emptyFolder();
  cpSync(join(ROOT, "fixtures/training"), join(cwd, "training"), { recursive: true });
  cpSync(join(ROOT, "fixtures/checklists"), join(cwd, "checklists"), { recursive: true });
  cpSync(join(ROOT, "fixtures/calls"), join(cwd, "conversations"), { recursive: true });
  mkdirSync(join(cwd, "macros"));
  writeFileSync(join(cwd, "macros/late.md"), "Thank you for telling us. I can send a new one today.\n");
  mkdirSync(join(cwd, "bin"));
  const npx = join(cwd, "bin/npx");
  writeFileSync(npx, `#!/bin/sh\nshift\nexec "${process.execPath}" "${EXECUTABLE}" "$@"\n`);
  chmodSync(npx, 0o755);
  const path = `${join(cwd, "bin")}${delimiter}${process.env.PATH}`;
  return { cwd, env: plainEnv({ PATH: path, GITHUB_STEP_SUMMARY: join(cwd, "summary.md") }) };
}

describe.skipIf(process.platform === "win32")("the workflow of docs/ci.md", () => {
  const { cwd, env } = repository();
  const sh = (command: string) => spawnSync("sh", ["-ec", command], { cwd, env, encoding: "utf8" });

  beforeAll(() => {
    const { status, stderr } = sh(write);
    expect(status, stderr).toBe(0);
  });

  // `npm ci` and the actions are GitHub's and npm's business.
  const ours = steps.filter(({ run }) => run !== undefined && run !== "npm ci");
  test("has steps of ours", () => {
    expect(ours.length).toBeGreaterThanOrEqual(4);
  });

  test.each(ours.map(({ name, run }) => [name, run] as const))("%s", (_, run = "") => {
    const { status, stdout, stderr } = sh(run);
    expect(status, stdout + stderr).toBe(0);
  });

  test("its summary is the report", () => {
    expect(readFileSync(join(cwd, "summary.md"), "utf8")).toMatch(/^# Audit of conversations/);
  });

  test("and its steps fail where there is something to fail on", () => {
    writeFileSync(join(cwd, "macros/late.md"), "I'm sorry you feel that way.\n");
    writeFileSync(
      join(cwd, "conversations/new.txt"),
      "Agent: Yes?\nCustomer: I'm really upset, my lamp is broken.\nAgent: You should have read the terms.\n",
    );
    const failing = ours.filter(({ run = "" }) => /lint|audit/.test(run)).map(({ run = "" }) => sh(run));
    expect(failing.map(({ status }) => status)).toEqual([1, 1]);
    expect(failing[0]?.stdout).toContain("::warning file=macros/late.md,line=1");
  });
});

describe.skipIf(process.platform === "win32")("the hooks of docs/ci.md", () => {
  const { cwd, env } = repository();
  const entries = hooks.repos[0].hooks as readonly {
    id: string;
    entry: string;
    files: string;
    pass_filenames?: boolean;
  }[];

  test.each(entries.map(hook => [hook.id, hook] as const))("%s", (_, hook) => {
    // As pre-commit does it: the files that changed and match, behind the entry.
    const changed = ["macros/late.md", "training/cut-off.txt", "README.md"].filter(file =>
      new RegExp(hook.files).test(file),
    );
    expect(changed).toHaveLength(1);
    const command = hook.pass_filenames === false ? hook.entry : `${hook.entry} ${changed.join(" ")}`;
    const { status, stdout, stderr } = spawnSync("sh", ["-ec", command], { cwd, env, encoding: "utf8" });
    expect(status, stdout + stderr).toBe(0);
  });
});

test("the tests of a chat bot run as they stand", () => {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, "node_modules"));
  symlinkSync(ROOT, join(cwd, "node_modules/attune"));
  symlinkSync(join(ROOT, "node_modules/vitest"), join(cwd, "node_modules/vitest"));
  writeFileSync(join(cwd, "package.json"), '{ "private": true, "type": "module" }');
  writeFileSync(join(cwd, "bot.test.js"), blocks("js")[0] ?? "");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, "node_modules/vitest/vitest.mjs"), "run"],
    { cwd, env: plainEnv(), encoding: "utf8" },
  );
  expect(stdout + stderr).toContain("2 passed");
  expect(status).toBe(0);
});

test("the front matter it shows is one that verify reads", () => {
  const [script = ""] = blocks("text");
  const cwd = emptyFolder();
  writeFileSync(
    join(cwd, "a.md"),
    `${script}\n**Agent:** Hello.\n\n**Customer:** Hi, my parcel is late.\n\n**Agent:** Let me look.\n`,
  );
  const { status, stdout } = spawnSync(process.execPath, [EXECUTABLE, "verify", "a.md"], {
    cwd,
    env: plainEnv(),
    encoding: "utf8",
  });
  expect(status).toBe(1);
  expect(stdout).toContain("- fail interruptions at turn 6");
});
