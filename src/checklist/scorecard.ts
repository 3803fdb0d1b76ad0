import { recogniseQuestion } from "./questions.js";

/** A scorecard's table as a checklist to fill, and how far it went. */
export interface Imported {
  readonly yaml: string;
  readonly mapped: number;
  readonly left: number;
}

const COLUMNS: Readonly<Record<"question" | "weight" | "section" | "auto", readonly string[]>> = {
  question: [
    "question",
    "questions",
    "item",
    "criteria",
    "criterion",
    "attribute",
    "behaviour",
    "behavior",
    "parameter",
    "description",
    "check",
    "standard",
    "what",
  ],
  weight: [
    "weight",
    "weighting",
    "weightage",
    "points",
    "maxpoints",
    "pointspossible",
    "possiblepoints",
    "maxscore",
    "score",
    "value",
  ],
  section: ["section", "category", "group", "area", "heading", "competency", "block"],
  auto: [
    "autofail",
    "fatal",
    "fatalerror",
    "critical",
    "criticalerror",
    "autozero",
    "zerotolerance",
    "mandatory",
    "compliance",
    "knockout",
  ],
};
const YES = /^(?:y|yes|true|1|x|✓|fatal|critical|auto-?fail|mandatory|card)$/i;
const USUAL_WEIGHT = 10;
/** Questions a scorecard may have. */
const MOST = 500;

interface Question {
  readonly text: string;
  readonly section: string;
  readonly weight: number;
  readonly autoFail: "" | "true" | "section";
}

/** Rows of a table (heading first) → a checklist; or what was expected of the headings. */
export function importScorecard(
  rows: readonly (readonly string[])[],
  name: string,
): Imported | { readonly expected: string } {
  const [head = [], ...body] = rows;
  const at = columnsOf(head);
  if (at.question < 0)
    return {
      expected: `a heading for the questions: ${COLUMNS.question
        .slice(0, 6)
        .map(each => `\`${each}\``)
        .join(", ")}…`,
    };
  const questions = body
    .slice(0, MOST)
    .map(row => questionOf(row, at))
    .filter(({ text }) => text !== "");
  if (questions.length === 0) return { expected: "questions below the headings" };
  return written(name, questions);
}

type At = Readonly<Record<keyof typeof COLUMNS, number>>;

function columnsOf(head: readonly string[]): At {
  const names = head.map(cell => cell.toLowerCase().replace(/[^a-z]/g, ""));
  const find = (column: keyof typeof COLUMNS): number => {
    const exact = names.findIndex(each => COLUMNS[column].includes(each));
    return exact >= 0
      ? exact
      : names.findIndex(each => COLUMNS[column].slice(0, 2).some(word => each.includes(word)));
  };
  return { question: find("question"), weight: find("weight"), section: find("section"), auto: find("auto") };
}

function questionOf(row: readonly string[], at: At): Question {
  const cell = (column: keyof At): string =>
    (at[column] < 0 ? "" : (row[at[column]] ?? "")).replace(/\s+/g, " ").trim();
  const weight = Number(/\d{1,4}(?:[.,]\d{1,3})?/.exec(cell("weight"))?.[0]?.replace(",", "."));
  const auto = cell("auto");
  return {
    text: cell("question"),
    section: cell("section"),
    weight: Number.isFinite(weight) ? weight : USUAL_WEIGHT,
    autoFail: /section/i.test(auto) ? "section" : YES.test(auto) ? "true" : "",
  };
}

function written(name: string, questions: readonly Question[]): Imported {
  const used = new Set<string>();
  const blocks = questions.map(question => {
    const check = recogniseQuestion(question.text);
    if (check === undefined || used.has(check)) return { mapped: false, text: toFill(question, check, used) };
    used.add(check);
    return { mapped: true, text: mappedTo(check, question) };
  });
  const mapped = blocks.filter(block => block.mapped).length;
  const sections = [...new Set(questions.map(({ section }) => section))].filter(Boolean);
  const whole = questions.every(({ section }) => section !== "");
  const yaml = [
    `# Made from a scorecard: ${mapped} of ${questions.length} questions were recognised. Those that were not stand as comments:`,
    "# write down the words that show them, take the # away, then run `attune checklist check` and `test`.",
    `name: ${name}`,
    `title: ${quoted(name)}`,
    'version: "1.0"',
    "pass-mark: 80",
    ...(whole && sections.length > 0
      ? ["sections:", ...sections.map(section => `  - name: ${quoted(section)}`)]
      : []),
    ...(used.size < blocks.length
      ? ["# acts:", ...questions.filter((_, i) => !blocks[i]?.mapped).map(actToFill)]
      : []),
    "checks:",
    ...blocks.map(({ text }) => text),
    "",
  ].join("\n");
  return { yaml, mapped, left: questions.length - mapped };
}

function mappedTo(check: string, { text, section, weight, autoFail }: Question): string {
  return [
    `  - use: ${check}`,
    `    title: ${quoted(text)}`,
    ...(section ? [`    section: ${quoted(section)}`] : []),
    `    weight: ${weight}`,
    ...(autoFail ? [`    auto-fail: ${autoFail}`] : []),
  ].join("\n");
}

function toFill(
  { text, section, weight, autoFail }: Question,
  check: string | undefined,
  used: ReadonlySet<string>,
): string {
  const id = slug(text);
  return [
    `  # ${check && used.has(check) ? `Asks ${check} too, which stands above:` : "Not recognised:"}`,
    `  # - id: ${id}`,
    `  #   title: ${quoted(text)}`,
    ...(section ? [`  #   section: ${quoted(section)}`] : []),
    "  #   kind: include",
    `  #   acts: ${id}`,
    `  #   weight: ${weight}`,
    ...(autoFail ? [`  #   auto-fail: ${autoFail}`] : []),
    '  #   coach: "One kind sentence about next time."',
  ].join("\n");
}

const actToFill = ({ text }: Question): string =>
  `#   ${slug(text)}: { by: agent, phrases: ["the words that show it"] }`;

const quoted = (text: string): string =>
  JSON.stringify(text.slice(0, 300).replace(/[\p{C}\u2028\u2029]/gu, " "));

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(
      /^(?:did|does|has|was|is|do) (?:the )?(?:agent|advisor|adviser|associate|representative|csr|they)s? /,
      "",
    )
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "") || "question";
