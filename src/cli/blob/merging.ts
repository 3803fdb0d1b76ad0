import type { FolderNews, News } from "../../batch/heard.js";
import { unusedIn } from "../../engine/side-file.js";
import type { Problem } from "../../model/index.js";
import { rememberMasked } from "../../safety/index.js";
import type { Blob } from "./file.js";
import { type Sealed, unseal } from "./sealed.js";

/** Why blobs cannot be merged into one run; none where they can. With `missing` shards may be absent. */
export function mismatches(blobs: readonly Blob[], missing: boolean): readonly Problem[] {
  const [first] = blobs;
  if (first === undefined) return [];
  const others = blobs.slice(1).flatMap(blob => differing(blob, first));
  if (others.length > 0) return others;
  const seen = new Map<number, string>();
  const twice = blobs.flatMap(({ path, trailer: { shard } }) => {
    const before = shard && seen.get(shard.index);
    if (shard) seen.set(shard.index, path);
    return before === undefined
      ? []
      : [refused(path, `Unexpected shard ${nameOf(shard)} again, expected each once (it is in ${before})`)];
  });
  return [...twice, ...(missing ? [] : absent(blobs))];
}

/** The shards that are not among the blobs, a problem each. */
export function absent(blobs: readonly Blob[]): readonly Problem[] {
  const of = blobs[0]?.trailer.shard?.of ?? 0;
  const there = new Set(blobs.map(({ trailer }) => trailer.shard?.index));
  return Array.from({ length: of }, (_, i) => i + 1)
    .filter(index => !there.has(index))
    .map(index => ({
      ...refused(
        `shard ${index}/${of}`,
        `Unexpected absence of shard ${index}/${of}, expected all ${of} (--missing-ok merges the others)`,
      ),
      code: "missing-shard",
    }));
}

function differing(
  { path, trailer }: Blob,
  { path: other, trailer: { terms, shard } }: Blob,
): readonly Problem[] {
  const mine = trailer.terms;
  const said = (what: string, met: string, expected: string) =>
    refused(path, `Unexpected ${what} ${met}, expected ${expected} as in ${other}`);
  if (mine.attune !== terms.attune || mine.build !== terms.build)
    return [said("attune", `${mine.attune} (${mine.build})`, `${terms.attune} (${terms.build})`)];
  const lists = (all: typeof terms.checklists) =>
    all.map(({ name, version, sha256 }) => `${name} ${version} (${sha256.slice(0, 12)})`).join(", ");
  if (lists(mine.checklists) !== lists(terms.checklists))
    return [said("checklist", lists(mine.checklists), lists(terms.checklists))];
  if (mine.reading !== terms.reading)
    return [
      said(
        "settings",
        "that read otherwise (--from, --agent, --name-pattern, --metadata, --limit, formats)",
        "the same",
      ),
    ];
  if (mine.mask !== terms.mask) return [said("words", mine.mask ? "masked" : "unmasked", "the same")];
  if (mine.quotes !== terms.quotes) return [said("quotes", mine.quotes ? "shown" : "left out", "the same")];
  if (trailer.shard?.of !== shard?.of)
    return [said("share", nameOf(trailer.shard), `one of ${shard?.of ?? 1}`)];
  return [];
}

const nameOf = (shard: { readonly index: number; readonly of: number } | undefined): string =>
  shard ? `${shard.index}/${shard.of}` : "1/1";

const refused = (source: string, message: string): Problem => ({
  source,
  code: "blob",
  effect: "unreadable",
  named: true,
  message,
});

/** The news of the one run that the blobs are parts of: shards by the places of their inputs, others one after the other. */
export function* newsOfBlobs(blobs: readonly Blob[]): Generator<News> {
  const parts = blobs.map(partOf);
  const shards = blobs[0]?.trailer.shard !== undefined;
  if (shards) yield* inTurn(parts);
  else for (const part of parts) yield* inTurn([part]);
  if (blobs[0]?.trailer.terms.mask)
    rememberMasked(blobs.flatMap(({ trailer }) => trailer.problems.map(([, { message }]) => message)));
  for (const problem of absent(blobs)) yield { problem };
  yield* foldersOf(blobs);
  const left = blobs.flatMap(({ trailer }) => (trailer.left ? [trailer.left] : []));
  for (const last of unusedIn(left)) yield { last };
}

interface Part {
  readonly blob: Blob;
  readonly audits: Iterator<Sealed>;
  input: number;
  problem: number;
}

const partOf = (blob: Blob): Part => ({ blob, audits: blob.audits(), input: 0, problem: 0 });

const ordinalOf = ({ blob, input }: Part): number =>
  blob.trailer.inputs[input]?.[0] ?? Number.POSITIVE_INFINITY;

function* inTurn(parts: readonly Part[]): Generator<News> {
  for (const part of parts) yield* problemsUpTo(part, -1);
  const waiting = [...parts].sort((a, b) => ordinalOf(a) - ordinalOf(b));
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [ordinal, audits] = next.blob.trailer.inputs[next.input] ?? [Number.POSITIVE_INFINITY, 0];
    if (ordinal === Number.POSITIVE_INFINITY) continue;
    yield { input: "", ordinal };
    for (let i = 0; i < audits; i++)
      yield { audit: unseal(next.audits.next().value as Sealed, next.blob.trailer.terms.mask) };
    yield* problemsUpTo(next, ordinal);
    next.input++;
    const mine = ordinalOf(next);
    const at = waiting.findIndex(other => ordinalOf(other) > mine);
    waiting.splice(at < 0 ? waiting.length : at, 0, next);
  }
  for (const part of parts) part.audits.return?.();
}

function* problemsUpTo(part: Part, ordinal: number): Generator<News> {
  const { problems } = part.blob.trailer;
  for (
    let next = problems[part.problem];
    next !== undefined && next[0] <= ordinal;
    next = problems[part.problem]
  ) {
    yield { problem: next[1] };
    part.problem++;
  }
}

/** Folders as they were named first; what each part read of them is summed. */
function foldersOf(blobs: readonly Blob[]): readonly FolderNews[] {
  const sums = new Map<string, FolderNews>();
  for (const { trailer } of blobs)
    for (const { folder, files, audits } of trailer.folders) {
      const before = sums.get(folder) ?? { files: 0, audits: 0 };
      sums.set(folder, { folder, files: before.files + files, audits: before.audits + audits });
    }
  return [...sums.values()];
}
