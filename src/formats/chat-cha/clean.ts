/** What is left of a CHAT utterance once its codes are taken out. */
export interface Cleaned {
  /** The words; "" where nothing was understood or said. */
  readonly text: string;
  /** What happened instead of words: "laughs", "unintelligible". */
  readonly events: readonly string[];
  /** Ended with `+/.`: interrupted by somebody else. */
  readonly cutOff: boolean;
  /** Marked as spoken while somebody else spoke: `[>]`, `[<]`, `+<`, `⌈`. */
  readonly overlap: boolean;
}

const TERMINATOR = /\+(?:\/\/[.?!]|\/[.?!]|\.\.\.|\.\.[.?]|"\/?[.?!]|!\?|\/\/|\/)\s*$/;
const ANALYSIS_MARKS = /[⌈⌉⌊⌋↑↓≈≋∆∇▁▔☺♋⁇°§∬„‡↫∾⁎◉⤇→↗↘↖ˈˌ]/g;

/** Whether an utterance holds anything but words and full stops. */
const CODED = /[[\]&(@_<>+\u0001-\u0008⌈⌉⌊⌋↑↓≈≋∆∇▁▔☺♋⁇°§∬„‡↫∾⁎◉⤇→↗↘↖ˈˌ]|(?:^|\s)(?:0|xx|yy|www)/;

/** Takes the codes of CHAT out of an utterance; the words people really said, doubled and broken ones too, stay. */
export function clean(written: string): Cleaned {
  if (!CODED.test(written)) return { text: finish(written, ""), events: [], cutOff: false, overlap: false };
  const events: string[] = [];
  const ending = TERMINATOR.exec(written.replace(/\[[^[\]]{0,300}\]/g, "").trimEnd())?.[0] ?? "";
  const overlap = /\[[<>]\d?\]|[⌈⌊]|^\s{0,9}\+</.test(written);
  const text = written
    .replace(/^\s{0,9}(?:\+[<^,+"≈]\s{0,3}){1,3}/, "")
    .replace(/\[[^[\]]{0,300}\]/g, " ")
    .replace(/&=([\p{L}\d:_-]{1,60})/gu, (_, event: string) => {
      events.push(event.replace(/[_:]/g, " "));
      return " ";
    })
    .replace(/&\*[A-Z]{1,7}:\S{0,100}/g, " ")
    .replace(/&[+~][^\s]{1,60}/g, " ")
    .replace(/&-?(?=\p{L})/gu, "")
    .replace(/(^|\s)0\p{L}{1,40}/gu, "$1")
    .replace(/(^|\s)(xxx?|yyy?|www)(?=\s|$)/g, (_, space: string) => {
      if (!events.includes("unintelligible")) events.push("unintelligible");
      return space;
    })
    .replace(/\((?:\.{1,3}|\d{1,3}(?:[:.]\d{0,3}){0,2}\.?)\)/g, " ")
    .replace(/\(([\p{L}']{1,30})\)/gu, "$1")
    .replace(/(\p{L})@[a-z]{1,3}(?::[a-z]{1,12})?(?:\$[a-z]{1,6})?/gu, "$1")
    .replace(/(\p{L})_(?=\p{L})/gu, "$1 ")
    .replace(ANALYSIS_MARKS, "")
    .replace(/[<>\u0001-\u0008]/g, "");
  return { text: finish(text, ending), events, cutOff: /^\+\/[.?!]?\s*$/.test(ending), overlap };
}

/** Signs at the end of an utterance; a sentence that trails off or breaks itself off ends in «…». */
function finish(text: string, ending: string): string {
  const bare = text.trim();
  const body = ending === "" || !bare.endsWith(ending.trim()) ? bare : bare.slice(0, -ending.trim().length);
  const words = (/\s\s|[\t\n]/.test(body) ? body.replace(/\s+/g, " ") : body)
    .replace(/ ([.,?!;:…])/g, "$1")
    .trim();
  if (!/[\p{L}\p{N}]/u.test(words)) return "";
  if (/^\+(?:\/\/|\.\.)/.test(ending)) return `${words}…`;
  if (/^\+(?:"|!)/.test(ending)) return words + ending.trim().replace(/[+"/]/g, "");
  return words;
}
