/** What words say of who spoke them: points for either side, and the words that weighed most. */
export interface Leaning {
  readonly agent: number;
  readonly customer: number;
  readonly agentWords: string;
  readonly customerWords: string;
}

/** Points, and an expression for words in lower case; `most` is how often it counts. Every repetition in it is bounded. */
interface Clue {
  readonly points: number;
  readonly words: RegExp;
  readonly most?: number;
}

/** Only the beginning of a long conversation is looked at: who is who shows there. */
const TURNS = 40;
const CHARACTERS = 600;

/** Hardly any customer says these: an answering greeting, an offer of help. */
const GREETINGS: readonly Clue[] = [
  {
    points: 4,
    words:
      /\b(?:thanks|thank you)(?: so much| very much)? for (?:calling|contacting|reaching out|ringing|choosing|getting in touch|chatting|joining us|messaging)\b(?! (?:me|us|back|again)\b)/,
  },
  { points: 4, words: /\bhow (?:can|may|could|might) (?:i|we) (?:help|assist|be of)\b/ },
  {
    points: 4,
    words: /\bwhat can (?:i|we) (?:do for you|help you)\b|\bhow (?:can|may) i direct your call\b/,
  },
  {
    points: 4,
    words: /\byou(?:'re| are) (?:through to|speaking (?:to|with)|chatting with|connected (?:to|with))\b/,
  },
];

const AGENT: readonly Clue[] = [
  ...GREETINGS,
  { points: 3, words: /\b(?:am i speaking (?:to|with)|[a-z'é]{2,20} speaking)\b|\bwelcome to [a-z]/ },
  { points: 3, words: /\b(?:is there )?anything else (?:that )?(?:i|we) can\b/ },
  {
    points: 3,
    words:
      /\b(?:(?:can|could|may) (?:i|we|you)|what(?:'s| is|s)|do you have|have you got|i'll need|i need) (?:please |just )?(?:have |get |take |grab |give me |provide |confirm |verify |tell me |spell )?(?:me )?(?:please )?(?:(?:your|his|her)\b[^.?!]{0,40}\b(?:name|number|address|postcode|zip|date of birth|birth|id|e-?mail|account|password|reference)|the (?:account|order|booking|reference|policy|rental)[^.?!]{0,20}\b(?:number|reference|id|name))\b/,
  },
  {
    points: 3,
    words:
      /\b(?:order|account|booking|reference|policy|member|customer) number\?|^(?:and )?(?:your )?(?:name|postcode|date of birth|e-?mail)\?/,
  },
  {
    points: 3,
    words:
      /\bfor (?:security|verification)(?: purposes| reasons)?\b|\bto verify your\b|\b(?:let me|i'll|need to) (?:just )?verify\b/,
  },
  {
    points: 2,
    words:
      /\b(?:let me|i'll|i will|i'm going to|allow me to) (?:just |quickly |go ahead and |have a )?(?:check|look|pull|see what|transfer|connect|put you|process|send you|issue|arrange|escalate|investigate)\b/,
  },
  {
    points: 2,
    words:
      /\bi(?:'ve| have) (?:just |now )?(?:refunded|cancelled|canceled|issued|reissued|credited|sent you|e-?mailed you|arranged|booked you|got your|your)\b/,
  },
  {
    points: 2,
    words:
      /\b(?:look|check|sort|find|do|get|change|cancel|fix|book|arrange|confirm|pull)(?: \w{2,10}){0,4} for you\b/,
  },
  {
    points: 2,
    words:
      /\b(?:i|we) (?:do )?(?:sincerely |truly |really )?apologi[sz]e\b|\bi understand (?:how|your|that this|why you)\b/,
  },
  {
    points: 2,
    words:
      /\b(?:i can see|says here|i see here|i'm showing) (?:that |here |from |your |on |you)|\bon (?:my|our) end\b|\bour (?:records|system|policy|team|technician)\b/,
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
    words: /\bhave a (?:great|nice|good|lovely|wonderful) (?:day|evening|night|weekend|one|rest)\b/,
  },
  { points: 1, words: /\bwould you like (?:me|us) to\b|\b(?:sir|ma'am|madam)\b/ },
  {
    points: 1,
    most: 5,
    words:
      /\byour (?!(?:company|website|site|app|service|staff|colleagues?|people|supervisor|manager|name|help|team|driver|store|shop|hotel|airline|bank|system|policy)\b)/,
  },
];

const CUSTOMER: readonly Clue[] = [
  {
    points: 4,
    words:
      /\bi(?:'m| am) (?:just )?(?:calling|ringing|phoning|telephoning)\b|\bi(?:'m| am) (?:writing|contacting you|messaging|reaching out)(?: in)? (?:about|because|to|regarding|for|with)\b/,
  },
  {
    points: 4,
    words:
      /\b(?:speak|talk) (?:to|with) (?:a|an|your|the) (?:supervisor|manager|human|person|real person|agent|representative)\b/,
  },
  {
    points: 3,
    words:
      /\bi (?:want|need|would like|wanted|'d like|was hoping|wanna)(?: to)? (?:a |my |the )?(?:cancel|refund|return|complain|dispute|money back|report|know where|know why)\b|\bi'd like to (?:cancel|return|complain|change|report)\b/,
  },
  {
    points: 3,
    words:
      /\bi(?:'ve| have) been (?:waiting|charged|on hold|trying|a customer|calling|billed|without|transferred|told|overcharged)\b/,
  },
  {
    points: 3,
    words:
      /\b(?:you|you guys|your company|you people) (?:have |just )?(?:charged|overcharged|billed|sent|promised|told|deleted|cancelled|lost|refused) (?:me|my|our)\b|\bwhere(?:'s| is|s| the hell is| tf is) my\b/,
  },
  {
    points: 2,
    words:
      /\bi(?:'ve| have)? (?:ordered|bought|purchased|received|called|paid|subscribed|returned|signed up|lost|collected)\b|\bi can't (?:log|get|access|find)\b/,
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
  {
    points: 1,
    most: 5,
    words:
      /\bmy (?!(?:name|apologies|pleasure|end|manager|supervisor|system|screen|colleagues?|team|job|notes|god|goodness)\b)/,
  },
];

/** Weighs what somebody said. A clue counts twice at most, so that nobody becomes an agent by one habit. */
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

function plainOf(texts: readonly string[]): readonly string[] {
  return texts.slice(0, TURNS).map(text => text.slice(0, CHARACTERS).toLowerCase().replaceAll("’", "'"));
}

function weigh(texts: readonly string[], clues: readonly Clue[]): { points: number; words: string } {
  let sum = 0;
  let best = 0;
  let strongest = "";
  for (const { points, words, most = 2 } of clues) {
    let times = 0;
    for (const text of texts) {
      const match = words.exec(text);
      if (match === null) continue;
      if (points > best) [best, strongest] = [points, match[0].trim()];
      sum += points;
      if (++times === most) break;
    }
  }
  return { points: sum, words: strongest };
}
