/** What may stand in a hole of a tagged template. */
export type Value = string | number | boolean | null | undefined;

/** A tagged template whose literal parts are trusted and whose values all pass one neutralising function. */
export type Tag = (literals: TemplateStringsArray, ...values: readonly Value[]) => string;

/** Makes the tagged template of a kind of output from its neutralising function; nothing becomes nothing. */
export function tagOf(neutralise: (text: string) => string): Tag {
  return (literals, ...values) =>
    literals.reduce((text, literal, i) => {
      const value = values[i - 1];
      return text + (value === undefined || value === null ? "" : neutralise(String(value))) + literal;
    });
}
