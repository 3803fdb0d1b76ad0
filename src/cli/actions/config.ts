import { terminal } from "../../safety/index.js";
import { complain } from "../complain.js";
import { PLACES } from "../config/find.js";
import { KEY_NAMES, KEYS, type KeyName } from "../config/keys.js";
import { type Flags, inForce } from "../config/resolve.js";
import { BROKEN, type Ending, WELL } from "../exit.js";
import { print } from "../output.js";
import { limitFlags } from "../reading.js";
import { table } from "../table.js";

/** Shows what is in force and whence. */
export async function config(flags: Flags): Promise<Ending> {
  const { settings, whence, files, problems } = await inForce({ ...flags, ...limitFlags(flags) });
  const none =
    flags.config === false
      ? "none (--no-config)"
      : `none; looked for ${PLACES.join(", ")} here and above, and config.yaml in your folder for attune's settings`;
  const rows = KEY_NAMES.map(key => [key, written(key, settings[key]), whence.get(key) ?? "default"]);
  await print(terminal`Config: ${files.length > 0 ? files.join(", which extends ") : none}\n\n`);
  await print(table(["setting", "value", "from"], rows));
  complain(problems);
  return problems.length > 0 ? BROKEN : WELL;
}

function written(key: KeyName, value: unknown): string {
  const { show } = KEYS[key] as { readonly show?: (value: unknown) => string };
  const text = show ? show(value) : Array.isArray(value) ? value.join(", ") : String(value ?? "");
  return text === "" ? "–" : text;
}
