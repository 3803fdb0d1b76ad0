// What each peer is given: the texts of all turns, and 1,000 phrases of them.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [, , file, folder] = process.argv;

/** `require` as seen from the folder of the bench's own packages. */
export const peer = createRequire(join(folder, "package.json"));

/** The text of every turn. */
export const turns = readFileSync(file, "utf8")
  .trimEnd()
  .split("\n")
  .flatMap(line => JSON.parse(line).turns.map(turn => turn.text));

/** Phrases of two to four words, from all over the text. */
export const phrases = [
  ...new Set(
    Array.from({ length: 1_400 }, (_, i) => {
      const words = turns[(i * 7919) % turns.length].toLowerCase().match(/[a-z]+/g) ?? [];
      return words.slice(0, 2 + (i % 3)).join(" ");
    }).filter(phrase => phrase.includes(" ")),
  ),
].slice(0, 1_000);
