// Small documents made large by saying what is said in them again and again, each time later.

/** The same document with so many bytes at least, and whether it is `json`, `jsonl` or `text`. */
export function grown(bytes, size) {
  const text = bytes.toString();
  const json = parsed(text);
  if (json !== undefined) return { kind: "json", bytes: Buffer.from(grownJson(json, text.length, size)) };
  const lines = text.replaceAll("\r\n", "\n").trimEnd().split("\n");
  if (lines.every(line => parsed(line) !== undefined))
    return { kind: "jsonl", bytes: Buffer.from(`${repeated(lines, size).join("\n")}\n`) };
  return { kind: "text", bytes: Buffer.from(grownText(lines, size)) };
}

function parsed(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The list that holds most of it, repeated. */
function grownJson(json, length, size) {
  const spare = largestList(json);
  const times = Math.max(1, Math.ceil(size / Math.max(200, JSON.stringify(spare).length)));
  const all = Array.from({ length: times }, () => spare).flat();
  spare.length = 0;
  for (const one of all) spare.push(one);
  return JSON.stringify(json, undefined, length > JSON.stringify(json).length ? 1 : 0);
}

/** The longest list of objects; of lists inside it the outer one, unless it holds few. */
function largestList(json) {
  let best = [];
  let most = -1;
  const look = (value, depth) => {
    if (typeof value !== "object" || value === null || depth > 8) return;
    if (Array.isArray(value) && value.length > 1) {
      const weight = JSON.stringify(value).length * (value.length > 2 ? 1 : 0.5);
      if (weight > most) [best, most] = [value, weight];
    }
    for (const inner of Object.values(value)) look(inner, depth + 1);
  };
  look(json, 0);
  return best;
}

/** What follows the head (or the whole, where there is none) again and again, with a blank line between. */
function grownText(lines, size) {
  const blank = lines.findIndex(line => line.trim() === "");
  const headed = blank > 0 && blank < lines.length / 2;
  const head = headed ? lines.slice(0, blank + 1) : lines.slice(0, 1);
  const body = headed ? lines.slice(blank + 1) : lines.slice(1);
  const gap = lines.some(line => line.trim() === "") ? [""] : [];
  return `${[...head, ...repeated([...body, ...gap], size)].join("\n")}\n`;
}

function repeated(lines, size) {
  const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
  const times = Math.max(1, Math.ceil(size / Math.max(1, length)));
  return Array.from({ length: times }, () => lines).flat();
}
