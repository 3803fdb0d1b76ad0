import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";

/** A file of the house, by its path from the root of the repository. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** All files below a folder whose name ends in one of these, sorted. */
export function sourcesIn(root: string, folder: string, endings: readonly string[]): readonly Source[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return names
    .map(name => posix.join(folder, name.replaceAll("\\", "/")))
    .filter(path => endings.some(ending => path.endsWith(ending)))
    .sort()
    .map(path => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** What a file imports, in any way: `import`, `export from`, `import()`, types too. */
export function importsOf({ text }: Source): readonly string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** Where a relative import leads, from the root of the repository and without extension. */
export function targetOf({ path }: Source, specifier: string): string {
  return posix.join(posix.dirname(path), specifier).replace(/\.(?:js|ts|tsx)$/, "");
}

/** The layer a path belongs to: the folder in `src`, or `index` for the files beside them. */
export function layerOf(path: string): string {
  const [, layer, rest] = path.split("/");
  return rest === undefined ? "index" : (layer as string);
}

/** A file as a tree, parents set. */
export function treeOf({ path, text }: Source): ts.SourceFile {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
}

/** Every node of a tree. */
export function* nodesOf(root: ts.Node): Generator<ts.Node> {
  const waiting: ts.Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    node.forEachChild(child => void waiting.push(child));
  }
}

/** `path:line`, 1-based. */
export function placeOf(tree: ts.SourceFile, node: ts.Node): string {
  return `${tree.fileName}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
}
