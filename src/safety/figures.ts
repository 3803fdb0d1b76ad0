const AT = 64;
const SMALL_A = 97;
const SMALL_Z = 122;

/** Letters packed five bits each; six fit. */
const pack = (word: string): number =>
  [...word].reduce((packed, letter) => (packed << 5) | (letter.charCodeAt(0) & 31), 0);

/** A word by its last six letters says what it may lead to. */
const SPOKEN = 1;
const NAME = 2;
const WORDS = 4;
/** Words that no find of secrets.ts is without. */
export const SECRET = 8;
/** The same of births.ts. */
export const BIRTH = 16;
/** The same of addresses.ts, and figures behind letters as in a postcode. */
export const ADDRESS = 32;
/** The same of ids.ts, as far as somebody names the number. */
export const ID = 64;
/** The same of a name behind «name», «go by», «known as». */
export const TOLD = 128;
/** All of these: what cannot be told by one look. */
export const ANYTHING = SECRET | BIRTH | ADDRESS | ID | TOLD;

const LEADS = tableOf([
  // Number words of up to six letters; those in «teen» and «ty» are told by their endings.
  [SPOKEN, "oh zero one two three four five six seven eight nine double triple treble ten eleven twelve"],
  // «My name is», «this is … speaking», «it's», «I'm», «call me»: the words that names.ts looks for.
  [NAME, "name surname speaking talking chatting calling this here its im am me go m s"],
  // What secrets.ts, births.ts, addresses.ts and ids.ts look for.
  [
    WORDS,
    "password passcode passphrase phrase pass pin pins cvv cvc cv otp security secured maiden memorable secret verification confirmation authenticator authentication access pet answer " +
      "birth birthdate birthday born dob address addresses postcode postal zip code live lives living reside resides deliver delivered send sent ship shipped mail post moved move moving " +
      "social ssn ni nino pan cpf bsn tfn dni nie sin nhs pps nir insurance aadhaar aadhar adhaar tax taxpayer medicare passport license licence identity national id steuer fiscale " +
      "burgerservicenummer insee",
  ],
  [
    SECRET,
    "password passcode passphrase pass pin pincode pinnumber cvv cvc cv otp digits security secret memorable maiden answer code pet",
  ],
  [BIRTH, "birth birthdate birthdates birthday birthdays born dob b"],
  [
    ADDRESS,
    "address addressed addresses addressing addressee live lives living reside resides staying deliver delivered delivery send ship mail post sent shipped moved moving came going at zip code codes zipcode zipcodes postal postcode postcodes postalcode",
  ],
  [
    ID,
    "social ssn national nin nino n ni aadhaar aadhar aadaar aadar pan cpf bsn burgerservicenummer tax taxpayer tfn medicare nhs steuer steuerid steueridentifikationsnummer fiscale " +
      "dni nie insurance pps passport license licence identity id",
  ],
  [TOLD, "go known"],
]);

/** Packed word → its bits, each word under all that it may lead to. */
function tableOf(lists: readonly (readonly [number, string])[]): ReadonlyMap<number, number> {
  const table = new Map<number, number>();
  for (const [bit, words] of lists)
    for (const word of words.split(" ")) {
      const packed = pack(word.slice(-6));
      table.set(packed, (table.get(packed) ?? 0) | bit);
    }
  return table;
}

/** Most words lead to nothing: their hash says so without a look into the table. */
const HASHED = new Uint8Array(4_096);
for (const packed of LEADS.keys()) HASHED[hashOf(packed)] = 1;
function hashOf(packed: number): number {
  return (Math.imul(packed, 0x9e3779b1) >>> 20) & 4_095;
}

const NAME_END = pack("name");
const TEEN = pack("teen");
const TY = pack("ty");
const O = pack("o");
const AT_WORD = pack("at");
/** Number words that count for nothing by themselves and part no number: noughts, and «hundred» by its last six letters. */
const JOINS: ReadonlySet<number> = new Set(["nought", "naught", "undred"].map(pack));

/** Farther apart than this, in characters, two figures are never of one number: twice the longest gap in one that is read out. */
const APART = 40;

/** What a plain text may hold: a mailbox, the most figures that stand near each other, written and spoken (a word counts for three), and words that lead on. */
export interface Hints {
  readonly mailbox: boolean;
  readonly figures: number;
  /** A word that may lead to a customer's name. */
  readonly names: boolean;
  /** A word that may lead to a secret, a birth, an address or a named number, or figures behind letters as in a postcode. */
  readonly words: boolean;
  /** Bits of what it can lead to, SECRET to TOLD: what has no bit is not there. */
  readonly leads: number;
}

/** A text of ASCII alone, looked over once without any expression; undefined for any other text. */
export function hintsOf(text: string): Hints | undefined {
  let mailbox = false;
  let figures = 0;
  let run = 0;
  let last = 0;
  let leading = 0;
  let packed = 0;
  let length = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    if (code > 127) return undefined;
    // A control character inside a word is left out before anybody looks for the word.
    if ((code < 32 && i < text.length && code !== 9 && code !== 10 && code !== 13) || code === 127)
      leading |= ANYTHING;
    const small = code | 32;
    if (small >= SMALL_A && small <= SMALL_Z && code >= 65) {
      // Six letters are kept; of a longer word, its last six.
      packed = ((packed << 5) | (code & 31)) & 0x3fffffff;
      length++;
      continue;
    }
    if (length > 0) {
      const lead = HASHED[hashOf(packed)] === 1 ? (LEADS.get(packed) ?? 0) : 0;
      leading |= lead;
      if ((packed & 0xfffff) === NAME_END) leading |= TOLD;
      if (length === 2 && packed === AT_WORD) mailbox = true;
      else {
        const said = figuresOf(packed, length, lead);
        if (said > 0 || ((length === 6 || length === 7) && JOINS.has(packed))) {
          run = i - length - last > APART ? said : run + said;
          last = i;
          if (run > figures) figures = run;
        }
      }
      if (length < 3 && code >= 48 && code <= 57) leading |= WORDS | ADDRESS;
      packed = 0;
      length = 0;
    }
    if (code === AT) mailbox = true;
    else if (code >= 48 && code <= 57) {
      run = i - last > APART ? 1 : run + 1;
      last = i + 1;
      if (run > figures) figures = run;
    }
  }
  return {
    mailbox,
    figures,
    names: (leading & NAME) !== 0,
    words: (leading & WORDS) !== 0,
    leads: leading & ANYTHING,
  };
}

/** How many figures a word can say: 1 for «o», 3 for any other number word. */
function figuresOf(packed: number, length: number, lead: number): number {
  if (length === 1) return packed === O ? 1 : 0;
  if (length <= 6 && (lead & SPOKEN) !== 0) return 3;
  if (length >= 5 && length <= 7 && (packed & 0x3ff) === TY) return 3;
  return length >= 5 && length <= 8 && (packed & 0xfffff) === TEEN ? 3 : 0;
}
