import { type LoadedRules, loadChecklists, SHIPPED } from "../checklist/index.js";
import { loadRules } from "../checklist/rules.js";
import { readBytes, readText } from "../engine/text-file.js";

/** Checklists with the examples of those that ship: read anew where one is named, for the build leaves examples out. */
export async function rulesWithExamples(names: readonly string[]): Promise<LoadedRules> {
  const ships = (name: string): boolean => (SHIPPED as readonly string[]).includes(name);
  return names.some(ships)
    ? loadChecklists(names, readText)
    : loadRules(names, { text: readText, bytes: readBytes });
}
