import type { News } from "../batch/heard.js";
import { type Count, type Item, type Part, type Share, sharesOf } from "../batch/shares.js";
import type { Met } from "../batch/walk.js";
import { sourceOfBlock } from "../engine/blocks.js";
import { LIMITS } from "../engine/limits.js";
import { sharing } from "../engine/shared-tables.js";
import { type Done, inThreads } from "../engine/threads.js";
import { createTurnstile, turnstileMemory } from "../engine/turnstile.js";
import { judged, listen, type Plan } from "./run.js";
import { isByHand } from "./script.js";
import type { Made, Told } from "./worker.js";

/** What a run in threads needs beside its plan. */
export interface Threading {
  readonly count: number;
  readonly told: Omit<Told, "turnstile">;
  /** The module of a thread. */
  readonly script: URL;
  /** Is told why a thread gave back what it held; that is judged again, here. */
  lost(why: string): void;
  /** Is told how many audits were known from an earlier run. */
  known(count: number): void;
}

/** The same as `run`, by several threads: the same news in the same order. */
export async function* runThreaded(
  met: AsyncIterable<Met>,
  plan: Plan,
  threading: Threading,
): AsyncGenerator<News> {
  const memory = turnstileMemory();
  const turnstile = createTurnstile(memory);
  turnstile.open(0, 0);
  const { count, script, told } = threading;
  const { limits = LIMITS, formats } = plan.reading;
  const shares = sharesOf(met, { limits, formats, whole: isByHand });
  const data: Told = { ...sharing(told), turnstile: memory };
  let audits = 0;
  for await (const done of inThreads<Share, Made>(shares, { script, count, data, post: itemsOf })) {
    if ("result" in done) {
      threading.known(done.result.known);
      for (const news of newsOf(done.task, done.result)) {
        if ("audit" in news || "counted" in news) audits++;
        yield news;
      }
      continue;
    }
    if ("lost" in done) threading.lost(done.lost);
    for await (const news of newsHere(done, plan)) {
      if ("audit" in news) audits++;
      yield news;
    }
    turnstile.open(done.number + 1, audits);
  }
  for (const last of plan.unused?.() ?? []) yield { last };
}

/** What a thread gets of a share; undefined where nothing of it is for one. */
function itemsOf(share: Share): readonly Item[] | undefined {
  if ("here" in share) return undefined;
  const items = share.parts.flatMap(part => ("item" in part ? [part.item] : []));
  return items.length > 0 ? items : undefined;
}

function* newsOf(share: Share, { items, texts }: Made): Generator<News> {
  if ("here" in share) return;
  let at = 0;
  let audits = 0;
  for (const part of share.parts) {
    if ("hear" in part) yield* part.hear();
    else {
      const { heard, count } = items[at++] as Made["items"][number];
      for (const news of heard) if (!isRepeated(news, part)) yield news;
      part.count(count);
      audits += count.audits;
    }
  }
  if (texts !== undefined) yield { texts, audits };
}

/** A share that stays here, or came back, judged as without threads. */
async function* newsHere({ task }: Done<Share, Made>, plan: Plan): AsyncGenerator<News> {
  if ("here" in task) {
    const { here } = task;
    return yield* counting(
      "path" in here ? listen(here.path, here.named, plan) : judged(here, plan),
      task.count,
    );
  }
  for (const part of task.parts) {
    if ("hear" in part) yield* part.hear();
    else yield* itemHere(part, plan);
  }
}

async function* itemHere(part: Extract<Part, { item: Item }>, plan: Plan): AsyncGenerator<News> {
  const { item, count } = part;
  if ("path" in item) return yield* counting(listen(item.path, item.named, plan), count);
  if ("source" in item) return yield* counting(judged(item.source, plan), count);
  const source = sourceOfBlock(item.cut, item.block, unsound => count({ audits: 0, unsound }));
  for await (const news of counting(judged(source, plan), count)) if (!isRepeated(news, part)) yield news;
}

async function* counting(news: AsyncIterable<News>, count: (count: Count) => void): AsyncGenerator<News> {
  let audits = 0;
  for await (const one of news) {
    if ("audit" in one) audits++;
    yield one;
  }
  count({ audits, unsound: 0 });
}

/** What the name of a file says wrongly is said once of all its blocks. */
const OF_THE_NAME: ReadonlySet<string> = new Set(["strange-name", "bad-metadata"]);

function isRepeated(news: News, { said }: { readonly said?: Set<string> }): boolean {
  if (said === undefined || !("problem" in news) || !OF_THE_NAME.has(news.problem.code)) return false;
  const { message } = news.problem;
  const before = said.has(message);
  said.add(message);
  return before;
}
