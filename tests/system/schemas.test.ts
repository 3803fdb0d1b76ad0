import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { attune, emptyFolder } from "../cli/executable.js";

const root = resolve(import.meta.dirname, "../..");
const schemas = resolve(root, "../shared/schemas");
const golden = (reporter: string) => {
  const folder = resolve(root, "tests/golden/reporters", reporter);
  return readdirSync(folder).map(name => resolve(folder, name));
};

const runs = (command: string, ...args: readonly string[]) => spawnSync(command, args).status === 0;
const xmllint = runs("xmllint", "--version") && existsSync(schemas);
/** Debian's package feeds Debian's python, which need not be the first on the path. */
const python = ["python3", "/usr/bin/python3"].find(one => runs(one, "-c", "import jsonschema"));
const jsonschema = python !== undefined && existsSync(schemas);

const VALIDATE = `
import json, sys, jsonschema
schema = json.load(open(sys.argv[1]))
for name in sys.argv[2:]:
    jsonschema.Draft4Validator(schema).validate(json.load(open(name)))
`;

describe.skipIf(!xmllint)("JUnit (needs xmllint and ../shared/schemas)", () => {
  test("every golden file keeps to the XSD", () => {
    const files = golden("junit");
    expect(files.length).toBeGreaterThanOrEqual(6);
    execFileSync("xmllint", ["--noout", "--schema", resolve(schemas, "junit.xsd"), ...files], {
      stdio: "pipe",
    });
  });
});

describe.skipIf(!xmllint)("JUnit of verify and lint (needs xmllint and ../shared/schemas)", () => {
  test.each(["verify", "lint"])("%s keeps to the XSD", async command => {
    const file = join(emptyFolder(), "out.xml");
    await attune([command, "fixtures/training", "--report", `junit=${file}`]);
    execFileSync("xmllint", ["--noout", "--schema", resolve(schemas, "junit.xsd"), file], { stdio: "pipe" });
  });
});

describe.skipIf(!jsonschema)("SARIF (needs python3-jsonschema and ../shared/schemas)", () => {
  test("every golden file keeps to the 2.1.0 schema", () => {
    const files = golden("sarif");
    expect(files.length).toBeGreaterThanOrEqual(6);
    execFileSync(python as string, ["-c", VALIDATE, resolve(schemas, "sarif-2.1.0.schema.json"), ...files], {
      stdio: "pipe",
    });
  });
});
