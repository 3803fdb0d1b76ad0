import type { CheckKind, Judgement, Place, Scene } from "../model/index.js";
import { type Reach, reach, reaches, reachInWords } from "./shared/reach.js";
import { holds, inWords, pick, placesOf, type Selector, selectors } from "./shared/select.js";
import { onePerTurn } from "./shared/turns.js";

interface Options {
  readonly acts: readonly Selector[];
  readonly when: readonly Selector[];
  /** One does no harm where one of these stands in its turn or follows within reach. */
  readonly unless: readonly Selector[];
  readonly within: Reach;
  readonly needs: "anything" | "overlap" | "times";
  readonly what: string;
  /** One that was repaired (`repaired: yes` on the signal) is partial. */
  readonly repair: boolean;
}

/** An act never occurs; one repaired at once may count half. */
export const avoid: CheckKind<Options> = {
  name: "avoid",
  summary: "An act never occurs in scope, unless relieved soon; one that is repaired counts half",

  parse(fields) {
    const acts = selectors(fields, "acts");
    return {
      acts,
      when: selectors(fields, "when"),
      unless: selectors(fields, "unless"),
      within: reach(fields, "within", 1),
      needs: fields.choice("needs", ["anything", "overlap", "times"], "anything"),
      what: fields.text("what", inWords(acts)),
      repair: fields.flag("repaired-is-partial", false),
    };
  },

  asks: ({ acts, when, unless, within }) =>
    `${inWords(acts)} never occurs${when.length ? `, where there is ${inWords(when)}` : ""}${unless.length ? `, unless relieved by ${inWords(unless)} within ${reachInWords(within)}` : ""}`,

  judge({ acts, when, unless, within, needs, what, repair }, scene) {
    if (when.length && !when.some(selector => holds(scene, selector))) return none(what);
    const relief = placesOf(scene, unless);
    const relieved = (place: Place | undefined): boolean =>
      place !== undefined &&
      relief.some(other => other.turn === place.turn || reaches(scene, place, other, within));
    const found = acts
      .flatMap(selector => pick(scene, selector))
      .filter(signal => !relieved(signal.evidence[0]));
    const evidence = onePerTurn(found.flatMap(signal => signal.evidence.slice(0, 1)));
    if (!found.length) return absent(scene, needs, what);
    const mended = repair && found.length === 1 && found[0]?.detail?.repaired === "yes";
    const times = evidence.length === 1 ? "once" : `${evidence.length} times`;
    const message = `Expected no ${what}, heard it ${times}${mended ? " and put right at once" : ""}`;
    return { verdict: mended ? "partial" : "fail", message, evidence };
  },
};

const none = (what: string): Judgement => ({
  verdict: "na",
  message: `Nothing here called for care about ${what}`,
  evidence: [],
});

/** Silence passes only where the export would have shown a sound. */
function absent(scene: Scene, needs: Options["needs"], what: string): Judgement {
  const { channel, overlaps, turns } = scene.transcript;
  if (needs === "overlap" && !overlaps) {
    if (channel !== "voice")
      return { verdict: "na", message: `A chat without a sign of ${what} has none to judge`, evidence: [] };
    return {
      verdict: "unknown",
      message: `This export cannot show ${what}: it lacks start and end times that may overlap`,
      evidence: [],
    };
  }
  if (needs === "overlap" && channel !== "voice")
    return { verdict: "na", message: `A chat without a sign of ${what} has none to judge`, evidence: [] };
  if (needs === "times" && turns.every(turn => turn.start === undefined))
    return { verdict: "unknown", message: `This export cannot show ${what}: it has no times`, evidence: [] };
  return { verdict: "pass", message: `Expected no ${what}, heard none`, evidence: [] };
}
