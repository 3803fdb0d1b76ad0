import { withoutMarks } from "../shared/chat-lines.js";

/** The opening of a message: its date as three numbers in the order written, its time, who, and the words. */
export interface Head {
  readonly date: readonly [number, number, number];
  readonly separator: string;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** "a", "p", or "" for a 24-hour clock. */
  readonly half: string;
  /** "AM" and "PM" in capitals without dots, as American telephones write them. */
  readonly american: boolean;
  /** "" for a line that nobody said. */
  readonly name: string;
  readonly text: string;
  /** The words begin with the mark that WhatsApp itself puts before what it says. */
  readonly marked: boolean;
}

const HEAD =
  /^(\[)?(\d{1,4})([./-]) ?(\d{1,2})\3 ?(\d{1,4})\.?,?[ \u00a0\u202f](?:klo |kl\. |um |at |à )?(?:(오전|오후|上午|下午)[ \u00a0\u202f]?)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[ \u00a0\u202f]?(([ap])\.?[ \u00a0\u202f]?m)\.?)?(\] ?| [-–] |: )/i;

/** Reads the opening of a message; undefined for a line that goes on with the one above. */
export function headOf(raw: string): Head | undefined {
  const first = raw.charCodeAt(0);
  if (!(first >= 48 && first <= 57) && first !== 91 && first < 0x2000) return undefined;
  const line = withoutMarks(raw);
  const match = HEAD.exec(line);
  if (match === null) return undefined;
  const [
    whole,
    bracket,
    a,
    separator = "/",
    b,
    c,
    asian,
    hour,
    minute,
    second = "0",
    american = "",
    half = "",
    end = "",
  ] = match;
  if ((bracket === "[") !== end.startsWith("]")) return undefined;
  const date = [Number(a), Number(b), Number(c)] as const;
  if (!isDate(date) || Number(hour) > 24 || Number(minute) > 59) return undefined;
  return {
    date,
    separator,
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    half: half.toLowerCase() || halfOf(asian),
    american: /^[AP]M$/.test(american),
    ...spoken(line.slice(whole.length)),
    marked: markedIn(raw),
  };
}

function halfOf(asian: string | undefined): string {
  if (asian === undefined) return "";
  return asian === "오후" || asian === "下午" ? "p" : "a";
}

/** Either end is a year, the others fit a calendar. */
function isDate([a, b, c]: readonly [number, number, number]): boolean {
  if (a > 31) return a > 1990 && a < 2100 && b <= 12 && c <= 31;
  return a > 0 && b > 0 && b <= 31 && (c < 100 || (c > 1990 && c < 2100));
}

function spoken(rest: string): { readonly name: string; readonly text: string } {
  const colon = rest.indexOf(":");
  if (colon < 1 || colon > 80) return { name: "", text: rest.trim() };
  return {
    name: rest
      .slice(0, colon)
      .replace(/^~[ \u00a0\u202f]?/, "")
      .trim(),
    text: rest.slice(colon + 1).trim(),
  };
}

/** iPhones put U+200E before what WhatsApp says in somebody's name: "image omitted", "you deleted this message". */
function markedIn(raw: string): boolean {
  const colon = raw.indexOf(": ", raw.indexOf("]"));
  return colon >= 0 && raw.charCodeAt(colon + 2) === 0x200e;
}
