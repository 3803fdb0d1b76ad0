import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { openEach } from "../../src/engine/open.js";

test.skipIf(!existsSync("/dev/zero"))("a device, which may never end, is refused unread", async () => {
  for await (const opened of openEach("/dev/zero", true))
    expect(opened).toMatchObject({ problem: { code: "not-a-file", named: true } });
});
