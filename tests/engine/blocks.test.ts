import { expect, test } from "vitest";
import { BLOCK, blocksOf, isCuttable, sourceOfBlock } from "../../src/engine/blocks.js";
import { documentsOf } from "../../src/engine/documents.js";
import { LIMITS } from "../../src/engine/limits.js";
import type { Source } from "../../src/engine/source.js";

const line = (n: number, size: number) => `${JSON.stringify({ n, pad: "x".repeat(size) })}\n`;
const many = (count: number, size: number) =>
  Buffer.from(Array.from({ length: count }, (_, n) => line(n, size)).join(""));

/** A source that comes in chunks of so many bytes, after a first one. */
function streamed(bytes: Uint8Array, chunk: number, breaksAt = Number.POSITIVE_INFINITY): Source {
  const head = bytes.subarray(0, bytes.indexOf(10) + 1);
  function* rest() {
    for (let at = head.length; at < bytes.length; at += chunk) {
      if (at >= breaksAt) throw new Error("disk");
      yield bytes.subarray(at, at + chunk);
    }
  }
  return { name: "a.jsonl", named: true, bytes: head, rest };
}

const told = (docs: ReturnType<typeof documentsOf>) =>
  [...docs].map(doc =>
    "complaint" in doc
      ? `${doc.complaint.code}@${doc.complaint.line}`
      : `${doc.document.line}: ${doc.document.text.slice(0, 12)}`,
  );

test.each([
  ["a file held as a whole", many(200, 9_000), undefined, LIMITS.line],
  ["chunks that end anywhere", many(200, 9_000), 70_001, LIMITS.line],
  ["lines longer than a block", many(5, 3 * BLOCK), 100_000, LIMITS.line],
  ["no newline at the end", many(90, 9_000).subarray(0, -1), 65_536, LIMITS.line],
  [
    "a line longer than lines may be",
    Buffer.concat([many(40, 9_000), many(1, 9 * BLOCK), many(40, 9_000)]),
    65_536,
    2 * BLOCK,
  ],
  ["broken and blank lines", Buffer.from(`${line(1, 9)}\n{\n\n`.repeat(40_000)), 65_536, LIMITS.line],
])("blocks hold the same lines by the same numbers: %s", (_, bytes, chunk, longest) => {
  const source: Source = chunk ? streamed(bytes, chunk) : { name: "a.jsonl", named: true, bytes };
  const limits = { ...LIMITS, line: longest };
  const blocks = [...blocksOf(source, true, longest)];
  const cut = blocks.flatMap(block =>
    told(
      documentsOf(
        sourceOfBlock(source, block, () => {}),
        limits,
      ),
    ),
  );
  expect(blocks.length).toBeGreaterThan(1);
  expect(cut).toEqual(told(documentsOf(source, limits)));
});

test("lines that are no UTF-8 are counted by their block", () => {
  const bytes = Buffer.concat([
    many(100, 9_000),
    Buffer.from('{"a":"caf\u00e9"}\n', "latin1"),
    many(100, 9_000),
  ]);
  let unsound = 0;
  const source: Source = { name: "a.jsonl", named: true, bytes };
  for (const block of blocksOf(source, true, LIMITS.line))
    told(
      documentsOf(
        sourceOfBlock(source, block, count => {
          unsound += count;
        }),
      ),
    );
  expect(unsound).toBe(1);
});

test("where a source breaks off, its whole lines come first", () => {
  const bytes = many(100, 9_000);
  const from: number[] = [];
  const cut = () => {
    for (const { to } of blocksOf(streamed(bytes, 10_000, 400_000), false, LIMITS.line)) from.push(to);
  };
  expect(cut).toThrow("disk");
  expect(bytes[(from.at(-1) as number) - 1]).toBe(10);
  expect(from.at(-1)).toBeGreaterThan(380_000);
});

test.each([
  ["conversations, a line each", many(80, 9_000), true],
  [
    "turns, a line each: they belong together",
    Buffer.from('{"speaker":"Ana","text":"Hi"}\n'.repeat(40_000)),
    false,
  ],
  ["too little to be worth it", many(5, 9_000), false],
  ["one JSON over many lines", Buffer.from(`[\n${'{"a":1},\n'.repeat(90_000)}{}]`), false],
  ["UTF-16", Buffer.from(many(80, 9_000).toString(), "utf16le"), false],
])("what can be cut: %s", (_, bytes, yes) => {
  expect(isCuttable({ name: "a.jsonl", named: true, bytes }, LIMITS, undefined)).toBe(yes);
});
