import { decodeEntities } from "./entities.js";

/** Elements after and before which a new line begins. */
const BLOCKS = new Set(
  "address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul".split(
    " ",
  ),
);

/** Elements whose content is nobody's words. */
const SILENT = new Set(["head", "script", "style", "template", "title"]);

/**
 * HTML as the text a reader sees: lines for blocks and breaks, "> " before quoted lines, entities decoded once.
 * One pass over the characters, whatever the markup; a "<" that opens no tag stays.
 */
export function htmlToText(html: string): string {
  const page: Page = { lines: [], line: "", depth: 0, silent: "" };
  const scan: Scan = { html, at: 0, quotes: true };
  while (scan.at < html.length) {
    const open = html.indexOf("<", scan.at);
    if (open < 0) break;
    write(page, html.slice(scan.at, open));
    scan.at = open;
    const tag = tagAt(scan);
    if (tag === undefined) write(page, "<");
    else enter(page, tag);
  }
  write(page, html.slice(scan.at));
  breakLine(page);
  return joined(page.lines);
}

/** Whether a text holds tags that only HTML would. */
export function looksHtml(text: string): boolean {
  return /<\/?(?:a|b|br|div|em|i|li|ol|p|span|strong|table|ul)(?:\s[^<>]{0,500})?\/?>/i.test(text);
}

interface Page {
  readonly lines: string[];
  line: string;
  /** How deep in quotations. */
  depth: number;
  /** The silent element that is open; "" for none. */
  silent: string;
}

interface Scan {
  readonly html: string;
  at: number;
  /** False once a quotation mark stayed open to the end: from there on, marks mean nothing. */
  quotes: boolean;
}

function write(page: Page, text: string): void {
  if (page.silent === "") page.line += text;
}

function breakLine(page: Page): void {
  const text = decodeEntities(page.line).replace(/\s+/g, " ").trim();
  page.line = "";
  page.lines.push(text === "" ? "" : "> ".repeat(Math.min(page.depth, 5)) + text);
}

function enter(page: Page, tag: string): void {
  const closing = tag.startsWith("/");
  const name = closing ? tag.slice(1) : tag;
  if (page.silent !== "") {
    if (closing && name === page.silent) page.silent = "";
    return;
  }
  if (SILENT.has(name)) page.silent = closing ? "" : name;
  else if (name === "td" || name === "th") write(page, " ");
  else if (name === "br" || BLOCKS.has(name)) breakLine(page);
  if (name === "p" && closing) page.lines.push("");
  if (name === "blockquote") page.depth = Math.max(0, page.depth + (closing ? -1 : 1));
}

/** The tag at the "<", lower case, a slash before closing ones; moves behind it. Undefined, one step on, where none is. */
function tagAt(scan: Scan): string | undefined {
  const { html, at } = scan;
  const name = /^\/?[a-z][a-z0-9]{0,30}/i.exec(html.slice(at + 1, at + 33))?.[0];
  const comment = html.startsWith("<!--", at);
  const other = html.startsWith("<!", at) || html.startsWith("<?", at);
  const end = comment ? html.indexOf("-->", at + 4) + 2 : name !== undefined || other ? tagEnd(scan) : -1;
  if (end <= at) {
    scan.at = at + 1;
    if (comment) scan.at = html.length;
    return comment ? "" : undefined;
  }
  scan.at = end + 1;
  return (name ?? "").toLowerCase();
}

/** Where the tag ends; a ">" inside quotation marks does not end it. -1 where it never does. */
function tagEnd(scan: Scan): number {
  const { html, at } = scan;
  let mark = "";
  for (let index = at + 1; index < html.length && scan.quotes; index += 1) {
    const char = html.charAt(index);
    if (mark !== "") mark = char === mark ? "" : mark;
    else if (char === ">") return index;
    else if (char === "<") return -1;
    else if ((char === '"' || char === "'") && html.charAt(index - 1) === "=") mark = char;
  }
  scan.quotes = false;
  const next = html.indexOf("<", at + 1);
  const end = html.slice(at, next < 0 ? undefined : next).indexOf(">");
  return end < 0 ? -1 : at + end;
}

function joined(lines: readonly string[]): string {
  const kept: string[] = [];
  for (const line of lines) if (line !== "" || (kept.length > 0 && kept.at(-1) !== "")) kept.push(line);
  return kept.join("\n").trim();
}
