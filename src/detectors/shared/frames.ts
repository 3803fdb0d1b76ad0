import { hinted } from "./hinted.js";

/** Frames that hand the customer's words back: whatever follows is theirs. */
export const STRONG = hinted(
  /\b(?:what i'?m hearing|if i(?:'?ve| have)? (?:understood|got|understand)|(?<!hear what )you(?:'?re| are) (?:saying|telling me)|(?:it |that )?sounds? (?:like|as if|as though) you|you sound (?!like you (?:need|could))|say (?:it|that) (?:all )?back|in other words|what you'?ve (?:got|had|been)[^.?!]{0,30} is|(?:just )?to recap|to summari[sz]e)\b/iu,
  "hearing",
  "if i",
  "saying",
  "telling me",
  "sound",
  "back",
  "in other words",
  "what you",
  "recap",
  "summari",
);

/** Frames that often do, where words are shared. */
export const FRAME = hinted(
  /\b(?:so,? (?:you(?:r|'?re|'?ve|'?d)?|he'?s?|she'?s?|they|its?|it's|the|what|that'?s?|basically|from|if|there|am i|we)|i hear (?:you|that)|you (?:said|mentioned|told)|sounds like|what you want|what you need|just to (?:check|confirm|be clear|make sure)|(?:put|noted|note|written|tell (?:him|her|them)) (?:down )?that (?:you|it|the))\b/iu,
  "so ",
  "so,",
  "i hear",
  "you said",
  "you mentioned",
  "you told",
  "sounds like",
  "what you want",
  "what you need",
  "just to",
  "that you",
  "that it",
  "that the",
);

/** "So you'd need to…" and "so what you do is…" give nothing back, they tell what to do. */
export const TELLS = hinted(
  /\bso,? (?:what you (?:do|need|can)|if you|you(?:'?ll|'?d| will| would| can| could| need| should| have to| may))\b/iu,
  "so ",
  "so,",
);

/** A sentence that begins with «so», and goes on with anything but the agent's own doing. */
export const OPENS = hinted(
  /^(?:(?:oh|okay|ok|right|yeah|and|just|lovely|alright|well|no|mm),? )*so,? (?!(?:i|i'?m|i'?ll|i'?ve|let|lets|can|could|to|please|do|did|when|where|how|why|which|is|are|have|now|that'?s (?:the|why|all)|we'?ll)\b)\p{L}/iu,
  "so ",
  "so,",
);

/** «So you've both been lying there…»: after a telling it can only be theirs. */
export const SO_YOU = hinted(
  /^(?:(?:oh|ah|okay|ok|right|and|no|yeah),? )*so,? (?:you(?:'?ve| have| were| had|'?d)|they|he|she)\b(?! (?:got|two|a few|options))/iu,
  "so ",
  "so,",
);

/** The agent's own doing, asking or refusing. */
export const OWN =
  /\b(?:i(?:'ll|ll(?= \p{L})|'?ve|'?m| can| could| will| have| am)|let (?:me|us)|let'?s|we(?:'?ll| can| could| will)|please|kindly|can (?:you|i)|(?:could|may) (?:you|i)|our|policy|unfortunately|sorry|apolog\w+|thank\w*)\b/iu;

/** Asks, by its first word. */
export const ASKS =
  /^(?:(?:and|so|okay|ok|but|right|oh) )*(?:what|when|where|which|who|why|how|do|does|did|is|are|was|were|have|has|can|could|would|will)\b/iu;

/** A check at the end: «…, is that right?» */
export const TAG = /\b(?:right|correct|it|that|this|yes|yeah|fair)\?$/iu;

/** Lets the customer check what was understood. */
export const CHECK = hinted(
  /\b(?:(?:have|did) i (?:got |get )?(?:that|it|this|all)|is that (?:right|correct|it|fair|about right)|am i (?:right|following)|that right|do i have that|got that right|understood (?:that|you|it|correctly)|correct me)\b/iu,
  "have i",
  "did i",
  "is that",
  "am i",
  "that right",
  "do i have that",
  "understood",
  "correct me",
);

/** "I hear what you're saying, but…", "I don't get what you're saying": taken back, or not understood at all. */
export const AGAINST = hinted(
  /\b(?:but|however) (?:the|our|that'?s|it'?s|we|i|this|there|unfortunately)\b|\b(?:don'?t|do not|can'?t|not) (?:\p{L}+ )?(?:get|see|follow|know|understand)(?:ing)? what you\b/iu,
  "but ",
  "however ",
  "what you",
);

/** What the agent does, or asks for. */
export const ACTS =
  /\b(?:i(?:'?ll|'?ve| can| will| have)|let (?:me|us)|we(?:'?ll| can| will)|can (?:you|i)|could (?:you|i))\b/iu;

/** The words of a hit are about the customer: what they cannot do, or were told. */
export const THEIRS =
  /\byou(?:'?ve)? (?:still |just )?(?:can'?t|cannot|couldn'?t|were told|got no|have no)\b/iu;
