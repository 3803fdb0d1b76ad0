import { CONTRACTIONS } from "./contractions.js";
import { inflections } from "./inflect.js";

/**
 * The phrase language: what list writers put between quotes in YAML.
 *
 *   sorry about <trouble>      a class of words
 *   i (can|could) see          one of several
 *   so? sorry                  optional; `(for your)?` too
 *   delay~                     the word in all its inflections
 *   send .. today              up to three words between; `..6` up to six
 *   ^ right $                  start, end of a sentence; `^^`, `$$` of a turn
 *   *                          any one word
 *   NO                         capitals in the text (shouting) asked for by capitals here
 *
 * A phrase becomes a few straight sequences of steps, so that matching is linear in the words whatever is written.
 */
export type Step =
  | { readonly kind: "word"; readonly words: readonly string[]; readonly shout?: boolean }
  | { readonly kind: "class"; readonly name: string }
  | { readonly kind: "any" }
  | { readonly kind: "gap"; readonly upTo: number }
  | { readonly kind: "edge"; readonly at: Edge };

/** Where a sequence must begin or end. */
export type Edge = "sentence-start" | "sentence-end" | "turn-start" | "turn-end";

/** A phrase that cannot be read, with the character where it goes wrong (0-based). */
export interface PhraseMistake {
  readonly at: number;
  readonly message: string;
}

/** Sequences that one phrase may unfold into before it is refused. */
const MOST_SEQUENCES = 2048;
/** Widest gap, in words: beyond it two words have nothing to do with each other. */
const WIDEST_GAP = 12;
/** Deepest nesting of brackets. */
const DEEPEST = 8;

const EDGES: Readonly<Record<string, Edge>> = {
  "^": "sentence-start",
  $: "sentence-end",
  "^^": "turn-start",
  $$: "turn-end",
};

type Sequences = Step[][];

/** Where the reading of a phrase stands. */
interface Reader {
  readonly source: string;
  at: number;
}

class Mistake extends Error {
  constructor(
    readonly at: number,
    message: string,
  ) {
    super(message);
  }
}

/** Reads one phrase into its sequences, or says where it goes wrong. */
export function parsePhrase(source: string): Sequences | PhraseMistake {
  const reader: Reader = { source, at: 0 };
  try {
    const sequences = alternatives(reader, 0);
    if (reader.at < source.length) throw new Mistake(reader.at, "Unexpected `)`, expected a word or the end");
    for (const steps of sequences) refuseEmpty(steps);
    return sequences;
  } catch (error) {
    if (error instanceof Mistake) return { at: error.at, message: error.message };
    throw error;
  }
}

function refuseEmpty(steps: readonly Step[]): void {
  const [first] = steps.filter(step => step.kind !== "edge");
  if (!steps.some(step => step.kind === "word" || step.kind === "class"))
    throw new Mistake(0, "Unexpected phrase that can match without a word, expected at least one word");
  if (first?.kind === "gap" || steps.at(-1)?.kind === "gap")
    throw new Mistake(0, "Unexpected gap at the edge of a phrase, expected words on both sides");
  if (first?.kind === "any")
    throw new Mistake(0, "Unexpected `*` at the beginning of a phrase, expected a word there");
}

function alternatives(reader: Reader, depth: number): Sequences {
  if (depth > DEEPEST)
    throw new Mistake(reader.at, `Unexpected nesting, expected at most ${DEEPEST} brackets deep`);
  const all: Sequences = [];
  for (;;) {
    all.push(...sequence(reader, depth));
    if (reader.source[reader.at] !== "|") return all;
    reader.at++;
  }
}

function sequence(reader: Reader, depth: number): Sequences {
  let sequences: Sequences = [[]];
  for (;;) {
    while (reader.source[reader.at] === " " || reader.source[reader.at] === "\t") reader.at++;
    const char = reader.source[reader.at];
    if (char === undefined || char === ")" || char === "|") return sequences;
    const parts = element(reader, depth);
    const [only] = parts;
    // Where there is one way to go on, it is written behind each: to copy them all would take the square of the words.
    if (parts.length === 1 && only !== undefined) for (const head of sequences) head.push(...only);
    else sequences = sequences.flatMap(head => parts.map(tail => [...head, ...tail]));
    if (sequences.length > MOST_SEQUENCES)
      throw new Mistake(
        reader.at,
        `Unexpected number of variants, expected at most ${MOST_SEQUENCES} a phrase`,
      );
  }
}

function element(reader: Reader, depth: number): Sequences {
  const parts = reader.source[reader.at] === "(" ? group(reader, depth) : [single(reader)];
  if (reader.source[reader.at] !== "?") return parts;
  reader.at++;
  return [...parts, []];
}

function group(reader: Reader, depth: number): Sequences {
  const opened = reader.at;
  reader.at++;
  const inside = alternatives(reader, depth + 1);
  if (reader.source[reader.at] !== ")") throw new Mistake(opened, "Unexpected end of phrase, expected `)`");
  reader.at++;
  return mergeWords(inside);
}

function single(reader: Reader): Step[] {
  const start = reader.at;
  while (reader.at < reader.source.length && !" \t()|?".includes(reader.source[reader.at] as string))
    reader.at++;
  const word = reader.source.slice(start, reader.at);
  const edge = Object.hasOwn(EDGES, word) ? EDGES[word] : undefined;
  if (edge) return [{ kind: "edge", at: edge }];
  if (word === "*") return [{ kind: "any" }];
  if (word.startsWith("..")) return [gap(word, start)];
  if (word.startsWith("<")) {
    if (!/^<[a-z][a-z0-9-]*>$/.test(word))
      throw new Mistake(start, `Unexpected \`${word}\`, expected a class such as \`<feeling>\``);
    return [{ kind: "class", name: word.slice(1, -1) }];
  }
  if (!/^[\p{L}\p{N}'’#-]+~?$/u.test(word))
    throw new Mistake(start, `Unexpected \`${word}\`, expected a word`);
  const shout = word.length > 1 && /\p{Lu}/u.test(word) && word === word.toUpperCase();
  return wordSteps(word.toLowerCase().replaceAll("’", "'"), shout);
}

function gap(word: string, at: number): Step {
  const upTo = word === ".." ? 3 : Number(word.slice(2));
  if (!Number.isInteger(upTo) || upTo < 1 || upTo > WIDEST_GAP)
    throw new Mistake(at, `Unexpected gap \`${word}\`, expected \`..\` or \`..1\` to \`..${WIDEST_GAP}\``);
  return { kind: "gap", upTo };
}

/** A word as written in a phrase: contractions opened, `delay~` with all its forms. */
function wordSteps(word: string, shout: boolean): Step[] {
  if (word.endsWith("~")) return [{ kind: "word", words: inflections(word.slice(0, -1)) }];
  const opened = CONTRACTIONS.get(word) ?? [word.replace(/'s$/, "")];
  return opened.map(each => ({ kind: "word", words: [each], ...(shout && { shout }) }));
}

/** `(a|b|c)` of single words is one step with three words, not three sequences. */
function mergeWords(sequences: Sequences): Sequences {
  const words: string[] = [];
  const rest: Sequences = [];
  for (const steps of sequences) {
    const [only] = steps;
    if (steps.length === 1 && only?.kind === "word" && !only.shout) words.push(...only.words);
    else rest.push(steps);
  }
  return words.length ? [[{ kind: "word", words }], ...rest] : rest;
}
