import type { Detector, Place, Role, Signal, Situation, Talk } from "../model/index.js";
import { isAgent, isCustomer, placeOf, signal } from "./shared/turns.js";

/** Situations that words alone give away, each with its list and whose words count. */
const BY_WORDS = [
  { kind: "bereavement", by: "anybody" },
  { kind: "outage", by: "anybody" },
  { kind: "emergency", by: "customer" },
  { kind: "cancellation", by: "customer" },
  { kind: "sale", by: "anybody" },
] as const satisfies readonly { readonly kind: Situation; readonly by: string }[];

/** Situations that acts give away. */
const BY_ACTS = [
  { kind: "abuse", acts: ["customer-abusive"] },
  { kind: "complaint", acts: ["fault", "customer-hostile", "supervisor-request"] },
  { kind: "refusal", acts: ["refusal"] },
] as const satisfies readonly { readonly kind: Situation; readonly acts: readonly string[] }[];

/** Beside these a question is no plain request. */
const HEAVY: readonly Situation[] = ["bereavement", "outage", "emergency", "abuse", "complaint"];

/** What the conversation is about; it informs, and `applies-when` may ask for it. Several may hold at once. */
export const situation: Detector = {
  name: "situation",
  summary:
    "What the conversation is about (complaint, refusal, outage, bereavement, sale…), with the words that say so",
  after: ["customer-feeling", "fault", "refusal", "supervisor-request", "request"],

  detect(talk, earlier) {
    const told = BY_WORDS.flatMap(({ kind, by }) => said(talk, kind, by));
    // Grief is unhappy and complains of nobody.
    const unhappy = kindsOf(told).includes("bereavement") ? [] : earlier("customer-negative").slice(0, 1);
    const shown = BY_ACTS.flatMap(({ kind, acts }) => of(kind, acts.flatMap(act => earlier(act))[0]));
    const complains = kindsOf(shown).includes("complaint") ? [] : of("complaint", unhappy[0]);
    const found = [...told, ...shown, ...complains];
    const plain = HEAVY.some(kind => kindsOf(found).includes(kind))
      ? []
      : of("plain-request", earlier("request")[0]);
    return [...found, ...plain];
  },
};

const kindsOf = (found: readonly Signal[]): readonly (string | undefined)[] =>
  found.map(({ detail }) => detail?.kind);

/** The first words of its list, where the person they count of says them. */
function said(talk: Talk, kind: Situation, by: "anybody" | "customer"): readonly Signal[] {
  const hit = talk.hits(`situation-${kind}`).find(({ turn }) => {
    const speaker = talk.turns[turn]!;
    return isCustomer(speaker) || (by === "anybody" && isAgent(speaker));
  });
  return hit ? [about(kind, talk.turns[hit.turn]!.role, [placeOf(hit)])] : [];
}

const of = (kind: Situation, first: Signal | undefined): readonly Signal[] =>
  first ? [about(kind, first.role ?? "customer", first.evidence.slice(0, 1))] : [];

const about = (kind: Situation, role: Role, evidence: readonly Place[]): Signal =>
  signal("situation", role, evidence, { detail: { kind } });
