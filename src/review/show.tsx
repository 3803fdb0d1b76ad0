import { type Instance, render } from "ink";
import { App } from "./app.js";
import { createPainter } from "./painter.js";
import type { Session } from "./session.js";

/** Where the review is drawn and listened to. */
export interface Place {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly color: boolean;
  /** Empties the screen. */
  clear(): void;
}

/** A review on the screen. */
export interface Shown {
  /** Settles when the person quits; rejects with what went wrong. */
  readonly ended: Promise<void>;
  /** Takes it off the screen at once. */
  close(): void;
}

/** Shows a review until it is quit. */
export function showReview(session: Session, { stdin, stdout, color, clear }: Place): Shown {
  const painter = createPainter(text => void stdout.write(text));
  let ink: Instance | undefined;
  let stop = (): void => {};
  const ended = new Promise<void>((resolve, reject) => {
    const app = () => (
      <App session={session} color={color} columns={stdout.columns || 80} rows={stdout.rows || 24} />
    );
    const resized = (): void => {
      painter.forget();
      clear();
      ink?.rerender(app());
    };
    const quit = session.onChange(() => {
      if (session.state().leaving === "quit") stop();
    });
    stop = () => {
      stdout.off("resize", resized);
      quit();
      ink?.unmount();
      ink = undefined;
      resolve();
    };
    stdout.on("resize", resized);
    ink = render(app(), {
      stdin,
      stdout: easel(stdout, painter.paint),
      debug: true,
      exitOnCtrlC: false,
      patchConsole: false,
    });
    ink.waitUntilExit().catch(reject);
  });
  return { ended, close: () => stop() };
}

/** What Ink takes for its terminal: whole frames come out of it, one a change (that is what its `debug` does). */
function easel(stdout: NodeJS.WriteStream, paint: (frame: string) => void): NodeJS.WriteStream {
  const stream = {
    get columns() {
      return stdout.columns;
    },
    get rows() {
      return stdout.rows;
    },
    isTTY: true,
    write(frame: string) {
      if (frame !== "") paint(frame);
      return true;
    },
    on: () => stream,
    off: () => stream,
  };
  return stream as unknown as NodeJS.WriteStream;
}
