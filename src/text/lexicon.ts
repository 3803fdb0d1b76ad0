import { BARE, CONTRACTIONS } from "./contractions.js";
import { type Edge, parsePhrase, type Step } from "./phrase.js";
import { LetterTrie } from "./letters.js";

/** Why a phrase that was found does not count. */
export type Guard = "negated" | "quoted" | "conditional" | "question";

/** All guards, for lists and messages. */
export const GUARDS: readonly Guard[] = ["negated", "quoted", "conditional", "question"];

/** A named list of phrases with the guards that hold for all of them. */
export interface PhraseList {
  readonly name: string;
  readonly guards: readonly Guard[];
  readonly phrases: readonly string[];
}

/** Everything a language gives the matcher: word classes and phrase lists. */
export interface Phrasebook {
  /** Class name → words; some classes steer the matcher itself (see `STEERING`). */
  readonly classes: ReadonlyMap<string, readonly string[]>;
  readonly lists: readonly PhraseList[];
}

/** A mistake in a phrasebook: which list or class, which entry, and what is wrong with it. */
export interface PhrasebookMistake {
  readonly list: string;
  readonly phrase: string;
  readonly at: number;
  readonly message: string;
}

/** Classes with a meaning for the matcher: fillers vanish, softeners may be skipped inside a phrase, the rest are guards. */
export const STEERING = { filler: 1, softener: 2, negator: 4, "negator-near": 8, reporter: 16, condition: 32, self: 64, other: 128 } as const;

/** A node of the phrase tree. */
export interface Node {
  readonly next: Map<number, Node>;
  /** After any one word. */
  any: Node | undefined;
  readonly gaps: { readonly upTo: number; readonly node: Node }[];
  readonly edges: { readonly at: Edge; readonly node: Node }[];
  /** Phrases that end here. */
  readonly ends: number[];
}

/** A phrase as compiled. */
export interface Entry {
  readonly list: string;
  readonly phrase: string;
  readonly guards: readonly Guard[];
}

/** Phrases and words compiled for one pass: a closed vocabulary, so words outside it cost nothing. */
export interface Lexicon {
  readonly letters: LetterTrie;
  /** Word id → bits of `STEERING`. */
  readonly steering: Uint8Array;
  /** Word id → symbols (sets of words) it belongs to. */
  readonly symbols: readonly (readonly number[])[];
  /** Word id → its symbol when written in capitals, 0 without. */
  readonly shouts: Uint16Array;
  readonly root: Node;
  readonly entries: readonly Entry[];
  readonly lists: ReadonlySet<string>;
}

const newNode = (): Node => ({ next: new Map(), any: undefined, gaps: [], edges: [], ends: [] });

/** Compiles a phrasebook; mistakes come back beside what could be compiled. */
export function compileLexicon(book: Phrasebook): { lexicon: Lexicon; mistakes: readonly PhrasebookMistake[] } {
  const compiler = new Compiler(book);
  for (const list of book.lists) for (const phrase of list.phrases) compiler.add(list, phrase);
  return { lexicon: compiler.finish(), mistakes: compiler.mistakes };
}

class Compiler {
  readonly mistakes: PhrasebookMistake[] = [];
  private readonly words = new Map<string, number>();
  private readonly symbolOf = new Map<string, number>();
  private readonly symbolsOfWord: number[][] = [[]];
  private readonly shoutSymbol = new Map<number, number>();
  private readonly root = newNode();
  private readonly entries: Entry[] = [];
  private symbolCount = 1;

  constructor(private readonly book: Phrasebook) {
    for (const name of Object.keys(STEERING)) for (const word of book.classes.get(name) ?? []) this.word(word);
  }

  add(list: PhraseList, phrase: string): void {
    const sequences = parsePhrase(phrase);
    if (!Array.isArray(sequences)) {
      this.mistakes.push({ list: list.name, phrase, ...sequences });
      return;
    }
    const entry = this.entries.length;
    this.entries.push({ list: list.name, phrase, guards: list.guards });
    for (const steps of sequences) for (const variant of withBare(steps)) this.insert(variant, entry, list.name, phrase);
  }

  finish(): Lexicon {
    const letters = new LetterTrie();
    for (const [word, id] of this.words) letters.add(word, [id]);
    for (const [short, opened] of CONTRACTIONS) letters.add(short, opened.map(word => this.words.get(word) ?? 0));
    const steering = new Uint8Array(this.symbolsOfWord.length);
    for (const [name, bit] of Object.entries(STEERING))
      for (const word of this.book.classes.get(name) ?? []) {
        const id = this.words.get(word);
        if (id !== undefined) steering[id] = (steering[id] as number) | bit;
      }
    const shouts = new Uint16Array(this.symbolsOfWord.length);
    for (const [word, symbol] of this.shoutSymbol) shouts[word] = symbol;
    const lists = new Set(this.book.lists.map(list => list.name));
    return { letters, steering, symbols: this.symbolsOfWord, shouts, root: this.root, entries: this.entries, lists };
  }

  private insert(steps: readonly Step[], entry: number, list: string, phrase: string): void {
    let node = this.root;
    for (const step of steps) {
      const next = this.step(node, step);
      if (next === undefined) {
        const name = step.kind === "class" ? step.name : "?";
        const known = [...this.book.classes.keys()].slice(0, 40).join(", ");
        this.mistakes.push({ list, phrase, at: 0, message: `Unexpected class \`<${name}>\`, expected one of ${known}` });
        return;
      }
      node = next;
    }
    if (!node.ends.includes(entry)) node.ends.push(entry);
  }

  private step(node: Node, step: Step): Node | undefined {
    switch (step.kind) {
      case "any":
        node.any ??= newNode();
        return node.any;
      case "gap": {
        const found = node.gaps.find(gap => gap.upTo === step.upTo);
        if (found) return found.node;
        const made = { upTo: step.upTo, node: newNode() };
        node.gaps.push(made);
        return made.node;
      }
      case "edge": {
        const found = node.edges.find(edge => edge.at === step.at);
        if (found) return found.node;
        const made = { at: step.at, node: newNode() };
        node.edges.push(made);
        return made.node;
      }
      case "class": {
        const words = this.book.classes.get(step.name);
        return words && this.follow(node, this.symbol(words));
      }
      case "word":
        return this.follow(node, step.shout ? this.shout(step.words[0] as string) : this.symbol(step.words));
    }
  }

  private follow(node: Node, symbol: number): Node {
    let next = node.next.get(symbol);
    if (!next) {
      next = newNode();
      node.next.set(symbol, next);
    }
    return next;
  }

  private symbol(words: readonly string[]): number {
    const key = [...new Set(words)].sort().join(" ");
    const known = this.symbolOf.get(key);
    if (known !== undefined) return known;
    const symbol = this.symbolCount++;
    this.symbolOf.set(key, symbol);
    for (const word of new Set(words)) (this.symbolsOfWord[this.word(word)] as number[]).push(symbol);
    return symbol;
  }

  private shout(word: string): number {
    const id = this.word(word);
    let symbol = this.shoutSymbol.get(id);
    if (symbol === undefined) {
      symbol = this.symbolCount++;
      this.shoutSymbol.set(id, symbol);
    }
    return symbol;
  }

  private word(word: string): number {
    let id = this.words.get(word);
    if (id === undefined) {
      id = this.symbolsOfWord.length;
      this.words.set(word, id);
      this.symbolsOfWord.push([]);
    }
    return id;
  }
}

/** «i will call» is also written "ill call": the first such pair gives a second sequence. */
function withBare(steps: readonly Step[]): (readonly Step[])[] {
  for (let i = 0; i + 2 < steps.length; i++) {
    const [a, b] = [steps[i], steps[i + 1]];
    if (a?.kind !== "word" || b?.kind !== "word") continue;
    const bare = a.words.flatMap(x => b.words.flatMap(y => BARE.get(`${x} ${y}`) ?? []));
    if (bare.length) return [steps, [...steps.slice(0, i), { kind: "word", words: bare }, ...steps.slice(i + 2)]];
  }
  return [steps];
}
