import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A part of a story: its head (`== stdout has`) and the text below it. */
interface Section {
  readonly head: string;
  readonly body: string;
}

/** A story: one text file = a sentence, a command, files, and what is expected. */
export interface Story {
  readonly title: string;
  readonly args: readonly string[];
  readonly stdin: string;
  readonly env: Readonly<Record<string, string>>;
  readonly files: readonly Section[];
  readonly expected: readonly Section[];
}

/**
 * Reads a story:
 *
 *     The sentence that it tells
 *     $ attune audit ana.txt
 *     == file ana.txt            a file that is there (`== base64 NAME` for bytes, `== folder NAME`)
 *     == stdin | == env          what comes in, settings as NAME=value
 *     == status 0
 *     == stdout is | has | lacks the whole text; lines that are in it; lines that are not (stderr, and `written NAME`, too)
 *     == json                    paths into standard output: `totals.audits = 1`
 */
export function readStory(text: string): Story {
  const [head = "", ...rest] = text.split(/^== /m);
  const [title = "", command = ""] = head.split("\n");
  const sections = rest.map(part => {
    const end = part.indexOf("\n");
    return { head: part.slice(0, end).trim(), body: part.slice(end + 1) };
  });
  const of = (name: string) => sections.find(section => section.head === name)?.body ?? "";
  const isFile = ({ head }: Section) => /^(?:file|base64|folder) /.test(head);
  if (!command.startsWith("$ attune")) throw new Error(`Unexpected second line of a story: ${command}`);
  return {
    title,
    args: words(command).slice(2),
    stdin: of("stdin"),
    env: Object.fromEntries(lines(of("env")).map(line => line.split("=", 2) as [string, string])),
    files: sections.filter(isFile),
    expected: sections.filter(section => !isFile(section) && !["stdin", "env"].includes(section.head)),
  };
}

/** Words of a command line; single quotes keep spaces together. */
const words = (command: string): readonly string[] =>
  [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");

/** The lines that say something. */
export const lines = (body: string): readonly string[] => body.split("\n").filter(line => line.trim() !== "");

/** Lays the files of a story into a folder. */
export function layFiles({ files }: Story, folder: string): void {
  for (const { head, body } of files) {
    const [kind, name = ""] = head.split(" ");
    const path = join(folder, name);
    mkdirSync(kind === "folder" ? path : dirname(path), { recursive: true });
    if (kind !== "folder") writeFileSync(path, kind === "base64" ? Buffer.from(body, "base64") : body);
  }
}

/** The value at a path such as `audits.0.score`. */
export function at(value: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
}
