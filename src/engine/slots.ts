import type { Judgement, Signal, Transcript, Turn } from "../model/index.js";
import type { Slots } from "./say.js";

/** Turns of the customer that are read for their words, from the moment of the miss backwards. */
const FARTHEST = 8;

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** What a customer's word for their feeling makes of the situation: «how frustrating this has been». */
const FEELINGS: ReadonlyMap<string, string> = new Map(
  (
    "frustrated:frustrating frustrating:frustrating upset:upsetting upsetting:upsetting worried:worrying worrying:worrying stressed:stressful stressful:stressful " +
    "disappointed:disappointing disappointing:disappointing annoyed:annoying annoying:annoying exhausted:exhausting exhausting:exhausting tired:tiring " +
    "scared:frightening frightened:frightening terrified:frightening anxious:worrying embarrassed:embarrassing embarrassing:embarrassing confused:confusing " +
    "confusing:confusing angry:upsetting furious:upsetting livid:upsetting awful:hard horrible:hard nightmare:hard devastated:hard heartbroken:hard ridiculous:frustrating unacceptable:frustrating disgraceful:upsetting appalling:upsetting difficult:difficult unfair:unfair infuriating:frustrating"
  )
    .split(" ")
    .map(pair => pair.split(":") as [string, string]),
);

const FEELING = new RegExp(
  String.raw`(?<!(?:not|n't|n’t|never|less|him|her|them|they're|you're) (?:so |very |really |too |that )?)(?<![\p{L}-])(${[...FEELINGS.keys()].join("|")})(?![\p{L}-])`,
  "iu",
);

/** A thing of the customer's, and what happens to it: «my parcel never came». One word: more are seldom one thing. */
const TROUBLE =
  /(?<![\p{L}'’])(my|our|the) ((?:[a-z]{2,20}['’]s )?[a-z][a-z-]{1,20}) (?:(?:is|was|has|had|did|does|would|could|can|will)(?:n['’]?t| not)?|won['’]?t|can['’]?t|never|keeps|kept|stopped|broke|came|comes|arrived|turned|went|fell|failed|crashed|disappeared|vanished)(?![\p{L}'’])/giu;

/** Things that people call about, wherever they stand in the sentence. */
const THING =
  /(?<![\p{L}'’])(my|our|the) ((?:[a-z][a-z'’-]{0,20} )?(?:order|parcel|package|delivery|refund|bill|invoice|booking|reservation|appointment|flight|ticket|account|card|payment|charge|deposit|fee|subscription|contract|internet|broadband|connection|router|phone|laptop|tablet|printer|screen|app|website|password|login|boiler|heating|machine|fridge|oven|sofa|chair|table|bed|dress|shoes|coat|luggage|suitcase|bag|room|claim|policy|insurance|prescription|meter|statement|transfer|voucher|discount|warranty|repair|replacement|return|exchange|complaint|car|bike|tv|battery|glasses|cake|flowers|vase|mattress|blinds|curtains|kitchen))(?![\p{L}'’-]|s['’])/giu;

/** Words that end a thing or are none. */
const NO_PART = set(
  "i you he she it we they me him us them that which who what when where why how this these those and or but so if of to in on at for from with by as is are was were be been a an " +
    "ive its im ill id youve youre weve hes shes thats theres dont cant wont didnt doesnt isnt wasnt " +
    "though anyway actually again please now today maybe only even still also " +
    "not no yes just like because my our your his her their all any some there here than then too very really",
);
/** What is said to be, came or went, and is no trouble of anybody's. */
const NO_TROUBLE = set(
  "name number numbers address postcode zip email mail date birthday problem issue thing things point reason question answer truth fact time times day days week month year morning " +
    "afternoon evening night rest one ones other others first second last next same best worst only whole lot bit way end start beginning case hope guess idea person people guy man woman " +
    "lady girl boy agent advisor adviser driver engineer colleague manager supervisor husband wife partner mother father mum mom dad son daughter sister brother friend boss child " +
    "children kids kid baby family neighbour neighbor dog cat god goodness word words money bank company shop store team staff rep line call chat code pin security fault mistake life mind",
);

/**
 * The words that can stand in slots, found when they are asked for: the particulars of the signals around the miss
 * by their names; `trouble`, the thing it is about in the customer's words; and `feeling`, how they said it felt.
 */
export function slotsOf(judgement: Judgement, signals: readonly Signal[], transcript: Transcript): Slots {
  const moments = momentsOf(judgement);
  let particulars: ReadonlyMap<string, string> | undefined;
  return {
    get(name) {
      particulars ??= particularsAt(moments, signals);
      const known = particulars.get(name);
      if (known !== undefined) return known;
      if (name === "trouble") return firstIn(heard(moments, transcript), thingIn);
      return name === "feeling" ? firstIn(heard(moments, transcript), feelingIn) : undefined;
    },
  };
}

/** Turns of the miss: cues that nobody answered, then evidence, then the other cues. */
function momentsOf({ evidence, opportunities = [] }: Judgement): readonly number[] {
  const missed = opportunities.filter(({ answer }) => answer === undefined).map(({ cue }) => cue.turn);
  return [
    ...new Set([...missed, ...evidence.map(({ turn }) => turn), ...opportunities.map(({ cue }) => cue.turn)]),
  ];
}

function particularsAt(moments: readonly number[], signals: readonly Signal[]): ReadonlyMap<string, string> {
  const ranks = new Map(moments.map((turn, i) => [turn, i]));
  const touching: { readonly rank: number; readonly detail: Readonly<Record<string, string>> }[] = [];
  for (const { evidence, detail } of signals) {
    if (detail === undefined) continue;
    let rank = Number.POSITIVE_INFINITY;
    for (const { turn } of evidence) rank = Math.min(rank, ranks.get(turn) ?? rank);
    if (Number.isFinite(rank)) touching.push({ rank, detail });
  }
  const found = new Map<string, string>();
  for (const { detail } of touching.toSorted((a, b) => a.rank - b.rank))
    for (const [name, words] of Object.entries(detail)) if (!found.has(name)) found.set(name, words);
  return found;
}

/** What the customer said, from the first moment backwards, then from the beginning. */
function heard([moment]: readonly number[], { turns }: Transcript): readonly Turn[] {
  const said = turns.filter(({ role, kind }) => role === "customer" && kind === "speech");
  const until = moment === undefined ? said.length : said.filter(({ index }) => index <= moment).length;
  return [...said.slice(Math.max(0, until - FARTHEST), until).toReversed(), ...said.slice(0, FARTHEST)];
}

function firstIn(turns: readonly Turn[], find: (text: string) => string | undefined): string | undefined {
  for (const { text } of turns) {
    const words = find(text.slice(0, 2_000).replace(/\s+/g, " "));
    if (words !== undefined) return words;
  }
  return undefined;
}

function feelingIn(text: string): string | undefined {
  return FEELINGS.get(FEELING.exec(text)?.[1]?.toLowerCase() ?? "");
}

function thingIn(text: string): string | undefined {
  for (const pattern of [THING, TROUBLE])
    for (const [, article = "", thing = ""] of text.matchAll(pattern)) {
      const words = thing.toLowerCase().replaceAll("’", "'").split(" ");
      const head = words.at(-1) as string;
      if (words.some(word => NO_PART.has(word)) || NO_TROUBLE.has(head) || isPlural(head)) continue;
      return `${article.toLowerCase()} ${thing}`;
    }
  return undefined;
}

/** Sentences are written for one thing: «your order has», «put it right». */
const isPlural = (noun: string): boolean => /[^suia]s$/.test(noun);
