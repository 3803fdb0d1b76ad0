import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { emptyFolder } from "./executable.js";

/** All reports that there are, by name. */
export const REPORTS = [
  "terminal",
  "json",
  "jsonl",
  "html",
  "junit",
  "sarif",
  "csv",
  "csv-transcripts",
  "jsonl-lean",
  "github",
  "markdown",
  "summary",
  "card",
] as const;

/** A call as a line; `room` is what its line takes at least, in a key that nobody reads. */
export function callLine(n: number, room = 0): string {
  const call = {
    id: `call-${n}`,
    agent: `Agent ${n % 3}`,
    turns: [
      { speaker: "agent", text: "Good morning, how can I help?" },
      {
        speaker: "customer",
        text: `My parcel ${n} is late and I am really upset, Jos\u00e9 said so; call me on (212) 555-01${10 + (n % 90)}.`,
      },
      {
        speaker: "agent",
        text: n % 2 ? "Unfortunately that is our policy." : "I'm so sorry, that must be frustrating.",
      },
      {
        speaker: "customer",
        text:
          n % 5
            ? "My name is Tamsin Hale. Tamsin would like a new one, please."
            : "You are useless, get me your manager.",
      },
      { speaker: "agent", text: "I can refund you or send a new one today, which would you prefer?" },
    ],
    padding: "",
  };
  call.padding = "x".repeat(Math.max(0, room - JSON.stringify(call).length));
  return `${JSON.stringify(call)}\n`;
}

/** Many calls, so that a file of them is cut in blocks: with a broken line, a blank one and bytes that are no UTF-8. */
export function manyCalls(count: number, room = 8_000): Buffer {
  const lines = Array.from({ length: count }, (_, n) => Buffer.from(callLine(n, room)));
  lines.splice(7, 0, Buffer.from("{broken\n"), Buffer.from("\n"));
  lines.splice(count >> 1, 0, Buffer.from(callLine(count).replace("late", "l\u00e9te"), "latin1"));
  return Buffer.concat(lines);
}

/** A folder as a night leaves it: small files, large ones, packed ones, what is no transcript. */
export function night(calls = 150): string {
  const cwd = emptyFolder();
  const folder = join(cwd, "exports");
  mkdirSync(join(folder, "chats"), { recursive: true });
  mkdirSync(join(folder, "empty"));
  const many = manyCalls(calls);
  writeFileSync(join(folder, "many.jsonl"), many);
  writeFileSync(join(folder, "packed.jsonl.gz"), gzipSync(many));
  writeFileSync(join(folder, "nothing.txt"), "");
  writeFileSync(join(folder, "list.md"), "# Buy milk\n");
  for (let n = 0; n < 9; n++)
    writeFileSync(join(folder, "chats", `Ana_2026-01-0${(n % 3) + 1}_${n}.json`), callLine(1_000 + n));
  writeFileSync(join(folder, "chats", "few.jsonl"), callLine(2_000) + callLine(2_001));
  return cwd;
}

/** Hashes of all reports that a run wrote into a folder: a difference is then a name, not a page. */
export const reportHashes = (cwd: string, folder = "out"): Readonly<Record<string, string>> =>
  Object.fromEntries(
    REPORTS.map(name => [
      name,
      createHash("sha256")
        .update(readFileSync(join(cwd, folder, `report.${name}`)))
        .digest("hex"),
    ]),
  );
