import type { Complaint } from "../model/index.js";
import { type Leaning, leaningOf } from "./role-evidence.js";
import type { Cast, Voice } from "./voices.js";

/** How much more an agent must sound like one than anybody else does; below it a guess would be a coin's. */
const MARGIN = 5;
/** Points that alone make another voice one of the agent's side, or the customer's. */
const CLEAR = 4;

interface Heard extends Leaning {
  readonly key: string;
  readonly speaker: string;
  readonly net: number;
}

/** Casts the voices that are left by what they say; a complaint where that does not tell an agent from a customer. */
export function castByContent(
  voices: ReadonlyMap<string, Voice>,
  casts: Map<string, Cast>,
): Complaint | undefined {
  const left = [...voices].filter(([key, { speaker }]) => !casts.has(key) && speaker !== "");
  if (left.length === 0) return undefined;
  const heard = left.map(([key, voice]) => hear(key, voice)).sort((a, b) => b.net - a.net);
  const roles = new Set([...casts.values()].map(({ role }) => role));
  const settled = roles.has("agent") && roles.has("customer");
  const first = heard[0] as Heard;
  const last = heard[heard.length - 1] as Heard;
  if (!settled && (voices.size < 2 || !isClear(first, last, roles)))
    return voices.size < 2 ? undefined : unclear(heard);
  for (const one of heard) {
    if (!settled && one === first && !roles.has("agent")) casts.set(one.key, agentOf(one, last));
    else if (!settled && one === last && !roles.has("customer")) casts.set(one.key, customerOf(one, first));
    else casts.set(one.key, oneMore(one));
  }
  return undefined;
}

function hear(key: string, { speaker, texts }: Voice): Heard {
  const leaning = leaningOf(texts);
  return { ...leaning, key, speaker, net: leaning.agent - leaning.customer };
}

/** The agent and the customer must lie apart, and one of them must have said something that tells. */
function isClear(first: Heard, last: Heard, roles: ReadonlySet<string>): boolean {
  if (roles.has("agent")) return last.net <= -CLEAR;
  if (roles.has("customer")) return first.net >= CLEAR;
  return first !== last && first.net - last.net >= MARGIN && (first.net >= 2 || last.net <= -CLEAR);
}

function agentOf({ speaker, net, agentWords }: Heard, other: Heard): Cast {
  const because = agentWords === "" ? `the other says «${other.customerWords}»` : `says «${agentWords}»`;
  return { speaker, role: "agent", confidence: sureness(net - other.net), by: "content", because };
}

function customerOf({ speaker, net, customerWords }: Heard, other: Heard): Cast {
  const because = customerWords === "" ? `the other says «${other.agentWords}»` : `says «${customerWords}»`;
  return { speaker, role: "customer", confidence: sureness(other.net - net), by: "content", because };
}

/** Beside an agent and a customer: a second of either where the words are clear, else somebody who is not judged. */
function oneMore({ speaker, net, agentWords, customerWords }: Heard): Cast {
  if (net >= CLEAR)
    return {
      speaker,
      role: "agent",
      confidence: sureness(net),
      by: "content",
      because: `says «${agentWords}»`,
    };
  if (net <= -CLEAR)
    return {
      speaker,
      role: "customer",
      confidence: sureness(-net),
      by: "content",
      because: `says «${customerWords}»`,
    };
  return { speaker, role: "other", confidence: 0.5, by: "content", because: "says nothing that tells" };
}

/** 5 points apart is hardly sure, 20 nearly so. */
function sureness(apart: number): number {
  return Math.round((1 - 1 / (1 + Math.max(0, apart) / 5)) * 100) / 100;
}

function unclear(heard: readonly Heard[]): Complaint {
  const names = heard.slice(0, 4).map(({ speaker }) => `\`${speaker}\``);
  const message = `Unexpected speakers ${names.join(", ")} whose words do not show who the agent is, expected roles; \`--agent NAME\` settles it`;
  return { code: "unknown-roles", message, effect: "unreadable" };
}
