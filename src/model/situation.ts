/**
 * What a conversation can be about, for `applies-when: { situation: … }` and the signals of the detector `situation`. Several
 * may hold at once; `plain-request` only where nothing went wrong, and neither loss nor emergency is told.
 */
export const SITUATIONS = [
  "abuse",
  "bereavement",
  "cancellation",
  "complaint",
  "emergency",
  "outage",
  "plain-request",
  "refusal",
  "sale",
] as const;

/** One of them. */
export type Situation = (typeof SITUATIONS)[number];
