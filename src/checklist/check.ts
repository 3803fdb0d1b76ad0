import * as kinds from "../checks/index.js";
import type { Check, CheckKind, Fields, Scope } from "../model/index.js";
import { closest } from "./closest.js";
import { readExamples } from "./examples.js";
import { type FieldReader, type Names, readFields } from "./fields.js";
import { readCondition, readScope, SCOPE_FIELDS } from "./scope.js";
import { isMap, isScalar, isSeq, type YamlFile } from "./yaml.js";

/** Kinds of checks by name. */
export const KINDS: ReadonlyMap<string, CheckKind> = new Map(
  Object.values(kinds).map(kind => [kind.name, kind as CheckKind]),
);
/** Kinds of an item made of other checks. */
export const COMPOSITES = ["all", "any"] as const;
const AUTO_FAIL = ["true", "false", "card", "section"] as const;
const USUAL_WEIGHT = 10;

/** What checks are read with. */
export interface Reading {
  readonly file: YamlFile;
  readonly names: Names;
  /** Checks that `use`, `all` and `any` may refer to, by id; those read already are put in. */
  readonly known: Map<string, Check>;
}

/** A part of an item may leave out what the item says. */
interface Outer {
  readonly id: string;
  readonly coach: string;
}

/** Reads the checks of a list, one after the other. */
export function readChecks(node: unknown, reading: Reading): readonly Check[] {
  const { file, known } = reading;
  if (!isSeq(node) || node.items.length === 0) {
    file.wrong(node, "Unexpected `checks`, expected a list of checks");
    return [];
  }
  const seen = new Set<string>();
  return node.items.flatMap(item => {
    if (!isMap(item)) {
      file.wrong(item, "Unexpected check, expected a mapping with `id` and `kind`");
      return [];
    }
    const fields = readFields(file, item, reading.names);
    const check = readCheck(fields, reading);
    fields.finish();
    if (!check) return [];
    if (seen.has(check.id))
      fields.wrong(
        fields.has("id") ? "id" : "use",
        `Unexpected second check \`${check.id}\`, expected one of that id`,
      );
    seen.add(check.id);
    known.set(check.id, check);
    return [check];
  });
}

function readCheck(fields: FieldReader, reading: Reading, outer?: Outer): Check | undefined {
  if (fields.has("use")) return reuse(fields, reading);
  const common = readCommon(fields, outer);
  const mode = COMPOSITES.find(name => fields.has(name));
  if (mode) return composite(common, mode, fields, reading);
  const name = fields.text("kind");
  const kind = KINDS.get(name);
  if (!kind) {
    fields.wrong(
      "kind",
      `Unexpected kind \`${name}\`, expected ${closest(name, [...KINDS.keys(), ...COMPOSITES])}`,
    );
    skipRest(fields);
    return undefined;
  }
  return {
    ...common,
    techniques: fields.has("techniques") ? fields.texts("techniques") : [common.id],
    kind: name,
    options: kind.parse(fields),
    avoids: fields.flag("avoids", name === "avoid"),
  };
}

/** Of an unknown kind nobody can say which fields are its own. */
function skipRest(fields: FieldReader): void {
  for (const name of fields.keys()) fields.has(name);
}

type Common = Omit<Check, "techniques" | "kind" | "options" | "avoids">;

/** Fields that every check has. */
export function readCommon(fields: Fields, outer?: Outer): Common {
  const id = fields.text("id", outer?.id);
  return {
    id,
    title: fields.text("title", outer && id.replaceAll("-", " ")),
    ...(fields.has("section") && { section: fields.text("section") }),
    ...(fields.has("guide") && { guide: fields.texts("guide").join(", ") }),
    scope: readScope(fields),
    weight: fields.number("weight", USUAL_WEIGHT),
    ...readAutoFail(fields),
    ...readBonus(fields),
    ...readWhen(fields),
    coach: fields.text("coach", outer?.coach),
    say: fields.texts("say"),
    examples: readExamples(fields),
  };
}

function readAutoFail(fields: Fields): Pick<Check, "autoFail" | "failsSection"> {
  const what = fields.choice("auto-fail", AUTO_FAIL, "false");
  return { autoFail: what === "true" || what === "card", ...(what === "section" && { failsSection: true }) };
}

const readBonus = (fields: Fields): Pick<Check, "bonus"> => (fields.flag("bonus") ? { bonus: true } : {});

function readWhen(fields: Fields): Pick<Check, "appliesWhen"> {
  const conditions = readCondition(fields);
  return conditions.length > 0 ? { appliesWhen: conditions } : {};
}

/** `use: empathy` takes a check as it stands; what is written beside it is set anew. */
function reuse(fields: FieldReader, { known }: Reading): Check | undefined {
  const found = lookUp(fields, "use", fields.text("use"), known);
  if (!found) {
    skipRest(fields);
    return undefined;
  }
  const examples = readExamples(fields);
  return {
    ...found,
    title: fields.text("title", found.title),
    ...(fields.has("section") && { section: fields.text("section") }),
    ...(fields.has("guide") && { guide: fields.texts("guide").join(", ") }),
    weight: fields.number("weight", found.weight),
    ...(SCOPE_FIELDS.some(name => fields.has(name)) && { scope: readScope(fields) }),
    ...(fields.has("auto-fail") && readAutoFail(fields)),
    ...(fields.has("bonus") && { bonus: fields.flag("bonus") }),
    ...readWhen(fields),
    coach: fields.text("coach", found.coach),
    say: fields.has("say") ? fields.texts("say") : found.say,
    examples: fields.has("examples") ? examples : found.examples,
  };
}

function composite(
  common: Common,
  mode: (typeof COMPOSITES)[number],
  fields: FieldReader,
  reading: Reading,
): Check {
  const node = fields.node(mode);
  const items = isSeq(node) ? node.items : [node];
  const parts = items.flatMap((item, i): readonly Check[] => {
    if (isMap(item)) {
      const inner = readFields(reading.file, item, reading.names);
      const part = readCheck(inner, reading, { id: `${common.id}.${i + 1}`, coach: common.coach });
      inner.finish();
      return part ? [part] : [];
    }
    const id = isScalar(item) ? String(item.value) : "";
    const part = reading.known.get(id);
    if (!part)
      reading.file.wrong(item, `Unexpected check \`${id}\`, expected ${closest(id, reading.known.keys())}`);
    return part ? [part] : [];
  });
  if (items.length === 0) fields.wrong(mode, `Unexpected \`${mode}\` of nothing, expected checks`);
  return {
    ...common,
    techniques: [...new Set(parts.flatMap(part => part.techniques))],
    kind: mode,
    options: undefined,
    avoids: parts.length > 0 && parts.every(part => part.avoids),
    parts: parts.map(part => narrowed(part, common.scope)),
  };
}

/** Parts look where the item looks, unless they say where themselves. */
const narrowed = (part: Check, scope: Scope): Check =>
  Object.keys(scope).length > 0 ? { ...part, scope: { ...scope, ...part.scope } } : part;

function lookUp(
  fields: FieldReader,
  field: string,
  id: string,
  known: ReadonlyMap<string, Check>,
): Check | undefined {
  const found = known.get(id);
  if (!found) fields.wrong(field, `Unexpected check \`${id}\`, expected ${closest(id, known.keys())}`);
  return found;
}
