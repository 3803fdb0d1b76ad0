/** The one door to `yaml`: documents with positions, so that every mistake is located. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import type { Problem } from "../model/index.js";

export { isMap, isScalar, isSeq, type Node, type YAMLMap };

/** A YAML file with a way to report at a node. */
export interface YamlFile {
  readonly path: string;
  readonly root: Node | null;
  readonly problems: Problem[];
  /** The whole as plain data, aliases followed. */
  value(): unknown;
  /** Reports a mistake at a node (or at the top). */
  wrong(node: unknown, message: string, code?: string): void;
}

/** Nodes a file may hold: aliases and endless nesting are no way to write a checklist. */
const MOST_ALIASES = 100;

/** Reads YAML text; mistakes of the language itself are problems already. */
export function readYaml(path: string, text: string, expected = "a checklist"): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const problems: Problem[] = [];
  const at = (offset: number | undefined): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  for (const error of document.errors)
    problems.push({
      source: path,
      ...at(error.pos[0]),
      code: "bad-yaml",
      effect: "unreadable",
      message: `Unexpected YAML, expected ${expected}: ${error.message}`,
    });
  const wrong = (node: unknown, message: string, code = "bad-checklist"): void => {
    const offset = (node as { range?: readonly number[] } | null | undefined)?.range?.[0];
    problems.push({ source: path, ...at(offset), code, message, effect: "unreadable" });
  };
  const root = document.errors.length ? null : document.contents;
  if ((text.match(/\*[\w-]+/g) ?? []).length > MOST_ALIASES && /&[\w-]+/.test(text))
    wrong(root, `Unexpected number of aliases, expected at most ${MOST_ALIASES}`);
  return { path, root, problems, value: () => document.toJS({ maxAliasCount: MOST_ALIASES }), wrong };
}
