import { fileOf, type Source } from "../engine/source.js";
import { createDisables, type Disables } from "../gate/disables.js";
import { type FrontMatter, frontMatterOf, withoutFrontMatter } from "../gate/front-matter.js";
import { type Marker, readMarkers } from "../gate/markers.js";
import type { Audit, Problem } from "../model/index.js";

/** A script as it is to be read, and what its author says about it. */
export interface Script {
  /** Without front matter and markers; each line in its place. */
  readonly source: Source;
  readonly frontMatter?: FrontMatter;
  readonly markers: readonly Marker[];
  readonly disables: Disables;
  readonly problems: readonly Problem[];
}

/**
 * People write these by hand. An export is never asked: a customer or agent could have typed a marker into it. What only
 * the format tells (a WhatsApp export is a .txt as well) is looked at in `disabled`.
 */
const WRITTEN = /\.(?:md|markdown|txt|text)$/i;
const MARKDOWN = /\.(?:md|markdown)$/i;

/** Whether a file of this name may hold markers, and must be looked at as a whole. */
export const isByHand = (file: string): boolean => WRITTEN.test(file);

/** Takes front matter and markers out of a script; whatever else comes in goes out as it is. */
export function scriptOf(source: Source): Script {
  const { name, bytes } = source;
  const plain: Script = { source, markers: [], disables: createDisables([]), problems: [] };
  const file = fileOf(source);
  if (!isByHand(file) || source.rest !== undefined || !mayBeMarked(bytes)) return plain;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  const frontMatter = frontMatterOf(text);
  // In a plain text two rules around lines with colons may be a conversation; what expects something is none.
  const isFront = frontMatter !== undefined && (MARKDOWN.test(file) || /^expect:/m.test(frontMatter.yaml));
  const { text: rest, markers, wrong } = readMarkers(isFront ? withoutFrontMatter(text) : text);
  const problems = wrong.map(
    ({ line, message }): Problem => ({
      source: name,
      line,
      message,
      code: "marker",
      effect: "partial",
      named: source.named,
    }),
  );
  return {
    source: rest === text ? source : { ...source, bytes: Buffer.from(rest) },
    markers,
    disables: createDisables(markers),
    problems,
    ...(isFront && { frontMatter }),
  };
}

const RULE = Buffer.from("---");
const MARK = Buffer.from("\uFEFF");

function mayBeMarked(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.subarray(0, 3).equals(MARK) ? 3 : 0;
  return buffer.subarray(start, start + 3).equals(RULE) || buffer.includes("attune-");
}

const BY_HAND: ReadonlySet<string> = new Set(["markdown-script", "plain-text", "role-text", "dialog"]);

/** The audit with what the file itself accepts marked so, if people write such files. */
export function disabled(audit: Audit, { disables }: Pick<Script, "disables">): Audit {
  return BY_HAND.has(audit.transcript.format) ? disables.accept(audit) : audit;
}

/** A marker that accepted nothing: what it was for is gone, or it stands in the wrong place. */
export function unusedMarkers(source: Source, { disables }: Script): readonly Problem[] {
  return disables.unused().map(({ line, checks }) => ({
    source: source.name,
    line,
    code: "unused-marker",
    effect: "note",
    named: source.named,
    message: `Unexpected marker that disables nothing, expected a miss of ${checks.join(", ")} in the turn it is about`,
  }));
}
