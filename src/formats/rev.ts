import type { Format, Written } from "../model/index.js";
import { call, overlapSeen, row } from "./shared/call.js";
import { get, isObject, list, said, str, textOf } from "./shared/json.js";
import { speakerLabel } from "./shared/labels.js";
import { type Notes, needed, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { seconds } from "./shared/times.js";

/** Rev.ai's transcript: monologues of elements. */
export const rev: Format = {
  name: "rev",
  title: "Rev, Rev AI",
  status: "fixture",
  about: {
    recognised: "`monologues[].elements[]`",
    roles: "numbers, or the names in `speakers[]`",
    times: "of each word, seconds",
    overlap: "where monologues overlap",
    traps: "punctuation holds the spaces and has no time; `<crosstalk>` becomes `[crosstalk]`",
  },

  sniff: ({ json }) =>
    Array.isArray(get(list(get(json, "monologues"))[0], "elements"))
      ? yes(0.97, "monologues[].elements[]")
      : no,

  read({ json }) {
    const found = notes();
    const names = new Map(
      list(get(json, "speakers")).map(each => [said(get(each, "id")) ?? "", said(get(each, "name"))]),
    );
    const rows = list(get(json, "monologues")).flatMap((monologue, index) => {
      const id = get(monologue, "speaker");
      const name = names.get(said(id) ?? "") ?? said(nameInside(monologue)) ?? speakerLabel(id);
      return rowOf(monologue, name, `monologues[${index}]`, found);
    });
    return call(rows, found, { language: said(get(json, "language")), overlaps: overlapSeen(rows) });
  },
};

/** Human transcripts carry the name inside the monologue. */
function nameInside(monologue: unknown): unknown {
  const info = get(monologue, "speaker_info");
  return get(info, "display_name") ?? get(info, "name");
}

function rowOf(monologue: unknown, speaker: string, where: string, found: Notes): readonly Written[] {
  const elements = needed(monologue, "elements", found, where).filter(isObject);
  const text = elements
    .map(({ type, value }) => (type === "unknown" ? str(value).replace(/^<(.*)>$/, "[$1]") : str(value)))
    .join("")
    .trim();
  if (
    elements.length < list(get(monologue, "elements")).length ||
    elements.some(({ value }) => textOf(value) === undefined)
  ) {
    found.add("lost-words", "Unexpected element without `value`, expected a word", where);
  }
  if (text === "") {
    found.add("lost-rows", "Unexpected monologue without words, expected what was said", where);
    return [];
  }
  const starts = elements.map(({ ts }) => seconds(ts)).filter(ms => ms !== undefined);
  const ends = elements.map(({ end_ts }) => seconds(end_ts)).filter(ms => ms !== undefined);
  return [row({ speaker, text, start: starts[0], end: ends.at(-1) })];
}
