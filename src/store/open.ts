import type { Audit, Problem } from "../model/index.js";
import { type Appender, createAppender } from "./appender.js";
import { diskProblem, type Mark, makeStore, removeUnfinished, storeProblem, writeMark } from "./folder.js";
import { createForgotten, type Forgotten, macsOf } from "./forgotten.js";
import { createKeyTable, type KeyTable } from "./key-table.js";
import { type Holder, type Lock, type Patience, takeLock } from "./lock.js";
import { contentOf, encode, KEY } from "./record.js";
import { type NewRow, rowOf } from "./row.js";
import { aliasOf, type Mac, macOf } from "./secret.js";
import { metIn, segmentsOf } from "./segments.js";
import { bringTogether, cutTorn, eraseRows, pseudonymise } from "./upkeep.js";

/** How a store is to be kept. */
export interface Keeping {
  /** attune's version. */
  readonly attune: string;
  /** The day on which rows are written, UTC: `2026-11-25`. */
  readonly day: string;
  /** Masks personal data in a name. */
  readonly mask: (text: string) => string;
  /** Agents by keyed hash; a store that has them so keeps them so. */
  readonly pseudonyms?: boolean;
  /** Keeps conversations again that were forgotten. */
  readonly readmit?: boolean;
  readonly patience?: Patience;
}

/** What a run did to a store. */
export interface Kept {
  /** Rows on the disk. */
  readonly written: number;
  /** Audits that the store had already, word for word. */
  readonly known: number;
  /** Audits of conversations that are to stay forgotten. */
  readonly refused: number;
  readonly problem?: Problem;
}

/** A store that a run writes to. */
export interface Store {
  /** False where the conversation is to stay forgotten. */
  add(audit: Audit): boolean;
  /** Puts on the disk what waits; returns the rows that are there. */
  flush(): number;
  /** Ends the writing and lets others in. */
  close(): Kept;
}

/** A store that is ours alone: what is in it, and where to write. */
export interface Held {
  readonly store: string;
  readonly lock: Lock;
  readonly appender: Appender;
  readonly keys: KeyTable;
  readonly forgotten: Forgotten;
  readonly mark: Mark;
  /** Bytes of unfinished records that were cut off. */
  readonly torn: number;
}

/** Opens a store for a run, making it where there is none. */
export async function openStore(
  store: string,
  keeping: Keeping,
): Promise<Store | { readonly problem: Problem }> {
  try {
    const made = makeStore(store);
    if ("problem" in made) return made;
    const held = await holdStore(store, keeping.patience);
    return "problem" in held ? held : storeOf(held, keeping);
  } catch (error) {
    return { problem: diskProblem(store, error, "a store that can be written") };
  }
}

/** Takes a store's lock, mends what a crash left behind, and reads what it holds. */
export async function holdStore(
  store: string,
  patience?: Patience,
): Promise<Held | { readonly problem: Problem }> {
  const lock = await takeLock(store, patience);
  if ("holder" in lock) return { problem: busy(store, lock.holder) };
  try {
    const mark = makeStore(store);
    if ("problem" in mark) {
      lock.release();
      return mark;
    }
    removeUnfinished(store);
    let torn = 0;
    for (const path of segmentsOf(store)) torn += cutTorn(path);
    return { store, lock, appender: createAppender(store, lock), ...known(store), mark, torn };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** What a journal holds, as far as a writer must know. */
function known(store: string): Pick<Held, "keys" | "forgotten"> {
  const [keys, forgotten] = [createKeyTable(), createForgotten()];
  for (const path of segmentsOf(store))
    for (const met of metIn(path)) {
      if (met.kind === "audit") keys.set(met.line, KEY, contentOf(met.line));
      else forgotten.heed(met);
    }
  return { keys, forgotten };
}

function busy(store: string, holder: Holder | undefined): Problem {
  const who = holder ? `process ${holder.pid} on ${holder.host}, since ${holder.since}` : "somebody";
  return storeProblem(store, `Unexpected other writer (${who}), expected the store to be free`, "busy-store");
}

/** The keyed hash of a store that needs one, and pseudonyms where agents go by them: older rows first. */
function secretsOf({ store, mark, forgotten }: Held, asked: boolean) {
  const pseudonyms = asked || mark.pseudonyms !== "no";
  const mac = pseudonyms || forgotten.size > 0 ? macOf(store) : undefined;
  const alias = pseudonyms && mac ? aliasOf(mac) : undefined;
  const late = alias !== undefined && mark.pseudonyms !== "yes";
  if (late) {
    writeMark(store, "pending");
    pseudonymise(store, alias);
    writeMark(store, "yes");
  }
  return { mac, alias, late };
}

function storeOf(found: Held, keeping: Keeping): Store {
  const { store, lock, appender } = found;
  bringTogether(store);
  const { mac, alias, late } = secretsOf(found, keeping.pseudonyms === true);
  const held: Held = late ? { ...found, ...known(store) } : found;
  if (mac) finishErasing(held, mac, keeping.day);
  const options = { attune: keeping.attune, mask: keeping.mask, alias };
  let [same, refused] = [0, 0];
  return {
    add(audit) {
      const row = rowOf(audit, options);
      if (mac && !mayBeKept(row, mac, held, keeping)) {
        refused++;
        return false;
      }
      const line = encode("audit", keeping.day, row);
      const content = contentOf(line.subarray(0, -1));
      if (held.keys.get(line, KEY) === content) same++;
      else {
        held.keys.set(line, KEY, content);
        appender.add(line);
      }
      return true;
    },
    flush() {
      appender.flush();
      return appender.rows;
    },
    close() {
      appender.close();
      lock.release();
      const { rows: written, problem } = appender;
      return { written, known: same, refused, ...(problem && { problem }) };
    },
  };
}

/** Whether nobody asked to have the conversation forgotten, or somebody asks to have it back. */
function mayBeKept(row: NewRow, mac: Mac, held: Held, { readmit, day }: Keeping): boolean {
  const macs = held.forgotten.size > 0 ? macsOf(row, mac) : [];
  if (!held.forgotten.has(...macs)) return true;
  if (!readmit) return false;
  held.appender.add(note("readmitted", day, macs, held), "note");
  return true;
}

/** A record about forgetting, taken note of at once. */
export function note(
  kind: "forgotten" | "erased" | "readmitted",
  day: string,
  macs: readonly string[],
  { forgotten }: Pick<Held, "forgotten">,
): Buffer {
  const line = encode(kind, day, { macs });
  forgotten.heed({ kind, line: line.subarray(0, -1), at: 0 });
  return line;
}

/** Ends erasures that were begun; returns the rows that went. */
export function finishErasing(held: Held, mac: Mac, day: string): number {
  const { store, forgotten, appender } = held;
  if (forgotten.pending.size === 0) return 0;
  const erased = eraseRows(store, forgotten, mac);
  appender.add(note("erased", day, [...forgotten.pending], held), "note");
  appender.flush();
  return erased;
}
