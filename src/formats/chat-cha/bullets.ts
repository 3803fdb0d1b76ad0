/** An utterance without its bullets, and the times they gave. */
export interface TimedText {
  readonly text: string;
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** A bullet was there and held no times. */
  readonly broken: boolean;
}

const NAK = "\u0015";
const TIMES = /^(\d{1,12})_(\d{1,12})$/;

/** Takes the bullets (`\u0015start_end\u0015`) out of an utterance; several stand in a long one: the first start and the last end count. */
export function timedText(written: string): TimedText {
  if (!written.includes(NAK)) return bareTimes(written);
  const parts = written.split(NAK);
  const bullets = parts.flatMap((part, index) => (index % 2 === 1 ? [TIMES.exec(part)] : []));
  const known = bullets.filter(times => times !== null);
  const open = parts.length % 2 === 0;
  const text = parts.filter(
    (_, index) => index % 2 === 0 || (open && index === parts.length - 1 && !bullets.at(-1)),
  );
  return {
    text: text.length === 1 ? (text[0] ?? "") : text.join(" "),
    start: numberIn(known[0]?.[1]),
    end: numberIn(known.at(-1)?.[2]),
    broken: known.length < bullets.length,
  };
}

/** Some tools drop the NAKs and leave «12_340» at the end. */
function bareTimes(written: string): TimedText {
  const space = written.lastIndexOf(" ");
  const times = space < 0 ? null : TIMES.exec(written.slice(space + 1));
  if (!times) return { text: written, start: undefined, end: undefined, broken: false };
  return { text: written.slice(0, space), start: numberIn(times[1]), end: numberIn(times[2]), broken: false };
}

function numberIn(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}
