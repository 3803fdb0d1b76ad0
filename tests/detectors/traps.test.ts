import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { loadChecklists } from "../../src/checklist/index.js";
import { detect } from "../../src/engine/audit.js";
import type { Transcript } from "../../src/model/index.js";
import { buildTurns, hasBothEnds, type Row } from "../../src/model/turns.js";
import { readTraps, type Trap } from "./traps.js";

/**
 * Pairs that look alike: `shows` gives the act, `not` must not. Not all hold yet; the number that do, act by act, is held
 * in traps-floor.json and may only rise. `TRAPS=show` prints the pairs that
 * fail, `TRAPS=raise` raises the floors to what holds.
 */
const ROOT = new URL("../..", import.meta.url).pathname;
const FOLDER = join(ROOT, "fixtures/traps");
const FLOOR = new URL("traps-floor.json", import.meta.url);
const FEWEST = 8;
const FLOORS: Readonly<Record<string, number>> = JSON.parse(
  readFileSync(new URL("traps-floor.json", import.meta.url), "utf8"),
);
const FILES = readdirSync(FOLDER)
  .filter(name => name.endsWith(".yaml"))
  .sort();
const { lexicon } = loadChecklists([], path => readFileSync(path, "utf8"));

type Shown = readonly [act: string, key?: string, value?: string];

/** A trap's act where it is named after a check, or after one kind of an act: the signals any of which show it. */
const SIGNAL: Readonly<Record<string, readonly Shown[]>> = {
  agreement: [["preference"], ["middle-ground"]],
  patience: [["hurry"]],
  "patience-lapse": [["hurry"]],
  disengagement: [["disengage", "abused", "yes"]],
  "escalation-threat": [["escalation", "framing", "threat"]],
  // What is no promise and no check is a courtesy, which counts half.
  "follow-up": [["follow-up", "kind", "promise"]],
  resolution: [["done"]],
  update: [["hold-return"]],
  hold: [["hold-announce"]],
  "clear-limit": [["refusal", "reasoned", "yes"]],
  "clear-limits": [["refusal", "reasoned", "yes"]],
};

const TURN = /^(\w+)(?: ([\d.]+)-([\d.]+)s)?: ?(.*)$/su;

function transcript(lines: readonly string[]): Transcript {
  const rows = lines.map((line, utterance): Row => {
    const [, role = "", start, end, text = ""] = TURN.exec(line) ?? [];
    const times =
      start && end ? { start: Math.round(Number(start) * 1000), end: Math.round(Number(end) * 1000) } : {};
    return { speaker: role, role: role as Row["role"], text, utterance, ...times };
  });
  const turns = buildTurns(rows, "voice");
  return {
    id: "trap",
    source: "trap",
    format: "trap",
    channel: "voice",
    overlaps: hasBothEnds(turns),
    metadata: {},
    measured: [],
    turns,
  };
}

function gives(act: string, lines: readonly string[]): boolean {
  const shown: readonly Shown[] = SIGNAL[act] ?? [[act]];
  const theirs = act.startsWith("customer-") || act === "supervisor-request";
  return detect(transcript(lines), lexicon).some(
    signal =>
      (signal.role === "customer") === theirs &&
      shown.some(
        ([detector, key, value]) => signal.detector === detector && (!key || signal.detail?.[key] === value),
      ),
  );
}

function judged(trap: Trap): readonly { readonly name: string; readonly wrong: string }[] {
  return trap.versions.map(({ shows, not }, i) => {
    const missed = gives(trap.act, shows) ? "" : `misses «${shows.at(-1)}»`;
    const taken = gives(trap.act, not) ? `is taken in by «${not.at(-1)}»` : "";
    return {
      name: `${trap.id}${i ? " (speech)" : ""}`,
      wrong: [missed, taken].filter(Boolean).join(" and "),
    };
  });
}

const traps = FILES.flatMap(file => readTraps(file, readFileSync(join(FOLDER, file), "utf8")));
const table = new Map(
  [...new Set(traps.map(({ act }) => act))].map(act => [
    act,
    traps.filter(trap => trap.act === act).flatMap(judged),
  ]),
);

test("each act's pairs hold as often as they did", () => {
  const rows = [...table].map(([act, all]) => ({
    act,
    holds: all.filter(({ wrong }) => !wrong).length,
    of: all.length,
    floor: FLOORS[act] ?? 0,
  }));
  const wrong = process.env.TRAPS ? [...table.values()].flat().filter(one => one.wrong) : [];
  const lines = rows.map(
    ({ act, holds, of, floor }) =>
      `  ${act.padEnd(18)} ${String(holds).padStart(3)} of ${String(of).padStart(3)}, floor ${floor}`,
  );
  process.stdout.write(
    `${["pairs that hold", ...lines, ...wrong.map(one => `${one.name} ${one.wrong}`)].join("\n")}\n`,
  );
  if (process.env.TRAPS === "raise")
    writeFileSync(
      FLOOR,
      `${JSON.stringify(Object.fromEntries(rows.map(({ act, holds, floor }) => [act, Math.max(holds, floor)])), null, 2)}\n`,
    );
  expect(rows.filter(({ holds, floor }) => holds < floor)).toEqual([]);
});

test.each(FILES)("%s has pairs enough to mean something", file => {
  expect(traps.filter(trap => trap.file === basename(file, ".yaml")).length).toBeGreaterThanOrEqual(FEWEST);
});
