const NONE: readonly RegExpExecArray[] = [];

/**
 * Everything that a global expression finds in a text. `matchAll` makes the expression anew at each call, and most
 * texts hold nothing.
 */
export function matchesOf(expression: RegExp, text: string): readonly RegExpExecArray[] {
  expression.lastIndex = 0;
  let match = expression.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = expression.exec(text)) {
    found.push(match);
    if (match[0] === "") expression.lastIndex++;
  }
  return found;
}
