const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What must not be left half done. */
export interface Abandoned {
  abandon(): void;
}

/**
 * On Ctrl-C and its like: leave no half file, then die of the signal as the shell expects. What ends of itself when asked
 * is asked first (`end`), and dies of the second. Ask before anything is opened, and add to `held` what is: signals are
 * heard only between, so none comes too early. Returns what takes it back.
 */
export function abandonOnSignal(held: readonly Abandoned[], end?: () => void): () => void {
  let asked = false;
  const release = () => {
    for (const signal of SIGNALS) process.off(signal, die);
  };
  const die = (signal: NodeJS.Signals) => {
    if (end !== undefined && !asked) {
      asked = true;
      return end();
    }
    release();
    for (const one of held) one.abandon();
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, die);
  return release;
}
