import type { Check, Condition, Fields } from "../model/index.js";
import { closest } from "./closest.js";
import { readCondition } from "./scope.js";
import type { YamlFile } from "./yaml.js";

/** A part of a scorecard. */
export interface Section {
  readonly name: string;
  /** What its checks weigh together; left out means as much as they do. */
  readonly weight?: number;
  /** A fail of any of its checks fails the whole audit. */
  readonly autoFail: boolean;
  readonly appliesWhen: readonly Condition[];
}

/** Reads `sections`; each of them once. */
export function readSections(fields: Fields): readonly Section[] {
  const seen = new Set<string>();
  return fields.each("sections").flatMap(inner => {
    const section: Section = {
      name: inner.text("name"),
      ...(inner.has("weight") && { weight: inner.number("weight") }),
      autoFail: inner.flag("auto-fail"),
      appliesWhen: readCondition(inner),
    };
    if (seen.has(section.name))
      inner.wrong("name", `Unexpected second section \`${section.name}\`, expected one of that name`);
    seen.add(section.name);
    return [section];
  });
}

/** Sections that checks name and nobody declared, where sections are declared at all. */
export function strangeSections(
  checks: readonly Check[],
  sections: readonly Section[],
  node: unknown,
  file: YamlFile,
): void {
  if (sections.length === 0) return;
  const names = sections.map(({ name }) => name);
  for (const { id, section } of checks)
    if (section === undefined)
      file.wrong(node, `Unexpected check \`${id}\` without a section, expected ${closest("", names)}`);
    else if (!names.includes(section))
      file.wrong(node, `Unexpected section \`${section}\` of \`${id}\`, expected ${closest(section, names)}`);
}

/** A check with what its section says. */
export function inSection(check: Check, sections: readonly Section[]): Check {
  const section = sections.find(({ name }) => name === check.section);
  if (!section) return check;
  const conditions = [...section.appliesWhen, ...(check.appliesWhen ?? [])];
  return {
    ...check,
    autoFail: check.autoFail || section.autoFail,
    ...(section.weight !== undefined && { sectionWeight: section.weight }),
    ...(conditions.length > 0 && { appliesWhen: conditions }),
  };
}
