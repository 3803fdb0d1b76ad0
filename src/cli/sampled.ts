import type { Sample } from "../batch/sample.js";
import { maskText } from "../safety/index.js";
import { table } from "./table.js";
import { version } from "./version.js";

/** How a sample was asked for. */
export interface How {
  readonly seed: string;
  readonly perAgent?: number | undefined;
  readonly size?: number | undefined;
  readonly fields: readonly string[];
  /** Left out because earlier trails drew them. */
  readonly skipped: number;
}

/** What makes a draw defensible: the method, the seed, the population by stratum, and each conversation drawn. */
export function trailOf(
  { drawn, strata, duplicates }: Sample,
  { seed, perAgent, size, fields, skipped }: How,
) {
  return {
    schema: 1,
    attune: version,
    method:
      "Each conversation is ranked by SHA-256 of seed, a zero byte and its hash; the lowest of each agent and stratum are drawn, strata in proportion (largest remainder)",
    seed,
    ...(perAgent !== undefined && { perAgent }),
    ...(size !== undefined && { size }),
    stratify: fields,
    population: strata.reduce((sum, { population }) => sum + population, 0),
    duplicates,
    drawnBefore: skipped,
    strata: strata.map(({ agent, strata: names, population, drawn: n }) => ({
      agent: maskText(agent),
      ...Object.fromEntries(fields.map((field, i) => [field, maskText(names[i] ?? "")])),
      population,
      drawn: n,
    })),
    drawn: drawn.map(({ source, id, hash, agent, draw }) => ({
      source,
      id,
      agent: maskText(agent),
      transcript: hash,
      draw,
    })),
  };
}

/** The draw for people: agent, strata, source; then the counts. */
export function linesOf({ drawn, strata }: Sample, fields: readonly string[]): string {
  const rows = drawn.map(({ agent, strata: names, source }) => [
    maskText(agent),
    ...names.map(name => maskText(name)),
    source,
  ]);
  const of = strata.reduce((sum, { population }) => sum + population, 0);
  const agents = new Set(strata.map(({ agent }) => agent)).size;
  return `${table(["agent", ...fields, "source"], rows)}\n${drawn.length} of ${of} conversations, ${agents} agent${agents === 1 ? "" : "s"}\n`;
}
