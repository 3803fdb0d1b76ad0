import { Buffer } from "node:buffer";
import { gzipSync, type Zippable, zipSync } from "fflate";
import { LIMITS, type Limits } from "../../src/engine/limits.js";
import { openBytes } from "../../src/engine/open.js";
import { type Read, type ReadOptions, readSource } from "../../src/engine/read.js";

/** A conversation as plain text. */
export const CALL = "Agent: Hello, how can I help?\nCustomer: My bill is wrong.\nAgent: Let me look at it.\n";

/** The same as one line of JSONL. */
export const line = (id: string, extra = ""): string =>
  `${JSON.stringify({
    id,
    turns: [
      { speaker: "agent", text: `Hello, how can I help? ${extra}` },
      { speaker: "customer", text: "My bill is wrong." },
    ],
  })}\n`;

/** Bytes of a text. */
export const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

/** A gzip. */
export const gzip = (content: Uint8Array): Uint8Array => gzipSync(content, { mtime: 0 });

/** A ZIP of files by name. */
export const zip = (files: Zippable): Uint8Array => zipSync(files, { mtime: new Date(2026, 2, 2) });

/** A tar of files by name, as ustar writes it; a name past 100 characters gets a pax header. */
export function tar(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const parts = Object.entries(files).flatMap(([name, content]) => {
    if (name.length <= 100) return [entry(name, "0", content)];
    const record = `path=${name}\n`;
    const length = record.length + 4;
    return [entry("pax", "x", bytes(`${length} ${record}`)), entry("long", "0", content)];
  });
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

function entry(name: string, type: string, content: Uint8Array): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0, "utf8");
  header.write("0000644\0", 100);
  header.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124);
  header.write("        ", 148);
  header.write(type, 156);
  header.write("ustar\u000000", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

/** Everything that reading bytes (an archive, a document, a text) gives. */
export async function readAll(
  name: string,
  content: Uint8Array,
  limits: Partial<Limits> = {},
  options: ReadOptions = {},
): Promise<readonly Read[]> {
  const all = { ...LIMITS, ...limits };
  const reads: Read[] = [];
  for await (const opened of openBytes(name, true, content, all)) {
    if ("problem" in opened) reads.push(opened);
    else reads.push(...readSource(opened.source, { ...options, limits: all }));
  }
  return reads;
}

/** What was read, in short: sources, and problems as `! source code`. */
export function short(reads: readonly Read[]): readonly string[] {
  return reads.map(read =>
    "problem" in read ? `! ${read.problem.source} ${read.problem.code}` : read.transcript.source,
  );
}
