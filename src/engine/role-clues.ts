/** Points, and an expression for words in lower case; `most` is how often it counts. Every repetition in it is bounded. */
export interface Clue {
  readonly points: number;
  readonly words: RegExp;
  readonly most?: number;
}

/** Hardly any customer says these: an answering greeting, an offer of help. */
export const GREETINGS: readonly Clue[] = [
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

/** What people say who serve. */
export const AGENT: readonly Clue[] = [
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
      /\b(?:let me|i'll|i will|i'm going to|allow me to) (?:just |quickly |go ahead and |have a )?(?:check|look|pull|see what|transfer|connect|put you|process|send (?:you|out|a|an|over)|issue|arrange|escalate|investigate|raise|log (?:a|an|this|that)|refund|reissue|reset|credit|replace|book you|make a note)\b/,
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
  { points: 2, words: /\bwould you (?:like|prefer|rather)\b|\bdo you (?:want|need) me\b|\bshall i\b/ },
  { points: 3, words: /\b(?:is there |was there )?anything else\b(?: (?:today|for you|you|that you)|\?)/ },
  {
    points: 2,
    words: /\b(?:can|could|would) you (?:please |just )?(?:read|spell|confirm|describe|restart|unplug|try)\b/,
  },
  { points: 3, words: /\bwho do i have the pleasure\b/ },
  { points: 1, words: /\bgood (?:morning|afternoon|evening)\b/ },
  { points: 2, words: /\byou(?:'re| are)(?: very| most)? welcome\b/ },
  {
    points: 2,
    words: /\bplease (?:confirm|verify|check|try|provide|restart|allow|go to|click)\b/,
  },
  {
    points: 2,
    words: /\b(?:sorry to hear|sorry about (?:that|this|the)|sorry for (?:the|any|your)|apologies for)\b/,
  },
  {
    points: 2,
    words:
      /\b(?:i|we)(?:'ve| have) (?:just |now |already |also )?(?!(?:e-?mailed|messaged|called|phoned|asked|tried|waited|contacted|received|ordered|needed|wanted)\b)(?:\w{2,12}ed|put|set|found|got|made)\b[^.?!]{0,40}\b(?:you|your)\b/,
  },
  {
    points: 1,
    words:
      /\b(?:i|we)(?:'ll| will) (?:just |now |go ahead and |also |get |have )?\w{2,12}\b[^.?!,]{0,20}\b(?:you|your)\b/,
  },
  { points: 2, words: /\b(?:i|we) can (?:\w{2,12} ){0,2}(?:you|your|that for|this for)\b/ },
  {
    points: 1,
    most: 4,
    words: /\b(?:which|what|when|where|how (?:many|long|much))\b[^.?!]{0,60}\byou\b[^.?!]{0,60}\?/,
  },
  { points: 1, words: /\b(?:do|did|are) you\b[^.?!]{0,80}\?/ },
  {
    points: 2,
    words:
      /\b(?:it's|this is|my name is) [a-z'-]{2,20} (?:calling )?from (?!number\b|\d)|\b[a-z'-]{2,20} here from\b/,
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

/** What people say who are served. */
export const CUSTOMER: readonly Clue[] = [
  {
    points: 4,
    words:
      /\bi(?:'m| am) (?:just )?(?:calling|ringing|phoning|telephoning)(?: in| up)?(?: today)?(?= (?:about|because|to|regarding|for|with|as|since|again|concerning)\b|[,.?!]|$)(?! (?:about|regarding) (?:your|the [a-z ]{2,30} you))|\bi(?:'m| am) (?:writing|contacting you|messaging|reaching out)(?: in)? (?:about|because|to|regarding|for|with)\b/,
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
      /\b(?:i|we)(?:'ve| have) been (?:waiting|charged|on hold|trying|a customer|calling|billed|without|transferred|told|overcharged)\b/,
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
    points: 2,
    words:
      /\b(?:hasn't|has not|haven't|never|didn't|not) (?:\w{2,10} )?(?:arrived?|come|came|received?|been delivered|turned up|shown up|show up)\b/,
  },
  {
    points: 2,
    words:
      /\b(?:that|this|it)(?:'s| is|'ll be| will be| would be)(?: actually)? (?:all|everything)\b|\bno,? nothing else\b|\bworks now\b|\bthat (?:did it|fixed it)\b/,
  },
  { points: 2, words: /\bi (?:got|ordered|bought|booked|paid|called|rang|emailed|tried)\b/ },
  {
    points: 1,
    words:
      /\b(?:can|could|would) you (?:please |just )?(?:find|get|book|do|make|show|search|change|cancel|reserve|schedule|send me)\b/,
  },
  { points: 1, words: /\bi(?:'d)? (?:need|want|like) (?!your\b|you\b)|\bi'm looking for\b/ },
  {
    points: 1,
    words:
      /\b(?:won't|doesn't|isn't) (?:turn on|start|load|connect|open|charge)\b|\bkeeps? (?:\w+ing|on \w+ing)\b/,
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
