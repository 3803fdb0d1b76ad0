import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import type { News } from "../../src/batch/heard.js";
import { walk } from "../../src/batch/walk.js";
import { loadRules } from "../../src/checklist/rules.js";
import { runOver } from "../../src/cli/run.js";
import { runThreaded } from "../../src/cli/threaded.js";
import { createAuditor } from "../../src/engine/audit.js";
import { LIMITS } from "../../src/engine/limits.js";
import { readBytes, readText } from "../../src/engine/text-file.js";
import { emptyFolder, ROOT } from "./executable.js";
import { callLine, manyCalls } from "./night.js";

const rules = await loadRules(["core"], { text: readText, bytes: readBytes });
const plan = { reading: { limits: LIMITS }, auditor: createAuditor(rules) };
const reading = {
  from: undefined,
  agent: [],
  metadata: undefined,
  formats: [],
  limits: {},
  namePattern: undefined,
};

async function all(news: AsyncIterable<News>): Promise<readonly News[]> {
  const heard: News[] = [];
  for await (const one of news) heard.push(one);
  return heard;
}

function inThreads(path: string, script: URL, lost: string[]): Promise<readonly News[]> {
  const told = { rules, reading, cache: { cache: false, mask: true } };
  const by = { count: 2, told, script, lost: (why: string) => void lost.push(why), known: () => {} };
  return all(runThreaded(walk([path]), plan, by));
}

test("what threads held when they died is judged again, in its place, and nothing is lost", async () => {
  const path = join(emptyFolder(), "many.jsonl");
  writeFileSync(path, manyCalls(250));
  const lost: string[] = [];
  const dying = pathToFileURL(join(ROOT, "tests/cli/dying-worker.mjs"));
  expect(await inThreads(path, dying, lost)).toEqual(await all(runOver(walk([path]), plan)));
  expect(lost.length).toBeGreaterThanOrEqual(2);
  expect(new Set(lost)).toEqual(new Set(["it ended with 7"]));
}, 60_000);

test("a thread that cannot even begin leaves all the work here, and nobody waits for it", async () => {
  const path = join(emptyFolder(), "many.jsonl");
  writeFileSync(path, manyCalls(120));
  const lost: string[] = [];
  const none = pathToFileURL(join(emptyFolder(), "none.js"));
  expect(await inThreads(path, none, lost)).toEqual(await all(runOver(walk([path]), plan)));
  expect(lost.length).toBeGreaterThan(0);
}, 60_000);

test("whoever stops listening stops the threads", async () => {
  const folder = emptyFolder();
  for (let n = 0; n < 300; n++) writeFileSync(join(folder, `${n}.json`), callLine(n));
  const script = pathToFileURL(join(ROOT, "dist/worker.js"));
  const told = { rules, reading, cache: { cache: false, mask: true } };
  let heard = 0;
  for await (const _ of runThreaded(walk([folder]), plan, {
    count: 2,
    told,
    script,
    lost: () => {},
    known: () => {},
  }))
    if (++heard === 5) break;
  expect(heard).toBe(5);
}, 60_000);
