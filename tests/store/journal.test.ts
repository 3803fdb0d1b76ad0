import { appendFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkStore } from "../../src/store/check.js";
import { openStore } from "../../src/store/open.js";
import { segmentsOf } from "../../src/store/segments.js";
import { auditOf, emptyStore, keep, keeping, opened, seen } from "./audits.js";

const numbered = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => auditOf({ id: `c-${from + i}` }));

describe("what is written is there", () => {
  test("a row tells who, when, by what and how, and none of the words", async () => {
    const store = emptyStore();
    const audit = auditOf({
      agent: "Ana Doe",
      started: "2026-11-03T09:15:00.000Z",
      hostile: 2,
      abusive: 1,
      metadata: { Team: "Returns", queue: "parcels", contactId: "K-7" },
    });
    expect(await keep(store, [audit])).toEqual({ written: 1, known: 0, refused: 0 });
    expect(seen(store).rows[0]?.row).toMatchObject({
      recorded: "2026-11-25",
      id: "c-1",
      contact: "K-7",
      source: "calls/c-1.txt",
      channel: "chat",
      agent: "Ana Doe",
      team: "Returns",
      queue: "parcels",
      started: "2026-11-03T09:15:00.000Z",
      attune: "0.1.0",
      checklists: [{ name: "core", version: "1.0" }],
      outcome: "pass",
      score: 100,
      findings: [
        { check: "empathy", verdict: "pass", weight: 10, places: [[1, 0, 9]], called: 1, answered: 0 },
      ],
      signals: [
        { detector: "customer-abusive", role: "customer", count: 1 },
        { detector: "customer-hostile", role: "customer", count: 2 },
      ],
      load: { hostile: 2, abusive: 1 },
      facts: { words: 9 },
    });
    expect(textOf(store)).not.toMatch(/parcel c-1|annoying/);
  });

  test("names are masked as everywhere", async () => {
    const store = emptyStore();
    await keep(store, [auditOf({ agent: "ana@example.com" })], {
      mask: text => text.replace(/\S+@\S+/, "[email]"),
    });
    expect(seen(store).rows[0]?.row.agent).toBe("[email]");
    expect(textOf(store)).not.toContain("ana@");
  });

  test.skipIf(process.platform === "win32")("and nobody else reads it", async () => {
    const store = emptyStore();
    const open = await opened(store, { pseudonyms: true });
    open.add(auditOf({ agent: "Ana" }));
    open.flush();
    for (const name of filesOf(store)) expect(statSync(join(store, name)).mode & 0o777, name).toBe(0o600);
    expect(statSync(store).mode & 0o777).toBe(0o700);
    open.close();
  });

  test("the same conversation by the same list is kept once, and a second run says so", async () => {
    const store = emptyStore();
    await keep(store, numbered(3));
    expect(await keep(store, numbered(4))).toEqual({ written: 1, known: 3, refused: 0 });
    expect(seen(store).ids).toEqual(["c-0", "c-1", "c-2", "c-3"]);
  });

  test("two calls of the same words are two, if the export tells them apart", async () => {
    const store = emptyStore();
    await keep(store, [auditOf({ id: "a", words: "Hello?" }), auditOf({ id: "b", words: "Hello?" })]);
    expect(seen(store).ids).toEqual(["a", "b"]);
  });

  test("a newer list replaces, and the older answer stays to be compared", async () => {
    const store = emptyStore();
    await keep(store, [auditOf({ version: "1.0", verdict: "fail" })]);
    await keep(store, [auditOf({ version: "1.1", verdict: "pass" })]);
    const { current, older, rows } = seen(store);
    expect({ current, older }).toEqual({ current: 1, older: 1 });
    expect(rows.map(({ row, last }) => [row.checklists[0]?.version, row.findings[0]?.verdict, last])).toEqual(
      [
        ["1.0", "fail", false],
        ["1.1", "pass", true],
      ],
    );
  });

  test("a newer attune is a version too", async () => {
    const store = emptyStore();
    await keep(store, [auditOf()]);
    await keep(store, [auditOf()], { attune: "0.2.0" });
    expect(seen(store)).toMatchObject({ current: 1, older: 1 });
  });

  test("another answer by the same versions, as after a review, takes the place of the first", async () => {
    const store = emptyStore();
    await keep(store, [auditOf({ verdict: "fail" })]);
    await keep(store, [auditOf({ verdict: "pass" })]);
    const { rows, older } = seen(store);
    expect(rows.map(({ row }) => row.findings[0]?.verdict)).toEqual(["pass"]);
    expect(older).toBe(0);
  });
});

describe("a torn tail is never data", () => {
  test("cut at every byte of the last record, the first two rows are there and nothing else", async () => {
    const store = emptyStore();
    await keep(store, numbered(3));
    const [path = ""] = segmentsOf(store);
    const bytes = readFileSync(path);
    const from = bytes.lastIndexOf(10, bytes.length - 2) + 1;
    for (let to = bytes.length - 1; to >= from; to--) {
      truncateSync(path, to);
      const { ids, damage } = seen(store);
      expect(ids).toEqual(["c-0", "c-1"]);
      expect(damage.map(({ kind, length }) => [kind, length])).toEqual(
        to > from ? [["torn", to - from]] : [],
      );
    }
  });

  test.each([0, 1, 17, 18, 200])(
    "it is cut off at the next run, %i bytes of it, and writing goes on",
    async left => {
      const store = emptyStore();
      await keep(store, numbered(3));
      const [path = ""] = segmentsOf(store);
      const bytes = readFileSync(path);
      truncateSync(path, bytes.lastIndexOf(10, bytes.length - 2) + 1 + left);
      expect(await keep(store, numbered(4))).toMatchObject({ written: 2, known: 2 });
      expect(seen(store)).toMatchObject({ ids: ["c-0", "c-1", "c-2", "c-3"], damage: [] });
    },
  );

  test("one bit turned anywhere in a record costs that record alone, and is told and taken out", async () => {
    const store = emptyStore();
    await keep(store, numbered(3));
    const [path = ""] = segmentsOf(store);
    const bytes = readFileSync(path);
    const [from, to] = [bytes.indexOf(10) + 1, bytes.indexOf(10, bytes.indexOf(10) + 1)];
    for (let at = from; at < to; at += 7) {
      const spoilt = Buffer.from(bytes);
      spoilt[at] = (spoilt[at] as number) ^ 0x04;
      if (spoilt[at] === 10) continue;
      writeFileSync(path, spoilt);
      const { ids, damage } = seen(store);
      expect(ids, `byte ${at}`).toEqual(["c-0", "c-2"]);
      expect(damage).toHaveLength(1);
    }
    expect(await checkStore(store, "2026-11-25")).toEqual({
      rows: 2,
      torn: 0,
      damaged: to - from + 1,
      lines: 1,
      erased: 0,
    });
    expect(seen(store)).toMatchObject({ ids: ["c-0", "c-2"], damage: [] });
  });

  test("zeros where a block never came to the disk", async () => {
    const store = emptyStore();
    await keep(store, numbered(2));
    appendFileSync(segmentsOf(store)[0] as string, Buffer.alloc(4096));
    expect(seen(store).ids).toEqual(["c-0", "c-1"]);
    expect(await checkStore(store, "2026-11-25")).toMatchObject({ rows: 2, torn: 4096 });
  });

  test("a record that stands twice says nothing new", async () => {
    const store = emptyStore();
    await keep(store, numbered(2));
    const [path = ""] = segmentsOf(store);
    appendFileSync(path, readFileSync(path));
    expect(seen(store)).toMatchObject({ current: 2, older: 0, ids: ["c-0", "c-1"], damage: [] });
  });

  test("a line that is JSON and none of ours is no data", async () => {
    const store = emptyStore();
    await keep(store, numbered(1));
    appendFileSync(segmentsOf(store)[0] as string, '{"crc":"00000000","kind":"audit","id":"x"}\n\n{}\n');
    expect(seen(store)).toMatchObject({ ids: ["c-0"], damage: [{}, {}, {}] });
  });
});

describe("a store among others", () => {
  test("many small runs are brought together, in their order", async () => {
    const store = emptyStore();
    for (let run = 0; run < 40; run++) await keep(store, numbered(2, run));
    expect(segmentsOf(store).length).toBeLessThan(20);
    expect(seen(store).ids).toEqual(Array.from({ length: 41 }, (_, i) => `c-${i}`));
  });

  test("a folder that holds something else is not written to", async () => {
    const store = emptyStore();
    await keep(store, []);
    const other = join(store, "..");
    const open = await openStore(other, keeping);
    expect(open).toMatchObject({ problem: { message: expect.stringContaining("other files in it") } });
    expect(readdirSync(other)).toEqual(["store"]);
  });

  test("a store of a later attune is left alone", async () => {
    const store = emptyStore();
    await keep(store, []);
    writeFileSync(join(store, "store.json"), '{"kind":"attune-store","schema":2}');
    expect(await openStore(store, keeping)).toMatchObject({
      problem: { message: expect.stringContaining("a newer attune wrote it") },
    });
  });

  test("a run that keeps nothing leaves no empty segment", async () => {
    const store = emptyStore();
    await keep(store, []);
    expect(segmentsOf(store)).toEqual([]);
    expect(seen(store)).toMatchObject({ current: 0, older: 0, damage: [] });
  });
});

const filesOf = (store: string): readonly string[] =>
  readdirSync(store, { recursive: true, encoding: "utf8" }).filter(name =>
    statSync(join(store, name)).isFile(),
  );
const textOf = (store: string): string =>
  filesOf(store)
    .map(name => readFileSync(join(store, name), "utf8"))
    .join("\n");
