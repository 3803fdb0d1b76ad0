import { formatsKey } from "./formats-key.js";
import { limitsKey } from "./limits-key.js";
import { namePatternKey } from "./name-pattern-key.js";
import { perCheckKey } from "./per-check-key.js";
import type { Key } from "./read.js";
import { remarksKey } from "./remarks-key.js";
import { threadsKey } from "./threads-key.js";

const wrong = (expected: string) => ({ expected });

const names = (
  summary: string,
  fallback: readonly string[],
  files?: "names" | "reports",
): Key<readonly string[]> => ({
  summary,
  fallback,
  ...(files && { files }),
  read(value) {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const good =
      list.every((name): name is string => typeof name === "string" && name !== "") && list.length > 0;
    return good ? { value: list } : wrong("a name or a list of names");
  },
});

const name = (summary: string, files?: "file"): Key<string | undefined> => ({
  summary,
  fallback: undefined,
  ...(files && { files }),
  read: value => (typeof value === "string" && value !== "" ? { value } : wrong("a name")),
});

const number = (summary: string, from: number, to: number, whole: boolean): Key<number | undefined> => ({
  summary,
  fallback: undefined,
  numeric: true,
  read(value) {
    const fits =
      typeof value === "number" && value >= from && value <= to && (!whole || Number.isInteger(value));
    const kind = whole ? "a whole number" : "a number";
    return fits
      ? { value }
      : wrong(to === Number.MAX_SAFE_INTEGER ? `${kind} from ${from}` : `${kind} from ${from} to ${to}`);
  },
});

const flag = (summary: string, fallback: boolean): Key<boolean> => ({
  summary,
  fallback,
  read: value => (typeof value === "boolean" ? { value } : wrong("true or false")),
});

const choice = <const T extends string>(summary: string, among: readonly T[], fallback: T): Key<T> => ({
  summary,
  fallback,
  read(value) {
    const found = among.find(one => one === value);
    return found === undefined ? wrong(`one of ${among.join(", ")}`) : { value: found };
  },
});

/** Every setting that a config file may hold; flags of the same name win over it. */
export const KEYS = {
  checklist: names("Checklists to judge by: names that ship, or files", ["core"], "names"),
  report: names("Reports to write: NAME, or NAME=FILE", ["terminal"], "reports"),
  from: name("Format of the transcripts, when sniffing must not decide"),
  agent: names("Names or words in a speaker's label that mean the agent", []),
  "name-pattern": namePatternKey,
  metadata: name("A table of what is known of each conversation, by id or file name", "file"),
  formats: formatsKey,
  limits: limitsKey,
  quotes: flag("Quote the words that are evidence", true),
  "min-score": number("Least score an audit must reach", 0, 100, false),
  "fail-on": choice(
    "Which audits make the exit status 1",
    ["never", "auto-fail", "fail", "partial"],
    "never",
  ),
  "max-fails": number(
    "Failed checks over the whole run that still make the exit status 0",
    0,
    Number.MAX_SAFE_INTEGER,
    true,
  ),
  "per-check": perCheckKey,
  baseline: name("Baseline of misses that are accepted", "file"),
  "no-worse-than": name("Baseline that no audit may be worse than", "file"),
  "warn-only": flag("Say what is below the bar, and leave the exit status 0", false),
  "remarks-status": remarksKey,
  threads: threadsKey,
  cache: flag("Keep results, masked, so that unchanged conversations are not judged again", true),
  "strict-input": flag("Exit status 2 for anything in a folder that is no transcript", false),
  "max-unreadable": number(
    "Inputs in folders that may be unreadable before the exit status is 2",
    0,
    Number.MAX_SAFE_INTEGER,
    true,
  ),
} satisfies Record<string, Key<never> | Key<unknown>>;

/** Name of a setting. */
export type KeyName = keyof typeof KEYS;

/** All settings, read and complete. */
export type Settings = { readonly [K in KeyName]: (typeof KEYS)[K] extends Key<infer T> ? T : never };

/** Names of all settings, in the order in which they are shown. */
export const KEY_NAMES = Object.keys(KEYS) as readonly KeyName[];

/** Whether a written key is a setting. */
export const isKey = (written: string): written is KeyName => Object.hasOwn(KEYS, written);

/** Settings that a file must not decide, each with the reason. */
export const FLAG_ONLY: ReadonlyMap<string, string> = new Map([
  [
    "cache-location",
    "expected it on the command line: no file found by chance decides where results are kept",
  ],
  ["resume", "expected it on the command line: a run is gone on with once"],
  ["watch", "expected it on the command line: a run that does not end is nobody's default"],
  ["shard", "expected it on the command line: each run of a batch reads its own"],
  ["store", "expected it on the command line: no file found by chance decides where audits are kept"],
  [
    "mask",
    "expected it on the command line: masking is lifted by --no-mask alone, so that no file found by chance can do it",
  ],
  [
    "no-mask",
    "expected it on the command line: masking is lifted by --no-mask alone, so that no file found by chance can do it",
  ],
]);
