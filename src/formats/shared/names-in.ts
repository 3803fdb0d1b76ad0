/** The names of a list written in one text, parted by white space. */
export function namesIn(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
