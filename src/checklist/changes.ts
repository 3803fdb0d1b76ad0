import type { OwnAct } from "../model/index.js";
import { GUARDS, type Guard, type PhraseList } from "../text/index.js";
import { listsOf } from "./act-lists.js";
import { closest } from "./closest.js";
import { type FieldReader, type Names, readFields } from "./fields.js";
import type { Changes, Edit } from "./language.js";
import { type Book, placeKey } from "./phrasebook.js";
import { isMap, isScalar, isSeq, type Node, type YamlFile } from "./yaml.js";

/** Who may say an act of one's own. */
export const SPEAKERS = ["agent", "customer", "bot", "any"] as const;
/** Guards of an act that names none: a promise that was not made, and one that somebody else made. */
const USUAL_GUARDS: readonly Guard[] = ["negated", "quoted"];
const NAME = /^[a-z][a-z0-9-]{0,60}$/;

/** What reading changes needs to know. */
export interface Known {
  readonly file: YamlFile;
  readonly names: Names;
  /** What ships, and what the lists that are extended have changed in it already. */
  book(): Book;
  readonly inherited: Changes;
}

/** Names that `acts:` gives, so that checks and other acts may use them. */
export function actNames(node: Node | undefined): readonly string[] {
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : []));
}

/** Reads `classes`, `lists`, `phrases` and `acts`. */
export function readChanges(fields: FieldReader, known: Known): Changes {
  const places = new Map<string, (message: string) => void>();
  const mine = { known, places };
  const { classes, classEdits } = readClasses(fields, mine);
  const lists = new Map<string, PhraseList>();
  for (const [name, node, inner] of named(fields, "lists", known)) {
    if (taken(name, known))
      known.file.wrong(node, `Unexpected second list \`${name}\`, expected \`phrases\` to add to it`);
    if (inner) lists.set(name, listOf(name, inner, [], mine));
    inner?.finish();
  }
  const edits = named(fields, "phrases", known).flatMap(([name, node, inner]) => {
    if (!lists.has(name) && !taken(name, known))
      known.file.wrong(node, `Unexpected list \`${name}\`, expected ${closestList(name, known, lists)}`);
    return inner ? [editOf(name, node, inner, mine)] : [];
  });
  const acts = named(fields, "acts", known).flatMap(([name, node, inner]) =>
    inner ? [actOf(name, node, inner, lists, mine)] : [],
  );
  return { classes, classEdits, lists, edits, acts, places };
}

interface Mine {
  readonly known: Known;
  readonly places: Map<string, (message: string) => void>;
}

type Entry = readonly [name: string, node: unknown, fields: FieldReader | undefined, value: unknown];

/** Names with what stands below each; a reader where that is a mapping. */
function named(fields: FieldReader, field: string, { file, names }: Known, plain = false): readonly Entry[] {
  const node = fields.node(field);
  if (node === undefined) return [];
  if (!isMap(node)) {
    file.wrong(node, `Unexpected \`${field}\`, expected names with what belongs to each below them`);
    return [];
  }
  return node.items.map(({ key, value }): Entry => {
    const name = isScalar(key) ? String(key.value) : "";
    if (!NAME.test(name))
      file.wrong(key, `Unexpected name \`${name}\`, expected small letters, digits and dashes`);
    if (isMap(value)) return [name, key, readFields(file, value, names), value];
    if (!plain) file.wrong(key, `Unexpected \`${name}\`, expected a mapping below it`);
    return [name, key, undefined, value];
  });
}

function readClasses(fields: FieldReader, mine: Mine): Pick<Changes, "classes" | "classEdits"> {
  const { file, inherited, book } = mine.known;
  const classes = new Map<string, readonly string[]>();
  const classEdits: Edit[] = [];
  for (const [name, node, inner, value] of named(fields, "classes", mine.known, true)) {
    const there = book().classes.has(name) || inherited.classes.has(name);
    if (inner) {
      if (!there)
        file.wrong(node, `Unexpected class \`${name}\`, expected ${closest(name, book().classes.keys())}`);
      classEdits.push(editOf(name, node, inner, mine));
    } else {
      if (there)
        file.wrong(node, `Unexpected second class \`${name}\`, expected \`add\` and \`remove\` below it`);
      classes.set(name, wordsOf(value, file));
    }
  }
  return { classes, classEdits };
}

function wordsOf(node: unknown, file: YamlFile): readonly string[] {
  if (isSeq(node) && node.items.every(item => isScalar(item)))
    return node.items.map(item => (isScalar(item) ? String(item.value).toLowerCase() : ""));
  file.wrong(node, "Unexpected class, expected a list of words");
  return [];
}

function listOf(name: string, fields: FieldReader, usual: readonly Guard[], mine: Mine): PhraseList {
  const guards = fields.has("guards") ? guardsOf(fields) : usual;
  return { name, guards, phrases: phrasesOf(fields, "phrases", name, mine) };
}

const guardsOf = (fields: FieldReader): readonly Guard[] =>
  fields.texts("guards").filter((guard): guard is Guard => {
    const known = (GUARDS as readonly string[]).includes(guard);
    if (!known) fields.wrong("guards", `Unexpected guard \`${guard}\`, expected ${closest(guard, GUARDS)}`);
    return known;
  });

/** Phrases of a field; where each is written is kept, for when it is compiled. */
function phrasesOf(
  fields: FieldReader,
  field: string,
  list: string,
  { known, places }: Mine,
): readonly string[] {
  const node = fields.node(field);
  if (isSeq(node))
    for (const item of node.items)
      if (isScalar(item))
        places.set(placeKey(list, String(item.value)), message => known.file.wrong(item, message));
  return fields.texts(field);
}

function editOf(name: string, node: unknown, fields: FieldReader, mine: Mine): Edit {
  const edit = {
    name,
    add: phrasesOf(fields, "add", name, mine),
    remove: fields.texts("remove"),
    wrong: (message: string) => mine.known.file.wrong(fields.node("remove") ?? node, message),
  };
  fields.finish();
  return edit;
}

function actOf(
  name: string,
  node: unknown,
  fields: FieldReader,
  lists: Map<string, PhraseList>,
  mine: Mine,
): OwnAct {
  const { file, names } = mine.known;
  const ours = mine.known.inherited.acts.some(act => act.name === name);
  if (names.shipped.has(name) && !ours)
    file.wrong(
      node,
      `Unexpected act \`${name}\`, expected a name of your own; \`phrases\` adds to what ships`,
    );
  const by = fields.choice("by", SPEAKERS, "agent");
  const not = fields.texts("not");
  for (const list of not)
    if (!lists.has(list) && !taken(list, mine.known))
      fields.wrong("not", `Unexpected list \`${list}\`, expected ${closestList(list, mine.known, lists)}`);
  const list = fields.has("list") ? fields.text("list") : name;
  if (!fields.has("list")) lists.set(name, listOf(name, fields, USUAL_GUARDS, mine));
  else if (!lists.has(list) && !taken(list, mine.known))
    fields.wrong("list", `Unexpected list \`${list}\`, expected ${closestList(list, mine.known, lists)}`);
  if (!fields.has("list") && !fields.has("phrases"))
    file.wrong(node, `Unexpected act \`${name}\`, expected \`phrases\` below it, or \`list\``);
  fields.finish();
  return { name, by, list, not };
}

const taken = (name: string, { book, inherited }: Known): boolean =>
  book().lists.has(name) || inherited.lists.has(name);

function closestList(name: string, { book, inherited }: Known, own: ReadonlyMap<string, unknown>): string {
  const all = [...book().lists.keys(), ...inherited.lists.keys(), ...own.keys()];
  // Somebody who names an act means the lists that make it.
  const near = listsOf(name, all);
  return near.length ? near.map(each => `\`${each}\``).join(", ") : closest(name, all);
}
