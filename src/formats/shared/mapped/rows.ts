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
export function mappedRows(turns: readonly MappedTurn[], mapping: Mapping, found: Notes): readonly Written[] {
  const unit = mapping.unit === "auto" ? autoUnit(turns, mapping.start) : mapping.unit;
  return turns.flatMap(({ value, line }) => {
    const text = textAt(value, mapping.text);
    if (text === undefined) {
      found.add(
        "lost-turn",
        `Unexpected turn without \`${mapping.text.join(".")}\`, expected what was said`,
        line,
      );
      return [];
    }
    const speaker = textAt(value, mapping.speaker) ?? textAt(value, mapping.role) ?? "";
    const from = timeAt(value, mapping.start, unit, found, line);
    const to = timeAt(value, mapping.end, unit, found, line);
    const role = roleIn(textAt(value, mapping.role), mapping) ?? roleIn(speaker, mapping);
    // An end on the wall clock is as far from the start as the two dates are apart.
    const end = to.start ?? (to.at !== undefined && from.at !== undefined ? to.at - from.at : undefined);
    return [
      row({
        speaker,
        role,
        text,
        start: from.start,
        at: from.at,
        end: from.at === undefined ? end : undefined,
        line,
      }),
    ];
  });
}

function roleIn(label: string | undefined, { roles }: Mapping): Written["role"] {
  return label === undefined ? undefined : (roles.get(label.trim().toLowerCase()) ?? roleOf(label));
}

function autoUnit(turns: readonly MappedTurn[], start: Path | undefined): Unit {
  const cells = turns.slice(0, 5_000).map(({ value }) => textAt(value, start) ?? "");
  if (cells.some(cell => cell !== "" && num(cell) === undefined)) return "auto";
  return cells.every(cell => (num(cell) ?? 0) < 1e9) ? unitAmong(cells) : "auto";
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
  line: number | undefined,
): When {
  const written = textAt(turn, path);
  if (written === undefined || path === undefined) return {};
  const when = timeIn(written, unit);
  if (when.start === undefined && when.at === undefined)
    found.add("lost-time", `Unexpected time in \`${path.join(".")}\`, expected ${EXPECTED[unit]}`, line);
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
