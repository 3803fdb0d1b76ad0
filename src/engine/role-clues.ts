/** Points, and an expression for words in lower case; `most` is how often it counts. Every repetition in it is bounded. */
export interface Clue {
  readonly points: number;
  readonly words: RegExp;
  /** Of these, parted by `|`, one stands at the beginning of a word in all that the expression finds; asked first, since it costs far less. */
  readonly hints: string;
  readonly most?: number;
}

/** Hardly any customer says these: an answering greeting, an offer of help. */
export const GREETINGS: readonly Clue[] = [
  {
    points: 4,
    hints: "thank",
    words:
      /\b(?:thanks|thank you)(?: so much| very much)? for (?:calling|contacting|reaching out|ringing|choosing|getting in touch|chatting|joining us|messaging)\b(?! (?:me|us|back|again)\b)/,
  },
  { points: 4, hints: "how ", words: /\bhow (?:can|may|could|might) (?:i|we) (?:help|assist|be of)\b/ },
  {
    points: 4,
    hints: "what can |direct your call",
    words: /\bwhat can (?:i|we) (?:do for you|help you)\b|\bhow (?:can|may) i direct your call\b/,
  },
  {
    points: 4,
    hints: "through to|speaking |chatting with|connected ",
    words: /\byou(?:'re| are) (?:through to|speaking (?:to|with)|chatting with|connected (?:to|with))\b/,
  },
];

/** What people say who serve. */
export const AGENT: readonly Clue[] = [
  ...GREETINGS,
  {
    points: 4,
    hints:
      "gracias por|en qu|le atiende|was kann|wie kann ich|womit kann|merci d|come posso|como posso|waarmee kan",
    words:
      /\b(?:gracias por (?:llamar|contactar|comunicarse)|en qu[eé] (?:le |te |lo |la )?puedo (?:ayudar|servir)|le atiende \p{L}|(?:was|wie|womit) kann ich (?:für sie|ihnen|dir)|merci d(?:'avoir appelé|e votre appel)|en quoi puis-je|come posso (?:aiutar|esser)|como posso ajud|waarmee kan ik u)/u,
  },
  {
    points: 3,
    hints: "this is ",
    // A firm before the name: «Nurse line, this is Imke.»; who rings says «hi, this is …».
    words:
      /^(?!(?:hi|hello|hey|hiya|yes|yeah|yep|um|uh|er|oh|ah|so|sorry|ok|okay|well|and|but|no|i|if|because|since|all|what|wow|maybe|look|listen)\b)[a-z][a-z'&, ]{2,60} this is [a-z'é-]{2,20}(?:[.,!]|$| speaking\b| how\b)/,
  },
  {
    points: 3,
    hints: "speaking|welcome to",
    words: /\b(?:am i speaking (?:to|with)|[a-z'é]{2,20} speaking)\b|\bwelcome to [a-z]/,
  },
  { points: 3, hints: "anything else", words: /\b(?:is there )?anything else (?:that )?(?:i|we) can\b/ },
  {
    points: 3,
    hints: "can |could |may |what|do you have|have you got|i'll need|i need",
    words:
      /\b(?:(?:can|could|may) (?:i|we|you)|what(?:'s| is|s)|do you have|have you got|i'll need|i need) (?:please |just )?(?:have |get |take |grab |give me |provide |confirm |verify |tell me |spell )?(?:me )?(?:please )?(?:(?:your|his|her)\b[^.?!]{0,40}\b(?:name|number|address|postcode|zip|date of birth|birth|id|e-?mail|account|password|reference)|the (?:account|order|booking|reference|policy|rental)[^.?!]{0,20}\b(?:number|reference|id|name))\b/,
  },
  {
    points: 3,
    hints: "number?|name?|postcode?|birth?|date of|mail?|email?|e-mail?",
    words:
      /\b(?:order|account|booking|reference|policy|member|customer) number\?|^(?:and )?(?:your )?(?:name|postcode|date of birth|e-?mail)\?/,
  },
  {
    points: 3,
    hints: "verif|security",
    words:
      /\bfor (?:security|verification)(?: purposes| reasons)?\b|\bto verify your\b|\b(?:let me|i'll|need to) (?:just )?verify\b/,
  },
  {
    points: 2,
    hints: "let me |i'll |i will |going to |allow me ",
    words:
      /\b(?:let me|i'll|i will|i'm going to|allow me to) (?:just |quickly |go ahead and |have a )?(?:check|look|pull|see what|transfer|connect|put you|process|send (?:you|out|a|an|over)|issue|arrange|waive|correct|swap|post|exchange|ship|put (?:that|it|this|the)|escalate|investigate|raise|log (?:a|an|this|that)|refund|reissue|reset|credit|replace|book you|make a note)\b/,
  },
  {
    points: 2,
    hints: "i've |i have ",
    words:
      /\bi(?:'ve| have) (?:just |now )?(?:refunded|cancelled|canceled|issued|reissued|credited|sent you|e-?mailed you|arranged|booked you|got your|your)\b/,
  },
  {
    points: 2,
    hints: "for you",
    words:
      /\b(?:look|check|sort|find|do|get|change|cancel|fix|book|arrange|confirm|pull)(?: \w{2,10}){0,4} for you\b/,
  },
  {
    points: 2,
    hints: "apolog|i understand",
    words:
      /\b(?:i|we) (?:do )?(?:sincerely |truly |really )?apologi[sz]e\b|\bi understand (?:how|your|that this|why you)\b/,
  },
  {
    points: 2,
    hints: "i can see|says here|i see here|i'm showing|on my end|our ",
    words:
      /\b(?:i can see|says here|i see here|i'm showing) (?:that |here |from |your |on |you)|\bon (?:my|our) end\b|\bour (?:records|system|policy|team|technician)\b/,
  },
  {
    points: 2,
    hints: "happy|glad|i can ",
    words:
      /\bi(?:'d| would) be (?:happy|glad|more than happy) to\b|\bi can (?:certainly|definitely|absolutely) help\b|\bhappy to help\b/,
  },
  {
    points: 2,
    hints: "bear with me|one moment|please hold|thank",
    words:
      /\bbear with me\b|\bone moment(?:,)? please\b|\b(?:please hold|thanks for holding|thank you for (?:holding|waiting|your patience|confirming|providing|verifying|the details))\b/,
  },
  {
    points: 2,
    hints: "would you |do you |shall i",
    words: /\bwould you (?:like|prefer|rather)\b|\bdo you (?:want|need) me\b|\bshall i\b/,
  },
  {
    points: 3,
    hints: "anything else",
    words: /\b(?:is there |was there )?anything else\b(?: (?:today|for you|you|that you)|\?)/,
  },
  {
    points: 2,
    hints: "can you |could you |would you ",
    words: /\b(?:can|could|would) you (?:please |just )?(?:read|spell|confirm|describe|restart|unplug|try)\b/,
  },
  { points: 3, hints: "pleasure", words: /\bwho do i have the pleasure\b/ },
  {
    points: 2,
    hints: "we'll |we can |we will |i can |will be |he'll |she'll |they'll |someone ",
    words:
      /\bwe(?:'ll| will| can) (?:collect|send|post|deliver|replace|refund|repair|exchange|ship|pick|drop|get|put|fix)\b|\bi can (?:waive|refund|credit|replace|get (?:someone|somebody|a|an))\b|\b(?:will be|(?:he|she|they|someone)(?:'ll| will) be|someone will be) with you\b/,
  },
  {
    points: 1,
    hints: "you'll |you will ",
    words: /\byou(?:'ll| will) (?:get|have|see|receive|find|hear)\b(?! (?:me|my|it from me)\b)/,
  },
  {
    points: 2,
    hints: "have you |is that |is this ",
    words:
      /\bhave you (?:tried|checked|restarted|got the|already tried|made sure)\b|\bis (?:that|this) (?:mr|mrs|ms|miss|dr)\b/,
  },
  {
    points: 1,
    hints: "oh dear|oh no|not to worry|no bother|no problem|glad to|here",
    words:
      /\b(?:oh dear|oh no|not to worry|no bother|no problem|glad to)\b|(?:^|[,.!] )(?!(?:same|right|out|over|around|down|up|back|in)\b)[a-z'é-]{2,20} here(?:[,.!]|$)/,
  },
  { points: 1, hints: "good ", words: /\bgood (?:morning|afternoon|evening)\b/ },
  { points: 2, hints: "welcome", words: /\byou(?:'re| are)(?: very| most)? welcome\b/ },
  {
    points: 2,
    hints: "please ",
    words: /\bplease (?:confirm|verify|check|try|provide|restart|allow|go to|click)\b/,
  },
  {
    points: 2,
    hints: "sorry |apologies for",
    words: /\b(?:sorry to hear|sorry about (?:that|this|the)|sorry for (?:the|any|your)|apologies for)\b/,
  },
  {
    points: 2,
    hints: "i've |we've |i have |we have ",
    words:
      /\b(?:i|we)(?:'ve| have) (?:just |now |already |also )?(?!(?:e-?mailed|messaged|called|phoned|asked|tried|waited|contacted|received|ordered|needed|wanted)\b)(?:\w{2,12}ed|put|set|found|got|made)\b[^.?!]{0,40}\b(?:you|your)\b/,
  },
  {
    points: 1,
    hints: "i'll |we'll |i will |we will ",
    words:
      /\b(?:i|we)(?:'ll| will) (?:just |now |go ahead and |also |get |have )?\w{2,12}\b[^.?!,]{0,20}\b(?:you|your)\b/,
  },
  {
    points: 2,
    hints: "i can |we can ",
    words: /\b(?:i|we) can (?:\w{2,12} ){0,2}(?:you|your|that for|this for)\b/,
  },
  {
    points: 1,
    most: 4,
    hints: "?",
    words: /\b(?:which|what|when|where|how (?:many|long|much))\b[^.?!]{0,60}\byou\b[^.?!]{0,60}\?/,
  },
  { points: 1, hints: "do you|did you|are you", words: /\b(?:do|did|are) you\b[^.?!]{0,80}\?/ },
  {
    points: 2,
    hints: "from",
    words:
      /\b(?:it's|this is|my name is) [a-z'-]{2,20} (?:calling )?from (?!number\b|\d)|\b[a-z'-]{2,20} here from\b/,
  },
  {
    points: 1,
    hints: "have a ",
    words: /\bhave a (?:great|nice|good|lovely|wonderful) (?:day|evening|night|weekend|one|rest)\b/,
  },
  {
    points: 1,
    hints: "would you like |sir|ma'am|madam",
    words: /\bwould you like (?:me|us) to\b|\b(?:sir|ma'am|madam)\b/,
  },
  {
    points: 1,
    most: 5,
    hints: "your ",
    words:
      /\byour (?!(?:company|website|site|app|service|staff|colleagues?|people|supervisor|manager|name|help|team|driver|store|shop|hotel|airline|bank|system|policy)\b)/,
  },
];
