const STAMP = /^\((\d{1,2}):(\d{2}):(\d{2})(?: ?([AP])\.?M\.?)?\) ?(.*)$/i;

/** A line as Zendesk Chat writes transcripts in text: "(10:05:03 AM) Name: text". */
export interface StampedLine {
  /** Milliseconds since midnight. */
  readonly clock: number;
  readonly rest: string;
}

/** Reads the stamp of a line; undefined where it has none. */
export function stampOf(line: string): StampedLine | undefined {
  const match = line.charCodeAt(0) === 40 ? STAMP.exec(line) : null;
  if (match === null) return undefined;
  const [, hour, minute, second, half, rest = ""] = match;
  return { clock: clockOf(Number(hour), Number(minute), Number(second), half), rest };
}

/** Milliseconds since midnight; "a" or "p" makes it a twelve-hour clock. */
export function clockOf(hour: number, minute: number, second: number, half = ""): number {
  const of12 = half === "" ? hour : (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return ((of12 * 60 + minute) * 60 + second) * 1000;
}

/** Whether a text is such a transcript: two lines or more begin with a stamp, one of them among the first few. */
export function stampedChat(text: string): boolean {
  if (!/^\(\d/m.test(text.slice(0, 8_000))) return false;
  const lines = text.slice(0, 8_000).split(/\r?\n/).slice(0, 60);
  const stamped = lines.filter(line => STAMP.test(line)).length;
  return stamped >= 2 || (stamped === 1 && lines.length <= 3);
}

/** Clock times as milliseconds from the first; a clock that runs backwards by half a day has passed midnight. */
export function fromFirst(clocks: readonly number[]): readonly number[] {
  const [first = 0] = clocks;
  let last = first;
  let days = 0;
  return clocks.map(clock => {
    if (clock + 43_200_000 < last) days += 1;
    last = clock;
    return days * 86_400_000 + clock - first;
  });
}
