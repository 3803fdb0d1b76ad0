import type { Place, Talk, Turn } from "../../model/index.js";
import { type Hinted, hinted } from "./hinted.js";

/**
 * Empathy without a formula, told by its grammar: the speaker puts themselves or anybody in the customer's place, or calls
 * the customer's matter (not a thing of the company's) hard to bear.
 */
const FRAMES: readonly Hinted[] = [
  // «I'd have lost my rag by now too», «I'd be salty too», «I'd have been hopping mad».
  hinted(
    /\b(?:i|we)(?:['’]?d| would)(?: have|['’]ve| be)(?: (?!happy|glad|able|pleased|delighted|you\b|your\b|to\b|in\b|on\b|the one)[\p{L}'’]+){1,8}? (?:too|as well|either|myself|by now)(?![\p{L}])/iu,
    "too",
    "as well",
    "either",
    "myself",
    "by now",
  ),
  hinted(
    /\b(?:i|we)(?:['’]?d| would) (?:have|be)(?: been)? (?:\p{L}+ )?(?:mad|furious|livid|salty|raging|fuming|gutted|beside myself|spitting)\b/iu,
    "mad",
    "furious",
    "livid",
    "salty",
    "raging",
    "fuming",
    "gutted",
    "beside myself",
    "spitting",
  ),
  // «…would tie anyone in knots», «that'd do anyone's head in»: whom it happens to may be anybody.
  hinted(/(?:\bwould|['’]d) (?:\p{L}+ ){1,3}any(?:one|body|one['’]s|body['’]s)\b/iu, "anyone", "anybody"),
  hinted(
    /\b(?:not|never|hardly) (?:something|what|how|anything) (?:any(?:one|body)|people|folk|you) (?:should|ought|want|needs?|would|deserves?|hopes?)\b/iu,
    "something",
    "anything",
    "not what",
    "not how",
    "never what",
    "never how",
    "hardly what",
    "hardly how",
  ),
  // «That's about the worst timing there is», «it's the worst moment for a bakery».
  hinted(
    /\b(?:that|it|this|which)(?:['’]?s| is| was) (?:about |just |really |probably |pretty much )?the (?:\p{L}+ )?(?:worst|cruellest|hardest)\b/iu,
    "worst",
    "cruellest",
    "hardest",
  ),
  // «That's too long», «two is too many».
  hinted(
    /(?:\b(?:that|this|it|twice|once|two|three|four|five)(?:['’]?s| is| was| are)) (?:far |much |way |already )?too (?:long|many|much|often)\b/iu,
    "too long",
    "too many",
    "too much",
    "too often",
  ),
  // «That's no way to spend a birthday».
  hinted(
    /\b(?:that|it|this)(?:['’]?s| is| was) (?:no|not (?:a|any|the|much of a)|hardly (?:a|the)) (?:way|place|time|state|night|day) (?:to|for)\b/iu,
    "way to",
    "place to",
    "time to",
    "state to",
    "night to",
    "day to",
    "way for",
    "place for",
    "time for",
    "state for",
    "night for",
    "day for",
  ),
];

/** A need that somebody states, for themselves or for their own, or what befell them. */
const NEED =
  /\b(?:i|we|they|she|he|kids?|children|family|son|daughter|baby)(?:['’]?ll| will| really| do| also| definitely| would| may| could)* (?:needs?|require|depend|want|can['’]?t|cannot|have to|must|could use|would like)\b|\b(?:lost|stolen|forgot(?:ten)?|diseases?|condition|bad luck|sick|unwell|injur\p{L}+|afraid|worried|dehydrat\p{L}+|diabet\p{L}+|hypothermia)\b/iu;
/** Granting it: more than «I understand», which only says that it was heard. */
const GRANTS = hinted(
  /\b(?:makes? (?:(?:total|perfect|complete|a lot of|so much) )?sense\b|(?:total(?:ly)?|complete(?:ly)?|absolutely|definitely|certainly|fully|perfectly) (?:understand(?:able)?|relate|get (?:it|that|why))|can (?:definitely |totally |certainly |also )?(?:relate|understand (?:why|your|that|the))|i understand (?:your|why|the need|that you)|(?:need|needs) (?:it|them|that|this) more than|(?:that|it|this) (?:does )?sounds? (?:\p{L}+ )?(?:awful|terrible|bad|rough|tough|hard|scary|serious|like a problem)|(?:i['’]?m|so|very) sorry (?:to hear|that|about)|sorry (?:to hear|for your)|oh,? (?:no|my|dear)\b|(?:don['’]?t|do not) want (?:you|your|them|him|her) to be|(?:that|it) (?:is|must be) important)/iu,
  "sense",
  "understand",
  "relate",
  "get it",
  "get that",
  "get why",
  "more than",
  "sound",
  "sorry",
  "oh no",
  "oh, no",
  "oh my",
  "oh, my",
  "oh dear",
  "oh, dear",
  "want ",
  "important",
);

/** The customer has just stated a need, and the agent grants it; nothing is refused in the same breath. */
export function grantsNeed(told: Turn | undefined, turn: Turn): Place | undefined {
  const found = told && GRANTS.exec(turn);
  return found && found.index < AT_ONCE && NEED.test(told.text)
    ? { turn: turn.index, from: found.index, to: found.index + found[0].length }
    : undefined;
}

/** Characters within which a need is granted before anything else is said. */
const AT_ONCE = 60;

/** About the company's own doing, or a mere supposition. */
const ELSE =
  /\b(?:if (?:i|we|it|that)|unless|file|password|code|number|too (?:long|many|much) (?:to|for (?:us|me|the)))\b/iu;

/** The first such sentence of a turn that asks nothing. */
export function compassionIn(talk: Talk, turn: Turn): Place | undefined {
  for (const frame of FRAMES) {
    const found = frame.exec(turn);
    if (!found) continue;
    const { from, to, question } = talk.sentence(turn.index, found.index);
    const marked = /[.!?]/u.test(turn.text);
    if (
      (question && marked) ||
      ELSE.test(turn.text.slice(Math.max(from, found.index - 60), Math.min(to, found.index + 90)))
    )
      continue;
    return { turn: turn.index, from: found.index, to: found.index + found[0].length };
  }
  return undefined;
}
