/** The one door to `saxes`: a strict reader that knows five entities and numbers, and opens nothing. */
import { SaxesParser } from "saxes";
import { LIMITS, type Limits, limitReached } from "./limits.js";
import { Refusal } from "./refusal.js";

/** What is heard while XML is read. Names come without their prefix (`w:p` is `p`). */
export interface XmlEvents {
  open?(name: string, attributes: ReadonlyMap<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Reads XML to its end, nested as deep as may be; what is wrong with it comes back in words, undefined where nothing is. A DOCTYPE is refused: it is where entities are declared. */
export function readXml(text: string, events: XmlEvents, limits: Limits = LIMITS): string | undefined {
  const parser = new SaxesParser({ xmlns: false, position: true } as const);
  let depth = 0;
  let wrong: string | undefined;
  const refuse = (met: string): never => {
    wrong = `Unexpected ${met} in XML at line ${parser.line}, column ${parser.column + 1}`;
    throw new Error(wrong);
  };
  parser.on("error", error => refuse(error.message.replace(/^\d+:\d+: /, "").replace(/\.$/, "")));
  parser.on("doctype", () => refuse("DOCTYPE"));
  parser.on("opentag", ({ name, attributes }) => {
    if (++depth > limits.depth) throw new Refusal(limitReached("depth", limits, "nesting in XML"));
    events.open?.(local(name), attributesOf(attributes));
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    events.close?.(local(name));
  });
  parser.on("text", part => events.text?.(part));
  parser.on("cdata", part => events.text?.(part));
  try {
    parser.write(text).close();
  } catch (error) {
    if (wrong === undefined) throw error;
  }
  return wrong;
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function attributesOf(written: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(written).map(([name, value]) => [local(name), value]));
}
