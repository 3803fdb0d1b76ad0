import type { Complaint } from "../model/index.js";
import { heardOf, type Leaning, leaningOf } from "./role-evidence.js";
import type { Cast, Voice } from "./voices.js";

/**
 * How much more an agent must sound like one than anybody else does. With 4 one of 1,437 dialogues cut off after six turns comes out the
 * wrong way round and none of those that are whole; with 3 five and one do.
 */
const MARGIN = 4;
/** Points that alone make another voice one of the agent's side, or the customer's. */
const CLEAR = 4;

interface Heard extends Leaning {
  readonly voice: Voice;
  readonly speaker: string;
  readonly net: number;
}

/** Casts the voices that are left by what they say; a complaint where that does not tell an agent from a customer. */
export function castByContent(voices: readonly Voice[], casts: Map<Voice, Cast>): Complaint | undefined {
  const left = voices.filter(voice => !casts.has(voice) && voice.speaker !== "");
  const heard = left.map(hear).sort((a, b) => b.net - a.net);
  const [first] = heard;
  const last = heard.at(-1);
  if (first === undefined || last === undefined || voices.length < 2) return undefined;
  const roles = new Set([...casts.values()].map(({ role }) => role));
  const settled = roles.has("agent") && roles.has("customer");
  if (!settled && !isClear(first, last, roles)) return unclear(heard);
  for (const one of heard) {
    if (one === first && !roles.has("agent")) casts.set(one.voice, agentOf(one, last));
    else if (one === last && !roles.has("customer")) casts.set(one.voice, customerOf(one, first));
    else casts.set(one.voice, oneMore(one));
  }
  return undefined;
}

function hear(voice: Voice): Heard {
  const leaning = leaningOf(heardOf(voice.texts));
  return { ...leaning, voice, speaker: voice.speaker, net: leaning.agent - leaning.customer };
}

/** Where one side is known, less shows that somebody is the other. */
const LIKELY = 2;

/** The agent and the customer must lie apart, and one of them must have said something that tells. */
function isClear(first: Heard, last: Heard, roles: ReadonlySet<string>): boolean {
  if (roles.has("agent")) return last.net <= -LIKELY;
  if (roles.has("customer")) return first.net >= LIKELY;
  return first !== last && first.net - last.net >= MARGIN && (first.net >= 2 || last.net <= -LIKELY);
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
