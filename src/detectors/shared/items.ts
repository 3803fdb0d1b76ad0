import type { Turn } from "../../model/index.js";
import { type Hinted, hinted } from "./hinted.js";

/** A thing that agents ask for and customers give once. */
export interface Item {
  readonly name: string;
  /** How it is asked for, or named at all. */
  readonly named: Hinted;
  /** How a customer gives it unasked. */
  readonly given?: Pick<Hinted, "test">;
}

const NUMBER = String.raw`(?:\p{L}*\d[\p{L}\d-]*|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|oh|zero|double|triple)\b)`;

/** "…number", with what it is the number of; given with a figure, or spelled, close behind. */
const numbered = (name: string, words: string): Item => ({
  name,
  named: hinted(
    new RegExp(String.raw`\b(?:${words})(?:'s)? ?(?:number|no\b|id\b|ref\b|reference|code)`, "iu"),
    ...words.split("|"),
  ),
  given: hinted(
    new RegExp(
      String.raw`\b(?:${words})(?: (?:number|no|id|ref|reference|code))?(?:'s|s)?(?: is| ends in| ends|:| #|,|-)? ?(?:um |uh |er )?#?${NUMBER}`,
      "iu",
    ),
    ...words.split("|"),
  ),
});

/** What something happened to, by a word and its number or name: "flat six". */
const placed = (name: string): Item => ({
  name,
  named: hinted(
    new RegExp(String.raw`\b(?:which|what) ${name}\b(?! (?:is|was) ${name})`, "iu"),
    `which ${name}`,
    `what ${name}`,
  ),
  given: hinted(new RegExp(String.raw`\b${name} (?:number )?${NUMBER}`, "iu"), name),
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
    named: hinted(/\blast (?:four|4)\b/iu, "last "),
    given: hinted(
      /\bend(?:s|ing)? (?:in |with )?(?:\d{4}|(?:(?:one|two|three|four|five|six|seven|eight|nine|oh|zero) ){3})/iu,
      "end",
    ),
  },
  {
    name: "e-mail",
    named: hinted(/\be-?mail(?: address)?\b/iu, "mail"),
    given: {
      test: ({ text }: Turn) =>
        /\S@\S|\bat (?:gmail|yahoo|hotmail|outlook|icloud|example) dot\b/iu.test(text),
    },
  },
  {
    name: "postcode",
    named: hinted(/\b(?:post ?code|postal code|zip)\b/iu, "post", "zip"),
    given: hinted(
      new RegExp(
        String.raw`\b(?:post ?code|zip)\b[^.?!]{0,40}?\b(?:\p{L}{1,2}\d|\d{5}|\p{L} ${NUMBER})`,
        "iu",
      ),
      "post",
      "zip",
    ),
  },
  {
    name: "date of birth",
    named: hinted(/\b(?:date of birth|birth ?date|d\.?o\.?b)\b/iu, "birth", "dob", "d.o", "do.b"),
    given: hinted(
      /\b(?:date of birth|birth ?date|d\.?o\.?b|born)\b[^?]{0,20}?[?.,:]?[^?]{0,30}\b(?:january|february|march|april|may|june|july|august|september|october|november|december|\d{1,2}[/.-]\d)/iu,
      "birth",
      "dob",
      "d.o",
      "do.b",
      "born",
    ),
  },
  { name: "surname", named: hinted(/\b(?:sur|last |second |family )name\b/iu, "name") },
  {
    name: "full name",
    named: hinted(/\b(?:full name|your name|name please|whats the name|what'?s the name)\b/iu, "name"),
    given: hinted(/\bmy name(?:'?s| is) \p{L}/iu, "name"),
  },
  {
    name: "address",
    named: hinted(
      /\b(?:first line of|home address|delivery address|billing address|your address|the address)\b/iu,
      "address",
      "first line of",
    ),
    given: hinted(/\bmy address(?:'?s| is)? \S/iu, "my address"),
  },
  ...["flat", "room", "unit", "apartment", "seat", "gate", "platform", "flight", "terminal", "branch"].map(
    placed,
  ),
  {
    name: "when",
    named: hinted(
      /\bwhen did (?:it|this|that|the \p{L}+) (?:begin|start|happen|stop|break|arrive)\b/iu,
      "when did ",
    ),
    given: hinted(
      /\b(?:it|this|that) (?:all )?(?:began|started|happened|stopped|broke|arrived) (?:\p{L}+ )?(?:on|last|yesterday|this|in|at|after|two|three|a|about)\b/iu,
      "began",
      "started",
      "happened",
      "stopped",
      "broke",
      "arrived",
    ),
  },
];
