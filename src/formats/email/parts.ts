import { htmlToText } from "../shared/html.js";
import { decodedBody } from "./encoded.js";
import { type Headers, parametersOf, splitMessage } from "./headers.js";

/** Deeper than this nothing is meant to be read. */
const DEEPEST = 6;
/** More parts than this no mail has that a person wrote. */
const MOST = 200;

/** The words of a message: its plain part, else its HTML as text; attachments are none. */
export function wordsOf(headers: Headers, body: string): string {
  const found = find(headers, body, 0);
  return found.plain || found.html;
}

interface Found {
  readonly plain: string;
  readonly html: string;
}

const NOTHING: Found = { plain: "", html: "" };

function find(headers: Headers, body: string, depth: number): Found {
  const { value, parameters } = parametersOf(headers.get("content-type") ?? "text/plain");
  if (/^attachment/i.test(headers.get("content-disposition") ?? "")) return NOTHING;
  const boundary = parameters.get("boundary") ?? "";
  if (value.startsWith("multipart/") && boundary !== "")
    return depth < DEEPEST ? findIn(partsOf(body, boundary), depth + 1) : NOTHING;
  const text = decodedBody(
    body,
    headers.get("content-transfer-encoding") ?? "",
    parameters.get("charset") ?? "",
  );
  if (value === "text/html") return { plain: "", html: htmlToText(text) };
  return value === "text/plain" || value === "" ? { plain: text.trim(), html: "" } : NOTHING;
}

function findIn(parts: readonly string[], depth: number): Found {
  let { plain, html } = NOTHING;
  for (const part of parts) {
    const { headers, body } = splitMessage(part);
    const found = find(headers, body, depth);
    plain ||= found.plain;
    html ||= found.html;
  }
  return { plain, html };
}

function partsOf(body: string, boundary: string): readonly string[] {
  const [, ...parts] = `\n${body}`.split(`\n--${boundary}`, MOST);
  return parts.filter(part => !part.startsWith("--")).map(part => part.slice(part.indexOf("\n") + 1));
}
