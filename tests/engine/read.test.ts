import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readSource } from "../../src/engine/read.js";

const cases = new URL("../../../shared/cases/conversations.jsonl", import.meta.url);

test.skipIf(!existsSync(cases))("reads the 36 labelled conversations", () => {
  const reads = [...readSource({ name: "conversations.jsonl", named: true, bytes: readFileSync(cases) }, {})];
  expect(reads.flatMap(read => ("problem" in read ? [read.problem] : []))).toEqual([]);
  expect(reads).toHaveLength(36);
});
