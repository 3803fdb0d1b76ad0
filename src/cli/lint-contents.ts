import { extname } from "node:path";
import { textsOfYaml } from "../checklist/yaml-texts.js";
import { type Entry, entriesOfText } from "../gate/entries.js";
import { entriesOfTable, missingColumns } from "../gate/entries-table.js";
import { entriesOfTexts, missingKeys, type WrittenText } from "../gate/entries-tree.js";
import { withoutFrontMatter } from "../gate/front-matter.js";
import { textsOfJson } from "../gate/json-texts.js";
import { type Marked, readMarkers } from "../gate/markers.js";

/** What a file holds for people to hear; markers only where people write it by hand. */
export interface Contents extends Marked {
  readonly entries: readonly Entry[];
}

/** Why a file cannot be looked through. */
export interface Refused {
  readonly code: string;
  readonly message: string;
  readonly line?: number;
}

type Read = (text: string, file: string, columns: readonly string[]) => Contents | Refused;

const table =
  (separator: string): Read =>
  (text, _, columns) => {
    const [missing] = missingColumns(text, separator, columns);
    if (missing !== undefined)
      return {
        code: "no-column",
        message: `Unexpected lack of a column \`${missing}\`, expected it in the first row`,
      };
    return { text, markers: [], wrong: [], entries: entriesOfTable(text, separator, columns) };
  };

const prose =
  (markdown: boolean): Read =>
  text => {
    const marked = readMarkers(withoutFrontMatter(text));
    return { ...marked, entries: entriesOfText(marked.text, markdown) };
  };

function keyed(marked: Marked, texts: readonly WrittenText[], keys: readonly string[]): Contents | Refused {
  const [missing] = missingKeys(texts, keys);
  if (missing === undefined) return { ...marked, entries: entriesOfTexts(texts, keys) };
  return {
    code: "no-column",
    message: `Unexpected lack of a key \`${missing}\`, expected it somewhere in the file`,
  };
}

const unmarked = (text: string): Marked => ({ text, markers: [], wrong: [] });

const json: Read = (text, _, keys) => {
  const refused = mistakeIn(text);
  return refused ?? keyed(unmarked(text), textsOfJson(text), keys);
};

const jsonl: Read = (text, _, keys) => {
  const texts: WrittenText[] = [];
  let from = 0;
  for (const [i, line] of text.split("\n").entries()) {
    const refused = line.trim() === "" ? undefined : mistakeIn(line);
    if (refused) return { ...refused, line: i + 1 };
    // Each line is an item of one list.
    for (const one of textsOfJson(line, from)) texts.push({ ...one, path: [i, ...one.path] });
    from += line.length + 1;
  }
  return keyed(unmarked(text), texts, keys);
};

function mistakeIn(text: string): Refused | undefined {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ""));
    return undefined;
  } catch {
    return { code: "json", message: "Unexpected text that is no JSON, expected canned replies in it" };
  }
}

const yaml: Read = (text, file, keys) => {
  const marked = readMarkers(text);
  const { texts, problems } = textsOfYaml(file, marked.text);
  return problems[0] ?? keyed(marked, texts, keys);
};

const READERS: ReadonlyMap<string, Read> = new Map([
  [".csv", table(",")],
  [".tsv", table("\t")],
  [".json", json],
  [".jsonl", jsonl],
  [".yaml", yaml],
  [".yml", yaml],
  [".md", prose(true)],
  [".markdown", prose(true)],
  [".txt", prose(false)],
  [".text", prose(false)],
]);

/** Files that say what others show, and reviews: nobody hears them. */
const BESIDE = /\.(?:expect\.ya?ml|review\.json)$/i;

/** Whether a file met in a folder is looked through; one that was named always is. */
export const isWording = (path: string): boolean =>
  READERS.has(extname(path).toLowerCase()) && !BESIDE.test(path);

/** A file's text → what it holds, by its extension; anything else is taken for plain text. */
export function contentsOf(file: string, text: string, columns: readonly string[]): Contents | Refused {
  const read = READERS.get(extname(file).toLowerCase()) ?? prose(false);
  return read(text, file, columns);
}
