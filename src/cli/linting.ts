import { toSource } from "../engine/files.js";
import { readBytes } from "../engine/text-file.js";
import { type Entry, locator } from "../gate/entries.js";
import type { Marker } from "../gate/markers.js";
import type { Problem } from "../model/index.js";
import { contentsOf, type Refused } from "./lint-contents.js";
import type { Match } from "./wording.js";

/** A match with its place as people count, accepted where a marker says why. */
export interface Located extends Match {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly accepted?: string;
}

/** What one file has to say. */
export interface Linted {
  readonly file: string;
  readonly matches: readonly Located[];
  readonly entries: number;
  readonly problems: readonly Problem[];
  /** Markers that accepted nothing. */
  readonly unused: readonly Problem[];
}

/** Looks through a file of canned replies or a script. */
export async function lintFile(
  file: string,
  named: boolean,
  find: (entry: Entry) => readonly Match[],
  columns: readonly string[],
): Promise<Linted> {
  const problem = ({ code, message, line }: Refused): Problem => ({
    source: file,
    code,
    message,
    effect: "unreadable",
    named,
    ...(line !== undefined && { line }),
  });
  const none = (one: Problem): Linted => ({ file, matches: [], entries: 0, problems: [one], unused: [] });
  const opened = await open(file, named);
  if ("problem" in opened) return none(opened.problem);
  const contents = contentsOf(file, opened.text, columns);
  if ("code" in contents) return none(problem(contents));
  const { text, entries, markers, wrong } = contents;
  const linted = settled(file, text, entries, markers, find);
  return { ...linted, problems: wrong.map(one => problem({ ...one, code: "marker" })) };
}

async function open(
  file: string,
  named: boolean,
): Promise<{ readonly text: string } | { readonly problem: Problem }> {
  try {
    const opened = await toSource(file, named, readBytes(file));
    if ("problem" in opened) return opened;
    const { bytes } = opened.source;
    return {
      text: new TextDecoder(bytes[0] === 0xff ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : "utf-8").decode(
        bytes,
      ),
    };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return {
      problem: {
        source: file,
        named,
        code: "unreadable",
        effect: "unreadable",
        message: `Unexpected error ${code}, expected a readable file`,
      },
    };
  }
}

function settled(
  file: string,
  text: string,
  entries: readonly Entry[],
  markers: readonly Marker[],
  find: (entry: Entry) => readonly Match[],
): Linted {
  const locate = locator(text);
  const used = new Set<Marker>();
  const disabling = markers.filter(({ kind }) => kind === "disable");
  const matches = entries.flatMap(find).map((match): Located => {
    const [first, last] = match.within.map(offset => locate(offset).line);
    const marker = disabling.find(
      ({ about, checks }) => about >= (first ?? 0) && about <= (last ?? 0) && checks.includes(match.check),
    );
    if (marker) used.add(marker);
    return {
      ...match,
      file,
      ...locate(match.from),
      ...(marker?.reason !== undefined && { accepted: marker.reason }),
    };
  });
  const unused = disabling
    .filter(marker => !used.has(marker))
    .map(
      ({ line, checks }): Problem => ({
        source: file,
        line,
        code: "unused-marker",
        effect: "note",
        message: `Unexpected marker that disables nothing, expected ${checks.join(", ")} in the words it is about`,
      }),
    );
  return { file, matches, entries: entries.length, problems: [], unused };
}
