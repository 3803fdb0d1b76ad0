/** Kinds of personal data that are masked; the mask shows them as they are written here. */
export type Kind =
  | "email"
  | "phone"
  | "card"
  | "iban"
  | "id"
  | "name"
  | "secret"
  | "date of birth"
  | "address";

/** [from, to) in a text. */
export type Range = readonly [number, number];

/** Personal data found in a text. */
export interface Masked {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}
