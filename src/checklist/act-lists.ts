/** Lists whose phrases make an act where they are not named after it (`empathy`, `empathy-soft`…). */
const BESIDES: Readonly<Record<string, readonly string[]>> = {
  accepted: ["resolved"],
  settled: ["cust-positive"],
  alternative: ["choice-of-data", "choice-of-dates", "offer", "offer-not"],
  apology: ["sorry", "sorry-for", "repair", "responsibility", "forbearance"],
  "asked-again": ["identity-question", "told-already"],
  "bare-sorry": ["sorry", "sorry-for", "sorry-none"],
  "customer-abusive": ["cust-abusive"],
  "customer-hostile": ["cust-hostile"],
  "customer-negative": [
    "cust-feeling",
    "cust-insist",
    "cust-irony",
    "cust-mild",
    "cust-protest",
    "cust-protest-soft",
    "cust-sigh",
    "cust-trouble",
    "cust-weak",
  ],
  "customer-positive": ["cust-positive", "cust-warm"],
  "customer-curt": ["cust-curt"],
  disengage: ["other-contact"],
  escalation: ["handover-next", "handover-promise"],
  explaining: ["cust-trouble"],
  fault: ["cust-trouble", "cust-protest"],
  "follow-up": ["closing-offer"],
  negative: ["refusal", "refusal-technical", "plain-no"],
  "next-step": ["time"],
  positive: ["offer", "offer-not"],
  remedy: ["offer", "offer-not"],
  "probing-question": ["probe", "fault-seeking", "identity-question"],
  refusal: ["clear-reason", "plain-no"],
  reflection: ["reflect-frame", "reflect-check", "read-back"],
  "verbal-cue": ["bare-ok"],
};

/** Of the lists there are, those whose phrases make an act or keep it from being one. */
export function listsOf(act: string, lists: Iterable<string>): readonly string[] {
  const besides = BESIDES[act] ?? [];
  return [...lists].filter(list => list === act || list.startsWith(`${act}-`) || besides.includes(list));
}
