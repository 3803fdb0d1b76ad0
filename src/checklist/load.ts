import { createHash } from "node:crypto";
import * as kinds from "../checks/index.js";
import type { Check, CheckKind, Checklist, Example, Problem, Scope, Verdict } from "../model/index.js";
import { closest } from "./closest.js";
import { type FieldReader, type Names, readFields } from "./fields.js";
import { isMap, isSeq, readYaml, type YamlFile } from "./yaml.js";

const KINDS: ReadonlyMap<string, CheckKind> = new Map(
  Object.values(kinds).map(kind => [kind.name, kind as CheckKind]),
);
const VERDICTS: readonly Verdict[] = ["pass", "partial", "fail", "na", "unknown"];
const ROLES = ["agent", "customer", "supervisor"] as const;
/** Kind of an item made of other checks. */
const COMPOSITE = "all";

/** What a checklist file is read with. */
export interface Loading {
  readonly names: Names;
  /** Checks that `use` and `all` may refer to, by id. */
  readonly known: ReadonlyMap<string, Check>;
  /** Hash of everything else that can change a verdict (phrases, definitions). */
  readonly basis: string;
}

/** One checklist from its YAML; problems where it cannot be read. */
export function readChecklist(
  path: string,
  text: string,
  loading: Loading,
): { readonly checklist?: Checklist; readonly problems: readonly Problem[] } {
  const file = readYaml(path, text);
  if (!isMap(file.root)) {
    if (!file.problems.length)
      file.wrong(file.root, "Unexpected file, expected a checklist with `name` and `checks`");
    return { problems: file.problems };
  }
  const fields = readFields(file, file.root, loading.names);
  const head = {
    name: fields.text("name"),
    title: fields.text("title", ""),
    version: fields.text("version", "1"),
    summary: fields.text("summary", ""),
  };
  const passMark = fields.number("pass-mark", 70);
  if (fields.has("from")) fields.text("from");
  const checks = readChecks(file, fields.node("checks"), loading);
  fields.finish();
  if (file.problems.length) return { problems: file.problems };
  const sha256 = createHash("sha256").update(loading.basis).update("\0").update(text).digest("hex");
  return { checklist: { ...head, passMark, checks, sha256 }, problems: [] };
}

function readChecks(file: YamlFile, node: unknown, loading: Loading): readonly Check[] {
  if (!isSeq(node)) {
    file.wrong(node, "Unexpected `checks`, expected a list of checks");
    return [];
  }
  const seen = new Set<string>();
  return node.items.flatMap(item => {
    if (!isMap(item)) {
      file.wrong(item, "Unexpected check, expected a mapping with `id` and `kind`");
      return [];
    }
    const fields = readFields(file, item, loading.names);
    const check = readCheck(fields, loading);
    fields.finish();
    if (check && seen.has(check.id))
      fields.wrong("id", `Unexpected second check \`${check.id}\`, expected one of that id`);
    if (check) seen.add(check.id);
    return check ? [check] : [];
  });
}

function readCheck(fields: FieldReader, loading: Loading): Check | undefined {
  if (fields.has("use")) return reuse(fields, loading);
  const id = fields.text("id");
  const common = {
    id,
    title: fields.text("title"),
    ...(fields.has("section") && { section: fields.text("section") }),
    ...(fields.has("guide") && { guide: fields.texts("guide").join(", ") }),
    scope: readScope(fields),
    weight: fields.number("weight", 10),
    autoFail: fields.flag("auto-fail"),
    coach: fields.text("coach"),
    say: fields.texts("say"),
    examples: readExamples(fields),
  };
  if (fields.has("all")) return composite(common, fields, loading);
  const name = fields.text("kind");
  const kind = KINDS.get(name);
  if (!kind) {
    fields.wrong("kind", `Unexpected kind \`${name}\`, expected ${closest(name, KINDS.keys())}`);
    return undefined;
  }
  return {
    ...common,
    techniques: fields.has("techniques") ? fields.texts("techniques") : [id],
    kind: name,
    options: kind.parse(fields),
    avoids: fields.flag("avoids", name === "avoid"),
  };
}

/** `use: empathy` takes a check as it stands; weight, section, title and auto-fail may be set anew. */
function reuse(fields: FieldReader, { known }: Loading): Check | undefined {
  const found = lookUp(fields, "use", fields.text("use"), known);
  if (!found) return undefined;
  return {
    ...found,
    title: fields.text("title", found.title),
    ...(fields.has("section") && { section: fields.text("section") }),
    ...(fields.has("guide") && { guide: fields.texts("guide").join(", ") }),
    weight: fields.number("weight", found.weight),
    autoFail: fields.flag("auto-fail", found.autoFail),
  };
}

function composite(
  common: Omit<Check, "techniques" | "kind" | "options" | "avoids">,
  fields: FieldReader,
  { known }: Loading,
): Check {
  const parts = fields.texts("all").flatMap(id => lookUp(fields, "all", id, known) ?? []);
  return {
    ...common,
    techniques: parts.flatMap(part => part.techniques),
    kind: COMPOSITE,
    options: undefined,
    avoids: parts.every(part => part.avoids),
    parts,
  };
}

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

function readScope(fields: FieldReader): Scope {
  return {
    ...(fields.has("by") && { by: fields.choice("by", ROLES) }),
    ...(fields.has("first") && { first: fields.number("first") }),
    ...(fields.has("last") && { last: fields.number("last") }),
    ...(fields.has("first-seconds") && { firstSeconds: fields.number("first-seconds") }),
    ...(fields.has("last-seconds") && { lastSeconds: fields.number("last-seconds") }),
    ...(fields.has("after") && { after: fields.act("after") }),
    ...(fields.has("before") && { before: fields.act("before") }),
  };
}

/** `examples:` by verdict; each example is a list of lines, or one line; `near` holds near misses with their verdict. */
function readExamples(fields: FieldReader): readonly Example[] {
  const within = fields.within("examples");
  if (!within) return [];
  const plain = VERDICTS.flatMap(verdict =>
    dialogs(within, verdict).map((lines): Example => ({ verdict, lines })),
  );
  const near = within.within("near");
  return [
    ...plain,
    ...(near
      ? VERDICTS.flatMap(verdict =>
          dialogs(near, verdict).map((lines): Example => ({ verdict, lines, near: true })),
        )
      : []),
  ];
}

/** Each text is one small conversation, a turn a line. */
const dialogs = (
  fields: { texts(name: string): readonly string[] },
  verdict: string,
): readonly (readonly string[])[] =>
  fields.texts(verdict).map(text =>
    text
      .split("\n")
      .map(line => line.trim())
      .filter(Boolean),
  );
