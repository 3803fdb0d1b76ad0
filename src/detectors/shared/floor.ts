import type { Channel, Turn } from "../../model/index.js";

/** Words that no English clause ends on. */
const DANGLING = new Set(
  "the a an and but or so because if to of for with at from by my your his her their our its than that which who when while then as into about between is are was were am i he she they we im ive theyve weve youve dont didnt couldnt wouldnt have has had be been can could would will not just very really how and- like it's its".split(
    " ",
  ),
);
/** Of these, the ones that end a clause often enough in a hasty chat to prove nothing there. */
const WEAK_IN_CHAT = new Set(
  "her his that so like for with about by at from to is are was it's its have had can could would will not really just then as i he she they we who how when".split(
    " ",
  ),
);

const CUT =
  /(?:[-–—]{1,3}|\+\/[.?]|\[(?:interrupted|crosstalk|cut off|cuts off|interrupts|overlapping)\]|\((?:interrupted|crosstalk|cut off)\))["'”’]?\s*$/iu;

/** The last word without its punctuation, lower case. */
const lastWord = (text: string): string =>
  /([\p{L}][\p{L}'’-]*)["'”’]?$/u.exec(text.trim())?.[1]?.toLowerCase().replaceAll("’", "'") ?? "";

/** Short answers that end on such a word and lack nothing: "or not", "hopefully not". */
const WHOLE =
  /\b(?:or|why|if|course|hopefully|probably|certainly|definitely|absolutely|maybe|i'm|it's|think|hope) not\W*$/iu;

/** And on "to", where the verb was said before: "you'd want to". */
const ELLIPTIC =
  /\b(?:want|wanted|like|need|have|had|used|going|able|got|trying|tried|supposed|meant|mean|love|happy|allowed|willing|hoping|asked) to\W*$/iu;

/** Ends on a word that needs another: "because the", "and then it". */
const dangles = (text: string): boolean =>
  (DANGLING.has(lastWord(text)) && !WHOLE.test(text.slice(-30))) ||
  /\b(?:and|then|but|because|if|when|that|so) (?:it|you|this|that|there|me)$/iu.test(
    text.slice(-30).trim(),
  ) ||
  /\bthere (?:was|is|were|are|'s) (?:this|these|some|all)$/iu.test(text.slice(-30).trim());

const marks = new WeakMap<readonly Turn[], boolean>();

/** Whether a transcript writes punctuation at all: most of its longer turns end with a mark. */
export function punctuated(turns: readonly Turn[]): boolean {
  const known = marks.get(turns);
  if (known !== undefined) return known;
  const found = writesMarks(turns);
  marks.set(turns, found);
  return found;
}

function writesMarks(turns: readonly Turn[]): boolean {
  const long = turns.filter(turn => turn.kind === "speech" && turn.text.length > 25);
  const marked = long.filter(turn => /[.!?…]["'”’)\]]*\s*$/u.test(turn.text) || CUT.test(turn.text));
  return long.length > 0 && marked.length * 4 >= long.length * 3;
}

/** Whether a turn's last clause is complete: it ends in a mark, or, unpunctuated, not on a word that needs another. */
export function completes(turn: Turn, turns: readonly Turn[]): boolean {
  if (turn.cutOff || CUT.test(turn.text)) return false;
  if (/[.!?…]["'”’)\]]*\s*$/u.test(turn.text)) return true;
  return !punctuated(turns) && !dangles(turn.text);
}

/** The textual cue that a turn was broken off; "" where there is none. */
export function brokenOff(turn: Turn, turns: readonly Turn[], channel: Channel): string {
  const cut = CUT.exec(turn.text);
  if (cut) return cut[0].trim();
  if (turn.text.length < 12 || /[.!?…,]["'”’)\]]*\s*$/u.test(turn.text)) return "";
  const word = lastWord(turn.text);
  if (!dangles(turn.text)) return "";
  if (channel !== "voice")
    return (word === "to" ? ELLIPTIC.test(turn.text.slice(-24)) : WEAK_IN_CHAT.has(word)) ? "" : `…${word}`;
  return punctuated(turns) ? `…${word}` : "";
}
