import type { WrittenText } from "./entries-tree.js";

interface Level {
  readonly list: boolean;
  key: string | number;
}

const ESCAPED = 2;
const ESCAPED_AS_NUMBER = 6;

/**
 * Every text of a JSON document that parses, with where it stands; keys are none. `from` is where the document begins
 * in its file. One pass, no recursion: nothing is too deep.
 */
export function textsOfJson(json: string, from = 0): readonly WrittenText[] {
  const texts: WrittenText[] = [];
  const levels: Level[] = [];
  for (let i = 0; i < json.length; i++) {
    const char = json[i];
    if (char === "{") levels.push({ list: false, key: "" });
    else if (char === "[") levels.push({ list: true, key: 0 });
    else if (char === "}" || char === "]") levels.pop();
    else if (char === ",") next(levels.at(-1));
    else if (char === '"') {
      const end = endOf(json, i);
      const level = levels.at(-1);
      if (level !== undefined && !level.list && isKey(json, end))
        level.key = String(JSON.parse(json.slice(i, end)));
      else
        texts.push(
          textOf(
            json,
            i,
            end,
            from,
            levels.map(({ key }) => key),
          ),
        );
      i = end - 1;
    }
  }
  return texts;
}

function next(level: Level | undefined): void {
  if (level?.list) level.key = Number(level.key) + 1;
}

/** Where the string that begins at a quote ends, behind its other quote. */
function endOf(json: string, quote: number): number {
  let i = quote + 1;
  while (i < json.length && json[i] !== '"') i += json[i] === "\\" ? ESCAPED : 1;
  return i + 1;
}

function isKey(json: string, end: number): boolean {
  let i = end;
  while (/\s/.test(json[i] ?? "")) i++;
  return json[i] === ":";
}

function textOf(
  json: string,
  quote: number,
  end: number,
  from: number,
  path: readonly (string | number)[],
): WrittenText {
  const offsets: number[] = [];
  for (let i = quote + 1; i < end; ) {
    offsets.push(from + i);
    i += json[i] !== "\\" ? 1 : json[i + 1] === "u" ? ESCAPED_AS_NUMBER : ESCAPED;
  }
  return {
    path,
    text: String(JSON.parse(json.slice(quote, end))),
    at: index => offsets[index] ?? from + end - 1,
  };
}
