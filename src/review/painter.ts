/** Draws frames on a screen of our own, writing only the lines that changed. */
export interface Painter {
  paint(frame: string): void;
  /** The screen was emptied or has another size: nothing of the frame before counts. */
  forget(): void;
}

/**
 * Ink's own way to write changed lines alone (6.8) is a line off wherever a frame ends above the last row, and its other
 * way rewrites everything; here every changed line goes to its row, between the marks that keep a terminal from
 * showing half a frame.
 */
export function createPainter(write: (text: string) => void): Painter {
  let before: readonly string[] = [];
  return {
    paint(frame) {
      const lines = frame.replace(/\n$/, "").split("\n");
      const changed = lines.flatMap((line, i) =>
        line === before[i] ? [] : [`\u001B[${i + 1};1H${line}\u001B[0m\u001B[K`],
      );
      if (lines.length < before.length) changed.push(`\u001B[${lines.length + 1};1H\u001B[J`);
      before = lines;
      if (changed.length > 0) write(`\u001B[?2026h${changed.join("")}\u001B[?2026l`);
    },
    forget() {
      before = [];
    },
  };
}
