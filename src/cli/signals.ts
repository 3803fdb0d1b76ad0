import type { Reports } from "./reports.js";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * On Ctrl-C and its like: leave no half file, then die of the signal as the shell expects. What ends of itself when asked
 * is asked first (`end`), and dies of the second. Returns what takes it back.
 */
export function abandonOnSignal(reports: Pick<Reports, "abandon">, end?: () => void): () => void {
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
    reports.abandon();
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, die);
  return release;
}
