import { peer, phrases, turns } from "./turns.mjs";

// Deep files: the root of the package connects to databases that are not here.
const part = path => peer(`natural/lib/natural/${path}.js`);
const stemmer = part("stemmers/porter_stemmer");
const Analyzer = part("sentiment/SentimentAnalyzer");
const analyzer = new (Analyzer.SentimentAnalyzer ?? Analyzer)("English", stemmer, "afinn");
const Trie = part("trie/trie");
const trie = new (Trie.Trie ?? Trie)(false);
for (const phrase of phrases) trie.addString(phrase);
let found = 0;
for (const turn of turns) {
  const words = turn.toLowerCase().match(/[a-z']+/g) ?? [];
  for (let i = 0; i < words.length; i++)
    found += trie.findPrefix(words.slice(i, i + 4).join(" "))[0] === null ? 0 : 1;
  found += words.map(word => stemmer.stem(word)).length;
  if (words.length > 0) found += analyzer.getSentiment(words);
}
console.log(found);
