/** What stands above the conversation, and the line (0-based) at which that ends. */
export interface Header {
  readonly until: number;
  readonly facts: ReadonlyMap<string, string>;
}

/** Names of facts about a conversation, as people write them above it. */
const KEYS: ReadonlySet<string> = new Set(
  "date|time|date/time|datetime|duration|length|call length|call duration|participants|attendees|speakers|call id|callid|conversation id|contact id|interaction id|chat id|session id|case|case id|ticket|ticket id|subject|topic|queue|channel|language|location|recording|recording date|start|start time|started|end|end time|ended|agent name|agent id|representative name|customer name|customer id|account|account number|call type|type|direction|caller id|ani|dnis|disposition|outcome|scenario|title|transcript|summary|department|company|phone|phone number|transcribed by|file|source|call reference|reference|id".split(
    "|",
  ),
);

const SEARCHED = 25;
const PAIR = /^([^:]{1,40}):\s{0,8}(.{0,300})$/;

/** Facts at the head of a text: pairs with known keys, and whatever pairs stand in one block with them. */
export function headerOf(lines: readonly string[]): Header {
  const facts = new Map<string, string>();
  let until = 0;
  for (const [index, line] of lines.slice(0, SEARCHED).entries()) {
    const text = bare(line);
    if (text === "" || isRule(text)) continue;
    const fact = factIn(text);
    if (fact === undefined) {
      if (PAIR.test(text) || index > 2) break;
      continue;
    }
    facts.set(...fact);
    until = index + 1;
  }
  return until === 0 ? { until, facts } : restOfBlock(lines, until, facts);
}

/** A known fact in a line, its key in lower case; undefined for anything else. */
export function factIn(line: string): readonly [string, string] | undefined {
  const [, key = "", value = ""] = PAIR.exec(bare(line)) ?? [];
  const name = key.trim().toLowerCase();
  return KEYS.has(name) && value.trim() !== "" ? [name, value.trim()] : undefined;
}

const DRAWN = /^[-=_*#~.\s]/;

/** Whether a line is drawn rather than written: dashes, equals signs, stars. */
export function isRule(line: string): boolean {
  return DRAWN.test(line) && /^[-=_*#~.\s]{3,200}$/.test(line.slice(0, 201)) && /\S/.test(line);
}

/** «Agent: Ana Lopez» beside «Date: …» is a fact; a blank line ends such a block. */
function restOfBlock(lines: readonly string[], from: number, facts: Map<string, string>): Header {
  const above = lines.slice(0, from).map(line => line.trim());
  for (const line of above.slice(above.lastIndexOf("") + 1)) putShort(facts, line);
  let index = from;
  while (index < lines.length && bare(lines[index] ?? "") !== "" && isShort(lines[index] ?? "")) index++;
  const ends = index >= lines.length || bare(lines[index] ?? "") === "" || isRule(lines[index] ?? "");
  if (!ends) return { until: from, facts };
  for (const line of lines.slice(from, index)) putShort(facts, line);
  return { until: index, facts };
}

function putShort(facts: Map<string, string>, line: string): void {
  const [, key = "", value = ""] = PAIR.exec(bare(line)) ?? [];
  const name = key.trim().toLowerCase();
  if (isShort(line) && !facts.has(name)) facts.set(name, value.trim());
}

function isShort(line: string): boolean {
  const [, , value = ""] = PAIR.exec(bare(line)) ?? [];
  return value !== "" && value.split(/\s+/).length <= 5 && !/[.?!]$/.test(value);
}

function bare(line: string): string {
  return line
    .trim()
    .replace(/^[#*>\s]{1,8}/, "")
    .replaceAll("**", "");
}
