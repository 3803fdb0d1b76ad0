import type { Format } from "../model/index.js";
import { captions } from "./shared/captions.js";
import type { Cue } from "./shared/cues.js";
import { type Element, elementsNamed } from "./shared/elements.js";
import { decodeEntities } from "./shared/entities.js";
import { notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { clock, ticks } from "./shared/times.js";

/** W3C timed text: TTML, DFXP, IMSC, EBU-TT. */
export const ttml: Format = {
  name: "ttml",
  title: "TTML captions (DFXP, IMSC, EBU-TT)",
  status: "documented",
  about: {
    recognised: "XML with `tt` as its outermost element",
    roles: "names only: `ttm:agent`, else `Name: text`",
    times: "start and end, ms: clocks, seconds, ticks",
    overlap: "only where cues of two speakers overlap",
    traps:
      "line breaks as elements; spans with styles; `dur` in place of an end; paragraphs without times are told and left out",
  },

  sniff({ text, json }) {
    if (json !== undefined || !/^\s*</.test(text.slice(0, 200))) return no;
    return /<(?:\w{1,10}:)?tt[\s>]/.test(text.slice(0, 2_000)) ? yes(0.96, "XML with `tt`") : no;
  },

  read({ text, line }) {
    const found = notes();
    const names = namesIn(text);
    const rate = Number(/\btickRate\s*=\s*["'](\d{1,12})/.exec(text.slice(0, 4_000))?.[1] ?? 1);
    const cues = elementsNamed(text, "p").flatMap(one => {
      const cue = cueOf(one, names, rate, line);
      if (cue === undefined)
        found.add(
          "lost-cue",
          "Unexpected paragraph without times, expected `begin` and `end`",
          line + one.line - 1,
        );
      return cue ?? [];
    });
    return captions(cues, found);
  },
};

/** Speakers as the head lists them, by id. */
function namesIn(text: string): ReadonlyMap<string, string> {
  return new Map(
    elementsNamed(text, "agent").flatMap(({ attributes, inner }) => {
      const name = wordsIn(elementsNamed(inner, "name")[0]?.inner ?? "").join(" ");
      const id = attributes.get("id");
      return id === undefined || name === "" ? [] : [[id, name] as const];
    }),
  );
}

function cueOf(
  { attributes, inner, line }: Element,
  names: ReadonlyMap<string, string>,
  rate: number,
  first: number,
): Cue | undefined {
  const start = timeOf(attributes.get("begin"), rate);
  const length = timeOf(attributes.get("dur"), rate);
  const end =
    timeOf(attributes.get("end"), rate) ??
    (start === undefined || length === undefined ? undefined : start + length);
  if (start === undefined || end === undefined) return undefined;
  const who = attributes.get("agent") ?? "";
  const name = names.get(who) ?? who;
  const lines = wordsIn(inner);
  // Captions name a voice by a tag; a name with a bracket in it is none.
  const voiced = name === "" || /[<>]/.test(name) ? lines : [`<v ${name}>${lines.join(" ")}`];
  return { start, end, lines: voiced, line: first + line - 1 };
}

/** The words of a paragraph, a line for each line; tags out, entities decoded. */
function wordsIn(inner: string): readonly string[] {
  return inner
    .replace(/\s+/g, " ")
    .replace(/<(?:\w{1,10}:)?br[^<>]{0,200}>/g, "\n")
    .replace(/<[^<>]{0,2000}>/g, "")
    .split("\n")
    .map(text => decodeEntities(text).trim())
    .filter(text => text !== "");
}

/** "00:01:02.5", "62.5s", "1500ms", "3750000t"; frames behind a fourth colon are dropped. */
function timeOf(written: string | undefined, rate: number): number | undefined {
  const text = written?.trim() ?? "";
  const [, amount = "", unit] = /^(\d{1,15}(?:\.\d{1,9})?)(h|m|s|ms|t)$/.exec(text) ?? [];
  if (unit === "t") return ticks((Number(amount) / rate) * 1e7);
  if (unit !== undefined) return Math.round(Number(amount) * (MILLIS.get(unit) ?? 1));
  return clock(text.replace(/^(\d{1,4}:\d\d:\d\d):\d{1,3}$/, "$1"));
}

const MILLIS: ReadonlyMap<string, number> = new Map([
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1_000],
  ["ms", 1],
]);
