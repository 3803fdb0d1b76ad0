import type { Paragraph } from "./entries.js";

const TAG =
  /<\/?([a-z][a-z0-9]{0,20})(?:\s[^<>]{0,2000})?\/?>|&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;
/** Tags behind which another paragraph begins; the others part no words. */
const BLOCK = /^(?:p|div|li|ul|ol|h[1-6]|table|tr|blockquote|section|article)$/i;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
  ["rsquo", "’"],
  ["lsquo", "‘"],
  ["rdquo", "”"],
  ["ldquo", "“"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["hellip", "…"],
]);

/** Wording without the HTML that help desks keep it in; each character remembers where it stood. */
export function withoutMarkup(text: string, offset: (index: number) => number): Paragraph {
  if (!/[<&]/.test(text)) return { text, at: offset };
  const pieces: string[] = [];
  const offsets: number[] = [];
  const keep = (piece: string, from: number, moves: boolean): void => {
    pieces.push(piece);
    for (let i = 0; i < piece.length; i++) offsets.push(from + (moves ? i : 0));
  };
  let from = 0;
  for (const found of text.matchAll(TAG)) {
    keep(text.slice(from, found.index), from, true);
    const said = instead(found);
    keep(said, found.index, said === found[0]);
    from = found.index + found[0].length;
  }
  keep(text.slice(from), from, true);
  return { text: pieces.join(""), at: index => offset(offsets[index] ?? text.length) };
}

function instead([whole, tag, decimal, hex, name]: RegExpMatchArray): string {
  if (tag !== undefined) return BLOCK.test(tag) ? "\n\n" : tag.toLowerCase() === "br" ? "\n" : "";
  if (name !== undefined) return ENTITIES.get(name.toLowerCase()) ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : whole;
}
