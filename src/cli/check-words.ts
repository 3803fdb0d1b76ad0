import { KINDS } from "../checklist/check.js";
import type { Check, Condition, Example, Scope, Verdict } from "../model/index.js";
import { terminal } from "../safety/index.js";

/** What a check asks, in one sentence. */
export function asked(check: Check): string {
  const { parts, kind, options } = check;
  if (parts) return parts.map(part => part.id).join(kind === "any" ? " or " : " and ");
  const sentence = KINDS.get(kind)?.asks(options) ?? kind;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Where a check looks. */
export function where(scope: Scope): string {
  const { by, part, first, last, firstSeconds, lastSeconds, firstShare, lastShare, after, before } = scope;
  const turns = by === undefined ? "turns" : `turns of the ${by}`;
  const parts = [
    part !== undefined && `in the ${part}`,
    first !== undefined && `in the first ${first} ${turns}`,
    last !== undefined && `in the last ${last} ${turns}`,
    firstSeconds !== undefined && `in the first ${firstSeconds} s`,
    lastSeconds !== undefined && `in the last ${lastSeconds} s`,
    firstShare !== undefined && `in the first ${Math.round(firstShare * 100)}% of the ${turns}`,
    lastShare !== undefined && `in the last ${Math.round(lastShare * 100)}% of the ${turns}`,
    after !== undefined && `after ${after}`,
    before !== undefined && `before ${before}`,
    scope.whileUpset && "while the customer is upset",
  ].filter(words => typeof words === "string");
  return parts.length > 0 ? parts.join(", ") : `in all ${turns}`;
}

/** When a check is asked; undefined where always. */
export function when(conditions: readonly Condition[] | undefined): string | undefined {
  const all = (conditions ?? []).flatMap(({ channels, metadata = [], heard }) => [
    ...(channels ? [`of ${channels.join(" or ")}`] : []),
    ...metadata.map(([key, values]) => `where ${key} is ${values.join(" or ")}`),
    ...(heard
      ? [
          `where ${heard.map(({ act, where }) => (where ? `${act} (${where.join(" ")})` : act)).join(" or ")} was heard`,
        ]
      : []),
  ]);
  return all.length > 0 ? `only ${all.join(", ")}` : undefined;
}

/** What a check weighs. */
export function weighs({ weight, autoFail, failsSection, bonus, avoids }: Check): string {
  return [
    bonus ? `${weight} as a bonus: raises the score, never lowers it` : String(weight),
    ...(autoFail ? ["a fail fails the whole audit"] : []),
    ...(failsSection ? ["a fail takes the points of its section"] : []),
    ...(avoids ? ["passes when it does not happen"] : []),
  ].join("; ");
}

const ANSWERS: Readonly<Record<Verdict, string>> = {
  pass: "Passes",
  partial: "Partial",
  fail: "Fails",
  na: "Not called for",
  unknown: "Cannot be told",
};

/** An example as lines. */
export function exampleLines({ verdict, lines, near }: Example): readonly string[] {
  const head = `  ${ANSWERS[verdict]}${near === true ? " (a near miss)" : ""}:`;
  return ["", head, ...lines.map(line => terminal`    ${line}`)];
}
