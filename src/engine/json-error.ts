/** Where a JSON text breaks, 1-based, and how. */
export interface JsonError {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * Finds the first mistake of a text that `JSON.parse` refuses, since Node 20 and later word theirs differently and Node 20
 * leaves out where it is. One pass, no recursion. Undefined where the text is well formed.
 */
export function jsonError(text: string, firstLine = 1): JsonError | undefined {
  const scan: Scan = { text, at: 0, open: [], expect: "value" };
  while (scan.expect !== "nothing" || skip(scan) < text.length) {
    const wrong = step(scan);
    if (wrong !== undefined) return place(scan, wrong, firstLine);
  }
  return undefined;
}

/** What may stand next. `first`: a key or value, or the end of what was just opened. */
type Expect = "value" | "key" | "first" | "colon" | "comma" | "nothing";

interface Scan {
  readonly text: string;
  at: number;
  /** The closing brackets that are still to come. */
  readonly open: string[];
  expect: Expect;
}

const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const BLANK = /[ \t\n\r]*/y;

function skip(scan: Scan): number {
  BLANK.lastIndex = scan.at;
  BLANK.test(scan.text);
  scan.at = BLANK.lastIndex;
  return scan.at;
}

/** One token further; the answer is what was expected instead. */
function step(scan: Scan): string | undefined {
  skip(scan);
  const char = scan.text[scan.at];
  const closer = scan.open.at(-1);
  const { expect } = scan;
  if (expect === "colon") return char === ":" ? move(scan, "value") : "`:`";
  if (expect === "nothing") return "the end";
  if ((expect === "comma" || expect === "first") && char === closer && char !== undefined) return close(scan);
  if (expect === "comma")
    return char === "," ? move(scan, closer === "}" ? "key" : "value") : `\`,\` or \`${closer}\``;
  if (expect === "key" || (expect === "first" && closer === "}")) {
    return char === '"' ? string(scan, "colon") : expect === "key" ? "a key" : "a key or `}`";
  }
  return value(scan, char);
}

function move(scan: Scan, next: Expect): undefined {
  scan.at++;
  scan.expect = next;
}

function after(scan: Scan): Expect {
  return scan.open.length === 0 ? "nothing" : "comma";
}

function close(scan: Scan): undefined {
  scan.open.pop();
  move(scan, after(scan));
}

function value(scan: Scan, char: string | undefined): string | undefined {
  if (char === '"') return string(scan, after(scan));
  if (char === "{" || char === "[") {
    scan.open.push(char === "{" ? "}" : "]");
    return move(scan, "first");
  }
  SCALAR.lastIndex = scan.at;
  if (!SCALAR.test(scan.text)) return "a value";
  scan.at = SCALAR.lastIndex;
  scan.expect = after(scan);
  return undefined;
}

function string(scan: Scan, next: Expect): string | undefined {
  const { text } = scan;
  for (let at = scan.at + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      scan.at = at + 1;
      scan.expect = next;
      return undefined;
    }
    if (code < 32) return wrongAt(scan, at, "an escape such as `\\n`");
    if (code !== 92) continue;
    at++;
    if (at < text.length && !/^(?:["\\/bfnrt]|u[\da-fA-F]{4})/.test(text.slice(at, at + 5))) {
      return wrongAt(scan, at, "a known escape");
    }
  }
  return wrongAt(scan, text.length, 'a closing `"`');
}

function wrongAt(scan: Scan, at: number, expected: string): string {
  scan.at = at;
  return expected;
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ["\n", "end of line"],
  ["\r", "end of line"],
  ["\t", "tab"],
]);

function place({ text, at }: Scan, expected: string, firstLine: number): JsonError {
  let line = firstLine;
  let from = 0;
  for (let next = text.indexOf("\n"); next >= 0 && next < at; next = text.indexOf("\n", next + 1)) {
    line++;
    from = next + 1;
  }
  const column = at - from + 1;
  const char = text[at];
  const met =
    char === undefined
      ? "end of file"
      : (NAMES.get(char) ?? `\`${String.fromCodePoint(text.codePointAt(at) ?? 0)}\``);
  return {
    line,
    column,
    message: `Unexpected ${met} in JSON at line ${line}, column ${column}, expected ${expected}`,
  };
}
