import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { csv, github, junit, markdown, sarif } from "../../src/reporters/index.js";
import { auditOf, cases, findingOf, page, placeIn, type Run, transcriptOf, written } from "./cases.js";

const run = (situation: string) => cases.get(situation) as Run;

describe("csv", () => {
  const rows = (situation: string) =>
    Papa.parse<string[]>(written(csv, run(situation)).trimEnd(), { newline: "\r\n" }).data;

  test("begins with the mark by which Excel knows UTF-8", () =>
    expect(written(csv, run("all-well"))).toMatch(/^\uFEFFsource,/));

  test.each([...cases.keys()])("%s: every row has a field for every column", situation => {
    const [head = [], ...others] = rows(situation);
    for (const row of others) expect(row).toHaveLength(head.length);
  });

  test("a row a finding, a row for an audit without any, a row a problem", () => {
    expect(rows("several")).toHaveLength(1 + 5 + 5 + 4 + 3);
    const bare = auditOf(transcriptOf("a.txt", ["Agent: Hello."]), "not-scorable", null, { findings: [] });
    expect(csv.audit(bare, page, 0)).toMatch(/^"a\.txt",.*"not-scorable",,75,+\r\n$/);
  });

  test("no cell begins as a formula does", () => {
    for (const row of rows("hostile").slice(1))
      for (const cell of row) expect(cell).not.toMatch(/^\s*[=+@-]/);
  });
});

describe("github", () => {
  const lines = (situation: string) => written(github, run(situation)).trimEnd().split("\n");

  test("a miss is an annotation: an auto-fail an error, a fail a warning, a partial a notice", () => {
    expect(lines("auto-fail").map(line => /^::(\w+) /.exec(line)?.[1] ?? "text")).toEqual([
      "text",
      "error",
      "warning",
      "notice",
      "text",
    ]);
  });

  test("it stands at the line of the file where it was missed", () => {
    expect(lines("auto-fail")[2]).toMatch(
      /^::warning file=exports\/night\/lost-parcel\.json,line=4,title=Shows empathy::/,
    );
  });

  test("nothing hostile opens a command or a property of its own", () => {
    for (const line of lines("hostile"))
      expect(line).toMatch(
        /^(?:::(?:error|warning|notice) file=[^,:]*(?:,line=\d+)?,title=[^,:]*::.*|(?!.*::\w).*)$/,
      );
  });
});

describe("places in files", () => {
  const talk = ["Agent: No.", "Customer: I'm upset."];
  test.each([
    ["a file of its own", "calls/a.txt", "a.txt", 3],
    ["a line of a file with many", "calls/a.jsonl:12", "a.jsonl", 12],
    ["one of several in a document", "calls/a.json#2", "a.json", 3],
    ["one of several in a line", "calls/a.jsonl:12#2", "a.jsonl", 12],
  ])("%s", (_, source, file, line) => {
    const transcript = transcriptOf(source, talk);
    const findings = [findingOf("x", "X", "fail", "", { evidence: [placeIn(transcript, 0)] })];
    const audit = auditOf(transcript, "fail", 0, { findings });
    expect(github.audit(audit, page, 0)).toContain(`file=calls/${file},line=${line},`);
    expect(sarif.audit(audit, page, 0)).toContain(
      `{"artifactLocation":{"uri":"calls/${file}"},"region":{"startLine":${line}}}`,
    );
  });
});

describe("sarif", () => {
  interface Log {
    readonly runs: readonly {
      readonly results: readonly { readonly kind: string; readonly level: string }[];
      readonly invocations: readonly { readonly executionSuccessful: boolean }[];
    }[];
  }
  const log = (situation: string) => (JSON.parse(written(sarif, run(situation))) as Log).runs[0];

  test.each([...cases.keys()])("%s is one run, with a result a miss", situation => {
    const misses = run(situation)
      .audits.flatMap(({ findings }) => findings)
      .filter(({ verdict }) => verdict === "fail" || verdict === "partial");
    expect(log(situation)?.results.filter(({ kind }) => kind === "fail")).toHaveLength(misses.length);
  });

  test("what could not be read is said", () => {
    expect(log("unreadable")?.invocations[0]?.executionSuccessful).toBe(false);
    expect(log("all-well")?.invocations[0]?.executionSuccessful).toBe(true);
  });
});

describe("junit", () => {
  test("a fail is a failure, what did not apply is skipped, a partial is told beside", () => {
    const text = written(junit, run("auto-fail"));
    expect(text.match(/<failure /g)).toHaveLength(2);
    expect(text.match(/<skipped /g)).toHaveLength(2);
    expect(text).toContain('tests="5" failures="2" errors="0"');
    expect(text).toContain("partial: Says what can be done");
  });

  test("an input that could not be read is an error", () => {
    expect(written(junit, run("unreadable"))).toContain('errors="1"');
  });

  test("markup stays text", () => expect(written(junit, run("hostile"))).not.toMatch(/<script|]]>/));
});

describe("markdown", () => {
  const text = written(markdown, run("hostile"));

  test("markup, mentions and links of a quote stay text", () => {
    expect(text).not.toMatch(/(?<!\\)<script|[^\\]\*\*bold|@octocat|#12|https:\/\//);
  });

  test("a table row is one line, whatever is in it", () => {
    for (const row of text.split("\n").filter(line => line.startsWith("| ")))
      expect(row.match(/(?<!\\)\|/g)).toHaveLength(4);
  });

  test("the two moments come first", () => {
    const first = written(markdown, run("all-well"));
    expect(first.indexOf("**Keep:**")).toBeLessThan(first.indexOf("| Verdict |"));
  });
});
