import { dirname } from "node:path";
import type { Band, Check, Checklist, Condition, Problem } from "../model/index.js";
import type { Base } from "./base.js";
import { actNames, readChanges } from "./changes.js";
import { readChecks } from "./check.js";
import { closest } from "./closest.js";
import { type FieldReader, type Names, readFields } from "./fields.js";
import { type Changes, changed, changes, joined, type Language, NO_CHANGES } from "./language.js";
import { locate, type Read } from "./locate.js";
import { pinOf } from "./pin.js";
import { readCondition } from "./scope.js";
import { inSection, readSections, strangeSections } from "./sections.js";
import { isMap, readYaml, type YamlFile } from "./yaml.js";

const USUAL_PASS_MARK = 70;
/** Lists that extend one another, one above the other. */
const DEEPEST = 8;

/** A checklist that was read, with the language it brings where that is not the one that ships. */
export interface Loaded {
  readonly checklist?: Checklist;
  readonly language?: Language;
  readonly problems: readonly Problem[];
}

/** What checklists are read with. */
export interface Loading {
  readonly base: Base;
  readonly read: Read;
}

/** Everything a list says, before it is pinned. */
interface Draft {
  readonly list: Omit<Checklist, "sha256">;
  readonly changes: Changes;
  readonly acts: ReadonlySet<string>;
}

/** One checklist from its YAML, with all it extends; problems where it cannot be read. */
export function readChecklist(path: string, text: string, loading: Loading): Loaded {
  const problems: Problem[] = [];
  const draft = readDraft(path, text, loading, [path], problems);
  const made =
    draft && changes(draft.changes)
      ? changed(loading.base.book(), loading.base.lexicon, draft.changes)
      : undefined;
  if (!draft || problems.length > 0) return { problems: inPlace(problems) };
  const { list } = draft;
  const checklist = { ...list, sha256: pinOf(list, made?.hash ?? loading.base.hash) };
  return { checklist, ...(made && { language: made.language }), problems };
}

/** Mistakes file by file, from top to bottom. */
const inPlace = (problems: readonly Problem[]): readonly Problem[] => {
  const sources = [...new Set(problems.map(({ source }) => source))];
  return problems.toSorted(
    (a, b) =>
      sources.indexOf(a.source) - sources.indexOf(b.source) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
};

function readDraft(
  path: string,
  text: string,
  loading: Loading,
  above: readonly string[],
  problems: Problem[],
): Draft | undefined {
  const file = readYaml(path, text);
  // The same array all along: what compiling finds wrong later is reported too.
  const keep = (): void => void problems.push(...file.problems.splice(0));
  if (!isMap(file.root)) {
    if (!file.problems.length)
      file.wrong(file.root, "Unexpected file, expected a checklist with `name` and `checks`");
    keep();
    return undefined;
  }
  const bare = readFields(file, file.root, { shipped: loading.base.acts, acts: loading.base.acts });
  const parents = readExtends(bare, file, loading, above, problems);
  const acts = new Set([...parents.flatMap(parent => [...parent.acts]), ...actNames(bare.node("acts"))]);
  const names: Names = { shipped: loading.base.acts, acts: new Set([...loading.base.acts, ...acts]) };
  const fields = readFields(file, file.root, names);
  fields.node("extends");
  const inherited = joined(parents.map(parent => parent.changes));
  const own = readChanges(fields, { file: live(file, problems), names, inherited, book: loading.base.book });
  const list = readList(fields, { file, names, loading, parents: parents.map(parent => parent.list) });
  fields.finish();
  keep();
  return { list, changes: parents.length ? joined([inherited, own]) : own, acts };
}

/** A file whose later mistakes, those of phrases that do not compile, go where the others went. */
const live = (file: YamlFile, problems: Problem[]): YamlFile => ({
  ...file,
  wrong(node, message, code) {
    file.wrong(node, message, code);
    problems.push(...file.problems.splice(0));
  },
});

function readExtends(
  fields: FieldReader,
  file: YamlFile,
  loading: Loading,
  above: readonly string[],
  problems: Problem[],
): readonly Draft[] {
  return fields.texts("extends").flatMap(name => {
    const shipped = loading.base.shipped(name);
    if (shipped) return [{ list: shipped, changes: NO_CHANGES, acts: new Set<string>() }];
    const found = locate(name, dirname(file.path), loading.read);
    if (!found) {
      fields.wrong(
        "extends",
        `Unexpected checklist \`${name}\`, expected a file or package that can be read, or ${closest(name, loading.base.names)}`,
      );
      return [];
    }
    if (above.includes(found.path) || above.length >= DEEPEST) {
      fields.wrong(
        "extends",
        `Unexpected circle, expected lists that end: ${[...above, found.path].join(" → ")}`,
      );
      return [];
    }
    const draft = readDraft(found.path, found.text, loading, [...above, found.path], problems);
    return draft ? [draft] : [];
  });
}

interface Around {
  readonly file: YamlFile;
  readonly names: Names;
  readonly loading: Loading;
  readonly parents: readonly Omit<Checklist, "sha256">[];
}

function readList(fields: FieldReader, { file, names, loading, parents }: Around): Omit<Checklist, "sha256"> {
  const last = parents.at(-1);
  const inherited = merged(parents.map(parent => parent.checks));
  const bands = readBands(fields) ?? last?.bands;
  const conditions: readonly Condition[] = [...readCondition(fields), ...(last?.appliesWhen ?? [])];
  if (fields.has("from")) fields.text("from");
  const sections = readSections(fields);
  const kept = without(fields, inherited);
  const known = new Map([
    ...loading.base.known(),
    ...inherited.map((check): [string, Check] => [check.id, check]),
  ]);
  const node = fields.node("checks");
  const own = node === undefined && fields.has("extends") ? [] : readChecks(node, { file, names, known });
  strangeSections(own, sections, node, file);
  const name = fields.text("name");
  return {
    name,
    title: fields.text("title", name),
    version: fields.text("version", "1"),
    summary: fields.text("summary", ""),
    passMark: percent(fields, "pass-mark", last?.passMark ?? USUAL_PASS_MARK),
    ...(bands && { bands }),
    ...(conditions.length > 0 && { appliesWhen: conditions }),
    checks: merged([kept, own]).map(check => inSection(check, sections)),
  };
}

/** Checks of several lists: a later one of the same id stands where the earlier stood. */
const merged = (lists: readonly (readonly Check[])[]): readonly Check[] => [
  ...new Map(lists.flat().map(check => [check.id, check])).values(),
];

function without(fields: FieldReader, checks: readonly Check[]): readonly Check[] {
  const gone = new Set(fields.texts("without"));
  const ids = checks.map(({ id }) => id);
  for (const id of gone)
    if (!ids.includes(id))
      fields.wrong(
        "without",
        `Unexpected check \`${id}\`, expected ${ids.length ? closest(id, ids) : "`extends` to take it from"}`,
      );
  return checks.filter(({ id }) => !gone.has(id));
}

function readBands(fields: FieldReader): readonly Band[] | undefined {
  const pairs = fields.pairs("bands");
  if (pairs.length === 0) return undefined;
  const bands = pairs.map(([name, [text = ""]]) => ({ name, from: Number(text) }));
  for (const { name, from } of bands)
    if (!(from >= 0 && from <= 100))
      fields.wrong("bands", `Unexpected score of \`${name}\`, expected the least score of it, 0 to 100`);
  return [...bands].sort((a, b) => b.from - a.from);
}

function percent(fields: FieldReader, name: string, otherwise: number): number {
  const value = fields.number(name, otherwise);
  if (value > 100) fields.wrong(name, `Unexpected \`${value}\`, expected 0 to 100`);
  return value;
}
