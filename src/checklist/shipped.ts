import { fileURLToPath } from "node:url";

declare const ATTUNE_BUNDLED: boolean | undefined;

const HERE = typeof ATTUNE_BUNDLED === "undefined" ? "../../checklists/" : "../checklists/";
const ROOT = new URL(HERE, import.meta.url);

/** Scorecards that ship, in the order they are listed; a test holds this against the folder. */
export const SHIPPED = [
  "core",
  "restore-control",
  "irate-customer",
  "grace",
  "level-up",
  "complete",
  "house-example",
] as const;

/** Files of the English language pack; a test holds this against the folder. */
export const LANGUAGE = [
  "steering",
  "classes",
  "empathy",
  "apology",
  "positive",
  "refusal",
  "defence",
  "courtesy",
  "listening",
  "resolution",
  "escalation",
  "customer",
  "displeasure",
  "hostility",
  "moves",
  "situation",
] as const;

/** Path of a shipped checklist. */
export const shippedPath = (name: string): string => fileURLToPath(new URL(`${name}.yaml`, ROOT));

/** Path of a file of a language pack. */
export const languagePath = (language: string, file: string): string =>
  fileURLToPath(new URL(`language/${language}/${file}.yaml`, ROOT));

/** Whether a name is one of the shipped scorecards. */
export const isShipped = (name: string): boolean => (SHIPPED as readonly string[]).includes(name);
