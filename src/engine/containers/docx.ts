import type { Limits } from "../limits.js";
import { readXml } from "../xml.js";
import { brokenPart } from "./part.js";

/** The paragraphs of a Word document as they stand, in order, in tables too; line breaks and tabs inside them kept. What was struck out by a tracked change is out. */
export function paragraphsIn(xml: string, limits: Limits): readonly string[] {
  const done: string[] = [];
  // A text box holds paragraphs inside a paragraph.
  const open: string[] = [];
  let inText = false;
  const write = (text: string): void => {
    if (open.length > 0) open[open.length - 1] += text;
  };
  const wrong = readXml(
    xml,
    {
      open(name, attributes) {
        if (name === "p") open.push("");
        else if (name === "t") inText = true;
        else if (name === "tab") write("\t");
        else if (name === "cr" || (name === "br" && !PAGES.has(attributes.get("type") ?? ""))) write("\n");
        else if (name === "noBreakHyphen") write("-");
      },
      close(name) {
        if (name === "p") done.push(open.pop() ?? "");
        else if (name === "t") inText = false;
      },
      text(text) {
        if (inText) write(text);
      },
    },
    limits,
  );
  if (wrong !== undefined) throw brokenPart("word/document.xml", wrong);
  return done;
}

/** Breaks that are no lines. */
const PAGES: ReadonlySet<string> = new Set(["page", "column"]);
