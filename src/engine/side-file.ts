import { delimitedRows, headerOf } from "../formats/shared/delimited.js";
import { notes } from "../formats/shared/notes.js";
import type { Problem } from "../model/index.js";
import { decode } from "./decode.js";
import { wrongFact } from "./known.js";
import type { Facts } from "./name-pattern.js";

/** A table beside the exports: what is known of each conversation, by its id or by the name of its file. */
export interface SideFile {
  readonly problems: readonly Problem[];
  find(id: string | undefined, files: readonly string[]): Facts | undefined;
  /** Rows that no conversation was found for, in a problem; none where there are none. */
  unused(): readonly Problem[];
  /** The same as plain data. */
  left(): SideLeft;
  /** 1 for each row that was needed, in memory that threads may share. */
  readonly used: Uint8Array;
}

/** Rows of a table of facts that no conversation was found for; plain data, because each shard has its own. */
export interface SideLeft {
  readonly source: string;
  /** Rows in all. */
  readonly total: number;
  readonly rows: readonly { readonly line: number; readonly key: string }[];
}

/** Names of columns as people write them, in small letters without marks, by what they mean here. */
const COLUMNS: readonly (readonly [string, string])[] = [
  ["id", "id conversationid callid contactid chatid ticketid interactionid transcriptid sessionid"],
  ["file", "file filename path source transcript recording audio"],
  ["agent", "agent agentname representative advisor"],
  ["queue", "queue queuename skill"],
  ["channel", "channel medium mediatype media"],
  ["date", "date datetime startedat start starttime calldate chatdate timestamp createdat"],
  ["language", "language languagecode lang locale"],
  ["duration", "duration durationseconds durationsec length"],
];

interface Row {
  readonly line: number;
  readonly facts: Facts;
  readonly at: number;
}

/** Reads a table of facts; every mistake is located. `used` is that of somebody else who reads the same table. */
export function readSideFile(source: string, bytes: Uint8Array, used?: Uint8Array): SideFile {
  const text = decode(bytes);
  const problems: Problem[] = [];
  const wrong = (line: number, message: string, effect: Problem["effect"] = "unreadable") =>
    void problems.push({ source, line, message, code: "bad-metadata", effect, named: true });
  const { delimiter, cells: header } = headerOf(text);
  const names = namesOf(header);
  const found = notes();
  const [, ...body] = delimitedRows(text, delimiter, 1, found);
  for (const { line = 1, message } of found.list()) wrong(line, message);
  if (!names.includes("id") && !names.includes("file"))
    wrong(
      1,
      `Unexpected columns ${header.slice(0, 8).join(", ") || "(none)"}, expected \`id\` or \`file\` among them`,
    );
  const rows = body
    .filter(({ cells }) => cells.some(cell => cell.trim() !== ""))
    .map(({ cells, line }, at): Row => ({ line, at, facts: factsIn(names, cells) }));
  for (const { line, facts } of rows) {
    for (const [field, value] of facts) {
      const mistake = wrongFact(field, value);
      if (mistake !== undefined) wrong(line, mistake);
    }
    if (facts.get("id") === undefined && facts.get("file") === undefined)
      wrong(line, "Unexpected row without an id or a file, expected one of them");
  }
  const needed = used ?? new Uint8Array(new SharedArrayBuffer(rows.length));
  const byId = indexOf(rows, "id", wrong);
  const byFile = indexOf(rows, "file", wrong);
  return {
    problems,
    find(id, files) {
      const row =
        (id === undefined ? undefined : byId.get(id)) ?? files.map(file => byFile.get(file)).find(Boolean);
      if (row !== undefined) needed[row.at] = 1;
      return row?.facts;
    },
    unused: () => unusedIn([leftOf(source, rows, needed)]),
    left: () => leftOf(source, rows, needed),
    used: needed,
  };
}

function namesOf(header: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return header.map(written => {
    const bare = written.replace(/^\uFEFF/, "").trim();
    const plain = bare.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
    const meaning = COLUMNS.find(
      ([name, words]) => !taken.has(name) && words.split(" ").includes(plain),
    )?.[0];
    if (meaning !== undefined) taken.add(meaning);
    return meaning ?? bare.slice(0, 60);
  });
}

function factsIn(names: readonly string[], cells: readonly string[]): Facts {
  const facts = new Map<string, string>();
  for (const [at, name] of names.entries()) {
    const value = cells[at]?.trim() ?? "";
    if (name !== "" && value !== "" && !facts.has(name)) facts.set(name, value);
  }
  return facts;
}

function indexOf(
  rows: readonly Row[],
  key: "id" | "file",
  wrong: (line: number, message: string) => void,
): ReadonlyMap<string, Row> {
  const index = new Map<string, Row>();
  for (const row of rows) {
    const value = row.facts.get(key);
    if (value === undefined) continue;
    const before = index.get(value);
    if (before === undefined) index.set(value, row);
    // A call of several rows with the same id and different files is two parts of one; the same file twice is a mistake.
    else if (key === "file" || row.facts.get("file") === before.facts.get("file"))
      wrong(
        row.line,
        `Unexpected second row for ${key} \`${value.slice(0, 60)}\`, expected one (the first is in line ${before.line})`,
      );
  }
  return index;
}

function leftOf(source: string, rows: readonly Row[], used: Uint8Array): SideLeft {
  const left = rows
    .filter(({ at }) => used[at] !== 1)
    .map(({ line, facts }) => ({ line, key: facts.get("id") ?? facts.get("file") ?? "" }));
  return { source, total: rows.length, rows: left };
}

/** What every one of several readers of the same table has left, in a problem; none where somebody needed each row. */
export function unusedIn(all: readonly SideLeft[]): readonly Problem[] {
  const [one, ...others] = all;
  if (one === undefined) return [];
  const left = others.reduce((rows, other) => {
    const lines = new Set(other.rows.map(({ line }) => line));
    return rows.filter(({ line }) => lines.has(line));
  }, one.rows);
  const [first] = left;
  if (first === undefined) return [];
  const message = `Unexpected ${left.length} of ${one.total} rows that no conversation was found for (the first: \`${first.key.slice(0, 60)}\`), expected their ids or file names among the inputs`;
  return [{ source: one.source, line: first.line, code: "unused-metadata", message, effect: "note" }];
}
