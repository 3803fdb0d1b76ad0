import type { CheckKind, Fields, Scene } from "../model/index.js";
import { closestFact, FACTS, type Known } from "./shared/facts.js";

interface Bounds {
  readonly atLeast?: number;
  readonly atMost?: number;
}

interface Options {
  readonly fact: string;
  readonly good: Bounds;
  /** Wider bounds that still count half. */
  readonly fair: Bounds | undefined;
  readonly what: string;
}

/** A fact of the conversation lies within bounds. */
export const fact: CheckKind<Options> = {
  name: "fact",
  summary: "A fact of the whole conversation lies within bounds; within wider ones it counts half",

  parse(fields) {
    const name = fields.text("fact");
    const known = FACTS.get(name);
    if (!known) fields.wrong("fact", `Unexpected fact \`${name}\`, expected ${closestFact(name)}`);
    const within = fields.within("partial");
    const good = bounds(fields, known);
    if (good.atLeast === undefined && good.atMost === undefined)
      fields.wrong("fact", "Unexpected lack of bounds, expected `at-least`, `at-most` or both");
    return {
      fact: name,
      good,
      fair: within && bounds(within, known),
      what: fields.text("what", known?.title ?? name),
    };
  },

  asks: ({ what, good, fact }) => `${what} is ${inWords(good, FACTS.get(fact) as Known)}`,

  judge({ fact, good, fair, what }, scene) {
    const known = FACTS.get(fact) as Known;
    const value = measured(scene, known);
    if (value === undefined)
      return {
        verdict: "unknown",
        message: `This export cannot show ${what}: it lacks ${known.needs}`,
        evidence: [],
      };
    const verdict = lies(value, good) ? "pass" : fair && lies(value, fair) ? "partial" : "fail";
    return {
      verdict,
      message: `Expected ${what} ${inWords(good, known)}, measured ${shown(value, known)}`,
      evidence: [],
    };
  },
};

function measured({ facts }: Scene, { key, unlessNone }: Known): number | undefined {
  const value = facts[key];
  if (typeof value === "number") return value;
  return unlessNone !== undefined && facts[unlessNone] === 0 ? 0 : undefined;
}

function bounds(fields: Fields, known: Known | undefined): Bounds {
  const one = (name: string): number | undefined => {
    if (!fields.has(name)) return undefined;
    const text = fields.text(name);
    const match = /^(\d{1,7}(?:\.\d{1,4})?) ?(s|%)?$/.exec(text);
    const unit = known ? UNIT[known.unit] : "";
    if (match && (match[2] ?? "") === unit) return Number(match[1]) * SCALE[known?.unit ?? "count"];
    fields.wrong(name, `Unexpected \`${text}\`, expected a number such as \`40${unit}\``);
    return undefined;
  };
  const [atLeast, atMost] = [one("at-least"), one("at-most")];
  return { ...(atLeast !== undefined && { atLeast }), ...(atMost !== undefined && { atMost }) };
}

const UNIT: Readonly<Record<Known["unit"], string>> = { ms: "s", share: "%", count: "" };
const SCALE: Readonly<Record<Known["unit"], number>> = { ms: 1000, share: 0.01, count: 1 };

const lies = (value: number, { atLeast, atMost }: Bounds): boolean =>
  value >= (atLeast ?? Number.NEGATIVE_INFINITY) && value <= (atMost ?? Number.POSITIVE_INFINITY);

function shown(value: number, { unit }: Known): string {
  const number = Math.round((value / SCALE[unit]) * 10) / 10;
  return unit === "ms" ? `${number} s` : `${number}${UNIT[unit]}`;
}

function inWords({ atLeast, atMost }: Bounds, known: Known): string {
  if (atLeast !== undefined && atMost !== undefined)
    return `between ${shown(atLeast, known)} and ${shown(atMost, known)}`;
  if (atLeast !== undefined) return `of at least ${shown(atLeast, known)}`;
  return `of at most ${shown(atMost ?? 0, known)}`;
}
