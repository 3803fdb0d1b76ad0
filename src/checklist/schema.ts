import type { Fields } from "../model/index.js";
import { GUARDS } from "../text/index.js";
import type { Base } from "./base.js";
import { SPEAKERS } from "./changes.js";
import { COMPOSITES, KINDS, readCommon } from "./check.js";
import { readExamples } from "./examples.js";
import { type Asked, objectOf, oneOrMore, recorder, type Schema } from "./recorder.js";
import { readCondition } from "./scope.js";
import { readSections } from "./sections.js";

const TEXT: Schema = { type: ["string", "number"] };
const TEXTS: Schema = { type: "array", items: TEXT };
const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` });
/** Names of the user's own, each with such a thing below it. */
const named = (schema: Schema): Schema => ({
  type: "object",
  propertyNames: { pattern: "^[a-z][a-z0-9-]{0,60}$" },
  additionalProperties: schema,
});
/** Names that exist are offered; others may be the list's own. */
const offered = (names: Iterable<string>, described: string): Schema => ({
  description: described,
  anyOf: [{ enum: [...names].sort() }, TEXT],
});

/** JSON Schema of a checklist, for completion in editors; the loader's own readers say which keys there are. */
export function checklistSchema(base: Base): Schema {
  const [act, check] = [ref("actName"), ref("checkId")];
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "attune checklist",
    ...head(base, check),
    definitions: {
      actName: offered(base.acts, "An act: `empathy`, `hold[kept=yes]`, `positive*2`"),
      checkId: offered(base.known().keys(), "Id of a check"),
      examples: examplesSchema(),
      condition: conditionSchema(),
      check: { anyOf: [...checks(act, true), used(check, act)] },
      part: { anyOf: [check, ...checks(act, false), used(check, act)] },
      phrases: objectOf(
        new Map<string, Schema>([
          ["guards", guards],
          ["phrases", TEXTS],
        ]),
        ["phrases"],
      ),
      edit: objectOf(
        new Map<string, Schema>([
          ["add", oneOrMore(TEXT)],
          ["remove", oneOrMore(TEXT)],
        ]),
      ),
      act: objectOf(
        new Map<string, Schema>([
          ["by", { enum: SPEAKERS, default: "agent" }],
          ["guards", guards],
          ["phrases", TEXTS],
          ["list", TEXT],
          ["not", oneOrMore(TEXT)],
        ]),
      ),
    },
  };
}

const guards = oneOrMore({ enum: GUARDS });

function head(base: Base, check: Schema): Schema {
  const asked: Asked = new Map<string, Schema>([
    ["name", TEXT],
    ["title", TEXT],
    ["version", TEXT],
    ["summary", TEXT],
    ["from", TEXT],
    ["extends", oneOrMore(offered(base.names, "A list that ships, a file, or an npm package"))],
    ["without", oneOrMore(check)],
    ["pass-mark", { type: "number", minimum: 0, maximum: 100, default: 70 }],
    ["bands", { type: "object", additionalProperties: { type: "number", minimum: 0, maximum: 100 } }],
    ["classes", named({ anyOf: [TEXTS, ref("edit")] })],
    ["lists", named(ref("phrases"))],
    ["phrases", { ...named(ref("edit")), description: "Lists to add phrases to or take them away from" }],
    ["acts", named(ref("act"))],
    ["checks", { type: "array", items: ref("check") }],
  ]);
  const fields = recorder(asked);
  readCondition(fields);
  readSections(fields);
  return objectOf(asked, ["name"]);
}

/** The same in every check: written once. */
function inside(read: (fields: Fields) => void, key: string): Schema {
  const asked: Asked = new Map();
  read(recorder(asked, TEXT, ref("actName")));
  return (objectOf(asked).properties as Record<string, Schema>)[key] as Schema;
}
const examplesSchema = (): Schema => inside(readExamples, "examples");
const conditionSchema = (): Schema => inside(readCondition, "applies-when");

function commonKeys(act: Schema): Asked {
  const asked: Asked = new Map();
  readCommon(recorder(asked, TEXT, act));
  return asked.set("examples", ref("examples")).set("applies-when", ref("condition"));
}

/** A check of each kind, with the keys of all checks and its own. */
function checks(act: Schema, whole: boolean): readonly Schema[] {
  const must = whole ? ["id", "title", "coach"] : [];
  const kinds = [...KINDS.values()].map(kind => {
    const asked = commonKeys(act);
    asked.set("kind", { const: kind.name, description: kind.summary });
    asked.set("techniques", oneOrMore(TEXT));
    asked.set("avoids", { type: "boolean" });
    kind.parse(recorder(asked, act, act));
    return objectOf(asked, [...must, "kind"]);
  });
  const composites = COMPOSITES.map(name =>
    objectOf(commonKeys(act).set(name, oneOrMore(ref("part"))), [...must, name]),
  );
  return [...kinds, ...composites];
}

/** A check that is there, with what may be set anew. */
function used(check: Schema, act: Schema): Schema {
  const asked: Asked = new Map([["use", check], ...commonKeys(act)]);
  asked.delete("id");
  return objectOf(asked, ["use"]);
}
