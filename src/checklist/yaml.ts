/** The one door to `yaml`: documents with positions, so that every mistake is located. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
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

/** Characters a file may hold; the largest that ships has a tenth of it. */
const LONGEST = 1_000_000;
/** Levels of mappings and lists inside one another. */
const DEEPEST = 24;
/** Brackets that may stand open at once before anything is parsed: the parser's own stack is not endless. */
const MOST_OPEN = 200;
/** Aliases that settings may hold; in a checklist there are none. */
const MOST_ALIASES = 100;

/** What is read: a checklist (or phrases), where the thing itself must be written out, or settings. */
export type Expected = "a checklist" | "settings";

/** Reads YAML text; mistakes of the language itself are problems already. */
export function readYaml(path: string, text: string, expected: Expected = "a checklist"): YamlFile {
  const lines = new LineCounter();
  const problems: Problem[] = [];
  const report = (offset: number, code: string, message: string): void => {
    const { line, col } = lines.linePos(offset);
    const place = { line: Math.max(line, 1), column: Math.max(col, 1) };
    problems.push({ source: path, ...place, code, message, effect: "unreadable" });
  };
  const wrong = (node: unknown, message: string, code = "bad-checklist"): void =>
    report((node as { range?: readonly number[] } | null | undefined)?.range?.[0] ?? 0, code, message);
  const none: YamlFile = { path, root: null, problems, value: () => undefined, wrong };
  const tooMuch = bomb(text);
  if (tooMuch !== undefined) {
    report(0, "bad-yaml", tooMuch);
    return none;
  }
  let document: ReturnType<typeof parseDocument>;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report(0, "bad-yaml", NESTED);
    return none;
  }
  for (const { pos, message } of document.errors)
    report(pos[0], "bad-yaml", `Unexpected YAML, expected ${expected}: ${message}`);
  const root = document.errors.length ? null : document.contents;
  if (root) look(root, expected, wrong);
  return { path, root, problems, value: () => document.toJS({ maxAliasCount: MOST_ALIASES }), wrong };
}

const NESTED = `Unexpected nesting, expected at most ${DEEPEST} levels`;

/** What is refused unread. */
function bomb(text: string): string | undefined {
  if (text.length > LONGEST)
    return `Unexpected ${text.length} characters, expected at most ${LONGEST} in a file`;
  let open = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === "[" || char === "{") open++;
    else if ((char === "]" || char === "}") && open > 0) open--;
    if (open > MOST_OPEN) return NESTED;
  }
  return /(?:^|\n)[ ]*(?:[-?] ){25}/.test(text) ? NESTED : undefined;
}

/** Aliases and depth, without recursion. */
function look(root: Node, expected: Expected, wrong: YamlFile["wrong"]): void {
  const waiting: (readonly [node: unknown, depth: number])[] = [[root, 0]];
  let aliases = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, depth] = next;
    if (depth > DEEPEST) {
      wrong(node, NESTED, "bad-yaml");
      return;
    }
    if (isAlias(node)) {
      aliases++;
      if (expected === "a checklist")
        wrong(node, `Unexpected alias \`*${node.source}\`, expected the thing itself`, "bad-yaml");
    } else if (isMap(node))
      for (const { key, value } of node.items) waiting.push([key, depth], [value, depth + 1]);
    else if (isSeq(node)) for (const item of node.items) waiting.push([item, depth + 1]);
  }
  if (aliases > MOST_ALIASES)
    wrong(root, `Unexpected number of aliases, expected at most ${MOST_ALIASES}`, "bad-yaml");
}
