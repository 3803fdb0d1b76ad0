import { fileURLToPath } from "node:url";
import type { Checklist } from "../model/index.js";
import { decodeLexicon } from "../text/index.js";
import type { LoadedRules } from "./index.js";
import { isShipped } from "./shipped.js";

declare const ATTUNE_BUNDLED: boolean | undefined;

/** How files are read; each throws where a file cannot be. */
export interface Reading {
  text(path: string): string;
  bytes(path: string): Uint8Array;
}

/** Where the build puts the shipped scorecards and phrases, compiled. */
export const COMPILED = { lexicon: "lexicon.bin", checklists: "checklists.json" } as const;

/**
 * Loads scorecards by shipped name or by path. Those that ship were compiled when attune was built: no YAML is read and
 * nothing compiled for them.
 */
export async function loadRules(names: readonly string[], reading: Reading): Promise<LoadedRules> {
  const compiled = names.every(isShipped) ? compiledRules(names, reading) : undefined;
  if (compiled) return compiled;
  const { loadChecklists } = await import("./index.js");
  return loadChecklists(names, reading.text);
}

function compiledRules(names: readonly string[], { text, bytes }: Reading): LoadedRules | undefined {
  if (typeof ATTUNE_BUNDLED === "undefined") return undefined;
  const path = (name: string): string => fileURLToPath(new URL(`./${name}`, import.meta.url));
  const lexicon = decodeLexicon(bytes(path(COMPILED.lexicon)));
  const all = JSON.parse(text(path(COMPILED.checklists))) as Readonly<Record<string, Checklist>>;
  if (!lexicon) return undefined;
  return { checklists: names.map(name => all[name] as Checklist), lexicon, problems: [] };
}
