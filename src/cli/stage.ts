import type { Session } from "../review/session.js";
import { note, screen } from "./output.js";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Shows a review on a screen of its own; however it ends, the terminal is left as it was. */
export async function onStage(session: Session, color: boolean): Promise<void> {
  const { showReview } = await import("../review/show.js");
  let up = true;
  const leave = (): void => {
    if (!up) return;
    up = false;
    shown.close();
    screen.leave();
  };
  const die = (signal: NodeJS.Signals): void => {
    leave();
    release();
    process.kill(process.pid, signal);
  };
  const crash = (error: unknown): void => {
    leave();
    note(
      `attune: this is a bug, please report it: ${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exit(2);
  };
  const release = (): void => {
    for (const signal of SIGNALS) process.off(signal, die);
    process.off("uncaughtException", crash).off("unhandledRejection", crash).off("exit", leave);
  };
  for (const signal of SIGNALS) process.on(signal, die);
  process.on("uncaughtException", crash).on("unhandledRejection", crash).on("exit", leave);

  screen.enter();
  const shown = showReview(session, { ...screen, color });
  try {
    await shown.ended;
  } finally {
    leave();
    release();
  }
}
