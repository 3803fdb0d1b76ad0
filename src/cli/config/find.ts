import { basename, extname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Explorer } from "cosmiconfig/dist/Explorer.js";
import { ExplorerSync } from "cosmiconfig/dist/ExplorerSync.js";

// Cosmiconfig's own front (`cosmiconfig()`) first looks for settings of its own, `.config/config.js` among them, and runs
// what it finds in the working directory. Its explorers do not, which is why we take them by their deep modules: a
// folder full of exports must never be able to run code.

/** A configuration file as found: its text, or, for code, its value. */
export type Found = { readonly file: string } & ({ readonly text: string } | { readonly value: unknown });

/** Where a config is looked for, in each folder from the working directory up to the home folder. */
export const PLACES = [
  "package.json",
  ".attunerc",
  ".attunerc.json",
  ".attunerc.yaml",
  ".attunerc.yml",
  ".config/attunerc",
  ".config/attunerc.json",
  ".config/attunerc.yaml",
  ".config/attunerc.yml",
];

/** Extensions that are code: by `--config` alone. */
export const CODE: readonly string[] = [".mjs", ".js", ".cjs"];

// Wrapped, so that cosmiconfig sees no `$import` in it.
const written = (file: string, text: string): unknown => {
  if (basename(file) !== "package.json") return { file, text };
  return mentions(text) ? { attune: { file, text } } : {};
};

/** Whether a package.json has an `attune` of its own; one that does not parse is npm's business. */
function mentions(text: string): boolean {
  if (!text.includes('"attune"')) return false;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null && Object.hasOwn(parsed, "attune");
  } catch {
    return false;
  }
}

const ignored = (): undefined => undefined;
const ran = async (file: string): Promise<unknown> => {
  const module = (await import(pathToFileURL(file).href)) as { readonly default?: unknown };
  return { file, value: module.default };
};

// All of cosmiconfig's own loaders are replaced, which lets the build leave them out (js-yaml, TypeScript and others).
const loaders = {
  ".json": written,
  ".yaml": written,
  ".yml": written,
  noExt: written,
  ".js": ignored,
  ".cjs": ignored,
  ".mjs": ignored,
  ".ts": ignored,
};

const options = {
  moduleName: "attune",
  searchPlaces: PLACES,
  ignoreEmptySearchPlaces: true,
  cache: false,
  mergeImportArrays: true,
  mergeSearchPlaces: false,
  searchStrategy: "global" as const,
  metaConfigFilePath: null,
  applyPackagePropertyPathToConfiguration: false,
  transform: (result: unknown) => result,
};

/** The config nearest to a folder, if there is one. Runs no code, whatever lies there. */
export function search(folder: string): Found | undefined {
  const explorer = new ExplorerSync({ ...options, loaders });
  return (explorer.search(folder)?.config as Found | undefined) ?? undefined;
}

/** The file that `--config` names; code is run here, because it was asked for. Throws what reading or running it throws. */
export async function load(file: string): Promise<Found> {
  const path = resolve(file);
  const loader = CODE.includes(extname(path)) ? ran : written;
  const explorer = new Explorer({ ...options, loaders: { ...loaders, [extname(path) || "noExt"]: loader } });
  const result = await explorer.load(path);
  return (result?.config as Found | undefined) ?? { file: path, text: "" };
}
