import { describe, expect, test } from "vitest";
import * as shelf from "../../src/reporters/index.js";
import { cases, loaded, page, written } from "./cases.js";

const reporters = await Promise.all(Object.values(shelf).map(loaded));
const golden = (name: string) => `../golden/reporters/${name}`;

describe.each(reporters.map(reporter => [reporter.name, reporter] as const))("%s", (name, reporter) => {
  test.each([...cases])("%s", async (situation, run) => {
    await expect(written(reporter, run)).toMatchFileSnapshot(golden(`${name}/${situation}.txt`));
  });

  test("the same run gives the same bytes", () => {
    for (const run of cases.values()) expect(written(reporter, run)).toBe(written(reporter, run));
  });
});

test.each([60, 120])("terminal at %i columns", async width => {
  for (const [situation, run] of cases)
    await expect(written(shelf.terminal, run, { ...page, width })).toMatchFileSnapshot(
      golden(`terminal/${situation}-${width}.txt`),
    );
});
