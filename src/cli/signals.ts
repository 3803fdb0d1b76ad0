import type { Reports } from "./reports.js";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** On Ctrl-C and its like: leave no half file, then die of the signal as the shell expects. Returns what takes it back. */
export function abandonOnSignal(reports: Pick<Reports, "abandon">): () => void {
  const release = () => {
    for (const signal of SIGNALS) process.off(signal, die);
  };
  const die = (signal: NodeJS.Signals) => {
    release();
    reports.abandon();
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, die);
  return release;
}
