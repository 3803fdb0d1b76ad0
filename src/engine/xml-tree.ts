import type { Limits } from "./limits.js";
import { readXml } from "./xml.js";

/** XML as nested plain values: `@name` attributes, `#text` words, children by name, in a list where there are several. */
export function xmlTree(
  text: string,
  limits?: Limits,
): { readonly value: unknown } | { readonly wrong: string } {
  const top = element();
  const open: Element[] = [top];
  const wrong = readXml(
    text,
    {
      open(name, attributes) {
        const next = element();
        for (const [key, value] of attributes) next.values[`@${key}`] = value;
        add(open.at(-1) as Element, name, next);
        open.push(next);
      },
      close() {
        const closed = open.pop();
        if (closed !== undefined && closed.all.length > 0) open.at(-1)?.all.push(closed.all.join(""));
      },
      text(part) {
        const inner = open.at(-1) as Element;
        inner.words.push(part);
        inner.all.push(part);
      },
    },
    limits,
  );
  return wrong === undefined ? { value: settled(top) } : { wrong };
}

interface Element {
  readonly values: Record<string, unknown>;
  readonly children: Map<string, Element[]>;
  /** Its own words, and those of all that lies in it. */
  readonly words: string[];
  readonly all: string[];
}

function element(): Element {
  return { values: Object.create(null), children: new Map(), words: [], all: [] };
}

function add(into: Element, name: string, child: Element): void {
  const same = into.children.get(name);
  if (same === undefined) into.children.set(name, [child]);
  else same.push(child);
}

/** Nesting is bounded by the reader. An element of words alone is its words. */
function settled({ values, children, words, all }: Element): unknown {
  const text = words.join("").trim();
  for (const [name, list] of children) {
    const inner = list.map(settled);
    values[name] = inner.length === 1 ? inner[0] : inner;
  }
  if (children.size === 0 && Object.keys(values).length === 0) return text;
  // Words between elements: a text with marks in it, which is read as one.
  if (text !== "") values["#text"] = all.join("").trim();
  return values;
}
