import type { Audit, Finding } from "../model/index.js";
import { marked } from "./baseline.js";
import { type Marker, turnAt } from "./markers.js";
import { type Anchor, anchorsOf, isMiss } from "./misses.js";

/** Markers of a file that accept one match each. */
export interface Disables {
  accept(audit: Audit): Audit;
  /** Those that accepted nothing. */
  unused(): readonly Marker[];
}

/** Matches markers to misses: a marker is about the turn on its line, and above the first turn about the whole as well. */
export function createDisables(markers: readonly Marker[]): Disables {
  const disabling = markers.filter(({ kind }) => kind === "disable");
  const used = new Set<Marker>();
  return {
    accept(audit) {
      if (disabling.length === 0) return audit;
      const { turns } = audit.transcript;
      const placed = disabling.map(marker => ({ marker, turn: turnAt(turns, marker.about) }));
      const covering = (finding: Finding, { place }: Anchor) =>
        placed.find(({ marker, turn }) => {
          if (!isAbout(marker, finding)) return false;
          return place === undefined ? turn === turns[0]?.index : turn === place.turn;
        })?.marker;
      return marked(audit, finding => {
        if (!isMiss(finding)) return undefined;
        const found = anchorsOf(finding).map(anchor => covering(finding, anchor));
        for (const marker of found) if (marker !== undefined) used.add(marker);
        const [first] = found;
        if (first?.reason === undefined || found.some(marker => marker === undefined)) return undefined;
        return { because: first.reason };
      });
    },
    unused: () => disabling.filter(marker => !used.has(marker)),
  };
}

/** A composite item goes by its own name and by those of its parts that were missed. */
function isAbout({ checks }: Marker, { check, checklist, parts = [] }: Finding): boolean {
  const ids = [check, `${checklist}/${check}`, ...parts.filter(isMiss).map(part => part.check)];
  return checks.some(name => ids.includes(name));
}
