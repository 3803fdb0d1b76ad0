import type { Problem } from "../model/index.js";
import { isMap, isScalar, isSeq, readYaml } from "./yaml.js";

/** A text of a YAML file: the keys and numbers that lead to it, and where each of its characters stands. */
export interface YamlText {
  readonly path: readonly (string | number)[];
  readonly text: string;
  /** 0-based offset in the file of the character at `index`. */
  at(index: number): number;
}

/** Every text of a YAML file in order; keys are none, and what an alias points to is read once. */
export function textsOfYaml(
  path: string,
  yaml: string,
): { readonly texts: readonly YamlText[]; readonly problems: readonly Problem[] } {
  const { root, problems } = readYaml(path, yaml, "settings");
  const texts: YamlText[] = [];
  const waiting: (readonly [node: unknown, path: readonly (string | number)[]])[] = [[root, []]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, keys] = next;
    if (isMap(node))
      for (const { key, value } of node.items.toReversed())
        waiting.push([value, [...keys, isScalar(key) ? String(key.value) : ""]]);
    else if (isSeq(node))
      for (const [i, item] of [...node.items.entries()].reverse()) waiting.push([item, [...keys, i]]);
    else if (isScalar(node) && typeof node.value === "string" && node.range)
      texts.push({
        path: keys,
        text: node.value,
        at: placed(yaml, node.value, node.range[0], node.range[1]),
      });
  }
  return { texts, problems };
}

/** A line fold, an indent or an escape is seldom longer; what is not found so far is taken to stand where the last did. */
const FARTHEST = 200;

/** Follows a text through the way it is written: quotes, folds, indents and escapes are passed over. */
function placed(yaml: string, text: string, from: number, to: number): (index: number) => number {
  const offsets = new Array<number>(text.length);
  // The head of a block (`|-`) is no part of it.
  let at = /[|>]/.test(yaml[from] ?? "") ? yaml.indexOf("\n", from) : from;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    const found = /\s/.test(char) ? -1 : near(yaml, char, at, Math.min(to, at + FARTHEST));
    offsets[i] = found < 0 ? at : found;
    if (found >= 0) at = found + 1;
  }
  return index => offsets[index] ?? to;
}

function near(yaml: string, char: string, from: number, to: number): number {
  for (let i = from; i < to; i++) if (yaml[i] === char) return i;
  return -1;
}
