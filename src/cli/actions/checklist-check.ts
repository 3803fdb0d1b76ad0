import { checksIn, tryExamples } from "../../engine/examples.js";
import { terminal } from "../../safety/index.js";
import { problemLine } from "../complain.js";
import { BROKEN, type Ending, WELL } from "../exit.js";
import { print } from "../output.js";
import { rulesWithExamples } from "../rules.js";

/** Says everything that is wrong with some checklists, or that they are well. */
export async function checklistCheck(files: readonly string[]): Promise<Ending> {
  let ending = WELL;
  for (const file of files) {
    const { checklists, lexicon, own, problems } = await rulesWithExamples([file]);
    const [list] = checklists;
    for (const problem of problems) await print(`${problemLine(problem)}\n`);
    if (problems.length > 0 || list === undefined) {
      ending = BROKEN;
      continue;
    }
    const { trials } = tryExamples(list, own.get(list) ?? { lexicon, acts: [] });
    const wrong = trials.filter(({ heard, example }) => heard?.finding.verdict !== example.verdict).length;
    const told =
      trials.length === 0
        ? "no examples"
        : `${trials.length} examples${wrong > 0 ? `, ${wrong} not as expected (\`attune checklist test\` says which)` : ""}`;
    await print(
      terminal`${file}: ok, ${list.name} ${list.version}, ${checksIn(list.checks).length} checks, ${told}\n`,
    );
  }
  return ending;
}
