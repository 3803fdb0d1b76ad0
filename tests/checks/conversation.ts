import { ACTS } from "../../src/checklist/base.js";
import { KINDS } from "../../src/checklist/check.js";
import { readFields } from "../../src/checklist/fields.js";
import { isMap, readYaml } from "../../src/checklist/yaml.js";
import { factsOf } from "../../src/engine/facts.js";
import { indexSignals, sceneOf } from "../../src/engine/scene.js";
import { dialog } from "../../src/formats/dialog.js";
import type { Facts, Judgement, Scope, Signal, Transcript } from "../../src/model/index.js";

/** Acts that tests give by hand: `empathy@1` is one in turn 1; `hold@3[kept=no]` has a particular. */
export function signalsOf(given: readonly string[], { turns }: Transcript): readonly Signal[] {
  return given.map(text => {
    const [, act = "", turn = "", key, value] =
      /^([a-z-]+)@(\d+)(?:\[([a-z-]+)=([a-z-]+)\])?$/.exec(text) ?? [];
    const at = turns[Number(turn)];
    if (!at) throw new Error(`Unexpected signal ${text}, expected act@turn`);
    const detail = key && value ? { detail: { [key]: value } } : {};
    return {
      detector: act,
      role: at.role,
      evidence: [{ turn: at.index, from: 0, to: at.text.length }],
      ...detail,
    };
  });
}

/** A kind's options from the YAML of one check, with what was wrong in it. */
export function optionsOf(
  kind: string,
  yaml: string,
): { readonly options: unknown; readonly wrong: readonly string[] } {
  const file = readYaml("test.yaml", yaml);
  if (!isMap(file.root)) throw new Error(`Unexpected YAML: ${yaml}`);
  const fields = readFields(file, file.root, { shipped: ACTS, acts: ACTS });
  const options = KINDS.get(kind)!.parse(fields);
  fields.finish();
  return { options, wrong: file.problems.map(({ message }) => message) };
}

/** Asks one kind of a small conversation in which these acts were heard. */
export function ask(
  kind: string,
  yaml: string,
  lines: readonly string[],
  given: readonly string[] = [],
  { scope = {}, facts }: { readonly scope?: Scope; readonly facts?: Partial<Facts> } = {},
): Judgement {
  const transcript = dialog(lines);
  const signals = signalsOf(given, transcript);
  const { options, wrong } = optionsOf(kind, yaml);
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
  const measured = { ...factsOf(transcript, signals), ...facts };
  return KINDS.get(kind)!.judge(options, sceneOf(transcript, indexSignals(signals), scope, measured));
}
