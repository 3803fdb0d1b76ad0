/** How far a rate may lie from what was counted. */
export interface Interval {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** Of a normal curve, 95 % lie within so many deviations. */
const Z = 1.959964;

/** Wilson's 95 % interval of a rate, honest where few were counted; undefined where none was. */
export function wilson(hits: number, n: number): Interval | undefined {
  if (n <= 0) return undefined;
  const rate = hits / n;
  const spread = 1 + Z ** 2 / n;
  const middle = (rate + Z ** 2 / (2 * n)) / spread;
  const reach = (Z * Math.sqrt((rate * (1 - rate)) / n + Z ** 2 / (4 * n ** 2))) / spread;
  return { rate, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}
