/** Facts that a file name holds, by the names of a pattern's fields. */
export type Facts = ReadonlyMap<string, string>;

/** A pattern of file names such as `{agent}_{date}_{id}`. */
export interface NamePattern {
  readonly written: string;
  /** The facts in a path; undefined where it does not fit. */
  match(path: string): Facts | undefined;
}

type Token = { readonly literal: string } | { readonly field: string };

const MOST_FIELDS = 12;

/** Reads a pattern; or says what was expected of it. `{}` is anything, and kept nowhere. */
export function namePattern(written: string): NamePattern | { readonly expected: string } {
  const tokens = tokensOf(written);
  if (tokens === undefined)
    return { expected: "`{` and `}` around the name of each field, as in {agent}_{date}_{id}" };
  const fields = tokens.filter(token => "field" in token).map(({ field }) => field);
  if (fields.length === 0 || fields.length > MOST_FIELDS)
    return { expected: `1 to ${MOST_FIELDS} fields, as in {agent}_{date}_{id}` };
  const named = fields.filter(field => field !== "");
  if (new Set(named).size < named.length) return { expected: "each field once" };
  if (tokens.some((token, at) => "field" in token && "field" in (tokens[at + 1] ?? { literal: "" })))
    return { expected: "something between two fields, or nobody knows where one ends" };
  const folders = written.split("/").length;
  return {
    written,
    match(path) {
      const tail = path
        .split(/[\\/!]/)
        .slice(-folders)
        .join("/")
        .slice(-1_000);
      return fitted(tokens, withoutEnding(tail)) ?? fitted(tokens, tail);
    },
  };
}

function tokensOf(written: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < written.length) {
    const open = written.indexOf("{", at);
    const literal = written.slice(at, open < 0 ? undefined : open);
    if (literal.includes("}")) return undefined;
    if (literal !== "") tokens.push({ literal });
    if (open < 0) break;
    const close = written.indexOf("}", open);
    const field = written.slice(open + 1, close < 0 ? undefined : close);
    if (close < 0 || !/^[\p{L}][\p{L}\p{N} _-]{0,40}$|^$/u.test(field)) return undefined;
    tokens.push({ field });
    at = close + 1;
  }
  return tokens;
}

/** «call.json.gz» → «call»; a date may hold dots, so only what looks like an ending goes. */
function withoutEnding(name: string): string {
  return name.replace(/(?:\.[a-z][a-z0-9]{1,9}){1,3}$/i, "");
}

/** Fields take as little as they can; places that failed once are not tried again, so no name makes it slow. */
function fitted(tokens: readonly Token[], text: string): Facts | undefined {
  const failed = new Set<number>();
  const facts = new Map<string, string>();
  const from = (index: number, at: number): boolean => {
    const key = index * 2_000 + at;
    if (failed.has(key)) return false;
    const token = tokens[index];
    const done =
      token === undefined
        ? at === text.length
        : "literal" in token
          ? literal(token.literal, index, at)
          : field(token.field, index, at);
    if (!done) failed.add(key);
    return done;
  };
  const literal = (wanted: string, index: number, at: number): boolean =>
    text.startsWith(wanted, at) && from(index + 1, at + wanted.length);
  const field = (name: string, index: number, at: number): boolean => {
    for (let end = at + 1; end <= text.length && text[end - 1] !== "/"; end++) {
      const value = text.slice(at, end);
      if ((name !== "date" || looksDated(value)) && from(index + 1, end)) {
        if (name !== "") facts.set(name, value);
        return true;
      }
    }
    return false;
  };
  return from(0, 0) ? facts : undefined;
}

function looksDated(value: string): boolean {
  return dateIn(value) !== undefined;
}

const DATE =
  /^(\d{4})[-_.]?(\d\d)[-_.]?(\d\d)(?:[T _-]{0,1}(\d\d)[-_:.hH]?(\d\d)(?:[-_:.mM]?(\d\d)(?:[.,]\d{1,9})?)?)?s?(Z|[+-]\d\d:?\d\d)?$/;

/** A date as file names and tables write it (year first; seconds or milliseconds since 1970), in milliseconds since 1970; without a zone it counts as UTC. */
export function dateIn(text: string): number | undefined {
  if (/^\d{10}$|^\d{13}$/.test(text)) return Number(text) * (text.length === 10 ? 1_000 : 1);
  const [, y, mo, d, h = "0", mi = "0", s = "0", zone = "Z"] =
    text.length > 40 ? [] : (DATE.exec(text.trim()) ?? []);
  if (y === undefined) return undefined;
  const [month, day] = [Number(mo), Number(d)];
  if (month < 1 || month > 12 || day < 1 || day > 31 || Number(h) > 23 || Number(mi) > 59 || Number(s) > 59)
    return undefined;
  const local = Date.UTC(Number(y), month - 1, day, Number(h), Number(mi), Number(s));
  return local - shift(zone);
}

function shift(zone: string): number {
  if (zone === "Z") return 0;
  const digits = zone.slice(1).replace(":", "");
  return (
    (zone.startsWith("-") ? -1 : 1) * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000
  );
}
