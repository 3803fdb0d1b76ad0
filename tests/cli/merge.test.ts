import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { attune, type Ran, ROOT } from "./executable.js";
import { night, REPORTS, reportHashes } from "./night.js";

const files = (folder: string) => REPORTS.flatMap(name => ["--report", `${name}=${folder}/report.${name}`]);

const INPUTS = ["audit", "exports", "exports/empty", "calls", "gone.json", "--no-cache", "--no-config"];
const READING = ["--metadata", "known.csv", "-c", "complete"];

let cwd = "";
const shard = (index: number, of: number, ...more: readonly string[]): Promise<Ran> =>
  attune([...INPUTS, "--shard", `${index}/${of}`, "--report", `blob=blobs/${index}-${of}.blob`, ...more], {
    cwd,
  });

beforeAll(async () => {
  cwd = night(70);
  cpSync(join(ROOT, "fixtures/calls"), join(cwd, "calls"), { recursive: true });
  writeFileSync(
    join(cwd, "known.csv"),
    "file,agent\nAna_2026-01-01_0.json,ana@shop.example\nnobody.json,Bea\n",
  );
  for (const index of [1, 2, 3]) await shard(index, 3, ...READING);
}, 120_000);

describe("blobs of all shards, in any order, are one run", () => {
  const blobs = ["blobs/2-3.blob", "blobs/3-3.blob", "blobs/1-3.blob"];

  test("every report is the same to the byte, and so is the status", async () => {
    const one = await attune([...INPUTS, ...READING, ...files("one"), "--min-score", "50"], { cwd });
    const all = await attune(["merge", "--no-config", ...blobs, ...files("all"), "--min-score", "50"], {
      cwd,
    });
    const reports = reportHashes(cwd, "one");
    const json = readFileSync(join(cwd, "one/report.json"), "utf8");
    expect(JSON.parse(json).audits.length).toBeGreaterThan(150);
    expect(json).toContain("[phone]");
    expect(reportHashes(cwd, "all")).toEqual(reports);
    expect(all).toEqual(one);
    expect(all.status).toBe(2);
  }, 120_000);

  test("each input is in one of them and none is in none", async () => {
    const trailers = blobs.map(blob =>
      JSON.parse(readFileSync(join(cwd, blob), "utf8").trimEnd().split("\n").at(-1) as string),
    );
    const ordinals = trailers.flatMap(({ inputs }) => inputs.map(([ordinal]: [number]) => ordinal));
    expect(ordinals.sort((a, b) => a - b)).toEqual(ordinals.map((_, i) => i));
    expect(Math.min(...trailers.map(({ inputs }) => inputs.length))).toBeGreaterThan(0);
  });

  test("a baseline accepts over the whole run what it accepts in one", async () => {
    await attune(["baseline", "write", "exports/chats", "-c", "complete", "--baseline", "accepted.json"], {
      cwd,
    });
    const gate = ["--no-worse-than", "accepted.json", "--format", "json"];
    const one = await attune([...INPUTS, ...READING, ...gate], { cwd });
    const all = await attune(["merge", "--no-config", ...blobs, ...gate], { cwd });
    expect(one.stdout).toContain('"accepted":true');
    expect(all).toEqual(one);
    const early = await shard(1, 3, ...READING, "--baseline", "accepted.json");
    expect(early.stderr).toContain("Unexpected baseline for a blob, expected it at attune merge");
  }, 120_000);

  test("what is masked is in no blob either", () => {
    const text = blobs.map(blob => readFileSync(join(cwd, blob), "utf8")).join("");
    expect(text.includes("call me on (xxx) xxx-xxxx")).toBe(true);
    expect(/.{30}\(212\) 555.{9}/.exec(text)?.[0]).toBeUndefined();
    expect(/[^\n\x20-\x7e]/.exec(text)?.[0]).toBeUndefined();
  });

  test("quotes that were left out stay out, and the reports are those of one run", async () => {
    for (const index of [1, 2]) await shard(index, 2, "--no-quotes");
    const one = await attune([...INPUTS, "--no-quotes", ...files("bare")], { cwd });
    const all = await attune(
      ["merge", "--no-config", "blobs/1-2.blob", "blobs/2-2.blob", ...files("bare2")],
      { cwd },
    );
    expect(reportHashes(cwd, "bare2")).toEqual(reportHashes(cwd, "bare"));
    expect(all.status).toBe(one.status);
    expect(/.{30}parcel.{9}/.exec(readFileSync(join(cwd, "blobs/1-2.blob"), "utf8"))?.[0]).toBeUndefined();
  }, 120_000);
});

test("runs over one folder each are put one after the other", async () => {
  const plain = ["--no-cache", "--no-config"];
  await attune(["audit", "exports/chats", ...plain, "--report", "blob=a.blob"], { cwd });
  await attune(["audit", "calls", ...plain, "--report", "blob=b.blob"], { cwd });
  const one = await attune(["audit", "exports/chats", "calls", ...plain, "--format", "jsonl"], { cwd });
  expect(await attune(["merge", "--no-config", "a.blob", "b.blob", "--format", "jsonl"], { cwd })).toEqual(
    one,
  );
  await attune(["merge", "--no-config", "a.blob", "b.blob", "--report", "blob=ab.blob"], { cwd });
  expect(await attune(["merge", "--no-config", "ab.blob", "--format", "jsonl"], { cwd })).toEqual(one);
}, 60_000);

describe("what does not belong together is refused by name", () => {
  const refused = async (blobs: readonly string[], ...said: readonly string[]) => {
    const { status, stdout, stderr } = await attune(["merge", "--no-config", ...blobs, "--format", "json"], {
      cwd,
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    for (const words of said) expect(stderr).toContain(words);
  };
  const spoilt = (name: string, spoil: (text: string) => string) => {
    writeFileSync(join(cwd, name), spoil(readFileSync(join(cwd, "blobs/1-3.blob"), "utf8")));
    return [name, "blobs/2-3.blob", "blobs/3-3.blob"];
  };

  test("a missing shard, unless that is said to be well", async () => {
    await refused(["blobs/1-3.blob", "blobs/3-3.blob"], "Unexpected absence of shard 2/3, expected all 3");
    const args = [
      "merge",
      "--no-config",
      "blobs/1-3.blob",
      "blobs/3-3.blob",
      "--missing-ok",
      "--format",
      "json",
    ];
    const { status, stdout } = await attune(args, { cwd });
    expect(status).toBe(2);
    expect(JSON.parse(stdout).problems).toContainEqual(
      expect.objectContaining({ code: "missing-shard", source: "shard 2/3" }),
    );
  }, 30_000);

  test("the same shard twice", async () =>
    refused(
      ["blobs/1-3.blob", "blobs/1-3.blob", "blobs/2-3.blob", "blobs/3-3.blob"],
      "Unexpected shard 1/3 again, expected each once (it is in blobs/1-3.blob)",
    ));

  test("another checklist", async () => {
    await shard(1, 2, "-c", "core");
    await shard(2, 2, "-c", "grace");
    await refused(
      ["blobs/1-2.blob", "blobs/2-2.blob"],
      "Unexpected checklist grace",
      "expected core",
      "as in blobs/1-2.blob",
    );
  }, 30_000);

  test("other settings of reading, and another attune", async () => {
    await shard(1, 2);
    await shard(2, 2, "--agent", "Ana");
    await refused(["blobs/1-2.blob", "blobs/2-2.blob"], "Unexpected settings that read otherwise");
    await refused(
      spoilt("old.blob", text => text.replace(/"attune":"[^"]*"/, '"attune":"0.0.1"')),
      "Unexpected attune",
    );
  }, 30_000);

  test("a blob that breaks off, one of another shape, and what is none", async () => {
    await refused(
      spoilt("torn.blob", text => text.slice(0, -20)),
      "torn.blob: Unexpected end in the middle, expected a whole blob",
    );
    await refused(
      spoilt("next.blob", text => text.replace('"attune-blob":1', '"attune-blob":2')),
      "Unexpected blob of shape 2, expected 1",
    );
    await refused(["known.csv"], "known.csv: Unexpected file, expected a blob");
    await refused(["nowhere.blob"], "nowhere.blob: Unexpected missing file, expected a blob");
  }, 30_000);

  test("a share that is none", async () => {
    for (const share of ["0/3", "4/3", "one"]) {
      const { status, stderr } = await attune(["audit", "exports", "--shard", share], { cwd });
      expect(status).toBe(2);
      expect(stderr).toContain(`Unexpected \`${share}\` for --shard, expected one of so many, such as 3/8`);
    }
  }, 30_000);
});
