import { createHmac, randomBytes } from "node:crypto";
import { join } from "node:path";
import { textOf, writeWhole } from "./disk.js";

/** A keyed hash: without the store's key nobody can try names or ids through. */
export type Mac = (text: string) => string;

/** The keyed hash of a store; its key is a secret, made by chance when it is first needed, and is in no other place. */
export function macOf(store: string): Mac {
  const path = join(store, "key");
  let key = textOf(path)?.trim();
  if (key === undefined || !/^[0-9a-f]{64}$/.test(key)) {
    key = randomBytes(32).toString("hex");
    writeWhole(path, `${key}\n`);
  }
  const secret = Buffer.from(key, "hex");
  return text => createHmac("sha256", secret).update(text).digest("hex").slice(0, 32);
}

/** Whether a name is a pseudonym already. */
export const isAlias = (name: string): boolean => /^agent-[0-9a-f]{10}$/.test(name);

/** The pseudonym of an agent: the same for the same name however it is spaced and capitalised. */
export const aliasOf =
  (mac: Mac) =>
  (name: string): string =>
    `agent-${mac(`agent:${name.normalize("NFKC").trim().replace(/\s+/gu, " ").toLowerCase()}`).slice(0, 10)}`;
