import { expect, test } from "vitest";
import { combine } from "../../src/engine/combine.js";
import type { Finding, Verdict } from "../../src/model/index.js";

const part = (verdict: Verdict, avoids = false): Finding => ({
  check: "part",
  checklist: "test",
  title: "Part",
  techniques: ["part"],
  weight: 10,
  autoFail: false,
  avoids,
  coach: "",
  verdict,
  message: verdict,
  evidence: [],
});

test.each<[string, Finding[], Verdict]>([
  ["the worst applicable part decides", [part("pass"), part("partial"), part("fail")], "fail"],
  ["what did not apply is left out", [part("na"), part("pass"), part("unknown")], "pass"],
  ["nothing applied", [part("na"), part("na")], "na"],
  ["nothing could be seen", [part("na"), part("unknown")], "unknown"],
  ["absence alone is nothing to praise where a skill was asked for", [part("na"), part("pass", true)], "na"],
  ["but it can fail the item", [part("na"), part("fail", true)], "fail"],
  ["an item of avoiding parts passes by absence", [part("pass", true), part("pass", true)], "pass"],
])("%s", (_, parts, verdict) => {
  expect(combine(parts).verdict).toBe(verdict);
});
