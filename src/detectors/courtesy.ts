import type { Detector, Signal, Turn } from "../model/index.js";
import { listed } from "./shared/lists.js";
import { agentTurns, perTurn, placeOf, signal } from "./shared/turns.js";

/** Greets in the opening. */
export const greeting: Detector = {
  name: "greeting",
  summary: "A greeting in the agent's first turns",
  detect: talk =>
    agentTurns(talk)
      .slice(0, 3)
      .flatMap(turn => perTurn("greeting", turn, talk.in(turn.index, "greeting"))),
};

/** Agent turns at the end in which a parting word counts, and those in which any courtesy does. */
const PARTING = 3;
const LAST = 2;
/** Acts that are a kindness at the end. */
const KIND = ["empathy", "follow-up", "gratitude", "humour", "apology"] as const;

/** Courtesy at the end. */
export const goodbye: Detector = {
  name: "goodbye",
  summary: "A parting word in the agent's last turns, or another kindness in the last two",
  after: KIND,

  detect(talk, earlier) {
    const kind = KIND.flatMap(act => earlier(act)).map(found => found.evidence[0]!);
    return agentTurns(talk)
      .slice(-PARTING)
      .flatMap((turn, n, { length }) => {
        const hits = talk.in(turn.index, "goodbye");
        if (hits.length) return perTurn("goodbye", turn, hits);
        if (length - n > LAST) return [];
        const place =
          talk.in(turn.index, "courtesy").map(placeOf)[0] ?? kind.find(at => at.turn === turn.index);
        return place ? [signal("goodbye", turn.role, [place])] : warm(turn);
      });
  },
};

/** A heart, a smile, a kiss at the end of a message. */
function warm(turn: Turn): readonly Signal[] {
  const found =
    /[\u{1F60A}\u{1F642}\u{1F600}-\u{1F604}\u{1F970}\u{2764}\u{1F49A}-\u{1F49C}\u{1F917}\u{1F64F}\u{1F389}]|:-?\)|\bx{1,3}\s*$/u.exec(
      turn.text,
    );
  return found
    ? [
        signal("goodbye", turn.role, [
          { turn: turn.index, from: found.index, to: found.index + found[0].length },
        ]),
      ]
    : [];
}

/** A bare order where a request was due. */
export const rudeCommand: Detector = {
  name: "rude-command",
  summary: "A bare order where a polite request was due",

  detect(talk) {
    return agentTurns(talk).flatMap(turn => {
      const hits = talk.in(turn.index, "rude-command");
      if (hits.length === 0) return [];
      const softened =
        /\bplease\b|\bfor me\b|\bcould you\b|\bwould you\b|\bif you\b|\bokay\?/iu.test(turn.text) ||
        talk.in(turn.index, "courtesy").length > 0;
      return softened ? [] : perTurn("rude-command", turn, hits);
    });
  },
};

/** Courtesy words: please, thanks, a name or a title. */
export const courtesy: Detector = {
  name: "courtesy",
  summary: "Please, thanks, a name or a title",
  detect: talk => listed(talk, "courtesy"),
};
