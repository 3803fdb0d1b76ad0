import { countedOf } from "../batch/counted.js";
import type { Heard, News } from "../batch/heard.js";
import type { Count, Item } from "../batch/shares.js";
import type { LoadedRules } from "../checklist/index.js";
import { createAuditor } from "../engine/audit.js";
import { sourceOfBlock } from "../engine/blocks.js";
import { scoreFindings } from "../engine/score.js";
import { serve } from "../engine/thread.js";
import { createTurnstile } from "../engine/turnstile.js";
import { withoutAccepted } from "../gate/gate.js";
import type { Audit, Page, Reporter } from "../model/index.js";
import { maskKnownIn } from "../safety/index.js";
import { type CacheOptions, withCache } from "./cache/open.js";
import { type ReadingSettings, readingBy } from "./reading.js";
import { reportersNamed } from "./reports.js";
import { judged, listen, type Plan } from "./run.js";

/** What every thread of a run is told; plain data. */
export interface Told {
  readonly rules: LoadedRules;
  readonly reading: ReadingSettings;
  /** Which rows of a table of facts were needed: shared memory. */
  readonly used?: Uint8Array;
  readonly cache: CacheOptions;
  /** Reports that threads write themselves; without, they hand over whole audits. */
  readonly reports?: readonly { readonly name: string; readonly page: Page }[];
  readonly turnstile: SharedArrayBuffer;
}

/** What a thread made of a share: the items' news in their order, and the text of each report. */
export interface Made {
  readonly items: readonly { readonly heard: readonly News[]; readonly count: Count }[];
  readonly texts?: readonly string[];
  /** Audits that were known from an earlier run. */
  readonly known: number;
}

/** More turns than a share may hold while it is written: an archive that is small outside. It goes back. */
const MOST_TURNS = 500_000;

serve<Told, readonly Item[], Made>(async (told, thread) => {
  const reading = await readingBy(told.reading, told.used);
  const auditor = withCache(createAuditor(told.rules), told.rules, { ...told.cache, by: `${thread}` });
  const plan: Plan = { reading, auditor };
  const turnstile = createTurnstile(told.turnstile);
  const reports =
    told.reports &&
    (await reportersNamed(told.reports.map(({ name }) => name))).map((reporter, i) => ({
      reporter,
      page: told.reports?.[i]?.page as Page,
    }));
  return async (items, number) => {
    const knownBefore = auditor.known?.() ?? 0;
    const audits: Audit[] = [];
    const room = { turns: MOST_TURNS };
    const made = [];
    for (const item of items) made.push(await heardIn(item, plan, audits, room, reports !== undefined));
    const begins = turnstile.pass(number, audits.length);
    const known = (auditor.known?.() ?? 0) - knownBefore;
    return { items: made, known, ...(reports && { texts: textsOf(reports, audits, begins) }) };
  };
});

function textsOf(
  reports: readonly { readonly reporter: Reporter; readonly page: Page }[],
  audits: readonly Audit[],
  begins: number,
): readonly string[] {
  const shown = reports.some(({ page }) => page.mask) ? audits.map(audit => maskKnownIn(audit)) : audits;
  return reports.map(({ reporter, page }) =>
    (page.mask ? shown : audits).map((audit, i) => reporter.audit(audit, page, begins + i)).join(""),
  );
}

async function heardIn(
  item: Item,
  plan: Plan,
  audits: Audit[],
  room: { turns: number },
  written: boolean,
): Promise<Made["items"][number]> {
  const heard: News[] = [];
  let unsound = 0;
  const before = audits.length;
  for await (const one of heardOf(item, plan, count => {
    unsound += count;
  })) {
    if (!("audit" in one)) heard.push(one);
    else {
      room.turns -= one.audit.transcript.turns.length;
      if (room.turns < 0) throw new Error("it holds more than a thread may");
      audits.push(one.audit);
      heard.push(written ? { counted: counted(one.audit) } : one);
    }
  }
  return { heard, count: { audits: audits.length - before, unsound } };
}

function heardOf(item: Item, plan: Plan, unsound: (count: number) => void): AsyncIterable<Heard> {
  if ("path" in item) return listen(item.path, item.named, plan);
  return judged("source" in item ? item.source : sourceOfBlock(item.cut, item.block, unsound), plan);
}

function counted(audit: Audit) {
  const open = withoutAccepted(audit, scoreFindings);
  if (open === audit) return countedOf(audit);
  return { ...countedOf(audit), open: { score: open.score, outcome: open.outcome } };
}
