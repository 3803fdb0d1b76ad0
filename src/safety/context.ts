/** What the words around a number say it is. */
export type Context = "phone" | "other" | "none";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const PHONE = set(
  "phone phones telephone tel mobile mobiles cell cellphone landline whatsapp handset fax call calling called ring rang ringing text texting texted sms dial " +
    "dialling reach reachable contact callback hotline helpline voicemail",
);
const PHONE_NOUN = set("phone telephone tel mobile cell cellphone landline whatsapp fax callback voicemail");
const OTHER = set(
  "order orders reference ref invoice ticket case tracking track parcel shipment consignment account acct booking reservation confirmation serial model part sku policy claim id " +
    "member membership loyalty customer postcode zip version pin code isbn batch meter flight imei item product receipt transaction po card job " +
    "incident request device router sort iban vat ean barcode voucher coupon docket delivery licence license passport complaint asset error",
);
/** Words that only lead from the noun to the number. */
const LEADS = set(
  "is was it its s the a my your our his her their that this those these of for which would will be as at on to under with by with and or so well um uh erm er yeah yes sure okay ok " +
    "ends ending starts starting begins called best me us him them back please sorry hi hello i'm im here there one again m re just still",
);
const NUMBER = set("number numbers no nr num digits nos");

const REACH = 90;

/** Judges the number at [from, to) by the words before it, then by those after it, then by the turn before. */
export function contextOf(text: string, from: number, to: number, before: string): Context {
  const own = backwards(text.slice(Math.max(0, from - REACH), from));
  if (own !== "none") return own;
  const behind =
    /^[^\p{L}\p{N}]{0,3}(?:is|was|that's|that is) (?:my|our|the|his|her|their) (?:\p{L}{1,12} )?(\p{L}{1,12})/iu.exec(
      text.slice(to, to + 50),
    );
  const noun = (behind?.[1] ?? "").toLowerCase();
  if (PHONE.has(noun) || NUMBER.has(noun))
    return /order|ref|account|ticket|case/i.test(behind?.[0] ?? "") ? "other" : "phone";
  if (OTHER.has(noun)) return "other";
  return asked(before);
}

const words = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+|\d+|[#.?!;]/gu) ?? [];

/** The words before a number, nearest first, back to the sentence's beginning or to another number. */
function clauseBefore(text: string): readonly string[] {
  const said = words(text).toReversed();
  const stop = said.findIndex((word, i) =>
    /^[.?!;]/.test(word) ? i > 0 : /^\d/.test(word) && said[i - 1] !== "or",
  );
  return said.slice(0, stop < 0 ? undefined : stop).filter(word => /^[\p{L}#]/u.test(word));
}

function backwards(text: string): Context {
  const said = clauseBefore(text);
  let number = false;
  for (const [i, word] of said.entries()) {
    if (word === "#") return "other";
    if (NUMBER.has(word)) number = true;
    else if (PHONE.has(word)) return "phone";
    else if (OTHER.has(word))
      return said.slice(i, i + 7).some(earlier => PHONE_NOUN.has(earlier)) ? "phone" : "other";
    else if (!LEADS.has(word)) break;
  }
  return number ? "phone" : "none";
}

let heard = "";
let meant: Context = "none";

/** What the turn before asked for; a turn may hold many numbers, and the question stays the same. */
function asked(before: string): Context {
  if (before === heard) return meant;
  meant = askedIn(before);
  heard = before;
  return meant;
}

/** The last noun decides. */
function askedIn(before: string): Context {
  for (const word of words(before.slice(-160)).toReversed()) {
    if (PHONE_NOUN.has(word)) return "phone";
    if (OTHER.has(word)) return "other";
  }
  return /\b(?:call|ring|text|reach|contact) you\b/i.test(before.slice(-160)) ? "phone" : "none";
}
