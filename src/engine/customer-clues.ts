import type { Clue } from "./role-clues.js";

/** What people say who are served. */
export const CUSTOMER: readonly Clue[] = [
  {
    points: 4,
    hints: "i'm |i am ",
    words:
      /\bi(?:'m| am) (?:just )?(?:calling|ringing|phoning|telephoning)(?: in| up)?(?: today)?(?= (?:about|because|to|regarding|for|with|as|since|again|concerning)\b|[,.?!]|$)(?! (?:about|regarding) (?:your|the [a-z ]{2,30} you))|\bi(?:'m| am) (?:writing|contacting you|messaging|reaching out)(?: in)? (?:about|because|to|regarding|for|with)\b/,
  },
  {
    points: 4,
    hints: "speak |talk ",
    words:
      /\b(?:speak|talk) (?:to|with) (?:a|an|your|the) (?:supervisor|manager|human|person|real person|agent|representative)\b/,
  },
  {
    points: 3,
    hints: "cancel|refund|return|complain|dispute|money back|report|know w|change",
    words:
      /\bi (?:want|need|would like|wanted|'d like|was hoping|wanna)(?: to)? (?:a |my |the )?(?:cancel|refund|return|complain|dispute|money back|report|know where|know why)\b|\bi'd like to (?:cancel|return|complain|change|report)\b/,
  },
  {
    points: 3,
    hints: "been ",
    words:
      /\b(?:i|we)(?:'ve| have) been (?:waiting|charged|on hold|trying|a customer|calling|billed|without|transferred|told|overcharged)\b/,
  },
  {
    points: 3,
    hints: "charged|overcharged|billed|sent|promised|told|deleted|cancelled|lost|refused|where",
    words:
      /\b(?:you|you guys|your company|you people) (?:have |just )?(?:charged|overcharged|billed|sent|promised|told|deleted|cancelled|lost|refused) (?:me|my|our)\b|\bwhere(?:'s| is|s| the hell is| tf is) my\b/,
  },
  {
    points: 2,
    hints:
      "ordered|bought|purchased|received|called|paid|subscribed|returned|signed up|lost|collected|i can't",
    words:
      /\bi(?:'ve| have)? (?:ordered|bought|purchased|received|called|paid|subscribed|returned|signed up|lost|collected)\b|\bi can't (?:log|get|access|find)\b/,
  },
  {
    points: 2,
    hints: "work|i'm having|i am having|i have a",
    words:
      /\b(?:doesn't|does not|isn't|is not|won't|not|stopped) work(?:ing)?\b|\bi(?:'m| am) having (?:trouble|issues|problems|an issue|a problem|some)\b|\bi have (?:a|an) (?:problem|issue|question|complaint)\b/,
  },
  {
    points: 2,
    hints: "this is |can you ",
    words:
      /\bthis is (?:the )?(?:second|third|fourth|fifth|sixth|umpteenth|nth) time\b|\bthis is (?:ridiculous|unacceptable|outrageous|a joke)\b|\bcan you (?:help|tell me why|explain why|fix)\b/,
  },
  {
    points: 2,
    hints: "arrive|come|came|receive|delivered|turned up|shown up|show up",
    words:
      /\b(?:hasn't|has not|haven't|never|didn't|not) (?:\w{2,10} )?(?:arrived?|come|came|received?|been delivered|turned up|shown up|show up)\b/,
  },
  {
    points: 2,
    hints: "all|everything|nothing else|works now|did it|fixed it",
    words:
      /\b(?:that|this|it)(?:'s| is|'ll be| will be| would be)(?: actually)? (?:all|everything)\b|\bno,? nothing else\b|\bworks now\b|\bthat (?:did it|fixed it)\b/,
  },
  {
    points: 2,
    hints: "i got|i ordered|i bought|i booked|i paid|i called|i rang|i emailed|i tried",
    words: /\bi (?:got|ordered|bought|booked|paid|called|rang|emailed|tried)\b/,
  },
  {
    points: 1,
    hints: "can you |could you |would you ",
    words:
      /\b(?:can|could|would) you (?:please |just )?(?:find|get|book|do|make|show|search|change|cancel|reserve|schedule|send me)\b/,
  },
  {
    points: 1,
    hints: "need |want |like |looking for",
    words: /\bi(?:'d)? (?:need|want|like) (?!your\b|you\b)|\bi'm looking for\b/,
  },
  {
    points: 2,
    hints: "i want |nobody |no one |you sent|you fit|you sold|you deliver|you have |you've |with you ",
    words:
      /\bi want (?:my|the) [^.?!]{1,30} back\b|\b(?:nobody|no one) (?:tells|told|answers|answered|called|rang|came|turned up)\b|\byou(?:'ve| have)? (?:sent|fitted|sold|delivered) (?:me|it|a|an|the)\b|\bwith you (?:on the|for the|since|last)\b/,
  },
  {
    points: 1,
    hints: "is |are |was |has |been |went |it's |that's ",
    words:
      /\b(?:is|are|was|has|been|went|it's|that's) (?:been )?(?:broken|dead|faulty|cracked|damaged|leaking|ruined|missing|too small|too big|stuck)\b/,
  },
  {
    points: 1,
    hints: "won't |doesn't |isn't |keep",
    words:
      /\b(?:won't|doesn't|isn't) (?:turn on|start|load|connect|open|charge)\b|\bkeeps? (?:\w+ing|on \w+ing)\b/,
  },
  {
    points: 1,
    hints: "thank|that's |that is |that'll be |that would be ",
    words:
      /\b(?:thank you|thanks)(?: so much| very much)?(?: for your| for all your|,? you've been)\b|\bthat(?:'s| is|'ll be| would be) (?:great|all|fine|it|perfect)\b/,
  },
  {
    points: 1,
    most: 5,
    hints: "my ",
    words:
      /\bmy (?!(?:name|apologies|pleasure|end|manager|supervisor|system|screen|colleagues?|team|job|notes|god|goodness)\b)/,
  },
];
