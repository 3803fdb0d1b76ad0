import { ANYTHING, TOLD as NAMED } from "./figures.js";
import { matchesOf } from "./matches.js";
import { EVERYDAY, NO_NAME, NO_PERSON, PARTICLE, TITLE } from "./name-words.js";
import type { Range } from "./ranges.js";
import { answerStart } from "./said.js";

/** Whether a text may hold a name given in words; most texts do not. */
export const NAME_HINT =
  /name|speaking|this is|call me|(?<!\p{L})(?:i['’]?m|it['’]?s|i am|it is)(?!\p{L})|\p{L} here(?!\p{L})|known as/iu;

/** Whether a turn may ask for a name. */
export const NAME_ASKED = /name|(?:speaking|talking|chatting) (?:to|with)|who is (?:this|calling)/i;

/** «My name is», «the name on the account is», «it's under»: what follows is a name however it is written. */
const TOLD =
  /(?<!\p{L})(?<!(?:property|hotel|product|company|file|street|brand|user|model|pet|place|shop|store|event|movie|business|restaurant) )(?:(?:(?:my|the|her|his|our|their) )?(?:(?:full|first|last|middle|maiden|sur|family|given|married|legal|account ?holder['’]?s?|customer['’]?s?|cardholder['’]?s?) ?)?(?:sur)?name(?: (?:(?:on|for|under|behind) (?:the|my|our|this|that) (?:account|booking|order|card|policy|reservation|bill|contract|file|ticket|invoice|profile)|should be|would be))?(?:['’]s| is| was|:)|(?:in|under) the name(?: of)?|i go by|i['’]m known as)[ ,:]{1,3}(?:(?:um|uh|er|erm|actually|just|ms|mr)[ ,]{1,2})?/giu;
/** «This is», «it's», «I'm», «call me»: a name only where it is written as one, or where «speaking» follows. */
const SAID = /(?<!\p{L})(?:this is|it['’]?s|it is|i['’]?m|i am|call me)(?= )/giu;
/** «Jane Doe speaking», «Jane here», at the beginning of a turn. */
const BEHIND =
  /^[^\p{L}]{0,3}(?:(?:[Hh]i|[Hh]ello|[Hh]ey|[Gg]ood (?:morning|afternoon|evening)|[Yy]es|[Yy]eah)[,. ]{1,3}){0,2}((?:\p{Lu}[\p{L}'’-]{1,20} ){1,2})(?:speaking|here)(?!\p{L})/u;

const TOKEN = /\p{L}(?:[\p{L}\p{M}'’-]{0,30}[\p{L}\p{M}])?/uy;

interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Where a customer's own words give a name; `before` is what the other side had just asked, `leads` what the words can
 * lead to (figures.ts), where that is known.
 */
export function names(text: string, before: string, leads = ANYTHING): readonly Range[] {
  const found: Range[] = [];
  const add = (range: Range | undefined): void => {
    if (range !== undefined) found.push(range);
  };
  if ((leads & NAMED) !== 0)
    for (const lead of matchesOf(TOLD, text)) add(nameAt(text, lead.index + lead[0].length, told));
  for (const lead of matchesOf(SAID, text)) {
    const at = lead.index + lead[0].length + 1;
    add(nameAt(text, at, nameOfSpeaker(lead[0].toLowerCase(), text)));
  }
  const behind = BEHIND.exec(text);
  if (behind?.[1]) add(nameAt(text, behind.index + behind[0].indexOf(behind[1]), written));
  if (found.length === 0 && isAskedFor(before.slice(-200))) add(answered(text));
  return found;
}

/** What every question for a name has in it. */
const MAY_ASK = /name|speaking|talking|chatting|who is/iu;
const isAskedFor = (question: string): boolean =>
  MAY_ASK.test(question) && ASKED.test(question) && !OTHER_NAME.test(question);

/** Decides whether the words at a place are a name, and how many of them. */
type Accepts = (tokens: readonly Token[], text: string) => number;

function nameAt(text: string, at: number, accepts: Accepts): Range | undefined {
  const tokens = tokensFrom(text, at);
  const start = TITLE.has(plain(tokens[0]?.word)) ? 1 : 0;
  const own = tokens.slice(start);
  const count = accepts(own, text);
  const [first, last] = [own[0], own[count - 1]];
  return first === undefined || last === undefined ? undefined : [first.from, last.to];
}

const plain = (word = ""): string => word.toLowerCase().replace(/['’.]/g, "");
const isCapital = ({ word }: Token): boolean => /^\p{Lu}/u.test(word);
/** Will and May are names where they are written large. */
const isStop = ({ word }: Pick<Token, "word">): boolean =>
  NO_NAME.has(plain(word)) && !/^(?:Will|May)$/.test(word);

/** Up to five words in a row, parted by a space, a full stop behind a title or an initial, or nothing but spelling marks. */
function tokensFrom(text: string, start: number): readonly Token[] {
  const tokens: Token[] = [];
  let at = start;
  while (tokens.length < (tokens.at(-1)?.word.length === 1 ? 20 : 6)) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) break;
    const word = match[0].replace(/['’]s$/u, "");
    const token = { word, from: at, to: at + word.length };
    tokens.push(token);
    const short = TITLE.has(plain(word)) || word.length === 1;
    const gap = (short ? /^\.? (?=\S)/ : /^ (?=\S)/).exec(text.slice(token.to, token.to + 3));
    if (gap === null) break;
    at = token.to + gap[0].length;
  }
  return tokens;
}

/** Words written as names, in a row: «Maria de la Cruz». */
function capitals(tokens: readonly Token[]): number {
  let count = 0;
  for (const [i, token] of tokens.entries()) {
    if (i > 3) break;
    if (isCapital(token) && !(isStop(token) && !/^\p{Lu}{2,}$/u.test(token.word) && i > 0)) count = i + 1;
    else if (!(i > 0 && PARTICLE.has(plain(token.word)))) break;
  }
  return count;
}

const told: Accepts = (tokens, text) => {
  const [first] = tokens;
  if (first === undefined || isStop(first) || first.word.length < 2) return 0;
  if (isCapital(first)) return capitals(tokens);
  // «my name is mud»: where the writer uses capitals, a name without one stands at the end or before a halt.
  return smallNames(tokens, text);
};

/** Names in small letters: as they come from speech recognition, up to the first everyday word. */
function smallNames(tokens: readonly Token[], text: string): number {
  const stop = tokens.findIndex(token => isStop(token) || token.word.length < 2 || isInflected(token.word));
  const count = Math.min(stop < 0 ? tokens.length : stop, 3);
  const last = tokens[count - 1];
  if (last === undefined) return 0;
  const ends = stop >= 0 || /^\s*(?:[.,;!?]|$)/u.test(text.slice(last.to, last.to + 4));
  return ends ? count : Math.min(count, 2);
}

/** «mentioned», «sitting»: no names, save a few. */
const isInflected = (word: string): boolean =>
  /\p{L}{2}(?:ing|ed)$/u.test(word) &&
  !/^(?:fred|ned|ted|jared|reed|syed|.*mm?ed|.*hmed|sterling|king|ming|ling|irving)$/u.test(word);

const written: Accepts = tokens =>
  tokens[0] === undefined || NO_PERSON.has(plain(tokens[0].word)) || isStop(tokens[0]) ? 0 : capitals(tokens);

function nameOfSpeaker(lead: string, whole: string): Accepts {
  return (tokens, text) => {
    const [first] = tokens;
    if (first === undefined || isStop(first) || isNoPerson(first) || first.word.length < 2) return 0;
    const speaking = tokens.findIndex(({ word }) => /^(?:speaking|calling|here)$/i.test(word));
    const said = tokens.slice(0, Math.max(0, speaking));
    const small = tokens[speaking]?.word === "here" && !said.every(isCapital);
    if (said.length > 0 && said.length < 4 && !small) return said.some(isStop) ? 0 : said.length;
    if (!isCapital(first) || (lead.startsWith("it") && !GREETED.test(whole.slice(0, first.from)))) return 0;
    const count = capitals(tokens);
    const end = tokens[count - 1]?.to ?? 0;
    const halts = /^\s*(?:[.,;!?-]|$|and |from |at |with |i['’]|again|on )/iu.test(text.slice(end, end + 12));
    const opens = lead.startsWith("i") || first.from < 60;
    return opens && halts ? count : 0;
  };
}

/** «Hi, it's Tom»; elsewhere «it's Fresno» names a place or a day. */
const GREETED =
  /^[^\p{L}]{0,3}(?:hi|hello|hey|good (?:morning|afternoon|evening)|yes|yeah|um|uh)(?!\p{L})[^.?]{0,30}$/iu;

/** A word written large throughout is shouted: «I'm SCARED». */
const isNoPerson = ({ word }: Token): boolean => NO_PERSON.has(plain(word)) || /^\p{Lu}{4,}$/u.test(word);

/** The question for a person's name. */
const ASKED =
  /(?:your|his|her|their|holder['’]?s?|customer['’]?s?|caller['’]?s?|patient['’]?s?|passenger['’]?s?|guest['’]?s?|person['’]?s?|payee['’]?s?) (?:\p{L}{1,8} (?:and |or )?){0,3}(?:sur|first|last|full)? ?name(?!\p{L}|['’])|(?:what|which|whose|a|the|full|first|last|sur) ?(?:['’]s the |is the |was the |full |first |last )?(?:sur)?name (?:please|on the|for the|is (?:it|that)|shall|should|do)|(?:what|who)(?:['’]s| is| was) the (?:sur|first |last |full )?name\??$|(?:sur)?name,? please|who (?:am i|i am|i'm) (?:speaking|talking|chatting)|who is (?:this|calling)|spell (?:that|it)[^?]{0,20}name|(?:speaking|talking) (?:with|to)(?: today)?,?(?: please)?\?/iu;
/** Names of things. */
const OTHER_NAME =
  /(?:user|brand|product|file|domain|street|company|business|model|network|plan|store|shop|hotel|restaurant|pet|event|city|movie|screen|display|device|bank) ?name|name of (?:the|your|that) (?:hotel|restaurant|product|company|shop|store|event|movie|song|place|city|venue|theat|network|business|item|doctor|artist|album)|my name is[^?]{0,80}$/iu;

/** The answer to the question for a name: a turn that begins with one, or is nothing else. */
function answered(text: string): Range | undefined {
  return nameAt(text, answerStart(text), (tokens, whole) => {
    const [first] = tokens;
    if (first === undefined || isStop(first) || NO_PERSON.has(plain(first.word))) return 0;
    if (!isCapital(first) && isInflected(first.word)) return 0;
    if (tokens.every(({ word }) => word.length === 1)) return tokens.length > 2 ? tokens.length : 0;
    if (first.word.length < 2) return 0;
    const small = !isCapital(first);
    const count = small ? smallNames(tokens, whole) : capitals(tokens);
    const last = tokens[count - 1];
    const rest = whole.slice(last?.to ?? 0).trim();
    // «Refund my money» answers nothing: a name is all there is, or stops before a comma, a full stop or «and».
    return rest === "" || /^(?:[.,;!-]|and |my |that['’]?s |it['’]?s |with |spelled |spelt )/iu.test(rest)
      ? count
      : 0;
  });
}

/** The words of a name by which it is known elsewhere: «Jane», «Okafor»; particles and single letters are none. */
export function partsOf(name: string): readonly string[] {
  return name
    .split(/[\s.]+/u)
    .filter(
      part =>
        part.length > 1 && !PARTICLE.has(plain(part)) && !TITLE.has(plain(part)) && !isStop({ word: part }),
    );
}

/** Whether a name is an everyday word as well: «Will», «May», «Grace». */
export const isEveryday = (part: string): boolean => EVERYDAY.has(plain(part));
