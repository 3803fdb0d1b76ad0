import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cached } from "../../src/cli/cache/cached.js";
import { cacheHome, openFolder } from "../../src/cli/cache/folder.js";
import { dialog } from "../../src/formats/dialog.js";
import type { Audit } from "../../src/model/index.js";
import { maskText } from "../../src/safety/index.js";
import { attune, emptyFolder, ROOT } from "./executable.js";

const CALLS = join(ROOT, "fixtures/calls");

/** Paths of all entries in a cache. */
function entriesIn(location: string): readonly string[] {
  return readdirSync(location, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !["tidied", "written"].includes(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
}

const run = (location: string, ...more: readonly string[]) =>
  attune(["audit", CALLS, "--cache-location", location, ...more]);

test.each(["json", "jsonl-lean", "html", "terminal", "sarif", "csv", "csv-transcripts"])(
  "%s is the same from the cache, without one, and anew",
  async format => {
    const location = join(emptyFolder(), "cache");
    const fresh = await attune(["audit", CALLS, "--no-cache", "--format", format]);
    const first = await run(location, "--format", format);
    const second = await run(location, "--format", format);
    expect(first.stdout).toBe(fresh.stdout);
    expect(second.stdout).toBe(fresh.stdout);
    expect(entriesIn(location).length).toBeGreaterThan(3);
  },
);

test("the second run takes its answers from there", async () => {
  const location = join(emptyFolder(), "cache");
  await run(location);
  const times = entriesIn(location).map(path => statSync(path).mtimeMs);
  await run(location, "--format", "json");
  expect(entriesIn(location).map(path => statSync(path).mtimeMs)).toEqual(times);
});

test("another checklist, another channel and another conversation are other entries", async () => {
  const location = join(emptyFolder(), "cache");
  await run(location);
  const before = entriesIn(location).length;
  await run(location, "-c", "grace");
  expect(entriesIn(location)).toHaveLength(2 * before);
});

test("a broken cache is ignored and built anew", async () => {
  const location = join(emptyFolder(), "cache");
  const { stdout } = await run(location, "--format", "json");
  const [first = "", second = "", third = ""] = entriesIn(location);
  const whole = readFileSync(first);
  writeFileSync(first, whole.subarray(0, 40));
  writeFileSync(second, "nonsense");
  writeFileSync(third, whole);
  const again = await run(location, "--format", "json");
  expect(again.stdout).toBe(stdout);
  expect(again.stderr).toBe("");
  expect(readFileSync(first).equals(whole)).toBe(true);
});

test("only its owner can read it, and it holds no word unmasked", async () => {
  const folder = emptyFolder();
  const location = join(folder, "cache");
  const call = join(folder, "call.txt");
  writeFileSync(
    call,
    "Agent: Hello, this is Ana.\nCustomer: I'm really upset. My mail is jo.doe@example.com and my number is 555-0142.\nAgent: Did you say jo.doe@example.com? I can't refund that.\n",
  );
  await attune(["audit", call, "--cache-location", location, "-c", "complete"]);
  const { inflateRawSync } = await import("node:zlib");
  for (const path of entriesIn(location)) {
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const text = inflateRawSync(readFileSync(path)).toString();
    expect(text).not.toMatch(/jo\.doe|555-0142|call\.txt/);
  }
  expect(statSync(location).mode & 0o777).toBe(0o700);
});

test("who wants to see everything gets it fresh, and leaves nothing", async () => {
  const location = join(emptyFolder(), "cache");
  await run(location, "--no-mask");
  expect(existsSync(location)).toBe(false);
  await run(location, "--no-cache");
  expect(existsSync(location)).toBe(false);
});

test("many at once write the same entries, and none is half", async () => {
  const location = join(emptyFolder(), "cache");
  const all = await Promise.all([1, 2, 3, 4].map(() => run(location, "--format", "json")));
  expect(new Set(all.map(({ stdout }) => stdout)).size).toBe(1);
  expect(entriesIn(location).filter(path => /\.\d+\.\d+$/.test(path))).toEqual([]);
});

test("a folder that cannot be used, or that others may write to, is not", async () => {
  const folder = emptyFolder();
  const file = join(folder, "file");
  writeFileSync(file, "");
  const blocked = await run(file);
  expect(blocked.status).toBe(0);
  expect(blocked.stderr).toBe("");
  const open = join(folder, "open");
  mkdirSync(open);
  chmodSync(open, 0o777);
  await run(open);
  expect(readdirSync(open)).toEqual([]);
});

test.each([
  ["what the system says", { XDG_CACHE_HOME: "/c" }, "linux", "/c/attune/audits"],
  ["Windows", { LOCALAPPDATA: "/l" }, "win32", "/l/attune/Cache/audits"],
] as const)("it lies where caches lie: %s", (_, env, platform, path) => {
  expect(cacheHome(env, platform)).toBe(path);
});

test("and on a Mac in Library/Caches", () => {
  expect(cacheHome({}, "darwin")).toMatch(/Library\/Caches\/attune\/audits$/);
});

/** A folder in memory. */
const memory = () => {
  const entries = new Map<string, Uint8Array>();
  const folder = {
    read: (key: string) => entries.get(key),
    write: (key: string, bytes: Uint8Array) => void entries.set(key, bytes),
  };
  return { folder, entries };
};
const rules = { checklists: [], lexicon: {} as never, own: new Map(), problems: [] };
const call = dialog(["agent: Hello", "customer: Hi"]);
const judged = (message: string): Audit => {
  const finding = { check: "a", message, evidence: [{ turn: 1, from: 0, to: 2 }], say: message };
  return {
    transcript: call,
    findings: [finding],
    signals: [],
    facts: { turns: 2 },
    change: { finding },
  } as unknown as Audit;
};

test("where a mask over a mask would hide more, both runs still say the same", () => {
  const message = "Email: jo@example.com Phone: 555-0142 Acct: 44718822";
  expect(maskText(maskText(message))).not.toBe(message);
  const { folder } = memory();
  const judge = cached(() => judged(message), rules, "build", folder);
  expect(judge(call)).toEqual(judge(call));
  expect(judge(call).findings[0]?.message).not.toContain("jo@example.com");
});

test("an answer comes back whole: its conversation as it is read now, its moments those of its findings", () => {
  const { folder, entries } = memory();
  let asked = 0;
  const judge = cached(
    () => {
      asked++;
      return judged("Expected a");
    },
    rules,
    "build",
    folder,
  );
  judge(call);
  const moved = { ...call, source: "elsewhere.txt" };
  const again = judge(moved);
  expect(asked).toBe(1);
  expect(again.transcript).toBe(moved);
  expect(again.change?.finding).toBe(again.findings[0]);
  judge({ ...call, channel: "chat" });
  cached(judge, rules, "another build", folder)(call);
  judge(call, "de");
  expect(entries.size).toBe(4);
});

test("it never outgrows its room: the oldest go, in the run that fills it and in the next", () => {
  const location = join(emptyFolder(), "cache");
  const block = 4096;
  const room = { most: 20 * block, step: 4 * block };
  const folder = openFolder(location, Date.now(), "0", room);
  const key = (i: number) => `${(i % 16).toString(16)}a${String(i).padStart(62, "0")}`;
  for (let i = 0; i < 100; i++) {
    folder?.write(key(i), new Uint8Array(100));
    utimesSync(join(location, key(i).slice(0, 2), key(i).slice(2)), i, Date.now() / 1000 - 1000 + i);
  }
  expect(entriesIn(location).length).toBeLessThanOrEqual(24);
  expect(folder?.read(key(0))).toBeUndefined();
  expect(folder?.read(key(99))).toHaveLength(100);
  writeFileSync(join(location, "written"), ".");
  openFolder(location, Date.now(), "0", { ...room, most: 5 * block });
  expect(entriesIn(location).length).toBeLessThanOrEqual(5);
  expect(existsSync(join(location, "written"))).toBe(false);
});
