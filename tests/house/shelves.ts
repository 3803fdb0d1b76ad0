import { entriesOf, SHELVES } from "./layers.js";
import { importsOf, type Source } from "./source.js";

/** Shelf entries that their index does not list: the re-export is the registry, there is no second one. */
export function unlisted(sources: readonly Source[]): readonly string[] {
  return SHELVES.flatMap(shelf => {
    const index = sources.find(({ path }) => path === `src/${shelf}/index.ts`);
    const listed = new Set(
      (index ? importsOf(index) : []).map(specifier => specifier.replace(/^\.\/([^/.]+).*$/, "$1")),
    );
    return entriesOf(shelf, sources)
      .filter(entry => !listed.has(entry))
      .map(
        entry =>
          `src/${shelf}/${entry}: Unexpected entry that is not listed, expected it in src/${shelf}/index.ts`,
      );
  });
}

/** Shelf entries that no test in the shelf's folder of tests mentions. */
export function untested(sources: readonly Source[], tests: readonly Source[]): readonly string[] {
  return SHELVES.flatMap(shelf => {
    const texts = tests
      .filter(({ path }) => path.startsWith(`tests/${shelf}/`))
      .map(({ path, text }) => `${path}\n${text}`);
    return entriesOf(shelf, sources)
      .filter(entry => !texts.some(text => text.includes(entry) || text.includes(camel(entry))))
      .map(
        entry =>
          `src/${shelf}/${entry}: Unexpected entry without a test, expected one in tests/${shelf}/ that mentions it`,
      );
  });
}

const camel = (name: string): string =>
  name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
