import type { Place, Talk, Turn } from "../../model/index.js";
import { answered, customersBefore, wordCount } from "./turns.js";

/** The customer holds to what they said, or throws something back: what can be argued with. */
const HOLDS_TO =
  /\b(?:no|but|wrong|nobody|no one|never|always|not|lie|liar|\p{L}+n['’]?t|i (?:did|do|have|was|am|know|said|told|rang|called|wrote|sent|paid|put|gave|cancelled|canceled|went)|i['’]?(?:m|ve) (?:\p{L}+ )?(?:telling|looking|holding|got)|you (?:said|told|people|lot|just|put|took|sent|are|should)|your (?:own|system|website|label|page|letter|guy|man|driver|email)|so (?:it['’]?s|you['’]?re)|(?:it|that|she|he|they) (?:says?|said|told))(?![\p{L}])|!!|\?!/iu;

/** Ways in which a statement argues, each by its grammar. */
const ARGUES: readonly RegExp[] = [
  // A record against the customer's word: «the crew's got it down as…», «the screen shows…».
  /\b(?:system|drivers?|crew|screen|notes?|records?|form|terms|contract|e-?mail|text|message|label|gps|tracking|page|logs?|file|agreement|machine|account|office|sms|scan)(?:['’]s|s)? (?:\p{L}+ )?(?:says?|shows?|showing|has|have|had|got|marked|states?|delivered|reported|clear)\b/iu,
  // «It does say», «it shows as sent», «it's not marked on the form», «it's still past the line».
  /\b(?:it|that)(?:['’]?s| is| was| does| did)(?: not| still| just)? (?:say|says|show|shows|marked|signed|scanned|logged|recorded|stated|written|down as|in the|on the|past the)\b/iu,
  // Everybody says so: the customer's case is one of many.
  /\b(?:every(?:one|body)(?:['’]?s| says?| has| gets?| does| thinks?)|they (?:do )?(?:all|always|never)|(?:most|some) (?:people|folk|customers)|most of the time|\p{L}+ times out of \p{L}+|every \p{L}+ (?:does|says|has))\b/iu,
  // What the customer did or left undone before: «you didn't say it was…», «you ticked the box», «nobody made you».
  /\byou (?:did(?:n['’]?t| not)|never|had(?:n['’]?t| not)) (?:say|said|tell|told|mention|mentioned|ask|asked|read|check|checked|put|give|gave)\b|\byou (?:signed|ticked|agreed|accepted|clicked|chose|opened)\b|\bno(?:body| one) (?:made|forced|told|asked|called|said)\b/iu,
  // Defends oneself: «I'm only telling you…», «I'm not a thief», «I can't see your screen».
  /\bi(?:['’]?m| am)(?: not| only| just)+ (?!sure|able|allowed|authori|going to|from|in\b|at\b|on\b|leaving|letting)(?:an? |the )?\p{L}+|\bi can['’]?t (?:see|read) your\b/iu,
  // There was a reason for it: «it says that for a reason», «otherwise we'd be on the phone all day».
  /\bfor a reason\b|\bthat(?:['’]ll| will) (?:be|have been)\b|\botherwise we(?:['’]d| would)\b|\bif you(?:['’]d| had)\b/iu,
  // Opens on a contradiction.
  /^(?:well|with respect|actually),? (?!it does\b|yes\b|yeah\b|aye\b|done\b|that['’]?s (?:great|good|right|true))\p{L}/iu,
];

/** Customer turns that must have gone before: the first telling is not argued with by looking it up. */
const TOLD_BEFORE = 2;
/** Words past which a turn does more than answer back. */
const CURT = 32;

/**
 * The words in which a turn answers the customer back: they hold to their account, and the turn asks nothing and sets a
 * record, a habit of the house, a fault of theirs or itself against it.
 */
export function rebuttalIn(talk: Talk, turn: Turn): Place | undefined {
  const said = answered(talk, turn).at(-1);
  if (said === undefined || !HOLDS_TO.test(said.text)) return undefined;
  if (turn.text.includes("?") || wordCount(turn) > CURT) return undefined;
  if (customersBefore(talk, turn.index, TOLD_BEFORE).length < TOLD_BEFORE) return undefined;
  for (const each of ARGUES) {
    const found = each.exec(turn.text);
    if (found && !talk.sentence(turn.index, found.index).question)
      return { turn: turn.index, from: found.index, to: found.index + found[0].length };
  }
  return undefined;
}

/** Customer turns back that something to argue with may lie. */
const PROVOKED = 3;
/** Signs of a customer who complains, insists or protests. */
const COMPLAINS = ["cust-trouble", "cust-protest", "cust-insist", "cust-feeling", "told-already"];

/** Whether the customer complained, insisted or was upset lately. */
export const isProvoked = (talk: Talk, turn: Turn, upset: ReadonlySet<number>): boolean =>
  customersBefore(talk, turn.index, PROVOKED).some(
    ({ index }) => upset.has(index) || COMPLAINS.some(list => talk.in(index, list).length > 0),
  );
