// What an audit always loads becomes one file: fifty small ones cost a start more than their code does. Others that share
// it import from that file; under its old name each part stays as a door to it.
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

/** Merges what the command loads beyond what the command line loads before it; the metafile is brought up to date. */
export async function mergeLoaded({ outputs }, dist) {
  const of = entry => Object.keys(outputs).find(path => outputs[path].entryPoint === entry);
  const before = new Set([
    ...closure(outputs, of("src/cli/main.ts")),
    ...closure(outputs, of("src/cli/program.ts")),
  ]);
  const parts = closure(outputs, of("src/cli/actions/audit.ts")).filter(path => !before.has(path));
  const number = new Map(parts.map((path, i) => [basename(path), i]));
  const core = await bundleParts(parts, number, outputs, dist);
  for (const path of Object.keys(outputs))
    if (path.endsWith(".js") && path !== core && !parts.includes(path))
      redirect(join(dist, basename(path)), number, basename(core));
  for (const path of parts) {
    const names = outputs[path].exports.map(name => `${named(name, number.get(basename(path)))} as ${name}`);
    writeFileSync(join(dist, basename(path)), `export{${names.join(",")}}from"./${basename(core)}";\n`);
    outputs[path].inputs = {};
  }
}

/** Static imports of an output, itself among them. */
function closure(outputs, from, met = new Set()) {
  if (!met.has(from) && outputs[from] !== undefined) {
    met.add(from);
    for (const { path, kind } of outputs[from].imports)
      if (kind === "import-statement") closure(outputs, path, met);
  }
  return [...met];
}

/** An export of a part, under a name that no other part has. */
const named = (name, part) => `${name}$${part}`;

async function bundleParts(parts, number, outputs, dist) {
  const contents = parts.map((path, i) => {
    const names = outputs[path].exports.map(name => `${name} as ${named(name, i)}`);
    return `export {${names.join(",")}} from "./${basename(path)}";`;
  });
  const outside = {
    name: "outside",
    setup(builder) {
      builder.onResolve({ filter: /^\.\// }, ({ path, kind }) =>
        kind === "import-statement" && number.has(basename(path)) ? undefined : { path, external: true },
      );
    },
  };
  const { metafile } = await build({
    absWorkingDir: dist,
    stdin: { contents: contents.join("\n"), resolveDir: dist, sourcefile: "core.js" },
    outdir: dist,
    entryNames: "core-[hash]",
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "node20",
    plugins: [outside],
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  });
  const [[path, output]] = Object.entries(metafile.outputs);
  const core = `dist/${basename(path)}`;
  const inputs = Object.assign({}, ...parts.map(part => outputs[part].inputs));
  outputs[core] = {
    ...output,
    inputs,
    exports: [],
    imports: output.imports.map(each => ({ ...each, path: `dist/${basename(each.path)}` })),
  };
  return core;
}

/** Imports of a part by name are turned to the file that holds it; any other form finds the door. */
function redirect(file, number, core) {
  const text = readFileSync(file, "utf8");
  const turned = text.replace(
    /(^|;|\n)import\{([^}]*)\}from"\.\/([\w-]+\.js)"/g,
    (whole, start, names, from) => {
      const part = number.get(from);
      if (part === undefined) return whole;
      const list = names.split(",").map(each => {
        const [name, as = name] = each.trim().split(" as ");
        return `${named(name, part)} as ${as}`;
      });
      return `${start}import{${list.join(",")}}from"./${core}"`;
    },
  );
  if (turned !== text) writeFileSync(file, turned);
}

/** The line that makes `require` stands only where something asks for it. */
export function withoutBanner({ outputs }, dist, banner) {
  for (const path of Object.keys(outputs)) {
    const file = join(dist, basename(path));
    if (!path.endsWith(".js")) continue;
    const text = readFileSync(file, "utf8");
    const rest = text.replace(banner, "");
    if (rest !== text && !/\brequire\b/.test(rest)) writeFileSync(file, rest.trimStart());
  }
}
