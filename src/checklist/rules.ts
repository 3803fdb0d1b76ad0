import { fileURLToPath } from "node:url";
import type { Checklist } from "../model/index.js";
import { decodeLexicon } from "../text/index.js";
import type { CompiledRules } from "./base.js";
import type { LoadedRules } from "./index.js";

declare const ATTUNE_BUNDLED: boolean | undefined;

/** How files are read; each throws where a file cannot be. */
export interface Reading {
  text(path: string): string;
  bytes(path: string): Uint8Array;
}

/** Where the build puts the shipped scorecards and phrases, compiled. */
export const COMPILED = { lexicon: "lexicon.bin", checklists: "checklists.json" } as const;

/**
 * Loads scorecards by shipped name, by path or by package. What ships was compiled when attune was built: no YAML is
 * read for it, and nothing compiled unless a list changes the phrases.
 */
export async function loadRules(names: readonly string[], reading: Reading): Promise<LoadedRules> {
  const compiled = compiledRules(reading);
  const shipped = compiled && shippedOf(compiled, names);
  if (shipped) return shipped;
  const { loadChecklists, loadOn } = await import("./index.js");
  if (!compiled) return loadChecklists(names, reading.text);
  const { compiledBase } = await import("./base.js");
  return loadOn(compiledBase(compiled), names, reading.text);
}

/** Scorecards that all ship, at once, without waiting; undefined where one does not, or nothing was compiled. */
export function loadShippedRules(names: readonly string[], reading: Reading): LoadedRules | undefined {
  const compiled = compiledRules(reading);
  return compiled && shippedOf(compiled, names);
}

function shippedOf({ lexicon, lists }: CompiledRules, names: readonly string[]): LoadedRules | undefined {
  if (!names.every(name => Object.hasOwn(lists, name))) return undefined;
  return { checklists: names.map(name => lists[name] as Checklist), lexicon, own: new Map(), problems: [] };
}

function compiledRules({ text, bytes }: Reading): CompiledRules | undefined {
  if (typeof ATTUNE_BUNDLED === "undefined") return undefined;
  const path = (name: string): string => fileURLToPath(new URL(`./${name}`, import.meta.url));
  const lexicon = decodeLexicon(bytes(path(COMPILED.lexicon)));
  const kept = JSON.parse(text(path(COMPILED.checklists))) as Omit<CompiledRules, "lexicon">;
  return lexicon ? { ...kept, lexicon } : undefined;
}
