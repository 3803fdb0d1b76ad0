import { join } from "node:path";
import { expect, test } from "vitest";
import * as shelf from "../../src/formats/index.js";
import type { Format } from "../../src/model/index.js";
import { pageOfFormats } from "./page-of-formats.js";

const formats: readonly Format[] = Object.values(shelf);

test("docs/formats.md says what the shelf says (npm run docs writes it)", async () => {
  const page = join(import.meta.dirname, "../../docs/formats.md");
  await expect(pageOfFormats(formats)).toMatchFileSnapshot(page);
});

test("every format says all that the page needs", () => {
  for (const { name, title, about } of formats)
    for (const said of [name, title, ...Object.values(about)]) expect(said.trim(), name).not.toBe("");
});
