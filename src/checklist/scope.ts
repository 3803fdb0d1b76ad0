import { selectors } from "../checks/shared/select.js";
import { type Condition, type Fields, type Scope, SITUATIONS } from "../model/index.js";
import { closest } from "./closest.js";

const ROLES = ["agent", "customer", "supervisor"] as const;
const PARTS = ["opening", "closing"] as const;
const CHANNELS = ["voice", "chat", "email"] as const;
const STRETCH = /^(\d{1,5})(s|%)?$/;

/** Fields that say where a check looks. */
export const SCOPE_FIELDS = ["by", "in", "first", "last", "after", "before", "while"] as const;

/** Reads where a check looks. */
export function readScope(fields: Fields): Scope {
  return {
    ...(fields.has("by") && { by: fields.choice("by", ROLES) }),
    ...(fields.has("in") && { part: fields.choice("in", PARTS) }),
    ...stretch(fields, "first"),
    ...stretch(fields, "last"),
    ...(fields.has("after") && { after: fields.act("after") }),
    ...(fields.has("before") && { before: fields.act("before") }),
    ...(fields.has("while") && fields.choice("while", ["upset"]) && { whileUpset: true }),
  };
}

/** `3` turns, `30s` or `20%`. */
function stretch(fields: Fields, name: "first" | "last"): Scope {
  if (!fields.has(name)) return {};
  const text = fields.text(name);
  const [, digits, unit] = STRETCH.exec(text) ?? [];
  const count = Number(digits);
  if (digits === undefined || count === 0 || (unit === "%" && count > 100)) {
    fields.wrong(
      name,
      `Unexpected \`${text}\`, expected turns such as \`3\`, seconds such as \`30s\` or a part such as \`20%\``,
    );
    return {};
  }
  if (unit === "s") return name === "first" ? { firstSeconds: count } : { lastSeconds: count };
  if (unit === "%") return name === "first" ? { firstShare: count / 100 } : { lastShare: count / 100 };
  return name === "first" ? { first: count } : { last: count };
}

/** Reads `applies-when`; nothing where there is none. */
export function readCondition(fields: Fields): readonly Condition[] {
  const within = fields.within("applies-when");
  if (!within) return [];
  const heard = selectors(within, "heard");
  const kinds = situations(within).map(kind => ({
    act: "situation",
    where: ["kind", kind] as const,
    atLeast: 1,
  }));
  const metadata = within.pairs("metadata");
  const channels = within.texts("channel").flatMap(text => {
    const found = CHANNELS.find(each => each === text);
    if (!found) within.wrong("channel", `Unexpected channel \`${text}\`, expected ${CHANNELS.join(", ")}`);
    return found ? [found] : [];
  });
  return [
    {
      ...(channels.length > 0 && { channels }),
      ...(metadata.length > 0 && { metadata }),
      ...(heard.length > 0 && { heard }),
    },
    ...(kinds.length > 0 ? [{ heard: kinds }] : []),
  ];
}

/** The situations asked for; a misspelt one is a problem. */
function situations(within: Fields): readonly string[] {
  const asked = within.texts("situation");
  for (const kind of asked)
    if (!(SITUATIONS as readonly string[]).includes(kind))
      within.wrong("situation", `Unexpected situation \`${kind}\`, expected ${closest(kind, SITUATIONS)}`);
  return asked;
}
