import { accessSync, constants } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** Debian's browser; nothing is downloaded for the tests. */
const EXECUTABLE = "/usr/bin/chromium";
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Whether there is a browser to test in. */
export const hasChromium = ((): boolean => {
  try {
    accessSync(EXECUTABLE, constants.X_OK);
    return true;
  } catch {
    return false;
  }
})();

/** A browser without a window. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: EXECUTABLE, headless: true, args: QUIET });

/** A page with what it said and asked for on the way. */
export interface Opened {
  readonly page: Page;
  /** What the console said, errors of scripts among it. */
  readonly said: readonly string[];
  /** What was asked for besides the file itself. */
  readonly asked: readonly string[];
}

/** Opens a file as a reader would: by a double click. */
export async function openFile(
  browser: Browser,
  file: string,
  options: BrowserContextOptions & { readonly hash?: string } = {},
): Promise<Opened> {
  const { hash = "", ...look } = options;
  const page = await (
    await browser.newContext({ viewport: { width: 1200, height: 900 }, ...look })
  ).newPage();
  const address = pathToFileURL(file).href;
  const [said, asked]: [string[], string[]] = [[], []];
  page.on("console", message => void said.push(message.text()));
  page.on("pageerror", error => void said.push(error.message));
  page.on("request", request => {
    if (request.url().split("#")[0] !== address && !request.url().startsWith("data:"))
      asked.push(request.url());
  });
  await page.goto(address + hash, { waitUntil: "load" });
  return { page, said, asked };
}
