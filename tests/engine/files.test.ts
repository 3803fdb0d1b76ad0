import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openFile } from "../../src/engine/files.js";
import { readSource } from "../../src/engine/read.js";
import { transcriptsOf } from "./page.js";

const folder = mkdtempSync(join(tmpdir(), "attune-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

test.each([
  ["a missing file", "none.txt", undefined, "missing-file"],
  ["a path through a file", "a.txt/none.txt", undefined, "missing-file"],
  ["a folder", ".", undefined, "folder"],
  ["a file of no bytes", "empty.txt", "", "empty-file"],
  ["a file of blanks and a byte order mark", "blank.txt", "\uFEFF \r\n\t\n", "empty-file"],
  ["a binary file", "call.mp3", new Uint8Array([0x49, 0x44, 0x33, 3, 0, 0, 0, 0]), "binary-file"],
])("%s is one problem that names it", async (_, name, content, code) => {
  file("a.txt", "x");
  const path = content === undefined ? join(folder, name) : file(name, content);
  const opened = await openFile(path, true);
  expect(opened).toMatchObject({ problem: { source: path, named: true, code, effect: "unreadable" } });
});

test.skipIf(process.getuid?.() === 0)("a file that may not be read is a problem, not a crash", async () => {
  const path = file("secret.txt", "Agent: Hi\nCustomer: Hi");
  chmodSync(path, 0);
  expect(await openFile(path, false)).toMatchObject({ problem: { code: "unreadable-file" } });
});

test("a JSONL larger than is held at once is read line by line, all of it", async () => {
  const words = "so I said to them ".repeat(60);
  const line = (n: number) =>
    `${JSON.stringify({
      id: `c${n}`,
      turns: [
        { speaker: "agent", text: `Hello ${n} ${words}` },
        { speaker: "customer", text: `é ${words}` },
      ],
    })}\n`;
  const count = 30_000;
  const lines = Array.from({ length: count }, (_, n) => line(n));
  const path = file("large.jsonl", lines.join(""));
  const opened = await openFile(path, true);
  if ("problem" in opened) throw new Error(opened.problem.message);
  expect(opened.source.rest).toBeDefined();
  let read = 0;
  for (const one of readSource(opened.source, {})) {
    const [transcript] = transcriptsOf([one]);
    expect(transcript?.id).toBe(`c${read}`);
    read++;
  }
  expect(read).toBe(count);
});
