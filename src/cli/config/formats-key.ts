import * as shelf from "../../formats/index.js";
import { type Mapping, UNITS, type Unit } from "../../formats/shared/mapped/mapping.js";
import { type Path, pathOf } from "../../formats/shared/mapped/paths.js";
import type { Channel, Role } from "../../model/index.js";
import { unexpectedName } from "../unexpected.js";
import { isMapping, type Key, type Mistake } from "./read.js";

const PATHS = [
  "conversations",
  "turns",
  "text",
  "speaker",
  "role",
  "start",
  "end",
  "id",
  "agent",
  "language",
] as const;
const KEYS: readonly string[] = ["name", "match", "unit", "channel", "roles", ...PATHS];
const ROLES: readonly Role[] = ["agent", "customer", "supervisor", "bot", "system", "other"];
const CHANNELS: readonly Channel[] = ["voice", "chat", "email"];

/** Formats of the user's own, for exports that nobody knows. */
export const formatsKey: Key<readonly Mapping[]> = {
  summary:
    "Formats of your own, a list: name, match (globs), conversations, turns, text, speaker, role, start, end, id, agent, language (paths), unit, channel, roles",
  fallback: [],
  show: value => value.map(({ name }) => name).join(", "),
  read(written) {
    if (!Array.isArray(written))
      return { expected: "a list of formats, each with `name`, `text` and more paths" };
    const mistakes: Mistake[] = [];
    const taken = new Set(Object.values(shelf).map(({ name }) => name));
    const value = written.map((item: unknown, at) =>
      mappingIn(item, taken, (keys, message) => mistakes.push({ at: [at, ...keys], message })),
    );
    return mistakes.length > 0 ? { mistakes } : { value };
  },
};

type Wrong = (keys: readonly (string | number)[], message: string) => void;

function mappingIn(item: unknown, taken: Set<string>, wrong: Wrong): Mapping {
  if (!isMapping(item)) {
    wrong([], "Unexpected value, expected a format: `name`, `text` and more paths");
    return { name: "", match: [], text: [], unit: "auto", roles: new Map() };
  }
  for (const key of Object.keys(item))
    if (!KEYS.includes(key)) wrong([key], unexpectedName("key", key, KEYS));
  const name = nameIn(item.name, taken, wrong);
  const paths = new Map(PATHS.flatMap(key => pathIn(key, item[key], wrong)));
  if (item.text === undefined)
    wrong([], "Unexpected format without `text`, expected the path from a turn to its words");
  if (item.speaker === undefined && item.role === undefined)
    wrong([], "Unexpected format without `speaker` or `role`, expected the path from a turn to who says it");
  const channel = choice("channel", item.channel, CHANNELS, wrong);
  const optional = Object.fromEntries([...paths].filter(([key]) => key !== "text"));
  return {
    ...optional,
    name,
    match: matchIn(item.match, wrong),
    text: paths.get("text") ?? [],
    unit: choice<Unit>("unit", item.unit, UNITS, wrong) ?? "auto",
    ...(channel !== undefined && { channel }),
    roles: rolesIn(item.roles, wrong),
  };
}

function nameIn(written: unknown, taken: Set<string>, wrong: Wrong): string {
  if (typeof written !== "string" || !/^[a-z][a-z0-9-]{0,40}$/.test(written)) {
    wrong(
      written === undefined ? [] : ["name"],
      "Unexpected format without a usable `name`, expected small letters, digits and hyphens",
    );
    return "";
  }
  if (taken.has(written))
    wrong(["name"], `Unexpected second format \`${written}\`, expected a name of its own`);
  taken.add(written);
  return written;
}

function pathIn(
  key: (typeof PATHS)[number],
  written: unknown,
  wrong: Wrong,
): readonly (readonly [string, Path])[] {
  if (written === undefined) return [];
  if (typeof written === "string" && written !== "" && written.length <= 300) return [[key, pathOf(written)]];
  const list = Array.isArray(written) && written.every((step): step is string => typeof step === "string");
  if (list) return [[key, written]];
  wrong([key], `Unexpected value of \`${key}\`, expected a path such as data.turns, or a list of its keys`);
  return [];
}

function matchIn(written: unknown, wrong: Wrong): readonly string[] {
  const list: readonly unknown[] = written === undefined ? [] : Array.isArray(written) ? written : [written];
  if (list.every((glob): glob is string => typeof glob === "string" && glob !== "")) return list;
  wrong(
    ["match"],
    "Unexpected value of `match`, expected a glob of file names such as *-acme.json, or a list of them",
  );
  return [];
}

function choice<T extends string>(
  key: string,
  written: unknown,
  among: readonly T[],
  wrong: Wrong,
): T | undefined {
  if (written === undefined) return undefined;
  const found = among.find(each => each === written);
  if (found === undefined) wrong([key], unexpectedName(key, String(written).slice(0, 40), among));
  return found;
}

function rolesIn(written: unknown, wrong: Wrong): ReadonlyMap<string, Role> {
  if (written === undefined) return new Map();
  if (!isMapping(written)) {
    wrong(["roles"], "Unexpected value of `roles`, expected a role for each label, such as `A: agent`");
    return new Map();
  }
  return new Map(
    Object.entries(written).flatMap(([label, word]): readonly (readonly [string, Role])[] => {
      const role = ROLES.find(each => each === word);
      if (role === undefined)
        wrong(["roles", label], unexpectedName("role", String(word).slice(0, 40), ROLES));
      return role === undefined ? [] : [[label.trim().toLowerCase(), role]];
    }),
  );
}
