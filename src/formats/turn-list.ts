import type { Format, Sniff } from "../model/index.js";
import { get } from "./shared/json.js";
import { no, yes } from "./shared/sniff.js";
import { firstTurnsIn, type TurnsFound, turnListsIn } from "./shared/turn-lists.js";
import { readTurns } from "./shared/turn-reading.js";
import { textKey } from "./shared/turn-text.js";
import { speakerKey, speakerOf } from "./shared/turn-who.js";

/** The generic turn list: `{id?, channel?, agent?, language?, turns: [{speaker, text, start?, end?, at?}]}`. */
export const turnList: Format = {
  name: "turn-list",
  title: "Generic turn list (JSON, JSONL)",
  status: "documented",
  surest: 0.9,
  about: {
    recognised:
      "`turns` with `speaker` and `text`; with less certainty any list of objects with words and a speaker or a direction, wherever it stands",
    roles:
      "where the speaker, a `role` beside it or a table of participants names one; else by messages that come in and go out",
    times: "seconds, or ISO 8601; milliseconds where the name of the key or the pace of speech says so",
    overlap: "yes",
    traps:
      "one conversation a line, one turn a line, several conversations in one list, told apart by their ids; `user` is the customer, beside contacts the staff; private messages are notes, joins and changes of status events; numbers as strings; keys unknown to us kept as metadata",
  },

  sniff({ json }) {
    const found = firstTurnsIn(json);
    return found === undefined ? bare(json) : opinion(found);
  },

  read(document) {
    const found = turnListsIn(document.json);
    const lists =
      found.length > 0 ? found : [{ path: "", turns: listOf(document.json), around: [document.json] }];
    return readTurns(lists, document);
  },
};

function listOf(json: unknown): readonly unknown[] {
  const turns = Array.isArray(json) ? json : get(json, "turns");
  return Array.isArray(turns) ? turns : [];
}

/** `turns` that nobody speaks, or that are none yet. */
function bare(json: unknown): Sniff {
  const turns = get(json, "turns");
  if (!Array.isArray(turns)) return no;
  if (turns.length === 0) return yes(0.4, "`turns` with nothing in it");
  const sample = turns.slice(0, 8);
  const told = sample.filter(turn => textKey(turn) !== undefined);
  return told.length * 2 < sample.length ? no : yes(0.5, "`turns` without speakers");
}

/** Sure of our own keys; a list with other names may well be another format's. */
function opinion({ key, path, turns }: TurnsFound): Sniff {
  const told = turns.slice(0, 8).filter(turn => textKey(turn) !== undefined);
  const said = told.find(turn => speakerKey(turn) !== undefined);
  const who = said === undefined ? "a direction" : `\`${speakerKey(said)}\``;
  const keys = `${who} and \`${textKey(said ?? told[0])}\``;
  const ours = told.every(turn => speakerOf(get(turn, "speaker")) !== "" && textKey(turn) === "text");
  if (ours && key === "turns") return yes(0.9, `\`turns\` with ${keys}`);
  return yes(ours ? 0.55 : 0.4, `a list of turns${path === "" ? "" : ` under \`${path}\``} with ${keys}`);
}
