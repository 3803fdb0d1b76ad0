import { decodeEntities } from "./entities.js";

/** An element of XML that was cut out of its text: attributes as written, without their prefixes, and what stands inside. */
export interface Element {
  readonly attributes: ReadonlyMap<string, string>;
  readonly inner: string;
  /** 1-based line at which it begins. */
  readonly line: number;
}

const ATTRIBUTE = /([\w.:-]{1,60})\s{0,3}=\s{0,3}(?:"([^"<]{0,500})"|'([^'<]{0,500})')/g;

/** The elements of one name, in order, none inside another; one that never closes ends the search. Prefixes of names count not. */
export function elementsNamed(text: string, name: string): readonly Element[] {
  const found: Element[] = [];
  let line = 1;
  let counted = 0;
  for (let at = opening(text, name, 0); at >= 0; at = opening(text, name, at)) {
    const end = text.indexOf(">", at);
    if (end < 0) return found;
    const head = text.slice(at, end);
    const tag = /^<[\w.:-]{1,60}/.exec(head)?.[0].slice(1) ?? name;
    const empty = head.endsWith("/");
    const close = empty ? end : text.indexOf(`</${tag}`, end);
    if (close < 0) return found;
    for (; counted < at; counted++) if (text.charCodeAt(counted) === 10) line++;
    found.push({ attributes: attributesIn(head), inner: empty ? "" : text.slice(end + 1, close), line });
    at = close + 1;
  }
  return found;
}

/** Where the next such element begins, from a place on; -1 where none does. */
function opening(text: string, name: string, from: number): number {
  for (let at = text.indexOf("<", from); at >= 0; at = text.indexOf("<", at + 1)) {
    const tag = /^<(?:[\w.-]{1,30}:)?([\w.-]{1,60})(?=[\s/>])/.exec(text.slice(at, at + 100));
    if (tag?.[1] === name) return at;
  }
  return -1;
}

function attributesIn(head: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single] of head.matchAll(ATTRIBUTE))
    attributes.set(name.slice(name.indexOf(":") + 1), decodeEntities(double ?? single ?? ""));
  return attributes;
}
