// The figures as plain tables for a terminal.
import { AIMS, BASELINES } from "./baselines.mjs";

/** Two decimals; a dash where there is no figure. */
export const figure = value => (value === undefined || Number.isNaN(value) ? "–" : value.toFixed(2));

/** All figures, set by set, then corpus by corpus. */
export function tables({ cases, corpora }) {
  return [...cases.flatMap(agreementTable), ...(corpora.length ? corpusTable(corpora) : [])].join("\n");
}

function agreementTable({ name, part, mine, judges }) {
  const ceiling = new Map((judges?.techniques ?? []).map(each => [each.name, each]));
  const limits = new Map((judges?.acts ?? []).map(each => [each.name, each]));
  const rows = mine.techniques.map(each => [
    each.name,
    each.n,
    figure(each.equal),
    figure(each.kappa),
    figure(each.ac1),
    figure(each.attention.kappa),
    each.due ? `${each.hits}/${each.due}` : "–",
    figure(ceiling.get(each.name)?.kappa),
  ]);
  const acts = mine.acts.map(each => [
    each.name,
    each.tp + each.fn,
    each.tp + each.fp,
    figure(each.precision),
    figure(each.recall),
    figure(each.f1),
    figure(limits.get(each.name)?.f1),
  ]);
  const { pooled } = mine;
  return [
    `\n# ${name}${part}: ${mine.answered} of ${mine.conversations} conversations answered\n`,
    ...lines([["technique", "n", "equal", "kappa", "AC1", "attention", "evidence", "judges"], ...rows]),
    `\nmean kappa ${figure(pooled.meanKappa)} (judges ${figure(judges?.pooled.meanKappa)}) · pooled equal ${figure(pooled.equal)}, kappa ${figure(pooled.kappa)}, AC1 ${figure(pooled.ac1)} · evidence on the right turn ${figure(pooled.evidence)} · missing ${pooled.missing} · unknown ${pooled.unknown}\n`,
    ...lines([["act", "gold", "found", "P", "R", "F1", "judges"], ...acts]),
    `\npooled acts: P ${figure(pooled.acts.precision)} R ${figure(pooled.acts.recall)} F1 ${figure(pooled.acts.f1)} (judges ${figure(judges?.pooled.acts.f1)})`,
  ];
}

function corpusTable(corpora) {
  const rows = corpora.map(each => {
    const naive = BASELINES.get(`${each.corpus} ${each.label}`);
    const aim = AIMS.get(`${each.corpus} ${each.label}`);
    return [
      each.corpus,
      each.label,
      each.annotated,
      `${(100 * each.base).toFixed(1)}`,
      figure(each.precision),
      figure(each.recall),
      figure(each.f1),
      figure(each.kappa),
      naive ? figure(naive.f1) : "–",
      naive ? figure(naive.yes) : "–",
      naive ? figure(naive.lin) : "–",
      aim ? `${aim.f1}${aim.kappa ? `, kappa ${aim.kappa}` : ""}` : "",
    ];
  });
  return [
    "\n# Corpora (naive: the best baseline of BASELINES.md on the dev half)\n",
    ...lines([
      ["corpus", "label", "rows", "base %", "P", "R", "F1", "kappa", "naive F1", "yes-F1", "lin-F1", "aim"],
      ...rows,
    ]),
  ];
}

function lines(rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map(row => `${row[i]}`.length)));
  return rows.map(row =>
    row.map((cell, i) => (i < 1 ? `${cell}`.padEnd(widths[i]) : `${cell}`.padStart(widths[i]))).join("  "),
  );
}
