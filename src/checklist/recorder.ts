import type { Fields } from "../model/index.js";

/** A JSON Schema, as far as it is used here. */
export type Schema = Readonly<Record<string, unknown>>;

/** What a reader asked of the fields it was given: name → schema. */
export type Asked = Map<string, Schema>;

const TEXT: Schema = { type: ["string", "number", "boolean"] };

/**
 * Fields that hold everything and note what they are asked for: a reader of YAML that is run on them says itself which
 * keys it knows, so that no second list of them is kept.
 */
export function recorder(asked: Asked, texts: Schema = TEXT, act: Schema = TEXT): Fields {
  const note = (name: string, schema: Schema): void => {
    if (!asked.has(name)) asked.set(name, schema);
  };
  const inside = (): { readonly fields: Fields; readonly schema: () => Schema } => {
    const inner: Asked = new Map();
    return { fields: recorder(inner, texts, act), schema: () => objectOf(inner) };
  };
  return {
    act(name) {
      note(name, act);
      return "";
    },
    acts(name) {
      note(name, oneOrMore(act));
      return [];
    },
    texts(name) {
      note(name, oneOrMore(texts));
      return [];
    },
    known: () => true,
    number(name, otherwise) {
      note(name, { type: "number", minimum: 0, ...(otherwise !== undefined && { default: otherwise }) });
      return otherwise ?? 0;
    },
    text(name, otherwise) {
      note(name, { ...TEXT, ...(otherwise && { default: otherwise }) });
      return otherwise ?? "";
    },
    flag(name, otherwise = false) {
      note(name, { type: "boolean", default: otherwise });
      return otherwise;
    },
    choice<T extends string>(name: string, among: readonly T[], otherwise?: T): T {
      const literal = (each: T): unknown => (each === "true" ? true : each === "false" ? false : each);
      note(name, {
        enum: among.map(literal),
        ...(otherwise !== undefined && { default: literal(otherwise) }),
      });
      return otherwise ?? (among[0] as T);
    },
    has: () => true,
    within(name) {
      const { fields, schema } = inside();
      asked.set(name, lazily(schema));
      return fields;
    },
    each(name) {
      const { fields, schema } = inside();
      asked.set(
        name,
        lazily(() => oneOrMore(schema())),
      );
      return [fields];
    },
    pairs(name) {
      note(name, { type: "object", additionalProperties: oneOrMore(TEXT) });
      return [];
    },
    wrong() {},
  };
}

/** What stands inside is known only when the reader is done. */
const lazily = (schema: () => Schema): Schema => ({
  get inside() {
    return schema();
  },
});

/** A mapping with these keys and no others. */
export function objectOf(asked: Asked, required: readonly string[] = []): Schema {
  const properties = Object.fromEntries(
    [...asked].map(([name, schema]) => [name, "inside" in schema ? (schema.inside as Schema) : schema]),
  );
  return {
    type: "object",
    properties,
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

/** One of it, or a list. */
export const oneOrMore = (schema: Schema): Schema => ({ anyOf: [schema, { type: "array", items: schema }] });
