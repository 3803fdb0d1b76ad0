import { describe, expect, test } from "vitest";
import { loadChecklists } from "../../src/checklist/index.js";
import { createAuditor } from "../../src/engine/audit.js";
import { readText } from "../../src/engine/text-file.js";
import { dialog } from "../../src/formats/dialog.js";

const audit = createAuditor(loadChecklists(["core"], readText));
const verdicts = (...lines: string[]) =>
  Object.fromEntries(audit(dialog(lines)).findings.map(({ check, verdict }) => [check, verdict]));

describe("core, judged as answers to what the customer did", () => {
  test("a kind and able call", () => {
    expect(
      verdicts(
        "agent 0-4s: Hello, this is Ana. How can I help?",
        "customer 4-12s: My parcel never came and I'm really upset, it was a birthday present.",
        "agent 12-24s: That must be so disappointing, and I'm sorry we lost it. I can send a new one today, or refund you now. Which would you prefer?",
        "customer 24-26s: A new one, please. Thank you.",
      ),
    ).toEqual({
      interruptions: "pass",
      empathy: "pass",
      "positive-language": "pass",
      apology: "pass",
      alternatives: "pass",
    });
  });

  test("a cold one", () => {
    expect(
      verdicts(
        "agent 0-2s: Yes?",
        "customer 2-12s: My parcel never came and I'm really upset because the",
        "agent 10-14s: You should have read the terms.",
        "customer 14-18s: Can I have my money back? I've been waiting for weeks!",
        "agent 18-22s: No, we can't refund that. I'm sorry you feel that way.",
      ),
    ).toEqual({
      interruptions: "fail",
      empathy: "fail",
      "positive-language": "fail",
      apology: "fail",
      alternatives: "fail",
    });
  });

  test("a calm request calls for none of it", () => {
    expect(
      verdicts(
        "agent: Hello, how can I help?",
        "customer: What time do you open on Saturday?",
        "agent: At nine.",
      ),
    ).toEqual({
      interruptions: "unknown",
      empathy: "na",
      "positive-language": "na",
      apology: "na",
      alternatives: "na",
    });
  });

  test("the same transcript gives the same audit", () => {
    const lines = [
      "agent: Hello",
      "customer: My bill is wrong and I'm furious.",
      "agent: I'm sorry about the bill.",
    ];
    expect(JSON.stringify(audit(dialog(lines)))).toBe(JSON.stringify(audit(dialog(lines))));
  });

  test("evidence lies inside its turn", () => {
    const result = audit(
      dialog([
        "agent: Hello",
        "customer: I'm furious, you charged me twice!",
        "agent: I'm so sorry about the double charge, I've refunded it.",
      ]),
    );
    const places = [...result.findings, ...result.signals].flatMap(({ evidence }) => evidence);
    expect(places.length).toBeGreaterThan(3);
    for (const { turn, from, to } of places) {
      expect(from).toBeLessThan(to);
      expect(to).toBeLessThanOrEqual(result.transcript.turns[turn]?.text.length ?? -1);
    }
  });
});
