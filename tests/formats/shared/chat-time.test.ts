import { expect, test } from "vitest";
import { momentOf } from "../../../src/formats/shared/chat-time.js";

// biome-ignore format: one row, one line
test.each([
  ["ISO with Z", "2026-03-02T09:00:00.250Z", "2026-03-02T09:00:00.250Z"],
  ["ISO with a zone", "2026-03-02T09:00:00+02:00", "2026-03-02T07:00:00.000Z"],
  ["without a zone, UTC on every machine", "2026-03-02 09:00:00", "2026-03-02T09:00:00.000Z"],
  ["microseconds", "2026-03-02T09:00:00.701906", "2026-03-02T09:00:00.701Z"],
  ["a date alone", "2026-03-02", "2026-03-02T00:00:00.000Z"],
  ["RFC 2822", "Mon, 02 Mar 2026 09:00:00 -0500", "2026-03-02T14:00:00.000Z"],
  ["RFC 2822 with GMT", "2 Mar 2026 09:00 GMT", "2026-03-02T09:00:00.000Z"],
  ["epoch seconds", 1772442000, "2026-03-02T09:00:00.000Z"],
  ["epoch milliseconds", 1772442000250, "2026-03-02T09:00:00.250Z"],
  ["epoch microseconds", 1772442000250000, "2026-03-02T09:00:00.250Z"],
  ["seconds as text with a fraction, as Slack has them", "1772442000.000200", "2026-03-02T09:00:00.000Z"],
])("%s", (_, written, iso) => {
  expect(new Date(momentOf(written) ?? Number.NaN).toISOString()).toBe(iso);
});

test.each([
  ["yesterday"],
  ["2026-13-40T00:00:00Z"],
  [500],
  [Number.NaN],
  [null],
  [{}],
  [""],
  ["9".repeat(1000)],
])("%s is no moment", written => {
  expect(momentOf(written)).toBeUndefined();
});
