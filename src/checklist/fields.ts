import type { Fields } from "../model/index.js";
import { closest } from "./closest.js";
import { isMap, isScalar, isSeq, type Node, type YAMLMap, type YamlFile } from "./yaml.js";

/** What names may be used in a check. */
export interface Names {
  /** Acts that detectors give; `acts` has those of the list itself besides. */
  readonly shipped: ReadonlySet<string>;
  readonly acts: ReadonlySet<string>;
}

/** Fields of one mapping, with the node of a field and a last word on those that nobody asked for. */
export interface FieldReader extends Fields {
  node(name: string): Node | undefined;
  /** Names of all fields that are written. */
  keys(): readonly string[];
  /** Reports every field that nobody asked for, with the likeliest one that somebody did. */
  finish(): void;
}

/** Reads the fields of one mapping; every mistake is a located problem of the file, and a usable value comes back. */
export function readFields(file: YamlFile, map: YAMLMap, names: Names): FieldReader {
  const asked = new Set<string>();
  const inner: FieldReader[] = [];
  const node = (name: string): Node | undefined => {
    asked.add(name);
    return map.get(name, true) as Node | undefined;
  };
  const wrong = (name: string, message: string): void => file.wrong(map.get(name, true) ?? map, message);
  const child = (inside: YAMLMap): FieldReader => {
    const reader = readFields(file, inside, names);
    inner.push(reader);
    return reader;
  };
  const plain = plainFields(file, node, wrong);
  const known = (name: string, act: string): boolean => {
    if (names.acts.has(act)) return true;
    wrong(name, `Unexpected act \`${act}\`, expected ${closest(act, names.acts)}`);
    return false;
  };
  return {
    ...plain,
    node,
    keys: () => map.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : [])),
    wrong,
    known,
    has: name => node(name) !== undefined,
    act(name) {
      const value = plain.text(name);
      known(name, value);
      return value;
    },
    acts: name => plain.texts(name).filter(act => known(name, act)),
    within(name) {
      const found = node(name);
      if (found === undefined) return undefined;
      if (isMap(found)) return child(found);
      wrong(name, `Unexpected \`${name}\`, expected a mapping`);
      return undefined;
    },
    each(name) {
      const found = node(name);
      if (found === undefined) return [];
      return (isSeq(found) ? found.items : [found]).flatMap(item => {
        if (isMap(item)) return [child(item)];
        file.wrong(item, `Unexpected entry in \`${name}\`, expected a mapping`);
        return [];
      });
    },
    pairs(name) {
      const found = node(name);
      if (found === undefined) return [];
      if (isMap(found))
        return found.items.map(({ key, value }) => [
          isScalar(key) ? String(key.value) : "",
          textsIn(file, name, value),
        ]);
      wrong(name, `Unexpected \`${name}\`, expected a mapping`);
      return [];
    },
    finish() {
      for (const pair of map.items) {
        const key = isScalar(pair.key) ? String(pair.key.value) : "";
        if (!asked.has(key)) file.wrong(pair.key, `Unexpected \`${key}\`, expected ${closest(key, asked)}`);
      }
      for (const reader of inner) reader.finish();
    },
  };
}

const textsIn = (file: YamlFile, name: string, node: unknown): readonly string[] =>
  (isSeq(node) ? node.items : [node]).flatMap(item => {
    if (isScalar(item) && item.value !== null && typeof item.value !== "object") return [String(item.value)];
    file.wrong(item, `Unexpected entry in \`${name}\`, expected a text`);
    return [];
  });

type Plain = Pick<Fields, "text" | "texts" | "number" | "flag" | "choice">;

/** Fields whose value is a text, a number, a flag or a choice. */
function plainFields(
  file: YamlFile,
  node: (name: string) => Node | undefined,
  wrong: (name: string, message: string) => void,
): Plain {
  const text = (name: string, otherwise?: string): string => {
    const found = node(name);
    const value = isScalar(found) ? found.value : undefined;
    if (typeof value === "string") return value;
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    if (found !== undefined || otherwise === undefined)
      wrong(name, `Unexpected ${found === undefined ? "lack of " : ""}\`${name}\`, expected a text`);
    return otherwise ?? "";
  };
  return {
    text,
    texts(name) {
      const found = node(name);
      if (found === undefined) return [];
      return textsIn(file, name, found);
    },
    number(name, otherwise) {
      const found = node(name);
      const value = isScalar(found) ? found.value : undefined;
      if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
      if (found !== undefined || otherwise === undefined)
        wrong(
          name,
          `Unexpected ${found === undefined ? "lack of " : ""}\`${name}\`, expected a number of 0 or more`,
        );
      return otherwise ?? 0;
    },
    flag(name, otherwise = false) {
      const found = node(name);
      if (found === undefined) return otherwise;
      if (isScalar(found) && typeof found.value === "boolean") return found.value;
      wrong(name, `Unexpected \`${name}\`, expected true or false`);
      return otherwise;
    },
    choice<T extends string>(name: string, among: readonly T[], otherwise?: T): T {
      if (node(name) === undefined && otherwise !== undefined) return otherwise;
      const value = text(name);
      const found = among.find(each => each === value);
      if (found === undefined)
        wrong(name, `Unexpected \`${value}\`, expected ${among.map(each => `\`${each}\``).join(", ")}`);
      return found ?? otherwise ?? (among[0] as T);
    },
  };
}
