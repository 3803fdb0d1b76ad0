import ts from "typescript";
import { layerOf, nodesOf, placeOf, type Source, treeOf } from "./source.js";

const LONGEST = 250;

/** Layers that know no clock, no chance and no environment: same input, same bytes. */
const PURE: readonly string[] = [
  "model",
  "text",
  "formats",
  "detectors",
  "checks",
  "reporters",
  "checklist",
  "gate",
  "calibration",
  "safety",
];

/** Files past 250 lines. */
export function tooLong({ path, text }: Source): readonly string[] {
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  return lines > LONGEST ? [`${path}: Unexpected ${lines} lines, expected at most ${LONGEST}`] : [];
}

/** Names that say nothing, and names that are no kebab-case. */
export function badName({ path }: Source): readonly string[] {
  const name = (path.split("/").at(-1) as string).replace(/\.(?:d\.)?tsx?$/, "");
  if (/^(?:utils?|helpers?|common|misc)$/.test(name))
    return [`${path}: Unexpected name ${name}, expected its one subject`];
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)
    ? []
    : [`${path}: Unexpected name ${name}, expected kebab-case`];
}

/** Printing, exiting, looking at the clock, rolling dice: each where it does not belong; and connections, which belong nowhere. */
export function misdeeds(source: Source): readonly string[] {
  if (source.path.endsWith(".d.ts")) return [];
  const tree = treeOf(source);
  return [...nodesOf(tree)].flatMap(node => {
    const deed = deedOf(node);
    return deed !== undefined && !permitted(deed, source.path)
      ? [`${placeOf(tree, node)}: Unexpected ${deed}`]
      : [];
  });
}

function deedOf(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const { text: object } = node.expression;
    if (isQuestion(node)) return undefined;
    if (["console", "process", "performance"].includes(object)) return `${object}.${node.name.text}`;
    const written = `${object}.${node.name.text}`;
    return ["Date.now", "Math.random"].includes(written) ? written : undefined;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length)
    return "new Date()";
  if (ts.isCallExpression(node) && ["fetch", "eval"].includes(node.expression.getText()))
    return node.expression.getText();
  if (ts.isExportAssignment(node) || isDefault(node)) return "default export";
  if (ts.isEnumDeclaration(node)) return "enum";
  if (ts.isClassDeclaration(node) && !extendsError(node)) return "class that is no error";
  return undefined;
}

/** `process.kill(id, 0)` ends nothing: it asks whether a process is there. */
function isQuestion(node: ts.PropertyAccessExpression): boolean {
  const { parent } = node;
  return (
    node.getText() === "process.kill" &&
    ts.isCallExpression(parent) &&
    parent.expression === node &&
    parent.arguments[1]?.getText() === "0"
  );
}

const isDefault = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) ?? false);

const extendsError = ({ heritageClauses }: ts.ClassDeclaration): boolean =>
  heritageClauses?.some(clause => /Error$/.test(clause.types[0]?.expression.getText() ?? "")) ?? false;

function permitted(deed: string, path: string): boolean {
  const layer = layerOf(path);
  if (/^(?:console|process\.(?:stdout|stderr))/.test(deed)) return path === "src/cli/output.ts";
  if (/^process\.(?:exit|exitCode|kill|abort)/.test(deed)) return layer === "cli";
  if (/^(?:process|performance|Date\.now|new Date)/.test(deed)) return !PURE.includes(layer);
  return false;
}

/** Exported names without a sentence on them. */
export function undocumented(source: Source): readonly string[] {
  if (source.path.endsWith(".d.ts")) return [];
  const tree = treeOf(source);
  return tree.statements.filter(exported).flatMap(statement => {
    const comments = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc);
    const said = comments.some(({ comment }) => (ts.getTextOfJSDocComment(comment) ?? "").trim() !== "");
    return said
      ? []
      : [`${placeOf(tree, statement)}: Unexpected export without a docstring, expected a sentence`];
  });
}

const exported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);
