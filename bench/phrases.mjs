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

/** The least of the rounds, so that what else runs here counts least: nanoseconds a word for each number of phrases, and how often the phrases were found. */
export async function phraseCosts(corpusPath, kind) {
  const text = await textLayer();
  const turns = readFileSync(corpusPath, "utf8")
    .split("\n", 400)
    .filter(line => line !== "")
    .flatMap(line => JSON.parse(line).turns.map(turn => turn.text))
    .slice(0, TURNS);
  const words = turns.flatMap(turn => turn.toLowerCase().match(/[a-z]+/g) ?? []);
  const lexicons = COUNTS.map(count => text.compileLexicon(bookOf(count, words, kind)).lexicon);
  const times = COUNTS.map(() => []);
  const found = COUNTS.map(() => 0);
  for (let round = 0; round < ROUNDS; round++)
    lexicons.forEach((lexicon, i) => {
      const tokens = text.newTokens();
      const from = performance.now();
      let matches = 0;
      for (const turn of turns)
        matches += text.findPhrases(text.tokenise(turn, lexicon, tokens), lexicon).length;
      times[i].push(performance.now() - from);
      found[i] = matches;
    });
  return COUNTS.map((count, i) => ({
    count,
    words: words.length,
    found: found[i],
    nanoseconds: (1e6 * Math.min(...times[i])) / words.length,
  }));
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
    entryPoints: ["src/text/index.ts"],
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
