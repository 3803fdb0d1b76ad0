// Naive baselines on the dev halves, typed in from shared/corpora/BASELINES.md: keyword lists and simple overlap rules that were
// written once before any score was seen. `yes`: F1 of always saying yes. `lin`: F1 of a logistic regression on words and word
// pairs trained and tested inside that very corpus. `fit`: how near the label is to our technique. The best naive one a label.
const ROWS = `
mrda interrupted | same | cut-off mark, then another speaker | 0.48 0.84 0.61 | 0.11 0.41
mrda interrupted-by-time | same | overlap of 0.7 s by no backchannel | 0.18 0.42 0.25 | 0.11 0.41
mrda backchannel | same | word list, whole turn | 0.54 0.97 0.69 | 0.24 0.75
mrda backchannel+ack | same | word list, whole turn | 0.73 0.90 0.81 | 0.34 0.82
mrda apology | near | keywords | 0.73 0.95 0.83 | 0.01 0.88
casino empathy | near | keywords | 0.27 0.41 0.32 | 0.10 0.24
mrda reflection | near | keywords | 0.06 0.28 0.10 | 0.04 0.34
uptake reflection | near | keywords | 0.65 0.41 0.51 | 0.62 0.66
sgd readback | near | keywords | 0.52 0.86 0.65 | 0.24 0.99
mrda question | near | question mark | 0.96 0.96 0.96 | 0.15 0.96
mrda open_question | near | ? and what, how, why | 0.05 0.50 0.09 | 0.00 0.24
casino elicit_preference | proxy | question mark | 0.21 0.95 0.34 | 0.14 0.64
sgd question | near | question mark | 0.45 0.93 0.60 | 0.34 0.98
casino coordination_offer | proxy | keywords | 0.33 0.40 0.36 | 0.21 0.49
mrda suggestion | near | keywords | 0.27 0.37 0.31 | 0.06 0.36
mrda commitment | near | keywords | 0.18 0.74 0.29 | 0.01 0.36
sgd next_step_offer | near | keywords | 0.24 0.53 0.33 | 0.10 0.97
sgd anything_else | same | keywords | 0.90 0.91 0.90 | 0.13 0.99
sgd bad_news | proxy | keywords | 0.65 0.95 0.77 | 0.02 0.90
mrda humour | near | keywords | 0.06 0.01 0.01 | 0.02 0.07
convabuse cust_abuse | same | word list | 0.91 0.71 0.80 | 0.24 0.71
casino dismissive | proxy | keywords | 0.10 0.03 0.05 | 0.06 0.16
mrda thanks | same | keywords | 0.82 0.99 0.90 | 0.00 0.89
`;

const numbers = text => text.trim().split(" ").map(Number);

/** "corpus label" → what a naive rule reaches on the dev half. */
export const BASELINES = new Map(
  ROWS.trim()
    .split("\n")
    .map(row => {
      const [key, fit, rule, figures, others] = row.split(" | ");
      const [precision, recall, f1] = numbers(figures);
      const [yes, lin] = numbers(others);
      return [key, { fit, rule, precision, recall, f1, yes, lin }];
    }),
);

/** What was asked for, where a figure was named. */
export const AIMS = new Map([
  ["mrda interrupted", { f1: 0.7 }],
  ["mrda backchannel+ack", { f1: 0.85 }],
  ["mrda apology", { f1: 0.88 }],
  ["uptake reflection", { f1: 0.66, kappa: 0.35 }],
  ["casino empathy", { f1: 0.4 }],
  ["convabuse cust_abuse", { f1: 0.83 }],
]);
