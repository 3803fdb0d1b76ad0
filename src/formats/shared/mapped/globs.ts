/** Whether a file's name fits one of the globs (`*` any letters, `?` one, case does not matter); without globs every name does. */
export function fitsName(name: string, globs: readonly string[]): boolean {
  return globs.length === 0 || globs.some(glob => fits(name.toLowerCase(), glob.toLowerCase()));
}

/** One pass with a step back to the last star: no pattern makes it slow. */
function fits(name: string, glob: string): boolean {
  let at = 0;
  let from = 0;
  let star = -1;
  let retry = 0;
  while (at < name.length) {
    const wanted = glob[from];
    if (wanted === "*") {
      star = from++;
      retry = at;
    } else if (wanted === "?" || wanted === name[at]) {
      from++;
      at++;
    } else if (star >= 0) {
      from = star + 1;
      at = ++retry;
    } else return false;
  }
  while (glob[from] === "*") from++;
  return from === glob.length;
}
