import { importsOf, layerOf, type Source, targetOf } from "./source.js";

/** Plural folders: you add there. */
export const SHELVES: readonly string[] = ["formats", "detectors", "checks", "reporters"];

const ALL = "all";

/** Who may import whom; its own folder everybody. */
const MAY_IMPORT: Readonly<Record<string, readonly string[] | typeof ALL>> = {
  model: [],
  text: ["model"],
  formats: ["model"],
  detectors: ["model", "text"],
  checks: ["model", "text"],
  reporters: ["model", "safety"],
  safety: ["model"],
  gate: ["model"],
  store: ["model"],
  review: ["model"],
  calibration: ["model"],
  // The acts that YAML may name are those that the shelf of detectors gives.
  checklist: ["model", "text", "checks", "detectors"],
  engine: ["model", "text", "formats", "detectors", "checks", "checklist"],
  batch: ["model", "engine"],
  cli: ALL,
  // Files beside the folders: the library and the matcher.
  index: ALL,
};

/** Which layers each package may be imported by: one door a dependency. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  natural: ["text"],
  eld: ["text"],
  yaml: ["checklist"],
  papaparse: ["formats", "reporters"],
  chalk: ["reporters"],
  react: ["review", "reporters"],
  "react-dom": ["reporters"],
  "d3-scale": ["reporters"],
  "d3-shape": ["reporters"],
  ink: ["review"],
  "string-width": ["reporters", "review", "cli"],
  commander: ["cli"],
  cosmiconfig: ["cli"],
  tinyglobby: ["batch"],
  chardet: ["engine"],
  "iconv-lite": ["engine"],
  fflate: ["engine"],
  saxes: ["engine"],
  "hyparquet-writer": ["store"],
  "@duckdb/node-api": ["store"],
  stdnum: ["safety"],
  vitest: ["index"],
  "node:fs": ["engine", "store", "cli"],
  "node:worker_threads": ["engine"],
};

/** Node's own modules that anybody may use: they touch neither disk, network nor the clock. */
const FREE: readonly string[] = [
  "node:path",
  "node:crypto",
  "node:buffer",
  "node:os",
  "node:url",
  "node:module",
  "node:zlib",
  "node:util",
];

/** Imports from a layer that the importer may not see. */
export function crossings(source: Source): readonly string[] {
  const from = layerOf(source.path);
  const may = MAY_IMPORT[from];
  if (may === undefined)
    return [`${source.path}: Unexpected folder src/${from}, expected a layer of the table`];
  return importsOf(source)
    .filter(specifier => specifier.startsWith("."))
    .map(specifier => targetOf(source, specifier))
    .filter(target => !target.startsWith("src/") || !mayImport(may, from, layerOf(target)))
    .map(
      target => `${source.path}: Unexpected import of ${target}, expected only ${[from, ...may].join(", ")}`,
    );
}

const mayImport = (may: readonly string[] | typeof ALL, from: string, to: string): boolean =>
  may === ALL || to === from || may.includes(to);

/** Imports of one shelf entry by another: each must be readable with nothing else open. */
export function neighbours(source: Source, sources: readonly Source[]): readonly string[] {
  const shelf = layerOf(source.path);
  if (!SHELVES.includes(shelf) || source.path === `src/${shelf}/index.ts`) return [];

  const entries = entriesOf(shelf, sources).filter(entry => entry !== entryOf(source.path));
  return importsOf(source)
    .filter(specifier => specifier.startsWith("."))
    .map(specifier => targetOf(source, specifier))
    .filter(target => target.startsWith(`src/${shelf}/`) && entries.includes(entryOf(target)))
    .map(
      target =>
        `${source.path}: Unexpected import of its neighbour ${target}, expected shared code in src/${shelf}/shared/`,
    );
}

/** Entries of a shelf: its files, and its folders that have an index. */
export function entriesOf(shelf: string, sources: readonly Source[]): readonly string[] {
  const paths = sources
    .map(({ path }) => path)
    .filter(path => layerOf(path) === shelf && path !== `src/${shelf}/index.ts`);
  const entries = paths.filter(
    path => path.split("/").length === 3 || /^src\/[^/]+\/[^/]+\/index\.tsx?$/.test(path),
  );
  return [...new Set(entries.map(entryOf))].sort();
}

/** The entry a shelf file belongs to: its own name, or that of the folder it lies in. */
export const entryOf = (path: string): string => (path.split("/")[2] as string).replace(/\.tsx?$/, "");

/** Packages and Node modules imported past their one door. */
export function doors(source: Source): readonly string[] {
  const layer = layerOf(source.path);
  return importsOf(source)
    .filter(specifier => !specifier.startsWith("."))
    .flatMap(specifier => wrongDoor(specifier, layer).map(wrong => `${source.path}: ${wrong}`));
}

function wrongDoor(specifier: string, layer: string): readonly string[] {
  if (/^natural(?:\/lib\/natural\/(?:util\/)?index(?:\.js)?)?$/.test(specifier)) {
    return [
      `Unexpected root of natural, expected a deep module: the root prints, reads .env and costs 0.7 s`,
    ];
  }
  const name = packageOf(specifier);
  if (FREE.includes(name)) return [];
  const allowed = DOORS[name];
  if (allowed === undefined) return [`Unexpected ${name}, expected a dependency with a door in the table`];
  return allowed.includes(layer)
    ? []
    : [`Unexpected ${name} in ${layer}, expected it only in ${allowed.join(", ")}`];
}

function packageOf(specifier: string): string {
  const [first = "", second] = specifier.split("/");
  if (specifier.startsWith("node:")) return first;
  return first.startsWith("@") ? `${first}/${second}` : first;
}
