// What a word costs with 100, 1,000 and 10,000 phrases: in this process, one set after the other in turn, on the same text.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = resolve(import.meta.dirname, "..");
const COUNTS = [100, 1_000, 10_000];
const TURNS = 6_000;
const ROUNDS = 9;
const FOUND = 100;

/** Rows of S5 and S6: the same phrases as expressions, and twice as many phrases. */
export function phraseGoals(corpusPath) {
  const command = "in this process: tokenise, walkTurn";
  const other = of => async () => {
    const { turns, words, text } = await textOf(corpusPath, 600);
    const book = bookOf(1_000, words, "apart");
    const ours = timed(matcher(text, book), turns);
    const theirs = timed(of(book.lists[0].phrases), turns, 1);
    return { ratio: theirs / ours, a: ours, b: theirs };
  };
  return [
    {
      goal: "S5",
      what: "1,000 phrases as one expression each / by attune",
      hard: 60,
      stretch: 130,
      more: true,
      command,
      measure: other(oneByOne),
    },
    {
      goal: "S5",
      what: "the same as one alternation / by attune",
      hard: 2,
      stretch: 4,
      more: true,
      command,
      measure: other(together),
    },
    {
      goal: "S6",
      what: "2,000 phrases / 1,000, the same text",
      hard: 1.15,
      stretch: 1.08,
      command,
      async measure() {
        const { turns, words, text } = await textOf(corpusPath, TURNS);
        const [one, two] = [1_000, 2_000].map(count => matcher(text, bookOf(count, words, "apart")));
        const rounds = Array.from({ length: ROUNDS }, () => [timed(one, turns, 1), timed(two, turns, 1)]);
        const [a, b] = [1, 0].map(i => Math.min(...rounds.map(round => round[i])));
        return { ratio: a / b, a, b };
      },
    },
  ];
}

const escaped = phrase => phrase.replace(/[^a-z ]/g, String.raw`\$&`);
const oneByOne = phrases => {
  const all = phrases.map(phrase => new RegExp(String.raw`\b${escaped(phrase)}\b`, "gi"));
  return turn => all.reduce((sum, each) => sum + (turn.match(each)?.length ?? 0), 0);
};
const together = phrases => {
  const all = new RegExp(String.raw`\b(?:${phrases.map(escaped).join("|")})\b`, "gi");
  return turn => turn.match(all)?.length ?? 0;
};

/** Milliseconds for all turns, the least of so many rounds. */
function timed(match, turns, rounds = ROUNDS) {
  const times = Array.from({ length: rounds }, () => {
    const from = performance.now();
    for (const turn of turns) match(turn);
    return performance.now() - from;
  });
  return Math.min(...times);
}

/** What an audit does with a turn until its phrases are found. */
function matcher(text, book) {
  const { lexicon } = text.compileLexicon(book);
  const tokens = text.newTokens();
  const walk = text.newWalk(tokens, lexicon);
  return turn => {
    text.tokenise(turn, lexicon, tokens);
    text.walkTurn(walk);
    return walk.count;
  };
}

async function textOf(corpusPath, count) {
  const text = await textLayer();
  const turns = readFileSync(corpusPath, "utf8")
    .split("\n", 400)
    .filter(line => line !== "")
    .flatMap(line => JSON.parse(line).turns.map(turn => turn.text))
    .slice(0, count);
  return { text, turns, words: turns.flatMap(turn => turn.toLowerCase().match(/[a-z]+/g) ?? []) };
}

/** The least of the rounds, so that what else runs here counts least: nanoseconds a word for each number of phrases, and how often the phrases were found. */
export async function phraseCosts(corpusPath, kind) {
  const { text, turns, words } = await textOf(corpusPath, TURNS);
  const matchers = COUNTS.map(count => matcher(text, bookOf(count, words, kind)));
  const times = COUNTS.map(() => []);
  for (let round = 0; round < ROUNDS; round++)
    matchers.forEach((match, i) => {
      times[i].push(timed(match, turns, 1));
    });
  return COUNTS.map((count, i) => ({ count, nanoseconds: (1e6 * Math.min(...times[i])) / words.length }));
}

/**
 * The first hundred stand in the text; what is found stays the same. The others are of two kinds. `apart`: words of the text put
 * together at random, as lists about other matters are. `alike`: they begin as the text does, for one to four words, and end on
 * a word that is not in it, so that every place of the text is worth a look; no real list is that bad.
 */
function bookOf(count, words, kind) {
  let state = 7;
  const next = among => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) | 0;
    return (state >>> 8) % among;
  };
  const vocabulary = [...new Set(words)];
  const phrases = new Set();
  while (phrases.size < count) {
    const at = next(words.length - 5);
    const length = 1 + next(4);
    const phrase =
      kind === "apart" && phrases.size >= FOUND
        ? Array.from({ length }, () => vocabulary[next(vocabulary.length)])
        : words.slice(at, at + length);
    if (phrases.size >= FOUND) phrase.push(`nowhere${next(5_000)}`);
    else if (phrase.length < 3) continue;
    phrases.add(phrase.join(" "));
  }
  return { classes: new Map(), lists: [{ name: "bench", guards: [], phrases: [...phrases] }] };
}

async function textLayer() {
  const outfile = join(root, "node_modules/.cache/attune-text.mjs");
  await build({
    absWorkingDir: root,
    stdin: {
      contents: 'export * from "./src/text/index.ts"; export * from "./src/text/match.ts";',
      resolveDir: root,
    },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    banner: { js: `import{createRequire as __cr}from"node:module";const require=__cr(import.meta.url);` },
    logLevel: "warning",
  });
  return import(pathToFileURL(outfile).href);
}
