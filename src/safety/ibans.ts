import type { Range } from "./ranges.js";
import { type Token, tokensIn } from "./tokens.js";

/** Length by country, from the IBAN registry. */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 " +
    "GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 " +
    "MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 " +
    "TR26 UA29 VA22 VG24 XK20 YE30"
  )
    .split(" ")
    .map(entry => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** International bank account numbers, written in any grouping or spelt, by length and mod 97. */
export function ibans(text: string): readonly Range[] {
  const tokens = tokensIn(text);
  const found: Range[] = [];
  for (let first = 0; first < tokens.length; ) {
    const last = ibanFrom(text, tokens, first);
    if (last !== undefined) found.push([tokens[first]?.from ?? 0, tokens[last]?.to ?? 0]);
    first = last === undefined ? first + 1 : last + 1;
  }
  return found;
}

function ibanFrom(text: string, tokens: readonly Token[], first: number): number | undefined {
  let letters = "";
  for (let last = first; last < tokens.length && letters.length < 34; last++) {
    const { from, to, letters: more } = tokens[last] as Token;
    if (last > first && !/^[\s.,-]{1,3}$/.test(text.slice(tokens[last - 1]?.to, from))) return undefined;
    if (to - from > 34 || /^[A-Z]{5}/.test(more)) return undefined;
    letters += more;
    if (letters.length >= 4 && !/^[A-Z]{2}\d\d/.test(letters)) return undefined;
    const length = letters.length < 2 ? 34 : LENGTHS.get(letters.slice(0, 2));
    if (length === undefined || letters.length > length) return undefined;
    if (letters.length === length && /^[A-Z0-9]+$/.test(letters)) return isIban(letters) ? last : undefined;
  }
  return undefined;
}

/** «is 4.0 and the phone number is 925» once passed mod 97: account numbers are figures for the most part. */
function isIban(letters: string): boolean {
  return letters.replace(/\D/g, "").length * 2 >= letters.length && mod97(letters) === 1;
}

function mod97(iban: string): number {
  let rest = 0;
  for (const letter of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(letter, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}
