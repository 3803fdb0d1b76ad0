// npm run eval [-- --conversations FILE --labels FILE --corpora DIR --write]: how far attune agrees with labelled conversations,
// and what it finds in labelled corpora, beside naive baselines. By default from the repository and ../shared where it is there.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { compare, fromLabels, fromReport } from "./eval/agreement.mjs";
import { loadAttune, report } from "./eval/attune.mjs";
import { readCorpora, score } from "./eval/corpora.mjs";
import { page } from "./eval/page.mjs";
import { tables } from "./eval/tables.mjs";

const root = resolve(import.meta.dirname, "..");
const shared = join(root, "../shared");
const { values } = parseArgs({
  options: {
    conversations: { type: "string" },
    labels: { type: "string" },
    corpora: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
if ((values.conversations === undefined) !== (values.labels === undefined))
  throw new Error("Unexpected half of a pair, expected both --conversations and --labels");

const attune = await loadAttune();
const named = values.conversations !== undefined || values.corpora !== undefined;
const figures = {
  cases: caseSets().flatMap(casesOf),
  corpora: corporaOf(values.corpora ?? (named ? undefined : join(shared, "corpora"))),
};
console.log(tables(figures));
if (values.write) writeFileSync(join(root, "docs/accuracy.md"), page(figures));

/** Which conversations, and whether they are split into those that tuning looked at and those that it did not. */
function caseSets() {
  if (values.conversations !== undefined)
    return [
      {
        name: values.conversations,
        conversations: values.conversations,
        labels: values.labels,
        halves: false,
      },
    ];
  if (named) return [];
  return [
    { name: "shared cases", folder: join(shared, "cases"), halves: true },
    { name: "own cases", folder: join(root, "fixtures/cases"), halves: false },
    { name: "blind cases", folder: join(root, "fixtures/cases/blind"), halves: false },
    { name: "second blind cases", folder: join(root, "fixtures/cases/blind2"), halves: false },
    { name: "third blind cases", folder: join(root, "fixtures/cases/blind3"), halves: false },
    { name: "fourth blind cases", folder: join(root, "fixtures/cases/blind4"), halves: false },
    { name: "fifth blind cases", folder: join(root, "fixtures/cases/blind5"), halves: false },
  ]
    .filter(({ folder }) => existsSync(folder))
    .map(({ folder, ...set }) => ({
      ...set,
      conversations: join(folder, "conversations.jsonl"),
      labels: join(folder, "labels.jsonl"),
    }));
}

function casesOf({ name, conversations, labels, halves }) {
  const truth = fromLabels(jsonl(labels));
  const judged = fromReport(report(attune, conversations));
  const judges = [1, 2]
    .map(n => join(dirname(labels), `labels-${n}.jsonl`))
    .filter(existsSync)
    .map(path => fromLabels(jsonl(path)));
  const part = (which, keep) => {
    const right = new Map([...truth].filter(([id]) => keep(id)));
    const ceiling =
      judges.length === 2
        ? compare(judges[1], new Map([...judges[0]].filter(([id]) => keep(id))))
        : undefined;
    return { name: relativeName(name), part: which, mine: compare(judged, right), judges: ceiling };
  };
  const odd = id => Number(id.match(/\d+$/)?.[0] ?? 0) % 2 === 1;
  const all = part("", () => true);
  return halves ? [all, part(", odd (tuned on)", odd), part(", even (read late)", id => !odd(id))] : [all];
}

function corporaOf(folder) {
  if (folder === undefined) return [];
  return [...readCorpora(folder)].flatMap(([corpus, conversations]) => score(attune, corpus, conversations));
}

function relativeName(name) {
  return name.startsWith("/") ? relative(root, name) : name;
}

function jsonl(path) {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter(line => line.trim() !== "")
    .map(line => JSON.parse(line));
}
