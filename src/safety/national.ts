import * as tfn from "stdnum/lib/cjs/au/tfn.js";
import * as cpf from "stdnum/lib/cjs/br/cpf.js";
import * as sin from "stdnum/lib/cjs/ca/sin.js";
import * as idnr from "stdnum/lib/cjs/de/idnr.js";
import * as dni from "stdnum/lib/cjs/es/dni.js";
import * as nie from "stdnum/lib/cjs/es/nie.js";
import * as nir from "stdnum/lib/cjs/fr/nir.js";
import * as nino from "stdnum/lib/cjs/gb/nino.js";
import * as pps from "stdnum/lib/cjs/ie/pps.js";
import * as aadhaar from "stdnum/lib/cjs/in/aadhaar.js";
import * as pan from "stdnum/lib/cjs/in/pan.js";
import * as codiceFiscale from "stdnum/lib/cjs/it/codicefiscale.js";
import * as bsn from "stdnum/lib/cjs/nl/bsn.js";

/** A national number: how it looks without separators, and what its check figure says. */
export interface National {
  readonly shape: RegExp;
  readonly valid: (compact: string) => boolean;
  /** How it must be written to count where nobody names it; left out, its shape is telling enough. */
  readonly written?: RegExp;
  /** Words that name it; where they stand before it, the check figure alone decides. */
  readonly named?: RegExp;
}

const by =
  ({ validate }: { readonly validate: (value: string) => { readonly isValid: boolean } }) =>
  (compact: string): boolean =>
    validate(compact).isValid;

const NEVER = /^(?!)/;

/** Numbers that are known by a shape or a check figure; why these, and why stdnum: masking.md. */
export const NATIONAL: readonly National[] = [
  // No check figure; stdnum knows the numbers that were printed in advertisements, and a mask may hide those too.
  {
    shape: /^(?!000|666|9)\d{3}(?!00)\d\d(?!0000)\d{4}$/,
    valid: () => true,
    written: /^\d{3}-\d{2}-\d{4}$/,
    named: /(?<!\p{L})social(?!\p{L})/iu,
  },
  { shape: /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/, valid: by(nino) },
  { shape: /^\d{8}[A-HJ-NP-TV-Z]$/, valid: by(dni) },
  { shape: /^[XYZ]\d{7}[A-HJ-NP-TV-Z]$/, valid: by(nie) },
  { shape: /^[A-Z]{6}\d\d[A-EHLMPR-T]\d\d[A-Z]\d{3}[A-Z]$/, valid: by(codiceFiscale) },
  { shape: /^[12]\d\d(?:0[1-9]|1[0-2])\d[\dAB]\d{8}$/, valid: by(nir), written: /[\s.-]|^\d{15}$/ },
  { shape: /^[A-Z]{3}P[A-Z]\d{4}[A-Z]$/, valid: by(pan) },
  { shape: /^\d{7}[A-W][A-IW]?$/, valid: by(pps) },
  { shape: /^[2-9]\d{11}$/, valid: by(aadhaar), written: /^\d{4}([ -])\d{4}\1\d{4}$/ },
  {
    shape: /^\d{11}$/,
    valid: by(cpf),
    written: /^\d{3}\.\d{3}\.\d{3}-\d{2}$/,
    named: /(?<!\p{L})tax ?(?:payer|id|number|payer id)/iu,
  },
  {
    shape: /^[1-9]\d{10}$/,
    valid: by(idnr),
    written: /^\d{2} \d{3} \d{3} \d{3}$/,
    named: /(?<!\p{L})tax (?:id|number|identification)|steuer/iu,
  },
  { shape: /^\d{9}$/, valid: by(sin), written: NEVER, named: /(?<!\p{L})sin(?!\p{L})/iu },
  { shape: /^\d{8,9}$/, valid: by(bsn), written: NEVER, named: /(?<!\p{L})(?:citizen|dutch)/iu },
  { shape: /^\d{8,9}$/, valid: by(tfn), written: NEVER, named: /(?<!\p{L})tax (?:file )?(?:number|id)/iu },
];
