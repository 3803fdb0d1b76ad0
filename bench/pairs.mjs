// Ratios of whole processes, A and B in turn, so that a machine whose speed drifts cannot favour either.
import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";

const median = values => [...values].sort((a, b) => a - b)[values.length >> 1];

function once(args) {
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  const spent = performance.now() - from;
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
  return spent;
}

/** Runs two commands pair by pair; gives the median of each and of their ratio. */
export function pairs(a, b, runs) {
  once(a);
  once(b);
  const all = Array.from({ length: runs }, () => {
    const spent = [once(a), once(b)];
    return { a: spent[0], b: spent[1], ratio: spent[0] / spent[1] };
  });
  const ratios = all.map(({ ratio }) => ratio);
  return {
    a: median(all.map(pair => pair.a)),
    b: median(all.map(pair => pair.b)),
    ratio: median(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios),
  };
}
