import { LIMIT_KINDS, LIMITS, type LimitName, limitValue, sizeText } from "../../src/engine/limits.js";
import type { Format } from "../../src/model/index.js";

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |\n`;

/** `docs/formats.md`, made of the shelf: nobody writes it by hand. */
export function pageOfFormats(formats: readonly Format[]): string {
  const sorted = [...formats].sort((a, b) => (a.name < b.name ? -1 : 1));
  const isRead = ({ about }: Format): boolean => about.roles !== "not read";
  const read = sorted.filter(isRead);
  const refused = sorted.filter(format => !isRead(format));
  const count = (status: Format["status"]): number => read.filter(format => format.status === status).length;
  return `# Formats

Made from the shelf by \`npm run docs\`; a test holds it equal. \`attune formats\` lists the same, and \`attune formats FILE\` says how a file is taken.

${read.length} formats are read. How far each is proven, and no further: **real**, an actual export was read (${count("real")}); **fixture**, somebody
else's hand-written example was (${count("fixture")}); **documented**, only what the vendor, a standard or public code says (${count("documented")}).

${row(["format", "what it is", "proven by", "recognised by", "roles", "times", "overlap", "traps handled"])}${row(Array<string>(8).fill("---"))}${read
  .map(({ name, title, status, about }) =>
    row([
      `\`${name}\``,
      title,
      status,
      about.recognised,
      about.roles,
      about.times,
      about.overlap,
      about.traps,
    ]),
  )
  .join("")}
## Recognised and refused by name

${row(["format", "what it is", "recognised by"])}${row(Array<string>(3).fill("---"))}${refused
  .map(({ name, title, about }) => row([`\`${name}\``, title, about.recognised]))
  .join("")}
## How a file is taken

By its content, never by its name. Each format says how sure it is, 0 to 1; the surest wins, wherever it stands on the shelf. Two that are equally sure, or one
that only guesses, are a problem that names them, and \`--from FORMAT\` settles it. A text inside an envelope (JSON, a table, a vCon) is recognised by itself again.

## Archives

\`.gz\`, \`.zip\`, \`.tar\` and \`.tar.gz\` are opened, by content too, and an archive in an archive; what lies in them is named \`archive.zip!inner/call.json\`. Nothing is ever
written, so a path inside may say what it likes. JSONL and long JSON lists are read piece by piece, packed or not. What asks for too much is refused by the name of
a limit; \`--limit NAME=VALUE\` or \`limits:\` in the config moves it:

${row(["limit", "counts", "unless you say otherwise"])}${row(Array<string>(3).fill("---"))}${limitRows()}
## Formats of your own

\`formats:\` in the config describes an export that attune does not know, in JSON, JSONL, CSV, XML or a workbook. Paths are keys with dots between; lists on the way
are gone through; in a table a path is the name of a column, in XML \`@name\` is an attribute and \`.\` the element's own words. It takes part in recognition like the others.

\`\`\`yaml
formats:
  - name: acme
    match: "*-acme.json" # optional: globs of file names
    conversations: calls # optional: where one file holds many
    turns: data.parts # left out in tables, and where a line of JSONL is a turn
    text: said
    speaker: by.nick
    role: by.side # optional
    roles: { A: agent, B: customer } # optional: what labels mean
    start: at
    end: until
    unit: ms # auto, s, ms, us, ticks, clock, iso
    id: meta.no
    agent: meta.agent
    language: meta.lang
    channel: voice
\`\`\`

## What is known beside the export

\`--name-pattern "{agent}_{date}_{id}"\` reads agent, queue, channel, date, language, duration and id (and names of your own) out of file names; \`--metadata calls.csv\` takes
them from a table with a column \`id\` or \`file\`. The table wins over the name, and both over the export, except for the id and for moments that the export knows more exactly.
`;
}

function limitRows(): string {
  return (Object.keys(LIMITS) as LimitName[])
    .map(name => {
      const { what, size } = LIMIT_KINDS[name];
      const value = size ? sizeText(LIMITS[name]) : String(LIMITS[name]);
      if (limitValue(name, value) !== LIMITS[name])
        throw new Error(`Unexpected limit ${name}, expected one that can be written`);
      return row([`\`${name}\``, what, value]);
    })
    .join("");
}
