import type { Role } from "../../model/index.js";

/** A stretch of a cue's text, and the voice tag it stands in; `voice` is left out where there is none. */
export interface Voiced {
  readonly voice?: string;
  /** The role that a class of the voice tag names (`<v.agent Ana>`), as our own captions do. */
  readonly role?: Role;
  readonly text: string;
}

const ROLES: readonly Role[] = ["agent", "customer", "supervisor", "bot", "system", "other"];

/** Cue text without its tags (`<i>`, `<c.colorE5E5E5>`, `<00:19.000>`), cut where the voice (`<v Name>`) changes. Entities stay. */
export function voiced(text: string): readonly Voiced[] {
  if (!text.includes("<")) return [{ text }];
  const parts: Voiced[] = [];
  let voice: string | undefined;
  let role: Role | undefined;
  let plain = "";
  const flush = () => {
    if (plain.trim() !== "")
      parts.push({ text: plain, ...(voice !== undefined && { voice }), ...(role !== undefined && { role }) });
    plain = "";
  };
  let at = 0;
  for (let open = text.indexOf("<"); open >= 0; open = text.indexOf("<", at)) {
    const close = isTag(text, open) ? text.indexOf(">", open) : -1;
    if (close < 0 && !isTag(text, open)) {
      plain += text.slice(at, open + 1);
      at = open + 1;
      continue;
    }
    plain += text.slice(at, open);
    // A tag that never closes: all that follows is the tag.
    if (close < 0) return finish(parts, flush);
    const tag = text.slice(open + 1, close);
    if (isVoice(tag)) {
      flush();
      voice = nameIn(tag);
      role = ROLES.find(word => tag.startsWith(`v.${word} `));
    } else if (tag === "/v") {
      flush();
      voice = undefined;
      role = undefined;
    }
    at = close + 1;
  }
  plain += text.slice(at);
  return finish(parts, flush);
}

/** Cue text without any tags. */
export function bare(text: string): string {
  if (!text.includes("<")) return text;
  return voiced(text)
    .map(part => part.text)
    .join("");
}

function finish(parts: readonly Voiced[], flush: () => void): readonly Voiced[] {
  flush();
  return parts;
}

/** «a < b» is no tag: one starts with a letter, a slash or the digit of a time. */
function isTag(text: string, open: number): boolean {
  return /[a-z/\d]/i.test(text[open + 1] ?? "");
}

function isVoice(tag: string): boolean {
  return tag[0] === "v" && (tag.length === 1 || /[\s.]/.test(tag[1] ?? ""));
}

/** «v.loud Ana Souza» → «Ana Souza». */
function nameIn(tag: string): string {
  const space = tag.search(/\s/);
  return space < 0 ? "" : decode(tag.slice(space + 1)).trim();
}

const NAMED: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&apos;": "'",
  "&nbsp;": " ",
};

/** Entities of a name; those of texts are left to the engine, which decodes once. */
function decode(name: string): string {
  return name.includes("&")
    ? name.replace(/&(?:amp|lt|gt|quot|#39|apos|nbsp);/g, entity => NAMED[entity] ?? entity)
    : name;
}
