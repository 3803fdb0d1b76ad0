import { expect, test } from "vitest";
import { DETECTORS, detectorsFor } from "../../src/engine/wanted.js";
import type { Check, Checklist } from "../../src/model/index.js";

const check = (more: Partial<Check>): Check => ({
  id: "one",
  title: "One",
  techniques: [],
  kind: "include",
  options: {},
  scope: {},
  weight: 1,
  autoFail: false,
  avoids: false,
  coach: "",
  say: [],
  examples: [],
  ...more,
});

const list = (more: Partial<Check>): Checklist => ({
  name: "own",
  title: "Own",
  version: "1",
  summary: "",
  sha256: "",
  passMark: 70,
  checks: [check(more)],
});

/** Detectors on demand that an audit by a list of one such check runs. */
const asked = (more: Partial<Check>): readonly string[] =>
  detectorsFor([list(more)]).flatMap(({ name, onDemand }) => (onDemand ? [name] : []));

test.each([
  ["nobody asks", {}, []],
  ["a check asks about it", { options: { acts: [{ act: "thanks", atLeast: 1 }] } }, ["thanks"]],
  ["a scope begins with it", { scope: { after: "suggestion" } }, ["suggestion"]],
  ["a condition names it", { appliesWhen: [{ heard: [{ act: "bad-news", atLeast: 1 }] }] }, ["bad-news"]],
  ["a part of a check asks", { parts: [check({ options: { act: "commitment" } })] }, ["commitment"]],
  [
    "one that is asked waits for it",
    { options: { acts: [{ act: "offer-to-do" }] } },
    ["read-back", "offer-to-do"],
  ],
])("on demand where %s", (_, more, expected) => {
  expect(asked(more)).toEqual(expected);
});

test("all others run whatever is asked", () => {
  expect(detectorsFor([])).toEqual(DETECTORS.filter(({ onDemand }) => !onDemand));
});
