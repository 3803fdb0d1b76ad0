type Schema = Readonly<Record<string, unknown>>;

/** What a value does wrong by a JSON Schema, as far as our schema uses the language; the nearest branch of `anyOf` speaks. */
export function wrongs(value: unknown, schema: Schema, root: Schema, at = ""): readonly string[] {
  if (typeof schema.$ref === "string")
    return wrongs(
      value,
      (root.definitions as Record<string, Schema>)[schema.$ref.split("/")[2] ?? ""] as Schema,
      root,
      at,
    );
  if (schema.anyOf !== undefined) {
    const branches = (schema.anyOf as readonly Schema[]).map(each => wrongs(value, each, root, at));
    return branches.reduce((best, each) => (each.length < best.length ? each : best));
  }
  const found: string[] = [];
  if (schema.const !== undefined && value !== schema.const)
    found.push(`${at}: not ${schema.const}`, `${at}: another kind`);
  if (schema.enum !== undefined && !(schema.enum as readonly unknown[]).includes(value))
    found.push(`${at}: ${value}`);
  if (schema.type !== undefined && ![schema.type].flat().includes(typeOf(value)))
    return [...found, `${at}: ${typeOf(value)}`];
  if (
    typeof value === "number" &&
    (value < Number(schema.minimum ?? value) || value > Number(schema.maximum ?? value))
  )
    found.push(`${at}: ${value}`);
  if (Array.isArray(value))
    value.forEach(
      (each, i) => void found.push(...wrongs(each, (schema.items ?? {}) as Schema, root, `${at}[${i}]`)),
    );
  else if (typeof value === "object" && value !== null) found.push(...inObject(value, schema, root, at));
  return found;
}

function inObject(value: object, schema: Schema, root: Schema, at: string): readonly string[] {
  const properties = (schema.properties ?? {}) as Record<string, Schema>;
  const missing = ((schema.required ?? []) as readonly string[]).filter(name => !(name in value));
  const inner = Object.entries(value).flatMap(([name, each]) => {
    const known = properties[name] ?? schema.additionalProperties;
    if (known === false) return [`${at}.${name}: unknown`];
    return wrongs(each, (known ?? {}) as Schema, root, `${at}.${name}`);
  });
  return [...missing.map(name => `${at}.${name}: missing`), ...inner];
}

const typeOf = (value: unknown): string =>
  Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
