import type { TrendVersion } from "../model/index.js";
import type { Row } from "./row.js";

/** The day of a conversation, UTC; where its export does not say, the day on which it was audited. */
export const dayOf = ({ started, recorded }: Pick<Row, "started" | "recorded">): string =>
  started?.slice(0, 10) ?? recorded;

/** Tells audits apart whose figures do not compare: other lists, another version or wording, another attune. */
export const versionOf = ({ checklists, attune }: Pick<Row, "checklists" | "attune">): string =>
  JSON.stringify([checklists.map(({ name, version, sha256 }) => [name, version, sha256]), attune]);

/** Names, versions and hashes of the lists, for people. */
export const listsOf = ({ checklists }: Pick<Row, "checklists">) => ({
  lists: checklists.map(({ name, version }) => `${name} ${version}`).join(" + "),
  sha256: checklists.map(({ sha256 }) => sha256.slice(0, 12)).join("+"),
});

/** What differs between two versions, in a few words. */
function changeBetween(before: Row, after: Row): string {
  const lists = after.checklists.flatMap((pin, i) => {
    const old = before.checklists[i];
    if (old?.sha256 === pin.sha256) return [];
    return [
      old?.version === pin.version
        ? `${pin.name} ${pin.version} reworded`
        : `${pin.name} ${old?.version ?? "?"} → ${pin.version}`,
    ];
  });
  const attune = before.attune === after.attune ? [] : [`attune ${before.attune} → ${after.attune}`];
  return [...lists, ...attune].join(", ");
}

/** A version as people read it. */
export const shownVersion = (row: Row, before: Row | undefined): TrendVersion => ({
  ...listsOf(row),
  attune: row.attune,
  change: before === undefined ? "" : changeBetween(before, row),
});
