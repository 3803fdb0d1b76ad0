import type { Complaint } from "../../model/index.js";
import { failure } from "../failure.js";
import type { Opened } from "../files.js";
import { type Limits, limitReached } from "../limits.js";
import { Refusal } from "../refusal.js";
import type { OfficePart } from "../source.js";
import { paragraphsIn } from "./docx.js";
import { extentOf, isOffice } from "./members.js";
import { createMeter, type Meter } from "./meter.js";
import type { PartReader } from "./part.js";
import { sheetsIn } from "./xlsx.js";
import { bytesIn, type ZipEntry, zipEntries } from "./zip.js";

/** The source of a Word document or a workbook; undefined for any other ZIP. */
export function officeSource(
  name: string,
  named: boolean,
  bytes: Uint8Array,
  limits: Limits,
): Opened | undefined {
  const zip = extentOf(bytes);
  if (!isOffice(zip)) return undefined;
  try {
    const entries = new Map<string, ZipEntry>();
    const meter = createMeter(() => bytes.length, limits, named);
    for (const entry of zipEntries(zip)) {
      meter.entry();
      // Of two parts of one name Office reads neither; the first is as good as any.
      if (!entries.has(entry.path)) entries.set(entry.path, entry);
    }
    const parts = partsOf(path => {
      const entry = entries.get(path.replace(/^\//, ""));
      return entry === undefined ? undefined : textOf(bytesIn(zip, entry, meter), meter);
    }, limits);
    const text = parts.map(part => part.text).join("\n");
    return { source: { name, named, bytes: Buffer.from(text), parts } };
  } catch (error) {
    return { problem: failure(name, named, error) };
  }
}

function partsOf(read: PartReader, limits: Limits): readonly OfficePart[] {
  const word = read("word/document.xml");
  if (word !== undefined) {
    const paragraphs = paragraphsIn(word, limits);
    return [{ text: paragraphs.join("\n"), paragraphs }];
  }
  const sheets = sheetsIn(read, limits);
  if (sheets !== undefined) return sheets.map(sheet => ({ text: "", sheet }));
  throw new Refusal(UNKNOWN);
}

const UNKNOWN: Complaint = {
  code: "binary-file",
  message: "Unexpected Office document, expected a Word document (.docx) or a workbook (.xlsx)",
  effect: "unreadable",
};

function textOf(chunks: Iterable<Uint8Array>, meter: Meter): string {
  const parts: Buffer[] = [];
  let size = 0;
  for (const chunk of chunks) {
    size += chunk.length;
    if (size > meter.limits.document)
      throw new Refusal(limitReached("document", meter.limits, "part of an Office document"));
    parts.push(Buffer.from(chunk));
  }
  return Buffer.concat(parts)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
}
