import { writeFileSync } from "node:fs";
import { join } from "node:path";
import stringWidth from "string-width";
import { afterEach, expect, test } from "vitest";
import { EXECUTABLE, emptyFolder } from "../cli/executable.js";
import { hasTmux, openTerminal, type Terminal } from "./tmux.js";

const CALL = `Agent: Good morning, this is Ana 🙂, how can I help?
Customer: 田中です。My parcel is a week late, it is the third time, and nobody answers. I am really upset!
Agent: You should have read the terms. There is nothing I can do.
Customer: That is outrageous.
`;

let terminal: Terminal | undefined;
afterEach(() => terminal?.close());

test.skipIf(!hasTmux).each([60, 80, 120])(
  "a report on a terminal of %i columns is coloured and keeps inside",
  async columns => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "call.txt"), CALL);
    terminal = openTerminal(columns, 50, folder);
    terminal.type(`clear; ${process.execPath} ${EXECUTABLE} audit call.txt; echo "status $?"`);
    const shown = await terminal.until(/^status 0$/m);

    expect(shown).toContain("call.txt");
    expect(terminal.screen(true)).toContain("\u001B[");
    for (const line of shown.split("\n"))
      expect(stringWidth(line.trimEnd()), line).toBeLessThanOrEqual(columns);
  },
);
