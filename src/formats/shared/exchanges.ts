import type { Role } from "../../model/index.js";

/** A column (or key) of words that one side says. */
export interface Side {
  readonly name: string;
  readonly role: Role;
}

/** Two columns that hold an exchange: what is said, and what is answered. */
export interface Exchange {
  readonly sides: readonly [Side, Side];
  /** The names are those of a data set for models: each row stands for itself. */
  readonly alone: boolean;
}

const SAID =
  "(?:messages?|texts?|utterances?|msg|comments?|says?|said|turns?|speech|words|transcripts?|lines?|emails?)";
const CUSTOMER = new RegExp(
  `^(?:customer|client|user|caller|visitor|consumer|human|buyer|guest|member|patient)s?(?:${SAID}|query|question|request|input|prompt|reply|response|answer)?$|^inbound${SAID}$`,
);
const AGENT = new RegExp(
  `^(?:agent|rep|representative|assistant|bot|chatbot|advisor|operator|support|csr|company|model|gpt|ai|staff|employee|brand)s?(?:${SAID}|reply|response|answer|output|completion)?$|^outbound${SAID}$`,
);
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:questions?|q|query)$/, /^(?:answers?|a|reply|response)$/],
  [/^(?:instructions?|prompt|input|request)$/, /^(?:response|completion|output|target|reply|answer)$/],
];
const BOT = /^(?:bot|chatbot|gpt|model|ai)/;

/** The two names among the keys or columns of one row that hold an exchange, in their order; undefined where there is no such pair. */
export function exchangeIn(names: readonly string[]): Exchange | undefined {
  const plain = names.map(name =>
    name.length > 60 ? "" : name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""),
  );
  const found = (words: RegExp) => plain.findIndex(name => words.test(name));
  const [asks, answers] = [found(CUSTOMER), found(AGENT)];
  if (asks >= 0 && answers >= 0) return exchange(names, asks, answers, plain[answers] ?? "", false);
  for (const [first, second] of PAIRS) {
    const [asked, answered] = [found(first), found(second)];
    if (asked >= 0 && answered >= 0 && asked !== answered) return exchange(names, asked, answered, "", true);
  }
  return undefined;
}

function exchange(
  names: readonly string[],
  asks: number,
  answers: number,
  who: string,
  alone: boolean,
): Exchange {
  const customer: Side = { name: names[asks] ?? "", role: "customer" };
  const agent: Side = { name: names[answers] ?? "", role: BOT.test(who) ? "bot" : "agent" };
  return { sides: asks < answers ? [customer, agent] : [agent, customer], alone };
}

/** Names have a word or two: fewer on average are nobody's sentences. */
const FEWEST = 3;

/** Whether texts are sentences rather than names or codes. */
export function areSentences(texts: readonly string[]): boolean {
  const filled = texts.map(text => text.trim()).filter(text => text !== "");
  const words = filled.reduce((sum, text) => sum + text.split(/\s+/, 50).length, 0);
  return filled.length > 0 && words / filled.length >= FEWEST;
}
