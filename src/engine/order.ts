import type { Detector } from "../model/index.js";

/** Detectors so that each comes after those it waits for; the shelf's own order decides the rest. */
export function inOrder(detectors: readonly Detector[]): readonly Detector[] {
  const done = new Set<string>();
  const order: Detector[] = [];
  const giver = new Map(
    detectors.flatMap(detector =>
      [detector.name, ...(detector.acts ?? [])].map(act => [act, detector] as const),
    ),
  );
  const visit = (detector: Detector, above: readonly string[]): void => {
    if (done.has(detector.name)) return;
    if (above.includes(detector.name))
      throw new Error(`Detectors wait for one another: ${[...above, detector.name].join(" → ")}`);
    for (const name of detector.after ?? []) {
      const before = giver.get(name);
      if (!before) throw new Error(`Detector ${detector.name} waits for ${name}, which nobody gives`);
      visit(before, [...above, detector.name]);
    }
    done.add(detector.name);
    order.push(detector);
  };
  for (const detector of detectors) visit(detector, []);
  return order;
}
