/** Kinds of personal data that are masked. */
export type Kind = "email" | "phone" | "card" | "iban";

/** [from, to) in a text. */
export type Range = readonly [number, number];

/** Personal data found in a text. */
export interface Masked {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}
