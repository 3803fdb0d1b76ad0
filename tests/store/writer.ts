import { writeSync } from "node:fs";
import { openStore } from "../../src/store/open.js";
import { auditOf } from "./audits.js";

/** A run that is to be killed: writes rows for ever and says after each sync how many are on the disk. */
const [store = "", from = "0"] = process.argv.slice(2);
const open = await openStore(store, { attune: "0.1.0", day: "2026-11-25", mask: text => text });
if ("problem" in open) throw new Error(open.problem.message);
for (let i = Number(from); ; i++) {
  open.add(auditOf({ id: `c-${i}`, agent: "Ana" }));
  if (i % 7 === 0) writeSync(1, `${i} ${open.flush()}\n`);
}
