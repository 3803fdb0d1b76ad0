import type { Written } from "../../../model/index.js";
import { row } from "../call.js";
import { unitAmong } from "../cells.js";
import { num } from "../json.js";
import { roleOf } from "../labels.js";
import type { Notes } from "../notes.js";
import { clock, dateOrOffset, instant, ticks } from "../times.js";
import type { Mapping, Unit } from "./mapping.js";
import { type Path, textAt } from "./paths.js";

/** A turn of a mapped document, and the line it stands in where that is known. */
export interface MappedTurn {
  readonly value: unknown;
  readonly line?: number | undefined;
}

/** The rows of mapped turns; what has no text, and times that are none, are told. */
export function mappedRows(
  turns: readonly MappedTurn[],
  mapping: Mapping,
  found: Notes,
): { readonly rows: readonly Written[]; readonly startedAt: number | undefined } {
  const unit = mapping.unit === "auto" ? autoUnit(turns, mapping.start) : mapping.unit;
  const read = turns.flatMap(({ value, line }, at) => {
    const where = line ?? `${mapping.turns?.join(".") ?? ""}[${at}]`;
    const text = textAt(value, mapping.text);
    if (text === undefined) {
      found.add(
        "lost-turn",
        `Unexpected turn without \`${mapping.text.join(".")}\`, expected what was said`,
        where,
      );
      return [];
    }
    const speaker = textAt(value, mapping.speaker) ?? textAt(value, mapping.role) ?? "";
    const from = timeAt(value, mapping.start, unit, found, where);
    const to = timeAt(value, mapping.end, unit, found, where);
    const role = roleIn(textAt(value, mapping.role), mapping) ?? roleIn(speaker, mapping);
    return [{ speaker, role, text, from, to, line }];
  });
  // Both ends on the wall clock: counted from the first moment, since an end has no moment of its own.
  const moments = read.flatMap(({ from, to }) => [from.at, to.at]).filter(at => at !== undefined);
  const zero = moments.reduce((first, at) => Math.min(first, at), moments[0] ?? 0);
  const rows = read.map(({ speaker, role, text, from, to, line }) =>
    row({ speaker, role, text, start: offset(from, zero), end: offset(to, zero), line }),
  );
  return { rows, startedAt: moments.length > 0 ? zero : undefined };
}

function offset({ start, at }: When, zero: number): number | undefined {
  return start ?? (at === undefined ? undefined : at - zero);
}

function roleIn(label: string | undefined, { roles }: Mapping): Written["role"] {
  return label === undefined ? undefined : (roles.get(label.trim().toLowerCase()) ?? roleOf(label));
}

function autoUnit(turns: readonly MappedTurn[], start: Path | undefined): Unit {
  const cells = turns.slice(0, 5_000).map(({ value }) => textAt(value, start) ?? "");
  const amounts = cells.filter(cell => num(cell) !== undefined);
  const offsets = amounts.filter(cell => (num(cell) ?? 0) < 1e9);
  return amounts.length * 2 > cells.length && offsets.length === amounts.length ? unitAmong(amounts) : "auto";
}

interface When {
  readonly start?: number | undefined;
  readonly at?: number | undefined;
}

function timeAt(
  turn: unknown,
  path: Path | undefined,
  unit: Unit,
  found: Notes,
  where: string | number,
): When {
  const written = textAt(turn, path);
  if (written === undefined || path === undefined) return {};
  const when = timeIn(written, unit);
  if (when.start === undefined && when.at === undefined)
    found.add("lost-time", `Unexpected time in \`${path.join(".")}\`, expected ${EXPECTED[unit]}`, where);
  return when;
}

const EXPECTED: Readonly<Record<Unit, string>> = {
  auto: "a number, a clock or a date",
  s: "seconds",
  ms: "milliseconds",
  us: "microseconds",
  ticks: "ticks of 100 ns",
  clock: "a clock such as 0:01:02.5",
  iso: "a date in ISO 8601",
};

function timeIn(written: string, unit: Unit): When {
  if (unit === "clock") return { start: clock(written) };
  if (unit === "iso") return { at: instant(written) };
  if (unit === "auto") {
    const at = instant(written);
    return at !== undefined
      ? { at }
      : num(written) === undefined
        ? { start: clock(written) }
        : dateOrOffset(written);
  }
  if (unit === "ticks") return { start: ticks(written) };
  const amount = num(written);
  if (amount === undefined || amount < 0) return {};
  const ms = Math.round(amount * FACTORS[unit]);
  // Past this a count of milliseconds is a date.
  return ms >= 1e11 ? { at: ms } : { start: ms };
}

const FACTORS = { s: 1_000, ms: 1, us: 0.001 } as const;
