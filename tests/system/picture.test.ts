import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { EXECUTABLE, emptyFolder, ROOT } from "../cli/executable.js";
import { pictureOf } from "./picture.js";
import { hasTmux, openTerminal, type Terminal } from "./tmux.js";

/** What the machine said once: what it learns since makes no other picture. */
const REPORT = join(ROOT, "tests/system/double-charge.report.json");
const [COLUMNS, ROWS] = [112, 32];

let terminal: Terminal | undefined;
afterEach(() => terminal?.close());

describe.skipIf(!hasTmux)("the picture in the README (needs tmux)", () => {
  test("is what the program shows; npm run picture makes it anew", async () => {
    const folder = emptyFolder();
    copyFileSync(join(ROOT, "fixtures/calls/double-charge.vtt"), join(folder, "double-charge.vtt"));
    terminal = openTerminal(COLUMNS, ROWS, folder);
    terminal.type(
      `${process.execPath} ${EXECUTABLE} --color always review --audit ${REPORT} --reviewer Mo; clear`,
    );
    await terminal.until("q quit");
    terminal.press("3");
    await terminal.until("You: ✗ fail (accepted)");
    terminal.press("j", "j", "2", "c");
    await terminal.until("Comment:");
    terminal.write("Meant, and clumsily put");
    await terminal.until("clumsily put");
    terminal.press("Enter");
    await terminal.until("(overruled): Meant");
    await terminal.settled();
    const picture = pictureOf(
      terminal.rows(),
      COLUMNS,
      "attune review: the conversation, its findings, and a map of the call",
    );
    await expect(picture).toMatchFileSnapshot("../../docs/review.svg");
  });
});
