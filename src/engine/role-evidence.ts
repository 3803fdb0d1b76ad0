/** What words say of who spoke them: points for the agent's side, points for the customer's, and the strongest words of each. */
export interface Leaning {
  readonly agent: number;
  readonly customer: number;
  /** The words that weighed most, as they stand. */
  readonly agentWords: string;
  readonly customerWords: string;
}

interface Clue {
  readonly points: number;
  readonly words: RegExp;
  /** Hardly any customer says it: an answering greeting, an offer of help. */
  readonly greeting?: boolean;
}

/** Only the beginning of a long conversation is looked at: who is who shows there. */
const TURNS = 40;
const CHARACTERS = 600;

const AGENT: readonly Clue[] = [
  {
    points: 4,
    greeting: true,
    words:
      /\b(?:thanks|thank you)(?: so much| very much)? for (?:calling|contacting|reaching out|ringing|choosing|getting in touch|chatting|joining us|messaging)\b(?! (?:me|us|back|again back))/,
  },
  { points: 4, greeting: true, words: /\bhow (?:can|may|could|might) (?:i|we) (?:help|assist|be of)\b/ },
  {
    points: 4,
    greeting: true,
    words: /\bwhat can (?:i|we) (?:do for you|help you)\b|\bhow (?:can|may) i direct your call\b/,
  },
  {
    points: 3,
    words: /\byou(?:'re| are) (?:through to|speaking (?:to|with)|chatting with|connected (?:to|with))\b/,
  },
  { points: 3, words: /\b(?:is there )?anything else (?:that )?(?:i|we) can\b|\bwelcome to [a-z]/ },
  {
    points: 3,
    words:
      /\b(?:can|could|may) (?:i|we|you) (?:please |just )?(?:have|get|take|grab|give me|provide|confirm|verify|tell me|spell)(?: me)?(?: please)? (?:your|the|his|her)\b[^.?!]{0,40}\b(?:name|number|address|postcode|zip|date of birth|birth|id|e-?mail|account|order|password|reference)\b/,
  },
  {
    points: 3,
    words:
      /\bfor (?:security|verification)(?: purposes| reasons)?\b|\bto verify your\b|\b(?:let me|i'll) (?:just )?verify\b|\bneed to verify\b/,
  },
  {
    points: 2,
    words:
      /\b(?:let me|i'll|i will|i'm going to|allow me to) (?:just |quickly |go ahead and )?(?:check|look|pull|see what|transfer|connect|put you|process|send you|issue|arrange|escalate|investigate)\b/,
  },
  {
    points: 2,
    words:
      /\b(?:i|we) (?:do )?(?:sincerely |truly |really )?apologi[sz]e\b|\bi understand (?:how|your|that this|why you)\b/,
  },
  {
    points: 2,
    words:
      /\bi can see (?:that |here |from |your |on )|\bon (?:my|our) end\b|\bour (?:records|system|policy|team|technician)\b/,
  },
  {
    points: 2,
    words:
      /\bi(?:'d| would) be (?:happy|glad|more than happy) to\b|\bi can (?:certainly|definitely|absolutely) help\b|\bhappy to help\b/,
  },
  {
    points: 2,
    words:
      /\bbear with me\b|\bone moment(?:,)? please\b|\b(?:please hold|thanks for holding|thank you for (?:holding|waiting|your patience|confirming|providing|verifying|the details))\b/,
  },
  {
    points: 1,
    words:
      /\bhave a (?:great|nice|good|lovely|wonderful) (?:day|evening|night|weekend|one|rest)\b|\bis there anything else\b/,
  },
  { points: 1, words: /\bwould you like (?:me|us) to\b|\b(?:sir|ma'am|madam)\b/ },
];

const CUSTOMER: readonly Clue[] = [
  {
    points: 4,
    words:
      /\bi(?:'m| am) (?:calling|ringing|writing|contacting you|phoning|messaging|reaching out)(?: in)? (?:about|because|to|regarding|for|with)\b|\bi(?:'m| am) (?:just )?(?:calling|ringing)\b/,
  },
  {
    points: 4,
    words:
      /\b(?:speak|talk) (?:to|with) (?:a|an|your|the) (?:supervisor|manager|human|person|real person|agent|representative)\b/,
  },
  {
    points: 3,
    words:
      /\bi (?:want|need|would like|wanted|'d like|'m looking|was hoping)(?: to)? (?:a |my |the )?(?:cancel|refund|return|complain|dispute|change|money back|book|report|get)\b|\bi'd like to (?:cancel|return|complain|change|book|report)\b/,
  },
  {
    points: 3,
    words:
      /\bi(?:'ve| have) been (?:waiting|charged|on hold|trying|a customer|calling|billed|without|transferred|told|overcharged)\b/,
  },
  {
    points: 3,
    words:
      /\b(?:you|you guys|your company|you people|they) (?:charged|overcharged|billed|sent|promised|told) me\b/,
  },
  {
    points: 2,
    words:
      /\bmy (?:order|bill|account|card|phone|internet|package|parcel|flight|booking|reservation|router|subscription|policy|claim|delivery|connection|laptop|computer|password|payment|refund|money|husband|wife|mother|father|daughter|son|mum|mom|service|invoice|statement|membership|printer|screen|tv|ticket|hotel|washing machine|fridge|car)\b/,
  },
  {
    points: 2,
    words:
      /\bi (?:ordered|bought|purchased|received|called|paid|subscribed|returned|signed up|noticed|lost|can't (?:log|get|access|find))\b/,
  },
  {
    points: 2,
    words:
      /\b(?:doesn't|does not|isn't|is not|won't|not|stopped) work(?:ing)?\b|\bi(?:'m| am) having (?:trouble|issues|problems|an issue|a problem|some)\b|\bi have (?:a|an) (?:problem|issue|question|complaint)\b/,
  },
  {
    points: 2,
    words:
      /\bthis is (?:ridiculous|unacceptable|outrageous|a joke)\b|\bcan you (?:help|tell me why|explain why|fix)\b/,
  },
  {
    points: 1,
    words:
      /\b(?:thank you|thanks)(?: so much| very much)?(?: for your| for all your|,? you've been)\b|\bthat(?:'s| is|'ll be| would be) (?:great|all|fine|it|perfect)\b/,
  },
];

/** Weighs what somebody said. A clue counts at most twice, so that nobody becomes an agent by one habit. */
export function leaningOf(texts: readonly string[]): Leaning {
  const plain = plainOf(texts);
  const agent = weigh(plain, AGENT);
  const customer = weigh(plain, CUSTOMER);
  return {
    agent: agent.points,
    customer: customer.points,
    agentWords: agent.words,
    customerWords: customer.words,
  };
}

/** Whether an answering greeting or an offer of help stands in the texts. */
export function greetsIn(texts: readonly string[]): boolean {
  return plainOf(texts).some(text => GREETINGS.some(({ words }) => words.test(text)));
}

const GREETINGS = AGENT.filter(({ greeting }) => greeting);

function plainOf(texts: readonly string[]): readonly string[] {
  return texts.slice(0, TURNS).map(text => text.slice(0, CHARACTERS).toLowerCase().replaceAll("’", "'"));
}

function weigh(texts: readonly string[], clues: readonly Clue[]): { points: number; words: string } {
  let points = 0;
  let words = "";
  let best = 0;
  for (const clue of clues) {
    let times = 0;
    for (const text of texts) {
      const match = clue.words.exec(text);
      if (match === null) continue;
      if (clue.points > best) [best, words] = [clue.points, match[0]];
      points += clue.points;
      if (++times === 2) break;
    }
  }
  return { points, words };
}
