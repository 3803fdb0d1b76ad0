/** YAML between two `---` at the top of a script, and the script without it: each line keeps its number. */
export interface FrontMatter {
  readonly yaml: string;
  /** 0-based lines of the two rules. */
  readonly from: number;
  readonly to: number;
}

/** More lines than any front matter has; a transcript may begin with a rule as well. */
const LONGEST = 200;
const KEY = /^[a-z][\w-]{0,60}:(?:\s|$)/;
/** A conversation between two rules is no front matter. */
const SPEAKER = /^(?:agent|customer|supervisor|bot|system|other):/;

/** The front matter of a script, if it has one. */
export function frontMatterOf(text: string): FrontMatter | undefined {
  if (!/^\uFEFF?---[ \t]*\r?\n/.test(text.slice(0, 40))) return undefined;
  const lines = text.split("\n", LONGEST);
  const to = lines.findIndex((line, i) => i > 0 && /^---[ \t]*\r?$/.test(line));
  if (to < 0) return undefined;
  const inside = lines.slice(1, to);
  const top = inside.filter(line => line.trim() !== "" && !/^[\s#-]/.test(line));
  if (top.length === 0 || top.some(line => !KEY.test(line) || SPEAKER.test(line))) return undefined;
  return { yaml: inside.join("\n"), from: 0, to };
}

/** A text with its front matter emptied, line by line. */
export function withoutFrontMatter(text: string): string {
  const found = frontMatterOf(text);
  if (found === undefined) return text;
  const lines = text.split("\n");
  return [...lines.slice(0, found.to + 1).map(() => ""), ...lines.slice(found.to + 1)].join("\n");
}

/** The text with one top-level key of its front matter replaced by other lines, or front matter put before it. */
export function withKey(text: string, key: string, lines: readonly string[]): string {
  const found = frontMatterOf(text);
  if (found === undefined) return `---\n${lines.join("\n")}\n---\n\n${text}`;
  const inside = found.yaml.split("\n");
  const start = inside.findIndex(line => line.startsWith(`${key}:`));
  const after = inside.findIndex((line, i) => i > start && /^[^\s#}\]-]/.test(line));
  const end = after < 0 ? inside.length : after;
  const kept =
    start < 0 ? [...inside, ...lines] : [...inside.slice(0, start), ...lines, ...inside.slice(end)];
  const rest = text.split("\n").slice(found.to + 1);
  return ["---", ...kept, "---", ...rest].join("\n");
}
