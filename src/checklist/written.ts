import type { Problem } from "../model/index.js";
import { isMap, isScalar, isSeq, type Node, readYaml, type YAMLMap } from "./yaml.js";

/** A YAML or JSON text as plain data, with a way to report at any key of it. */
export interface Written {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Reports a mistake where the key at this path is written; of a path that is not there, at the nearest that is. */
  wrong(keys: readonly (string | number)[], message: string): void;
}

/** Reads settings in YAML (and JSON, which is YAML). */
export function readWritten(path: string, text: string): Written {
  const file = readYaml(path, text, "settings");
  const wrong: Written["wrong"] = (keys, message) => file.wrong(nodeAt(file.root, keys), message, "config");
  let value: unknown;
  try {
    value = file.problems.length > 0 ? undefined : file.value();
  } catch (error) {
    // Aliases that multiply past all measure ("billion laughs").
    wrong([], `Unexpected YAML, expected settings: ${(error as Error).message}`);
  }
  return { value, problems: file.problems, wrong };
}

function nodeAt(root: Node | null, keys: readonly (string | number)[]): unknown {
  let node: unknown = root;
  let written: unknown = root;
  for (const key of keys) {
    if (isSeq(node)) [written, node] = [node.items[Number(key)], node.items[Number(key)]];
    else if (isMap(node)) {
      const pair = pairOf(node, key);
      if (pair === undefined) break;
      [written, node] = [pair.key, pair.value];
    }
  }
  return written;
}

const pairOf = ({ items }: YAMLMap, name: string | number): YAMLMap["items"][number] | undefined =>
  items.find(({ key }) => isScalar(key) && String(key.value) === String(name));
