// How far two judges agree: the measures by which the labelled conversations are scored.
const CATEGORIES = ["pass", "partial", "fail", "na", "unknown", "missing"];
const category = verdict => (verdict === "n/a" ? "na" : CATEGORIES.includes(verdict) ? verdict : "missing");
const MISSING = { verdict: "missing", evidence: [] };

/** Labels as read from JSONL → by conversation: verdicts and acts. */
export function fromLabels(rows) {
  return new Map(
    rows.map(({ id, verdicts, acts, customer = {} }) => [
      String(id),
      {
        verdicts: new Map(
          Object.entries(verdicts).map(([name, { v, e }]) => [
            name,
            { verdict: category(v), evidence: e ?? [] },
          ]),
        ),
        acts: new Map([
          ...Object.entries(acts),
          ...Object.entries(customer).map(([name, at]) => [`customer-${name}`, at]),
        ]),
      },
    ]),
  );
}

/** A JSON report of attune → the same. */
export function fromReport({ audits }) {
  return new Map(
    audits.map(({ id, findings, signals }) => {
      const verdicts = new Map();
      for (const { technique, check, verdict, evidence = [] } of findings)
        verdicts.set(technique ?? check, {
          verdict: category(verdict),
          evidence: evidence.map(({ utterance }) => utterance),
        });
      const acts = new Map();
      for (const { detector, role, evidence = [] } of signals) {
        if (role && (role === "customer") !== detector.startsWith("customer-")) continue;
        acts.set(detector, [...(acts.get(detector) ?? []), ...evidence.map(({ utterance }) => utterance)]);
      }
      return [String(id), { verdicts, acts }];
    }),
  );
}

/** Pairs of answers → share that is equal, Cohen's kappa, Gwet's AC1. */
export function agreement(pairs) {
  const n = pairs.length;
  if (n === 0) return { n, equal: Number.NaN, kappa: Number.NaN, ac1: Number.NaN };
  const used = [...new Set(pairs.flat())];
  const equal = pairs.filter(([a, b]) => a === b).length / n;
  const share = (side, answer) => pairs.filter(pair => pair[side] === answer).length / n;
  const sum = of => used.reduce((total, answer) => total + of(answer), 0);
  const chance = sum(answer => share(0, answer) * share(1, answer));
  const mean = answer => (share(0, answer) + share(1, answer)) / 2;
  const byChance = sum(answer => mean(answer) * (1 - mean(answer))) / (Math.max(used.length, 2) - 1);
  return {
    n,
    equal,
    kappa: chance === 1 ? Number.NaN : (equal - chance) / (1 - chance),
    ac1: (equal - byChance) / (1 - byChance),
  };
}

/** Precision, recall and F1 of counts. */
export function measures({ tp, fp, fn }) {
  return { tp, fp, fn, precision: tp / (tp + fp), recall: tp / (tp + fn), f1: (2 * tp) / (2 * tp + fp + fn) };
}

const attention = verdict => (verdict === "partial" || verdict === "fail" ? "yes" : "no");
const near = (a, b) => a.some(x => b.some(y => Math.abs(x - y) <= 1));

/** One judge against the truth: per technique, per act, and pooled. */
export function compare(judged, truth) {
  const names = of => [...new Set([...truth.values()].flatMap(row => [...of(row).keys()]))];
  const techniques = names(row => row.verdicts).map(name => technique(name, judged, truth));
  const acts = names(row => row.acts)
    .sort()
    .map(name => act(name, judged, truth));
  const pairs = techniques.flatMap(each => each.pairs);
  const kappas = techniques.map(({ kappa }) => kappa).filter(kappa => !Number.isNaN(kappa));
  const total = (list, key) => list.reduce((sum, each) => sum + each[key], 0);
  return {
    conversations: truth.size,
    answered: [...truth.keys()].filter(id => judged.has(id)).length,
    techniques,
    acts,
    pooled: {
      ...agreement(pairs),
      attention: agreement(pairs.map(pair => pair.map(attention))),
      evidence: total(techniques, "hits") / total(techniques, "due"),
      meanKappa: kappas.reduce((sum, kappa) => sum + kappa, 0) / kappas.length,
      missing: pairs.filter(([verdict]) => verdict === "missing").length,
      unknown: pairs.filter(([verdict]) => verdict === "unknown").length,
      acts: measures({ tp: total(acts, "tp"), fp: total(acts, "fp"), fn: total(acts, "fn") }),
    },
  };
}

function technique(name, judged, truth) {
  const rows = [...truth].flatMap(([id, { verdicts }]) => {
    const right = verdicts.get(name);
    return right ? [[judged.get(id)?.verdicts.get(name) ?? MISSING, right]] : [];
  });
  const pairs = rows.map(([mine, right]) => [mine.verdict, right.verdict]);
  const agreed = rows.filter(
    ([mine, right]) =>
      attention(mine.verdict) === "yes" && attention(right.verdict) === "yes" && right.evidence.length,
  );
  const hits = agreed.filter(([mine, right]) => near(mine.evidence, right.evidence)).length;
  return {
    name,
    pairs,
    ...agreement(pairs),
    attention: agreement(pairs.map(pair => pair.map(attention))),
    hits,
    due: agreed.length,
  };
}

function act(name, judged, truth) {
  const counts = { tp: 0, fp: 0, fn: 0 };
  for (const [id, { acts }] of truth) {
    const right = new Set(acts.get(name) ?? []);
    const mine = new Set(judged.get(id)?.acts.get(name) ?? []);
    for (const at of mine) counts[right.has(at) ? "tp" : "fp"]++;
    for (const at of right) if (!mine.has(at)) counts.fn++;
  }
  return { name, ...measures(counts) };
}
