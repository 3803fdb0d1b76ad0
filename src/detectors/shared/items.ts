/** A thing that agents ask for and customers give once. */
export interface Item {
  readonly name: string;
  /** How it is asked for, or named at all. */
  readonly named: RegExp;
  /** Letters of which it never goes without one. */
  readonly keys: readonly string[];
  /** How a customer gives it unasked. */
  readonly given?: RegExp;
}

const NUMBER = String.raw`(?:\p{L}*\d[\p{L}\d-]*|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|oh|zero|double|triple)\b)`;

/** "…number", with what it is the number of; given with a figure, or spelled, close behind. */
const numbered = (name: string, words: string): Item => ({
  name,
  keys: words.split("|"),
  named: new RegExp(String.raw`\b(?:${words})(?:'s)? ?(?:number|no\b|id\b|ref\b|reference|code)`, "iu"),
  given: new RegExp(
    String.raw`\b(?:${words})(?: (?:number|no|id|ref|reference|code))?(?:'s|s)?(?: is| ends in| ends|:| #|,|-)? ?(?:um |uh |er )?#?${NUMBER}`,
    "iu",
  ),
});

/** What something happened to, by a word and its number or name: "flat six". */
const placed = (name: string): Item => ({
  name,
  keys: [name],
  named: new RegExp(String.raw`\b(?:which|what) ${name}\b(?! (?:is|was) ${name})`, "iu"),
  given: new RegExp(String.raw`\b${name} (?:number )?${NUMBER}`, "iu"),
});

/** Everything an agent may ask for twice. */
export const ITEMS: readonly Item[] = [
  numbered("order number", "order|purchase"),
  numbered("booking reference", "booking|reservation|confirmation|record"),
  numbered("account number", "account|customer|member|membership|client"),
  numbered("policy number", "policy|claim|case|ticket|complaint"),
  numbered("tracking number", "tracking|parcel|consignment|shipment"),
  numbered("serial number", "serial|model|meter|asset"),
  numbered("phone number", "phone|mobile|contact|telephone|cell|callback"),
  {
    name: "last four",
    keys: ["last "],
    named: /\blast (?:four|4)\b/iu,
    given:
      /\bend(?:s|ing)? (?:in |with )?(?:\d{4}|(?:(?:one|two|three|four|five|six|seven|eight|nine|oh|zero) ){3})/iu,
  },
  {
    name: "e-mail",
    keys: ["mail"],
    named: /\be-?mail(?: address)?\b/iu,
    given: /\S@\S|\bat (?:gmail|yahoo|hotmail|outlook|icloud|example) dot\b/iu,
  },
  {
    name: "postcode",
    keys: ["post", "zip"],
    named: /\b(?:post ?code|postal code|zip)\b/iu,
    given: new RegExp(
      String.raw`\b(?:post ?code|zip)\b[^.?!]{0,40}?\b(?:\p{L}{1,2}\d|\d{5}|\p{L} ${NUMBER})`,
      "iu",
    ),
  },
  {
    name: "date of birth",
    keys: ["birth", "dob", "d.o", "do.b"],
    named: /\b(?:date of birth|birth ?date|d\.?o\.?b)\b/iu,
    given:
      /\b(?:date of birth|birth ?date|d\.?o\.?b|born)\b[^?]{0,20}?[?.,:]?[^?]{0,30}\b(?:january|february|march|april|may|june|july|august|september|october|november|december|\d{1,2}[/.-]\d)/iu,
  },
  { name: "surname", keys: ["name"], named: /\b(?:sur|last |second |family )name\b/iu },
  {
    name: "full name",
    keys: ["name"],
    named: /\b(?:full name|your name|name please|whats the name|what'?s the name)\b/iu,
    given: /\bmy name(?:'?s| is) \p{L}/iu,
  },
  {
    name: "address",
    keys: ["address", "first line of"],
    named: /\b(?:first line of|home address|delivery address|billing address|your address|the address)\b/iu,
    given: /\bmy address(?:'?s| is)? \S/iu,
  },
  ...["flat", "room", "unit", "apartment", "seat", "gate", "platform", "flight", "terminal", "branch"].map(
    placed,
  ),
  {
    name: "when",
    keys: ["when did "],
    named: /\bwhen did (?:it|this|that|the \p{L}+) (?:begin|start|happen|stop|break|arrive)\b/iu,
    given:
      /\b(?:it|this|that) (?:all )?(?:began|started|happened|stopped|broke|arrived) (?:\p{L}+ )?(?:on|last|yesterday|this|in|at|after|two|three|a|about)\b/iu,
  },
];

/** A text in which this finds nothing names none of them. */
export const ANY_ITEM = new RegExp(
  [...new Set(ITEMS.flatMap(({ keys }) => keys))].map(key => key.replaceAll(".", "\\.")).join("|"),
  "iu",
);
