// Bundles the executable and the library into dist/, so that a user installs one small package.
// Figures behind each setting: esbuild, ESM and splitting start fastest; NODE_ENV=production because React's development
// build keeps every performance mark.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { licences, packagesIn } from "./licences.mjs";
import { mergeLoaded, withoutBanner } from "./merge.mjs";

const root = resolve(fileURLToPath(import.meta.url), "../..");
const dist = join(root, "dist");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Our own loaders stand in for cosmiconfig's, which bring js-yaml, a JSON parser and TypeScript. */
const noLoaders = {
  name: "no-loaders",
  setup(builder) {
    builder.onLoad({ filter: /cosmiconfig[\\/]dist[\\/]loaders\.js$/ }, () => ({
      contents: "module.exports = {};",
    }));
  },
};

/**
 * A segmenter and the expression for emoji cost 8 ms each to make, and most texts are ASCII and never need them:
 * string-width gets them on first use.
 */
const lazyWidth = {
  name: "lazy-width",
  setup(builder) {
    builder.onLoad({ filter: /node_modules[\\/]string-width[\\/]index\.js$/ }, ({ path }) => {
      if (path.split("node_modules").length > 2) return undefined; // Ink's own, an older one
      let contents = readFileSync(path, "utf8");
      for (const [eager, lazy] of LAZY) {
        if (!contents.includes(eager))
          throw new Error("Unexpected string-width, expected the version that .config/build.mjs knows");
        contents = contents.replace(eager, () => lazy);
      }
      return { contents };
    });
  },
};
const LAZY = [
  [
    "const segmenter = new Intl.Segmenter();",
    "let cut; const segmenter = { segment: text => (cut ??= new Intl.Segmenter()).segment(text) };",
  ],
  [
    "const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;",
    'let emoji; const rgiEmojiRegex = { test: text => (emoji ??= new RegExp("^\\\\p{RGI_Emoji}$", "v")).test(text) };',
  ],
];

/** Ink asks for the React devtools, over a web socket, when DEV is set; nobody who installs attune has them, and nothing here opens a socket. */
const noDevtools = {
  name: "no-devtools",
  setup(builder) {
    builder.onResolve({ filter: /^(?:react-devtools-core|ws)$/ }, ({ path }) => ({
      path,
      namespace: "empty",
    }));
    builder.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "export default undefined;" }));
  },
};

/** The page is written at one go; React's streaming server would come along and double what it costs. */
const noStreams = {
  name: "no-streams",
  setup(builder) {
    builder.onResolve(
      { filter: /^\.\/cjs\/react-dom-server\.node\.(?:production|development)\.js$/ },
      ({ path }) => ({
        path,
        namespace: "unused",
      }),
    );
    builder.onLoad({ filter: /.*/, namespace: "unused" }, () => ({ contents: "module.exports = {};" }));
  },
};

// CommonJS packages inside an ESM bundle still call `require` for Node's own modules.
const banner = `import{createRequire as __cr}from"node:module";const require=__cr(import.meta.url);`;

/** Database drivers that the root of natural pulls in: their presence means that somebody imported the root. */
const unwanted =
  /node_modules\/(?:mongoose|mongodb|redis|@redis|pg|dotenv|memjs)\/|node_modules\/natural\/lib\/natural\/(?:util\/)?index\.js$/;

async function bundle() {
  return build({
    absWorkingDir: root,
    entryPoints: {
      cli: "src/cli/main.ts",
      worker: "src/cli/worker.ts",
      index: "src/index.ts",
      vitest: "src/vitest.ts",
    },
    outdir: "dist",
    // Beside the entries, so that what is found by import.meta.url lies in one place, whichever file asks.
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "node20",
    define: {
      "process.env.NODE_ENV": '"production"',
      ATTUNE_VERSION: JSON.stringify(version),
      ATTUNE_BUNDLED: "true",
      ATTUNE_BUILD: JSON.stringify(sourceHash()),
    },
    // The matcher joins the vitest of whoever uses it, a query the DuckDB.
    external: ["typescript", "vitest", "@duckdb/node-api"],
    plugins: [noDevtools, noStreams, noLoaders, lazyWidth],
    banner: { js: banner },
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  });
}

/** Results are kept by what judged them: any change of ours makes them strangers. */
function sourceHash() {
  const hash = createHash("sha256").update(version);
  const files = ["src", "checklists"].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath ?? entry.path, entry.name)),
  );
  for (const file of files.sort()) hash.update(readFileSync(file));
  return hash
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex")
    .slice(0, 16);
}

function refuse(metafile) {
  const met = Object.keys(metafile.inputs).filter(input => unwanted.test(input));
  if (met.length > 0)
    throw new Error(
      `Unexpected in the bundle, expected deep modules of natural only:\n  ${met.join("\n  ")}`,
    );
}

/** Compiles the scorecards and phrases that ship, so that starting up reads two files and compiles nothing. */
async function compileRules() {
  const outfile = join(dist, ".compile.mjs");
  const entry = "src/checklist/compile.ts";
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    define: { ATTUNE_BUNDLED: "true" },
    banner: { js: banner },
    logLevel: "warning",
  });
  const { compileShipped } = await import(`${pathToFileURL(outfile)}?${Date.now()}`);
  const { lexicon, checklists, problems } = compileShipped(path => readFileSync(path, "utf8"));
  rmSync(outfile);
  if (problems.length > 0)
    throw new Error(
      problems.map(({ source, line, message }) => `${source}:${line ?? ""} ${message}`).join("\n"),
    );
  writeFileSync(join(dist, "lexicon.bin"), lexicon);
  writeFileSync(join(dist, "checklists.json"), checklists);
}

// ---- steps -----------------------------------------------------------------------------------------------------

mkdirSync(dist, { recursive: true });
await compileRules();

const { metafile } = await bundle();
refuse(metafile);
withoutBanner(metafile, dist, banner);
await mergeLoaded(metafile, dist);
writeFileSync(join(dist, "THIRD-PARTY-LICENSES.txt"), licences(packagesIn(metafile, root), root));
writeFileSync(join(dist, "meta.json"), JSON.stringify(importsOf(metafile)));
writeFileSync(join(dist, "packages.json"), JSON.stringify(packageSizes(metafile), null, 1));
removeStale(Object.keys(metafile.outputs));

/** Which output imports which, and what it is made of, for the tests that hold start-up. */
function importsOf({ outputs }) {
  return Object.fromEntries(
    Object.entries(outputs).map(([path, { imports, inputs, bytes }]) => [
      path,
      { bytes, imports: imports.map(({ path, kind }) => ({ path, kind })), inputs: Object.keys(inputs) },
    ]),
  );
}

/** What each package adds to the bundle, in bytes, and its licence: .github/SECURITY.md is held to it. */
function packageSizes(metafile) {
  return packagesIn(metafile, root).map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    let bytes = 0;
    for (const { inputs } of Object.values(metafile.outputs))
      for (const [path, { bytesInOutput }] of Object.entries(inputs))
        if (path.startsWith(`${folder}/`) && !path.slice(folder.length).includes("/node_modules/"))
          bytes += bytesInOutput;
    return { name, version, licence: typeof license === "string" ? license : license?.type, bytes };
  });
}

/** Chunks are named by their content; those of the build before go last, so that what runs meanwhile still finds them. */
function removeStale(outputs) {
  const now = new Set(outputs.map(path => join(root, path)));
  for (const name of readdirSync(dist)) {
    const path = join(dist, name);
    if (name.endsWith(".js") && !now.has(path)) rmSync(path);
  }
}
