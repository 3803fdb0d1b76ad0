import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { card, csvTranscripts } from "../../src/reporters/index.js";
import { cases, page, type Run, written } from "./cases.js";

const run = (situation: string): Run => cases.get(situation) as Run;

describe("the coaching card", () => {
  test("one thing to keep, begun with what it answered, and nothing of scores", () => {
    const text = written(card, run("all-well"));
    expect(text).toMatch(
      /Keep this: Shows empathy\n\n {2}0:04 {2}Mr Doe \(customer\): .*\n(?:.*\n)? {2}0:13 {2}Ana \(agent\):/,
    );
    expect(text).toContain("Nothing to change this time.");
    for (const [situation] of cases)
      expect(written(card, run(situation))).not.toMatch(/of 100|pass mark|Auto-fail|weight/);
  });

  test("one thing to change, and what to say next time", () => {
    const text = written(card, run("auto-fail"));
    expect(text.match(/Keep this|Change this/g)).toEqual(["Change this"]);
    expect(text).toContain("Next time: Say it with the greeting");
    expect(text).toContain("Say instead: “Hello, you're through to Ana.");
  });

  test("where nothing was called for, it says so", () => {
    expect(written(card, run("nothing-applicable"))).toMatch(/nothing to\s+keep, nothing to change/);
  });

  test("without quotes the moment stays, the words go", () => {
    const text = written(card, run("all-well"), { ...page, quotes: false }).replace(/\s+/g, " ");
    expect(text).toContain("0:13 Ana (agent)");
    expect(text).not.toContain("upset");
  });
});

describe("csv-transcripts", () => {
  const rows = (situation: string) =>
    Papa.parse<Record<string, string>>(written(csvTranscripts, run(situation)).slice(1), {
      header: true,
      skipEmptyLines: true,
    });

  test("a row a transcript, then a row a problem, each with all columns, behind a mark that Excel knows", () => {
    expect(written(csvTranscripts, run("several")).startsWith("\uFEFFsource,")).toBe(true);
    const { data, errors } = rows("several");
    expect(errors).toEqual([]);
    expect(
      data.map(({ source, outcome, missed, problem }) => [source, outcome, missed, problem !== ""]),
    ).toEqual([
      ["fixtures/calls/broken-vase.vtt", "pass", "", false],
      ["exports/night/lost-parcel.json", "auto-fail", "disclosure empathy positive-language", false],
      ["exports/opening-hours.txt", "not-scorable", "", false],
      ["exports/broken.json:3:14", "unreadable", "", true],
      ["exports/half.csv:120", "partial", "", true],
      ["exports/notes.txt", "note", "", true],
    ]);
  });

  test("times are seconds, counts are counts", () => {
    const [row] = rows("all-well").data;
    expect([row?.duration, row?.["response time"], row?.pass, row?.keep]).toEqual([
      "49",
      "0.6",
      "5",
      "empathy",
    ]);
  });

  test("nothing is a formula", () => {
    for (const row of rows("hostile").data)
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+@]/);
  });
});
