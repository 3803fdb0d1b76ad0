import type { Written } from "../../model/index.js";
import { row } from "./call.js";
import type { Notes } from "./notes.js";
import { soundOnly } from "./sounds.js";

/** One recognised word. */
export interface Word {
  /** Undefined: the word is there and its text is not. "": no word after all. */
  readonly text: string | undefined;
  /** Left out: whoever was speaking. "": unknown. */
  readonly speaker?: string | undefined;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  /** Punctuation: joins the word before without a space, and has no time of its own. */
  readonly glue?: boolean | undefined;
}

/** A pause that parts two utterances of one speaker; Deepgram's own utterances split there too. */
const PAUSE = 800;

/** Words in order of time → utterances: a new one for each change of speaker and after each pause. */
export function utterances(words: Iterable<Word>, found: Notes, joiner = " "): readonly Written[] {
  const rows: Written[] = [];
  let open: Open | undefined;
  for (const word of words) {
    const { text } = word;
    if (text === undefined) found.add("lost-words", "Unexpected word without its text, expected one");
    if (text === undefined || text === "") continue;
    if (open === undefined || parts(open, word)) {
      if (open) rows.push(close(open));
      open = {
        speaker: word.speaker ?? open?.speaker ?? "",
        text,
        start: word.start,
        end: word.end,
      };
      continue;
    }
    open.text += word.glue ? text : joiner + text;
    open.start ??= word.start;
    if (word.end !== undefined) open.end = Math.max(open.end ?? 0, word.end);
  }
  if (open) rows.push(close(open));
  return rows.filter(({ text }) => text !== "");
}

interface Open {
  readonly speaker: string;
  text: string;
  start: number | undefined;
  end: number | undefined;
}

function parts(open: Open, { speaker, start, glue }: Word): boolean {
  if (glue) return false;
  if (speaker !== undefined && speaker !== open.speaker) return true;
  return start !== undefined && open.end !== undefined && start - open.end >= PAUSE;
}

function close({ speaker, text, start, end }: Open): Written {
  const trimmed = text.trim();
  const kind = soundOnly(trimmed) ? "event" : undefined;
  return row({
    speaker,
    kind,
    text: trimmed,
    start,
    end: end === undefined || start === undefined ? end : Math.max(start, end),
  });
}

/** Languages written without spaces between words. */
const UNSPACED: ReadonlySet<string> = new Set(["ja", "zh", "th", "cmn", "yue", "km", "lo", "my"]);

/** What stands between two words of a language. */
export function joinerOf(language: string | undefined): string {
  return language !== undefined && UNSPACED.has(language.slice(0, 3).split("-")[0]?.toLowerCase() ?? "")
    ? ""
    : " ";
}
