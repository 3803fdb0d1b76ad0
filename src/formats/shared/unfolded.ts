import { isRoleWord } from "./prefix.js";

const LABEL = /(?<=^|[\s.!?"”])(\p{Lu}[\p{L}]{1,20}(?: \p{Lu}?[\p{L}\d]{1,12})?)\s?: ?(?=\S)/gu;
/** Longer texts come in lines. */
const LONGEST = 200_000;
const FEWEST = 3;

/** A conversation in one line, «Agent: Hello. Customer: Hi. Agent: …», a turn a line; any other text as it is. */
export function unfolded(text: string): string {
  const end = text.indexOf("\n");
  if (text.length > LONGEST || (end >= 0 && /\S/.test(text.slice(end, end + 200))) || !text.includes(":"))
    return text;
  const bare = text.trim();
  const labels = [...bare.matchAll(LABEL)].filter(([, label = ""]) => isLabel(label));
  if (labels.length < FEWEST || labels[0]?.index !== 0) return text;
  if (new Set(labels.map(([, label]) => label)).size < 2) return text;
  return labels.map(({ index }, at) => bare.slice(index, labels[at + 1]?.index).trim()).join("\n");
}

function isLabel(label: string): boolean {
  return isRoleWord(label) || /^Speaker \d{1,2}$/.test(label);
}
