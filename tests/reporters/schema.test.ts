import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { createAudit } from "../../src/index.js";
import type { Page, Reporter } from "../../src/model/index.js";
import { json, jsonl, jsonlLean } from "../../src/reporters/index.js";
import { SCHEMA } from "../../src/reporters/shared/record.js";
import { cases, page, type Run, runOf, written } from "./cases.js";

const root = resolve(import.meta.dirname, "../..");
const schema = JSON.parse(readFileSync(join(root, "docs/report.schema.json"), "utf8")) as Schema;
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
const isReport = ajv.compile(schema);
const isLine = ajv.compile({ $ref: "urn:attune:report:1#/$defs/line" });

const isLeanLine = ajv.compile({ $ref: "urn:attune:report:1#/$defs/leanLine" });

/** As much of a schema as is looked at here. */
interface Schema {
  readonly $id?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
  readonly const?: unknown;
}

/** What is wrong with a report, and with its lines. */
function wrongs(run: Run, on: Page = page): readonly string[] {
  const report = JSON.parse(written(json, run, on)) as unknown;
  const linesOf = (reporter: Reporter) =>
    written(reporter, run, on)
      .trimEnd()
      .split("\n")
      .map(line => JSON.parse(line) as unknown);
  return [
    [isReport, report] as const,
    ...linesOf(jsonl).map(line => [isLine, line] as const),
    ...linesOf(jsonlLean).map(line => [isLeanLine, line] as const),
  ].flatMap(([is, value]) =>
    is(value)
      ? []
      : (is.errors ?? [])
          .slice(0, 5)
          .map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`),
  );
}

test.each([...cases])("%s keeps to the schema", (_, run) => {
  for (const quotes of [true, false]) expect(wrongs(run, { ...page, quotes })).toEqual([]);
});

describe("reports of what ships", () => {
  const fixtures = readdirSync(join(root, "fixtures"), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/\.(?:ya?ml|md|tsv)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => /fixtures[\\/](?:calls|cases|formats)[\\/]/.test(path))
    .sort();

  test("every fixture's report keeps to the schema", { timeout: 180_000 }, async () => {
    const audit = createAudit({ checklists: ["core", "complete"] });
    expect((await audit("Agent: Hello.\nCustomer: Hello.")).problems).toEqual([]);
    let audits = 0;
    for (const path of fixtures) {
      const found = await audit(readFileSync(path));
      audits += found.audits.length;
      expect(wrongs(runOf(found.audits, found.problems)), path).toEqual([]);
    }
    expect(fixtures.length).toBeGreaterThan(50);
    expect(audits).toBeGreaterThan(50);
  });
});

describe("the schema", () => {
  test("names the number that reports carry", () => {
    expect(schema.$id).toBe(`urn:attune:report:${SCHEMA}`);
    expect(schema.properties?.schema?.const).toBe(SCHEMA);
  });

  test("lets no field pass that it does not describe", () => {
    const open: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value !== "object" || value === null) return;
      const { type, properties, additionalProperties } = value as Schema;
      if (type === "object" && properties && additionalProperties !== false) open.push(path);
      for (const [key, inner] of Object.entries(value)) look(inner, `${path}/${key}`);
    };
    look(schema, "");
    expect(open).toEqual(["/$defs/facts"]);
  });

  test.each([
    ["an unknown field", (report: Report) => ({ ...report, extra: 1 })],
    [
      "an unknown field of an audit",
      (report: Report) => ({ ...report, audits: report.audits.map(audit => ({ ...audit, extra: 1 })) }),
    ],
    ["a missing field", ({ totals: _, ...report }: Report) => report],
    ["another schema", (report: Report) => ({ ...report, schema: 2 })],
    [
      "a score past 100",
      (report: Report) => ({ ...report, audits: report.audits.map(audit => ({ ...audit, score: 101 })) }),
    ],
  ])("refuses %s", (_, spoil) => {
    const report = JSON.parse(written(json, cases.get("auto-fail") as Run)) as Report;
    expect(isReport(report)).toBe(true);
    expect(isReport(spoil(report))).toBe(false);
  });
});

interface Report {
  readonly audits: readonly object[];
  readonly totals: object;
}
