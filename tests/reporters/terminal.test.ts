import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { summary, terminal } from "../../src/reporters/index.js";
import { cases, page, written } from "./cases.js";

const SGR = /\u001b\[\d+m/g;

describe.each([...cases])("terminal: %s", (_, run) => {
  test.each([40, 60, 72, 80, 100, 120, 200])("fits %i columns", width => {
    for (const color of [false, true])
      for (const line of written(terminal, run, { ...page, width, color }).split("\n"))
        expect(stringWidth(line), line).toBeLessThanOrEqual(width);
  });

  test("colour adds nothing but colour", () => {
    for (const reporter of [terminal, summary]) {
      const painted = written(reporter, run, { ...page, color: true });
      expect(painted.replace(SGR, "")).toBe(written(reporter, run));
      expect(painted.replace(SGR, "")).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
      );
    }
  });

  test("no line begins a command of a build server", () => {
    for (const width of [40, 60, 80])
      expect(written(terminal, run, { ...page, width })).not.toMatch(/^\s*::\w|##\w*\[/m);
  });
});

const whole = (situation: string, on = page) => written(terminal, cases.get(situation) as never, on);

describe("what an agent reads", () => {
  test("the advice of the one change is given once, at the top; its check points there", () => {
    const report = whole("auto-fail").replace(/\s+/g, " ");
    expect(report.match(/Say it with the greeting/g)).toHaveLength(1);
    expect(report.match(/Next time: see Change, above/g)).toHaveLength(1);
    expect(report).toContain("Next time: Name what the customer is going through");
  });

  test("outcome and score, then one strength and one change, before anything else", () => {
    const report = whole("auto-fail");
    const order = [
      "Auto-fail · 12.5 of 100 (pass mark 75)",
      "Change",
      "Next time:",
      "Say instead:",
      "Opening",
      "Left out of the score",
      "Facts",
    ];
    const places = order.map(words => report.indexOf(words));
    expect(places.every(place => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("a moment says who said what, and when", () => {
    expect(whole("all-well")).toContain("0:13  Ana (agent): “Oh no, a present in pieces");
    expect(whole("auto-fail")).toContain("turn 3  Agent: “We can't refund that…”");
  });

  test("a verdict is a sign and a word, never colour alone", () => {
    for (const verdict of ["✗ fail", "~ partial", "– n/a", "? unknown"])
      expect(whole("auto-fail")).toContain(verdict);
  });

  test("personal data is masked unless the page says otherwise", () => {
    expect(whole("hostile")).not.toMatch(/jane|4111|555/);
    expect(whole("hostile", { ...page, mask: false })).toContain("jane.doe@example.com");
  });

  test("without quotes positions stay, words go", () => {
    const report = whole("auto-fail", { ...page, quotes: false });
    expect(report).toContain("turn 2  Customer (unanswered)");
    expect(report).toContain("heard 1 bare refusal: “…”");
    expect(report).not.toMatch(/refund|outrageous|Say instead/);
  });

  test("totals stand only where there is more than one input or something was left out", () => {
    expect(whole("all-well")).not.toContain("In all");
    expect(whole("several")).toContain("6 inputs: 3 conversations audited, 1 skipped, 1 could not be read");
  });
});

test("summary: a line a transcript, then problems and counts", () => {
  const lines = written(summary, cases.get("several") as never).split("\n");
  expect(lines[1]).toBe(
    "Auto-fail   12.5  exports/night/lost-parcel.json  missed: disclosure, empathy, positive-language (partly)",
  );
  expect(lines.at(-2)).toBe("1 pass, 1 auto-fail, 1 not scored; mean score 56.3");
});
