import { decodedWords } from "./encoded.js";

/** Header fields by lower-case name; of repeated ones the first. */
export type Headers = ReadonlyMap<string, string>;

const FIELD = /^([!-9;-~]{1,70}):[ \t]*(.*)$/;

/** Splits a message into its header, unfolded, and its body. */
export function splitMessage(text: string): { readonly headers: Headers; readonly body: string } {
  if (text.startsWith("\n")) return { headers: new Map(), body: text.slice(1) };
  const gap = /\n[ \t]*\n/.exec(text);
  const head = gap === null ? text : text.slice(0, gap.index);
  const headers = new Map<string, string>();
  let name = "";
  for (const line of head.split("\n").slice(0, 1_000)) {
    const field = FIELD.exec(line);
    if (/^[ \t]/.test(line) && name !== "") headers.set(name, `${headers.get(name) ?? ""} ${line.trim()}`);
    else if (field !== null) {
      const [, key = "", value = ""] = field;
      name = headers.has(key.toLowerCase()) ? "" : key.toLowerCase();
      if (name !== "") headers.set(name, value.trim());
    }
  }
  return { headers, body: gap === null ? "" : text.slice(gap.index + gap[0].length) };
}

/** Fields that only machines write. */
const FIELDS = ["message-id", "mime-version", "received", "return-path", "delivered-to", "content-type"];
const MACHINE = new RegExp(`(?:${FIELDS.join("|")}):`, "iy");

/** Whether a line begins with one of them: most texts are no mail, and their lines need not be parted for that. */
function hasField(text: string): boolean {
  for (let from = 0; from >= 0; from = text.indexOf("\n", from) + 1 || -1) {
    MACHINE.lastIndex = from;
    if (MACHINE.test(text)) return true;
  }
  return false;
}

/** Whether a text begins as a mail does: with header lines, among them those that only mail has. */
export function looksLikeMail(text: string): boolean {
  const start = text.slice(0, 20_000);
  if (!FIELD.test(start.split("\n", 1)[0] ?? "") || !hasField(start)) return false;
  const { headers } = splitMessage(start);
  const machine = FIELDS.some(name => headers.has(name));
  return (
    machine && headers.has("from") && (headers.has("date") || headers.has("subject") || headers.has("to"))
  );
}

/** A person in a header: name and address. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** The first mailbox of a header field: «"Lopez, Ana" <ana@example.com>». */
export function mailboxOf(field: string): Mailbox {
  const text = decodedWords(field.slice(0, 2_000));
  const open = text.indexOf("<");
  const close = text.indexOf(">", open);
  if (open < 0 || close < 0) return { name: "", address: (text.split(",")[0] ?? "").trim().toLowerCase() };
  const name = text.slice(0, open).trim().replace(/^"|"$/g, "").replace(/\\"/g, '"');
  return {
    name,
    address: text
      .slice(open + 1, close)
      .trim()
      .toLowerCase(),
  };
}

/** A field of the form «text/plain; charset="utf-8"»: its value in lower case, and its parameters. */
export function parametersOf(field: string): {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
} {
  const [value = "", ...rest] = field.slice(0, 4_000).split(";");
  const parameters = new Map<string, string>();
  for (const part of rest) {
    const equals = part.indexOf("=");
    if (equals > 0)
      parameters.set(
        part.slice(0, equals).trim().toLowerCase(),
        part
          .slice(equals + 1)
          .trim()
          .replace(/^"|"$/g, ""),
      );
  }
  return { value: value.trim().toLowerCase(), parameters };
}
