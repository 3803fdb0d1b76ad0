import { writeSync } from "node:fs";
import { openStore } from "../../src/store/open.js";
import { auditOf } from "./audits.js";

/** A run of a hundred audits that says what it kept. */
const [store = "", from = "0"] = process.argv.slice(2);
const open = await openStore(store, {
  attune: "0.1.0",
  day: "2026-11-25",
  mask: text => text,
  patience: { busy: 30_000, silent: 30_000 },
});
if ("problem" in open) throw new Error(open.problem.message);
for (let i = Number(from); i < Number(from) + 100; i++) open.add(auditOf({ id: `c-${i}` }));
writeSync(1, `${JSON.stringify(open.close())}\n`);
