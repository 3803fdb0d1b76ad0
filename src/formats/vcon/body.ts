import { type Json, textOf } from "../shared/chat-json.js";

/** What a dialog or analysis holds: text, or a JSON value; undefined where it holds nothing. */
export type Body = { readonly text: string } | { readonly json: object } | undefined;

/** Reads `body` by its encoding; JSON in a string is JSON all the same. */
export function bodyOf(part: Json): Body {
  const body = part.body ?? part.transcript;
  if (typeof body === "object" && body !== null) return { json: body };
  const text =
    part.encoding === "base64url" || part.encoding === "base64" ? decoded(textOf(body)) : textOf(body);
  if (text.trim() === "") return undefined;
  const json = parsed(text);
  return json === undefined ? { text } : { json };
}

function decoded(text: string): string {
  return Buffer.from(text, "base64url").toString("utf8");
}

function parsed(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text.slice(0, 200))) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
