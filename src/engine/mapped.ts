import { type MappedFormat, mappedFormat } from "../formats/shared/mapped/format.js";
import type { Mapping } from "../formats/shared/mapped/mapping.js";
import type { Limits } from "./limits.js";

/** Formats made of the user's mappings; how XML is read is loaded only where there are any. */
export async function mappedFormats(
  mappings: readonly Mapping[],
  limits?: Limits,
): Promise<readonly MappedFormat[]> {
  if (mappings.length === 0) return [];
  const { xmlTree } = await import("./xml-tree.js");
  return mappings.map(mapping => mappedFormat(mapping, text => xmlTree(text, limits)));
}

/** The conversation that a line of JSONL belongs to, by the mappings among the formats; undefined where it is no turn to any. */
export function mappedTurnLine(
  formats: readonly object[] | undefined,
): ((json: unknown) => string | undefined) | undefined {
  const mapped = formats?.filter((format): format is MappedFormat => "turnLine" in format) ?? [];
  if (mapped.length === 0) return undefined;
  return json => {
    for (const format of mapped) {
      const id = format.turnLine(json);
      if (id !== undefined) return id;
    }
    return undefined;
  };
}
