/** The text lowered last: a turn is asked about many things in a row. */
let asked = "";
let lowered = "";

/** A text in small letters as an expression that ignores case reads it: the long s is an s. */
function lower(text: string): string {
  if (text !== asked) {
    asked = text;
    lowered = text.toLowerCase().replaceAll("\u017f", "s");
  }
  return lowered;
}

/** Whether a text holds one of these letters in a row, whatever the case: a quick no before an expression that needs one of them. */
export function mentions(text: string, keys: readonly string[]): boolean {
  const small = lower(text);
  for (let i = 0; i < keys.length; i++) if (small.includes(keys[i] as string)) return true;
  return false;
}
