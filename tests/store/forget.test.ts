import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkStore } from "../../src/store/check.js";
import { forget } from "../../src/store/forget.js";
import { encode } from "../../src/store/record.js";
import { macOf } from "../../src/store/secret.js";
import { segmentsOf } from "../../src/store/segments.js";
import { auditOf, emptyStore, keep, opened, seen } from "./audits.js";

const day = "2026-11-26";
const everything = (store: string): string =>
  readdirSync(store, { recursive: true, encoding: "utf8" })
    .filter(name => statSync(join(store, name)).isFile())
    .map(name => `${name}\n${readFileSync(join(store, name), "latin1")}`)
    .join("\n");

/** Five contacts, the second of them in two versions. */
async function filled(): Promise<string> {
  const store = emptyStore();
  const ids = ["K-100", "K-200", "K-300", "K-400", "K-500"];
  await keep(
    store,
    ids.map(id => auditOf({ id })),
  );
  await keep(store, [auditOf({ id: "K-200", version: "1.1" })]);
  return store;
}

describe("a forgotten contact is nowhere", () => {
  test("in no file, in no version, and the others are untouched", async () => {
    const store = await filled();
    const before = seen(store).rows.filter(({ row }) => row.id !== "K-200");
    const hash = seen(store).rows.find(({ row }) => row.id === "K-200")?.row.transcript as string;
    expect(everything(store)).toContain("K-200");
    expect(await forget(store, "K-200", { day })).toEqual({ rows: 2, transcripts: [hash], mentions: 0 });
    expect(everything(store)).not.toContain("K-200");
    expect(everything(store)).not.toContain(hash);
    expect(seen(store).rows).toEqual(before);
  });

  test("by the contact's id, or by the beginning of the transcript's hash", async () => {
    const store = emptyStore();
    await keep(store, [auditOf({ id: "a", metadata: { contactId: "K-9" } }), auditOf({ id: "b" })]);
    expect(await forget(store, "K-9", { day })).toMatchObject({ rows: 1 });
    const hash = seen(store).rows[0]?.row.transcript as string;
    expect(await forget(store, hash.slice(0, 16), { day })).toMatchObject({ rows: 1 });
    expect(seen(store).ids).toEqual([]);
  });

  test("an id that is part of another is another", async () => {
    const store = emptyStore();
    await keep(store, [auditOf({ id: "K-10" }), auditOf({ id: "K-100" })]);
    expect(await forget(store, "K-10", { day })).toMatchObject({ rows: 1, mentions: 1 });
    expect(seen(store).ids).toEqual(["K-100"]);
  });

  test("whom nobody knows: nothing is changed", async () => {
    const store = await filled();
    const before = everything(store);
    expect(await forget(store, "K-999", { day })).toEqual({ rows: 0, transcripts: [], mentions: 0 });
    expect(everything(store)).toBe(before);
  });

  test("it does not come back by the next night's run, unless that is asked for", async () => {
    const store = await filled();
    await forget(store, "K-200", { day });
    expect(await keep(store, [auditOf({ id: "K-200" })])).toEqual({ written: 0, known: 0, refused: 1 });
    expect(await keep(store, [auditOf({ id: "K-200", version: "2.0" })])).toMatchObject({ refused: 1 });
    expect(everything(store)).not.toContain("K-200");
    expect(await keep(store, [auditOf({ id: "K-200" })], { readmit: true })).toMatchObject({ refused: 0 });
    expect(seen(store).ids).toContain("K-200");
    expect(await keep(store, [auditOf({ id: "K-200", version: "2.0" })])).toMatchObject({
      written: 1,
      refused: 0,
    });
  });

  test("a crash between the promise and the deed: what was to go is not read, and goes with the next run", async () => {
    for (const finish of [
      (store: string) => keep(store, []),
      (store: string) => checkStore(store, day),
      (store: string) => forget(store, "K-999", { day }),
    ]) {
      const store = await filled();
      const macs = [macOf(store)("id:K-300")];
      writeFileSync(join(store, "journal", "00000099.ndjson"), encode("forgotten", day, { macs }));
      expect(seen(store).ids).not.toContain("K-300");
      expect(everything(store)).toContain("K-300");
      await finish(store);
      expect(everything(store)).not.toContain("K-300");
      expect(seen(store)).toMatchObject({ current: 4, damage: [] });
      expect(await keep(store, [auditOf({ id: "K-300" })])).toMatchObject({ refused: 1 });
    }
  });

  test("what a crash left beside its place goes too", async () => {
    const store = await filled();
    const [segment = ""] = segmentsOf(store);
    writeFileSync(join(store, "journal", ".00000001.ndjson.tmp"), readFileSync(segment));
    await forget(store, "K-100", { day });
    expect(everything(store)).not.toContain("K-100");
  });

  test("a store that somebody writes to is not touched", async () => {
    const store = await filled();
    const open = await opened(store);
    expect(await forget(store, "K-100", { day, patience: { busy: 100, silent: 100 } })).toMatchObject({
      problem: { code: "busy-store" },
    });
    open.close();
    expect(seen(store).ids).toContain("K-100");
  });
});

describe("agents by pseudonym", () => {
  test("one name is one pseudonym, in this store alone, and no file holds the name", async () => {
    const [store, other] = [emptyStore(), emptyStore()];
    const audits = ["Ana Doe", "ana  doe", "Bo Lee"].map((agent, i) => auditOf({ id: `${i}`, agent }));
    await keep(store, audits, { pseudonyms: true });
    await keep(other, audits, { pseudonyms: true });
    const names = (of: string) => seen(of).rows.map(({ row }) => row.agent);
    const [ana, again, bo] = names(store);
    expect(ana).toMatch(/^agent-[0-9a-f]{10}$/);
    expect([again, bo === ana]).toEqual([ana, false]);
    expect(names(other)).not.toContain(ana);
    expect(everything(store)).not.toMatch(/Ana|Doe|Bo Lee|calls\//i);
  });

  test("a store that has begun with names gives them up, and keeps to it without being asked again", async () => {
    const store = emptyStore();
    await keep(store, [auditOf({ id: "1", agent: "Ana Doe" })]);
    await keep(store, [auditOf({ id: "2", agent: "Ana Doe" })], { pseudonyms: true });
    await keep(store, [auditOf({ id: "3", agent: "Ana Doe" })]);
    expect(new Set(seen(store).rows.map(({ row }) => row.agent)).size).toBe(1);
    expect(everything(store)).not.toMatch(/Ana|Doe/i);
  });

  test("the same audits are known again under pseudonyms", async () => {
    const store = emptyStore();
    await keep(store, [auditOf({ agent: "Ana Doe" })]);
    await keep(store, [], { pseudonyms: true });
    expect(await keep(store, [auditOf({ agent: "Ana Doe" })])).toMatchObject({ written: 0, known: 1 });
  });
});
