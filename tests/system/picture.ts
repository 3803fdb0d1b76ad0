import stringWidth from "string-width";

/** Width and height of a character cell, and the room around the screen, in the units of the picture. */
const CELL = { width: 8.4, height: 18 };
const ROOM = { side: 16, top: 40, bottom: 14 };
const BACK = "#11161d";
const FRONT = "#d7dde5";
const COLOURS: ReadonlyMap<number, string> = new Map([
  [31, "#ff8a80"],
  [32, "#7fd18b"],
  [33, "#ecc263"],
  [34, "#8ab4ff"],
  [35, "#dba6e8"],
  [36, "#6fcbd6"],
  [37, FRONT],
  [94, "#8ab4ff"],
]);

interface Style {
  readonly color: string;
  readonly bold: boolean;
  readonly faint: boolean;
  readonly underline: boolean;
  readonly inverse: boolean;
}

const PLAIN: Style = { color: FRONT, bold: false, faint: false, underline: false, inverse: false };

/** A screen as tmux captures it, colours and all → an SVG that shows it cell by cell. */
export function pictureOf(screen: string, columns: number, title: string): string {
  const lines = screen.split("\n");
  const width = Math.ceil(columns * CELL.width + 2 * ROOM.side);
  const height = lines.length * CELL.height + ROOM.top + ROOM.bottom;
  let style = PLAIN;
  const rows = lines.map((line, row) => {
    const drawn = drawLine(line, row, style);
    style = drawn.style;
    return drawn.parts;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" xml:space="preserve">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="10" fill="${BACK}"/>`,
    ...["#ff8a80", "#ecc263", "#7fd18b"].map(
      (color, i) => `<circle cx="${ROOM.side + 6 + i * 20}" cy="20" r="6" fill="${color}"/>`,
    ),
    ...rows.flat(),
    "</svg>\n",
  ].join("\n");
}

function drawLine(
  line: string,
  row: number,
  before: Style,
): { readonly parts: readonly string[]; readonly style: Style } {
  let style = before;
  let column = 0;
  const parts: string[] = [];
  for (const [, codes, text] of line.matchAll(/\u001b\[([\d;]*)m|([^\u001b]+)/g)) {
    if (text === undefined) style = styled(style, codes as string);
    else {
      parts.push(...drawText(text, column, row, style));
      column += stringWidth(text);
    }
  }
  return { parts, style };
}

/** Words in their place; runs of spaces are not drawn, and every word begins in its own cell whatever the font. */
function drawText(text: string, column: number, row: number, style: Style): readonly string[] {
  const { color, bold, faint, underline, inverse } = style;
  const y = ROOM.top + row * CELL.height;
  const at = (n: number): string => (ROOM.side + n * CELL.width).toFixed(1);
  const width = (stringWidth(text) * CELL.width).toFixed(1);
  const back = inverse
    ? [`<rect x="${at(column)}" y="${y}" width="${width}" height="${CELL.height}" fill="${color}"/>`]
    : [];
  const look = [
    `fill="${inverse ? BACK : color}"`,
    ...(bold ? ['font-weight="bold"'] : []),
    ...(faint ? ['opacity=".6"'] : []),
    ...(underline ? ['text-decoration="underline"'] : []),
  ].join(" ");
  const words = [...text.matchAll(/\S+(?: \S+)*/g)].map(found => {
    const from = column + stringWidth(text.slice(0, found.index));
    const long = (stringWidth(found[0]) * CELL.width).toFixed(1);
    return `<text x="${at(from)}" y="${y + 14}" textLength="${long}" lengthAdjust="spacingAndGlyphs" ${look}>${escaped(found[0])}</text>`;
  });
  return [...back, ...words];
}

function styled(style: Style, codes: string): Style {
  let now = style;
  for (const code of codes.split(";").map(Number)) {
    if (code === 0) now = PLAIN;
    else if (code === 1) now = { ...now, bold: true };
    else if (code === 2) now = { ...now, faint: true };
    else if (code === 4) now = { ...now, underline: true };
    else if (code === 7) now = { ...now, inverse: true };
    else if (code === 22) now = { ...now, bold: false, faint: false };
    else if (code === 24) now = { ...now, underline: false };
    else if (code === 27) now = { ...now, inverse: false };
    else if (code === 39) now = { ...now, color: FRONT };
    else now = { ...now, color: COLOURS.get(code) ?? now.color };
  }
  return now;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
