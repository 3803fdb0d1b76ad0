/** A mistake inside a value, at a path of keys below it. */
export interface Mistake {
  readonly at: readonly (string | number)[];
  readonly message: string;
}

/** What reading one value gives: the value, or what was expected instead, or each mistake at its place. */
export type Read<T> =
  | { readonly value: T }
  | { readonly expected: string }
  | { readonly mistakes: readonly Mistake[] };

/** A setting: what it is for, what it is when nobody says, and how it is read. */
export interface Key<T> {
  readonly summary: string;
  readonly fallback: T;
  read(value: unknown): Read<T>;
  /** As people see it in `attune config`. */
  show?(value: T): string;
  /** Settings from a file may name files; these are found beside it. */
  readonly files?: "names" | "reports" | "file";
  /** A flag's text is read as a number. */
  readonly numeric?: true;
  /** What is said later adds to what was said before, name by name. */
  readonly merged?: true;
}

/** Whether a written value is a mapping of keys. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
