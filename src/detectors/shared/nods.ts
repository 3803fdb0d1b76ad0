import type { Turn } from "../../model/index.js";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Words that nod by themselves. */
const NODS = set(
  "mm mhm mmhm mmhmm hmm hm uhhuh uhuh uh-huh mm-hm mm-hmm huh yeah yes yep yup ya aye right okay ok sure oh ah ahh aha aw alright gotcha really wow fine great good cool perfect correct lovely understood noted interesting excellent nice true gosh dear goodness exactly absolutely definitely totally indeed sorry thanks thank never",
);
/** Phrases that nod as a whole. */
const PHRASES =
  /\b(?:i see|got it|got you|of course|i know|i understand|i hear you|go on|no problem|oh my|oh no|makes sense|no way|all right|fair enough)\b/gu;
/** Words that may stand beside them. */
const BESIDE = set(
  "uh um well so and but that's thats that is it all i see got it know you go on for me very oh my then hear what now was letting of course problem no",
);
/** Most words of a listening noise. */
const LONGEST = 7;
/** A comprehension check at the end of one's own talk asks for a nod and is none: "… right?". */
const TAG = /\b(?:right|okay|ok|yeah|know|no|yes|alright|all right|so)\?$/u;

/** Words of a text, begun and dropped ones ("r- right") left out. */
function wordsOf(text: string): readonly string[] {
  const plain = text.toLowerCase().replaceAll("’", "'");
  return (plain.match(/[\p{L}][\p{L}'-]*/gu) ?? []).filter(word => !(word.endsWith("-") && word.length < 5));
}

/** A short acknowledgement: it nods, and every other word of it is one that listeners say. */
export function isNod(text: string): boolean {
  const short = text.trim();
  if (short.length > 80) return false;
  const words = wordsOf(short);
  if (words.length === 0 || words.length > LONGEST || TAG.test(short.toLowerCase())) return false;
  const said = words.join(" ");
  const rest = said.replace(PHRASES, " ").split(" ").filter(Boolean);
  if (!rest.every(word => NODS.has(word) || BESIDE.has(word))) return false;
  return rest.some(word => NODS.has(word)) || said !== rest.join(" ") || /^uh[.!]?$/iu.test(short);
}

/** Answers to a yes-or-no question. */
const ANSWERS = set("yeah yes yep yup ya aye no sure right");
/** Takes a stand on what was said: agreement and praise are more than a sign of listening. */
const STAND =
  /\b(?:exactly|absolutely|definitely|totally|sorry|thanks|thank)\b|\b(?:that's|that is|it's|it is|so) (?:true|right|great|good|it|okay|fine|cool|nice|correct|all)\b|^(?:that's |very |so )*(?:wow|cool|true|perfect|excellent|nice|great|interesting)$/u;
/** How many turns back a question may be that a "yes" answers. */
const BACK = 3;

/** Whether a turn, or an utterance of it, does nothing but show that its speaker listens: no answer, no verdict, no floor held. */
export function acknowledges(turns: readonly Turn[], i: number, text = (turns[i] as Turn).text): boolean {
  const turn = turns[i] as Turn;
  if (!isNod(text) || (turn.cutOff && !/^\W*huh\W*$/iu.test(text))) return false;
  const words = wordsOf(text);
  if (STAND.test(words.join(" "))) return false;
  return !(words.some(word => ANSWERS.has(word)) && wasAsked(turns, i));
}

function wasAsked(turns: readonly Turn[], i: number): boolean {
  const { speaker } = turns[i] as Turn;
  for (let k = i - 1; k >= 0 && k >= i - BACK; k--) {
    const before = turns[k] as Turn;
    if (before.speaker === speaker || before.kind !== "speech") continue;
    if (before.text.includes("?")) return true;
    if (!isNod(before.text)) return false;
  }
  return false;
}
