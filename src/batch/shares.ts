import { BLOCK, type Block, blocksOf, isAsItLies, isCuttable } from "../engine/blocks.js";
import { undecodable } from "../engine/documents.js";
import { failure } from "../engine/failure.js";
import { stateOf } from "../engine/folder.js";
import type { Limits } from "../engine/limits.js";
import { openEach } from "../engine/open.js";
import { fileOf, type Source } from "../engine/source.js";
import { barren, type FolderNews, type Heard, inputOf } from "./heard.js";
import { type Met, STDIN } from "./walk.js";

/** Something that a thread can read and judge without the rest: plain data. */
export type Item =
  | { readonly path: string; readonly named: boolean }
  | { readonly source: Named & { readonly bytes: Uint8Array } }
  | { readonly cut: Named; readonly block: Block };

type Named = Pick<Source, "name" | "named" | "file" | "within">;

/** What came of an item, beside what was heard: how many audits, and lines that were no UTF-8. */
export interface Count {
  readonly audits: number;
  readonly unsound: number;
}

/** A piece of a run in its order: an item, or something to be heard once all before it is. */
export type Part =
  | { readonly item: Item; readonly count: (count: Count) => void; readonly said?: Set<string> }
  | { readonly hear: () => readonly (Heard | FolderNews)[] };

/** A share of the work; `here` is a source that streams, or standard input, to be judged where it was opened. */
export type Share =
  | { readonly parts: readonly Part[] }
  | {
      readonly here: Source | { readonly path: string; readonly named: boolean };
      readonly count: (count: Count) => void;
    };

/** What shares are made by. */
export interface ShareOptions {
  readonly limits: Limits;
  readonly formats: readonly object[] | undefined;
  /** Whether a file of this name is read as a whole, whatever it holds. */
  whole(file: string): boolean;
}

/** A larger file is opened here, to see whether it can be cut. */
const SMALL = 2 * BLOCK;
/** Files of a share: enough that handing it over costs nothing beside it. */
const FILES = 64;

/** What was met → shares of about one block, in order; each folder is told how many audits came of it. */
export async function* sharesOf(met: AsyncIterable<Met>, options: ShareOptions): AsyncGenerator<Share> {
  const gathered = createGathering();
  const folders = new Map<string, { audits: number; files: number }>();
  for await (const one of met) {
    if ("folder" in one) {
      folders.set(one.folder, { audits: 0, files: 0 });
      continue;
    }
    gathered.hear(inputOf(one));
    if ("problem" in one) gathered.hear(one);
    else {
      const folder = folders.get(one.within ?? "");
      if (folder) folder.files++;
      const count = ({ audits }: Count) => {
        if (folder) folder.audits += audits;
      };
      yield* fileShares(one, count, gathered, options);
    }
    if (gathered.full()) yield gathered.share();
  }
  for (const [folder, counts] of folders) gathered.later(() => [{ folder, ...counts }]);
  yield gathered.share();
}

type Counting = (count: Count) => void;

async function* fileShares(
  { path, named }: { readonly path: string; readonly named: boolean },
  count: Counting,
  gathered: Gathering,
  options: ShareOptions,
): AsyncGenerator<Share> {
  const { size, pipe } = path === STDIN ? { size: 0, pipe: true } : stateOf(path);
  if (!pipe && size <= SMALL) return gathered.item({ path, named }, count, size);
  if (pipe) {
    yield gathered.share();
    return yield { here: { path, named }, count };
  }
  const archive = { members: 0, audits: 0, name: "" };
  for await (const opened of openEach(path, named, options.limits)) {
    if ("problem" in opened) {
      gathered.hear(opened);
      continue;
    }
    const { source } = opened;
    if (source.within !== undefined && source.name !== source.within) {
      archive.members++;
      archive.name = source.within;
    }
    const both = (each: Count) => {
      archive.audits += each.audits;
      count(each);
    };
    yield* sourceShares(source, both, gathered, options);
  }
  if (named)
    gathered.later(() =>
      archive.members > 0 && archive.audits === 0
        ? [{ problem: barren("archive", archive.name, archive.members) }]
        : [],
    );
}

function* sourceShares(
  source: Source,
  count: Counting,
  gathered: Gathering,
  options: ShareOptions,
): Generator<Share> {
  const { bytes, rest, parts } = source;
  if (!options.whole(fileOf(source)) && isCuttable(source, options.limits, options.formats))
    return yield* cutShares(source, count, gathered, options);
  if (rest === undefined && parts === undefined && bytes.length <= SMALL)
    gathered.item({ source: { ...namedOf(source), bytes: new Uint8Array(bytes) } }, count, bytes.length);
  else {
    yield gathered.share();
    yield { here: source, count };
  }
  if (gathered.full()) yield gathered.share();
}

function* cutShares(
  source: Source,
  count: Counting,
  gathered: Gathering,
  { limits }: ShareOptions,
): Generator<Share> {
  const { name, named } = source;
  // A file that is not held can be read again by whoever judges it; what lies in an archive cannot.
  const hold = !isAsItLies(source);
  const said = new Set<string>();
  let unsound = 0;
  const counted = (each: Count) => {
    unsound += each.unsound;
    count(each);
  };
  try {
    for (const block of blocksOf(source, hold, limits.line)) {
      gathered.item({ cut: namedOf(source), block }, counted, BLOCK, said);
      yield gathered.share();
    }
    gathered.later(() =>
      unsound > 0 ? [{ problem: { source: name, named, ...undecodable(unsound) } }] : [],
    );
  } catch (error) {
    const problem = failure(name, named, error);
    gathered.hear({ problem });
  }
}

function namedOf({ name, named, file, within }: Source): Named {
  return { name, named, ...(file !== undefined && { file }), ...(within !== undefined && { within }) };
}

interface Gathering {
  item(item: Item, count: Counting, size: number, said?: Set<string>): void;
  hear(heard: Heard): void;
  later(hear: () => readonly (Heard | FolderNews)[]): void;
  full(): boolean;
  share(): Share;
}

function createGathering(): Gathering {
  let parts: Part[] = [];
  let size = 0;
  return {
    item(item, count, bytes, said) {
      parts.push({ item, count, ...(said && { said }) });
      size += bytes;
    },
    hear: heard => void parts.push({ hear: () => [heard] }),
    later: hear => void parts.push({ hear }),
    // An input is heard with its item: two parts a file.
    full: () => size >= BLOCK || parts.length >= 2 * FILES,
    share() {
      const share = { parts };
      parts = [];
      size = 0;
      return share;
    },
  };
}
