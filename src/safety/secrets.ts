import { NO_NAME } from "./name-words.js";
import type { Range } from "./ranges.js";
import { saidValues, stuck } from "./said.js";

/** Whether a text or the question before it speaks of a secret; most do not. */
export const SECRET_HINT =
  /pass ?(?:word|code|phrase)|(?<!\p{L})(?:pins?|cv[cv2]|otp)(?!\p{L})|secur|maiden|memorable|secret|verification|(?:one|1)[- ]time|authenticat|access code|pet/iu;

const WORD = `(?:pass ?(?:word|code|phrase)|(?:memorable|security|secret) (?:word|answer|name|place)|answer(?: to (?:the|my|that) (?:security|secret) question)?|maiden name|(?:first |favou?rite )pet(?:['’]s name| was called| is called)?)`;
const CODE = String.raw`(?:pin(?: ?(?:number|code))?|(?:security|verification|access|authenti[ck]\p{L}{2,8}|confirmation text|one[- ]time) (?:pass)?code|one[- ]time (?:pin|password)|otp|cv[cv2](?: (?:number|code))?|three digits on the back)`;
const IS = String.raw`(?:['’]s|\s{0,2}[:=]| (?:is|was|are|should be|would be|it['’]s|that['’]s)(?::|,)?)(?: (?:um|uh|er|erm|just|all (?:lower ?case|caps)|set to|spelled|spelt)(?![\p{L}]),?){0,2}\s{1,2}`;

const WORDS = {
  said: new RegExp(String.raw`(?<!\p{L})${WORD}${IS}`, "giu"),
  asked: asking(WORD),
};
const CODES = {
  said: new RegExp(String.raw`(?<!\p{L})${CODE}(?:${IS}|[\s:=]{1,3}|,? (?:um|uh),? )`, "giu"),
  asked: asking(CODE),
};

/** «What's your password?», «the second letter of your memorable word, please»; not «did you forget your password?». */
function asking(noun: string): RegExp {
  return new RegExp(
    String.raw`^(?!.*(?:re-?set|forgot|forget|chang|updat|remember your|new pass|recover|trouble|tried|try )).*(?:your|the) (?:[\p{L}-]{1,12} ){0,3}?${noun}(?![\p{L}'’])[^?.]{0,60}[?.]?\s*$`,
    "isu",
  );
}

const NUMBERS = String.raw`(?:\d|(?:zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine|double|triple)(?!\p{L}))`;
const FIGURES = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${NUMBERS}(?:[\s,.-]{0,3}${NUMBERS}){2,9}(?![\p{L}\p{N}]|[.,]\d)`,
  "iuy",
);
/** «Xy7-22»: letters with figures, as codes are sent. */
const MIXED = /(?=[\p{L}-]{0,12}\d)(?=[\d-]{0,12}\p{L})[\p{L}\d-]{4,16}(?![\p{L}\p{N}])/iuy;

const QUOTED = /["“”'‘](?=[^\s])[^"“”\n]{1,60}?["“”'’](?!\p{L})/uy;
const PART = /[^\s,;"“”]{1,64}/uy;

/** What is said of a password that is not the password. */
const NO_SECRET = new Set(
  (
    "expired invalid required locked weak strong short secure safe compromised stolen hacked leaked saved stored reset resetting changed updated working accepted rejected refused " +
    "recognised recognized outdated temporary hidden visible encrypted case-sensitive sensitive simple easy hard difficult different good bad fine lost gone broken " +
    "password protected controlled linked sent emailed texted mailed good easy impossible hopefully probably maybe definitely apparently supposed asked needed showing " +
    "letters numbers characters digits symbols eight six ten four twelve least blank empty unique private confidential mine yes no"
  ).split(" "),
);

/** Passwords, PINs, security codes and answers that are said aloud, in a turn or as the answer to a question for them. */
export function secrets(text: string, before: string): readonly Range[] {
  const codes = saidValues(text, before, CODES, codeAt);
  return [...codes, ...saidValues(text, codes.length > 0 ? "" : before, WORDS, wordAt)];
}

const codeAt = (text: string, from: number): Range | undefined =>
  stuck(FIGURES, text, from) ?? stuck(MIXED, text, from);

const bare = (word: string): string => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
const isWord = (word: string): boolean => /^[\p{L}'’.!?]+$/u.test(word);

function wordAt(text: string, from: number): Range | undefined {
  const quoted = stuck(QUOTED, text, from);
  if (quoted !== undefined) return [quoted[0] + 1, quoted[1] - 1];
  const figures = stuck(FIGURES, text, from);
  if (figures !== undefined) return figures;
  let to = from;
  let at = from;
  let single = true;
  for (let count = 0; count < 16; count++) {
    const part = stuck(PART, text, at);
    if (part === undefined) break;
    const word = text.slice(...part);
    const short = /^[\p{L}\p{N}][-.]?$/u.test(word);
    const ends =
      isWord(word) &&
      !short &&
      (NO_NAME.has(bare(word).replace(/['’]/g, "")) ||
        NO_SECRET.has(bare(word)) ||
        /(?:n['’]t|ing)$/i.test(word));
    if (ends || (!short && !single) || count > (short ? 15 : 3)) break;
    single = short || count < 3;
    to = part[1];
    if (/[.?!]$/.test(word)) break;
    const gap = /^(?: and (?=[\p{L}\d](?![\p{L}\p{N}]))|[ -]|, ?(?=\p{L}(?!\p{L})|\d))/u.exec(
      text.slice(to, to + 8),
    );
    if (gap === null) break;
    at = to + gap[0].length;
  }
  while (to > from && (isWord(text.slice(from, to)) ? /[.,;:?!]/ : /[.,;:?]/).test(text[to - 1] as string))
    to -= 1;
  return to > from ? [from, to] : undefined;
}
