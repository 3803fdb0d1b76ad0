/** The only place that prints. Text that comes here has passed its door in `safety`. */

const NARROWEST = 40;
const USUAL_WIDTH = 80;
const WIDEST = 1_000;

let closed = false;
let failed: string | undefined;

process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
  closed = true;
  // `attune … | head` is done reading: not an error, and nobody is there to be told of it. A full disk is one.
  if (code !== "EPIPE") failed = message;
});
process.stderr.on("error", () => {});

/** Nobody reads standard output any more. */
export const outputClosed = (): boolean => closed;

/** Why standard output could not be written, if it could not. */
export const outputFailed = (): string | undefined => failed;

let drawn = "";

/** Whether somebody watches standard error who can be told how far a run is. */
export const isFollowed = (env: Readonly<Record<string, string | undefined>>): boolean =>
  process.stderr.isTTY === true && !env.CI && env.TERM !== "dumb";

/** Draws the one line of progress anew on standard error; "" takes it away. */
export function progressLine(text: string): void {
  if (text === drawn) return;
  drawn = text.slice(0, Math.max(0, widthOf(undefined, process.stderr.columns) - 1));
  process.stderr.write(`\r\u001B[2K${drawn}`);
}

/** Writes to standard output; resolves when the reader can take more. */
export function print(text: string): Promise<void> | undefined {
  if (process.stdout.isTTY && text !== "") progressLine("");
  if (closed || text === "" || process.stdout.write(text)) return undefined;
  return new Promise(resolve => {
    const go = () => {
      process.stdout.off("drain", go).off("error", go);
      resolve();
    };
    process.stdout.on("drain", go).on("error", go);
  });
}

/** Writes to standard error: what is about the run, not its result. */
export function note(text: string): void {
  progressLine("");
  process.stderr.write(text);
}

/** Columns to write for: COLUMNS if set, else the terminal's, else 80; never under 40. */
export function widthOf(columns: string | undefined, terminal: number | undefined): number {
  const asked = /^\d{1,5}$/.test(columns ?? "") ? Number(columns) : 0;
  return Math.min(Math.max(asked || terminal || USUAL_WIDTH, NARROWEST), WIDEST);
}

/** Columns of help, on whichever stream. */
export const helpWidth = (): number => widthOf(process.env.COLUMNS, process.stdout.columns);

/** When to colour. */
export type When = "auto" | "always" | "never";

/** Whether to colour: the flag first, then NO_COLOR and FORCE_COLOR, then whether a person is looking. */
export function colorOf(
  when: When,
  env: Readonly<Record<string, string | undefined>>,
  terminal: boolean,
): boolean {
  if (when !== "auto") return when === "always";
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return !["0", "false"].includes(env.FORCE_COLOR);
  return terminal && env.TERM !== "dumb";
}

/** Width and colour for standard output. */
export function stdoutPage(when: When): { readonly width: number; readonly color: boolean } {
  const { isTTY, columns } = process.stdout;
  return {
    width: widthOf(process.env.COLUMNS, columns),
    color: colorOf(when, process.env, isTTY === true),
  };
}

/** Width and colour for a file: coloured only where that was asked for in so many words. */
export function filePage(when: When): { readonly width: number; readonly color: boolean } {
  return { width: widthOf(process.env.COLUMNS, undefined), color: when === "always" };
}

/** Whether a person sits at a terminal that can be drawn on. */
export const hasScreen = (): boolean =>
  process.stdin.isTTY === true && process.stdout.isTTY === true && process.env.TERM !== "dumb";

/** The terminal, to be drawn on: a screen of its own, and the one before it back afterwards. */
export const screen = {
  stdin: process.stdin,
  stdout: process.stdout,
  enter: (): void => void process.stdout.write("\u001B[?1049h\u001B[?25l\u001B[2J\u001B[H"),
  clear: (): void => void process.stdout.write("\u001B[2J\u001B[H"),
  leave(): void {
    if (process.stdin.isTTY) process.stdin.setRawMode(false);
    process.stdout.write("\u001B[0m\u001B[?25h\u001B[?1049l");
  },
};

/** Lines of standard input, one at a time; nothing where there is no more. */
export async function* heardLines(): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of process.stdin.setEncoding("utf8")) {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}
