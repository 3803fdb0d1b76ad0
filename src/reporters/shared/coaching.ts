import type { Audit, Finding, Moment, Opportunity, Place } from "../../model/index.js";

/** A moment as a coach tells it: what the customer said, and what the agent did with it. */
export interface Told {
  readonly finding: Finding;
  readonly places: readonly Place[];
}

/** All that a coaching card says. */
export interface Card {
  readonly keep?: Told;
  readonly change?: Told;
  /** Said where there is no moment of either kind. */
  readonly instead?: string;
}

/** The one thing to keep and the one to change; a moment that answers somebody begins with what it answers. */
export function cardOf({ keep, change, outcome }: Audit): Card {
  if (keep === undefined && change === undefined) return { instead: NOTHING[outcome] };
  return { ...(keep && { keep: told(keep) }), ...(change && { change: told(change) }) };
}

const NOT_CALLED =
  "Nothing in this conversation called for what the checklist asks: nothing to keep, nothing to change.";
const NOTHING: Readonly<Record<Audit["outcome"], string>> = {
  pass: "All is well here, and no one moment stands out: go on like this.",
  fail: "No one moment stands out here; the full report has every check with its reason.",
  "auto-fail": "No one moment stands out here; the full report has every check with its reason.",
  "not-scorable": NOT_CALLED,
};

function told({ finding, place }: Moment): Told {
  if (place === undefined) return { finding, places: [] };
  const answered = opportunitiesOf(finding).find(({ answer }) => answer?.turn === place.turn);
  return { finding, places: answered && answered.cue.turn < place.turn ? [answered.cue, place] : [place] };
}

function opportunitiesOf({ opportunities = [], parts = [] }: Finding): readonly Opportunity[] {
  return [...opportunities, ...parts.flatMap(opportunitiesOf)];
}
