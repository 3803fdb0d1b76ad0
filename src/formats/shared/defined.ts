/** Fields of which any may be undefined. */
export type Loose<T> = { readonly [K in keyof T]: T[K] | undefined };

/** The same object without its undefined fields, as `exactOptionalPropertyTypes` wants it. */
export function defined<T extends object>(fields: Loose<T>): T {
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(fields)) {
    const value = fields[key as keyof T];
    if (value !== undefined) kept[key] = value;
  }
  return kept as T;
}
