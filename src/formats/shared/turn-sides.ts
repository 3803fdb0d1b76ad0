import { isObject, said } from "./json.js";

/** Flags that say a message came in, or went out. */
const IN = [
  "is_inbound",
  "isInbound",
  "inbound",
  "incoming",
  "is_incoming",
  "isIncoming",
  "from_customer",
  "fromCustomer",
  "is_customer",
  "isCustomer",
] as const;
const OUT = [
  "outgoing",
  "is_outgoing",
  "isOutgoing",
  "outbound",
  "from_agent",
  "fromAgent",
  "is_agent",
  "isAgent",
] as const;
/** Fields that hold a word for the direction, or a number for it. */
const WAYS = ["direction", "message_type", "messageType", "type", "kind", "tags"] as const;
const INWARD =
  /^(?:in|inbound|incoming|received|receive|message_?to_?(?:operator|agent)|from_?(?:customer|user|visitor)|customer_?message|user_?message|visitor_?message)$/i;
const OUTWARD =
  /^(?:out|outbound|outgoing|sent|send|message_?to_?(?:visitor|customer|user)|from_?agent|agent_?message|operator_?message)$/i;
/** One of a list of tags in one text. */
const TAGS = /(?:^|,) ?from(agent|customer)(?:$|,)/i;

/** All keys that may tell the direction of a message. */
export const SIDE_KEYS: readonly string[] = [...IN, ...OUT, ...WAYS];

/** Whether a message came in (from the customer) or went out, as far as one row tells. */
export type Side = "in" | "out";

/** The direction that a message says it has. Of a call all rows say the same, which tells nothing: the whole list decides. */
export function sideOf(turn: unknown, keys: readonly string[] = SIDE_KEYS): Side | undefined {
  if (!isObject(turn)) return undefined;
  for (const key of keys) {
    const value = turn[key];
    if (typeof value === "boolean" && IN.includes(key as (typeof IN)[number])) return value ? "in" : "out";
    if (typeof value === "boolean" && OUT.includes(key as (typeof OUT)[number])) return value ? "out" : "in";
    if (key === "message_type" && (value === 0 || value === 1)) return value === 0 ? "in" : "out";
    const word = typeof value === "string" ? said(value) : undefined;
    if (word === undefined || word.length > 200) continue;
    if (key === "tags") {
      const [, tag = ""] = TAGS.exec(word) ?? [];
      if (tag !== "") return tag.toLowerCase() === "agent" ? "out" : "in";
    }
    if (INWARD.test(word)) return "in";
    if (OUTWARD.test(word)) return "out";
  }
  return undefined;
}

/** The direction in the cell of a column whose plain name is given: a word for it, or yes and no. */
export function sideInWord(cell: string, column: string): Side | undefined {
  const word = cell.trim();
  if (word.length > 30) return undefined;
  if (INWARD.test(word)) return "in";
  if (OUTWARD.test(word)) return "out";
  const yes = /^(?:true|yes|y|1)$/i.test(word);
  if (!yes && !/^(?:false|no|n|0)$/i.test(word)) return undefined;
  return /out|agent/.test(column) === yes ? "out" : "in";
}
