/** A line that may begin with the name of who says it. */
export interface Prefixed {
  readonly name: string;
  readonly text: string;
}

const LONGEST = 50;

/**
 * What stands before the colon of «Name: text», «[Name] text», «>> NAME: text» or «- Name: text», if it is short and can be a name at all:
 * a colon also stands in "10:30", in links and in "So here's the thing: we're behind".
 */
export function prefixed(line: string, judged: Judged = new Map()): Prefixed | undefined {
  const bare = LEAD.test(line) ? line.replace(LEAD, "") : line;
  if (bare.startsWith("[")) {
    const close = bare.indexOf("]");
    if (close < 2 || close > LONGEST) return undefined;
    const name = bare.slice(1, close).trim();
    return isNameBy(judged, name)
      ? {
          name,
          text: bare
            .slice(close + 1)
            .replace(/^\s?:/, "")
            .trim(),
        }
      : undefined;
  }
  const colon = colonIn(bare);
  if (colon < 1) return undefined;
  const after = bare[colon + 1];
  if (after !== undefined && !/\s/.test(after) && bare[colon] === ":") return undefined;
  const name = bare.slice(0, colon).trim();
  return isNameBy(judged, name) ? { name, text: bare.slice(colon + 1).trim() } : undefined;
}

/** Words that were judged already: a call has two names and a thousand lines. */
export type Judged = Map<string, boolean>;

const LEAD = /^(?=[\s>–—-])\s{0,20}(?:>>|[-–—])?\s{0,5}/;

function colonIn(bare: string): number {
  const most = Math.min(bare.length, LONGEST + 1);
  for (let at = 0; at < most; at += 1) {
    const code = bare.charCodeAt(at);
    if (code === 0x3a || code === 0xff1a) return at;
  }
  return -1;
}

function isNameBy(judged: Judged, name: string): boolean {
  let known = judged.get(name);
  if (known === undefined) {
    known = isName(name);
    if (judged.size < 5_000) judged.set(name, known);
  }
  return known;
}

/** Whether words can be a name: few, without the marks of a sentence, with a letter (or a telephone number). */
function isName(words: string): boolean {
  if (words.length === 0 || words.length > LONGEST || /[?!;"“”<>{}=]/.test(words)) return false;
  if (/\.\s*$/.test(words) && !/\b\p{L}{1,3}\.\s*$/u.test(words)) return false;
  if (words.split(/\s+/).length > 6) return false;
  return /\p{L}/u.test(words) || /^\+?[\d*().\s-]{7,}$/.test(words);
}

const ROLE_WORD =
  /^(?:agent|rep|representative|csr|advis[oe]r|associate|operator|support|bot|virtual assistant|assistant|customer|caller|client|member|guest|user|visitor|patient|supervisor|manager|ivr|system|speaker|spk|host|interviewer|clerk|employee|staff)[\s_#-]{0,2}\d{0,3}[a-z]?$/i;

/** Whether a label is a word for a role or a numbered speaker: «Agent», «Customer 2», «SPEAKER_00». */
export function isRoleWord(name: string): boolean {
  return name.length <= 40 && ROLE_WORD.test(name.trim());
}

/** Whether every word looks like part of a name: «Ana Souza (Guest)», «Dr. Lee», «JOHN»; not «Okay then». */
export function looksLikeName(name: string): boolean {
  return name
    .split(/\s+/)
    .every(
      word =>
        /^[("]?[^\p{Ll}]/u.test(word) || /^(?:de|da|del|der|den|di|la|le|van|von|bin|al|el|y)$/.test(word),
    );
}

/**
 * The names that lines really begin with: seen twice or a role word; one seen once counts too where it looks like a name and most lines have one.
 * Empty where too few lines carry any.
 */
export function namesAmong(lines: Iterable<string>, judged: Judged = new Map()): ReadonlySet<string> {
  const seen = new Map<string, number>();
  let total = 0;
  for (const line of lines) {
    total += 1;
    const name = prefixed(line, judged)?.name;
    if (name !== undefined) seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  const sure = [...seen].filter(
    ([name, times]) => isRoleWord(name) || times >= (looksLikeName(name) ? 2 : 3),
  );
  const covered = [...seen].filter(([name]) => looksLikeName(name) || isRoleWord(name));
  const share = sum(covered) / Math.max(1, total);
  const all = share >= 0.5 ? [...sure, ...covered] : sure;
  return new Set(sum(sure) / Math.max(1, total) >= 0.1 || share >= 0.5 ? all.map(([name]) => name) : []);
}

function sum(counts: readonly (readonly [string, number])[]): number {
  return counts.reduce((total, [, times]) => total + times, 0);
}
