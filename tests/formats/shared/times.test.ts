import { expect, test } from "vitest";
import {
  clock,
  dateOrOffset,
  duration,
  instant,
  millis,
  seconds,
  span,
  ticks,
} from "../../../src/formats/shared/times.js";

// biome-ignore format: one row, one case
test.each([
  ["seconds as a number", seconds, 2.3999999, 2_400],
  ["seconds as a string", seconds, "4.87", 4_870],
  ["minus nothing", seconds, -0, 0],
  ["before the beginning", seconds, -1, undefined],
  ["no number", seconds, Number.NaN, undefined],
  ["no number, written", seconds, "NaN", undefined],
  ["without end", seconds, "Infinity", undefined],
  ["an empty string", seconds, "", undefined],
  ["nothing", seconds, null, undefined],
  ["a truth", seconds, true, undefined],
  ["past all clocks", millis, 1e300, undefined],
  ["milliseconds with a fraction", millis, "100.4", 100],
  ["ticks", ticks, 700000.0, 70],
  ["a span", span, "PT1M2.3S", 62_300],
  ["a span of seconds", span, "PT20S", 20_000],
  ["a span of hours", span, "PT1H", 3_600_000],
  ["no span", span, "PT", undefined],
  ["Google's", duration, "0.500s", 500],
  ["Google's in parts", duration, { seconds: "12", nanos: 900_000_000 }, 12_900],
  ["Google's without nanos", duration, { seconds: 12 }, 12_000],
  ["Google's nought", duration, {}, 0],
  ["Google's nonsense", duration, { hours: 1 }, undefined],
] as const)("%s", (_, read, value, expected) => {
  expect((read as (value: unknown) => number | undefined)(value)).toBe(expected);
});

test.each([
  ["1:02:03.5", 3_723_500],
  ["00:16.500", 16_500],
  ["00:00:01,000", 1_000],
  ["0:01", 1_000],
  ["75:00", 4_500_000],
  ["00:61", undefined],
  ["soon", undefined],
])("the clock %s", (text, expected) => {
  expect(clock(text)).toBe(expected);
});

test.each([
  ["ms since 1970", 1_772_446_830_000, { at: 1_772_446_830_000 }],
  ["s since 1970", 1_772_446_830, { at: 1_772_446_830_000 }],
  ["an offset", 92_500, { start: 92_500 }],
  ["a string of it", "92500", { start: 92_500 }],
  ["nothing", undefined, {}],
])("by magnitude: %s", (_, value, expected) => {
  expect(dateOrOffset(value)).toEqual(expected);
});

test.each([
  ["2026-03-02T10:20:30Z", 1_772_446_830_000],
  ["2026-03-02T10:20:30.500Z", 1_772_446_830_500],
  ["2026-03-02 10:20:30", 1_772_446_830_000],
  ["2026-03-02T10:20:30+01:00", 1_772_443_230_000],
  ["2026-03-02T10:20:30-0500", 1_772_464_830_000],
  ["2026-03-02", undefined],
  ["10:20:30", undefined],
])("the moment %s", (text, expected) => {
  expect(instant(text)).toBe(expected);
});
