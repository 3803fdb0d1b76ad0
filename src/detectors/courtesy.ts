import type { Detector, Place, Signal, Talk, Turn } from "../model/index.js";
import { listed } from "./shared/lists.js";
import { agentTurns, perTurn, placeOf, signal } from "./shared/turns.js";

/** Greets in the opening. */
export const greeting: Detector = {
  name: "greeting",
  summary: "A greeting in the agent's first turns, or a first line that says who has answered",
  detect: talk =>
    agentTurns(talk)
      .slice(0, 3)
      .flatMap((turn, n) => {
        const found = perTurn("greeting", turn, talk.in(turn.index, "greeting"));
        return found.length || n > 0 ? found : introduced(turn);
      }),
};

/** «Hillside Dental, Wren speaking.», «you've got Tahlia», «Ledger support, Kay.»: a name is given instead of a hello. */
const INTRODUCES =
  /\b(?:speaking\b(?! (?:of|to me))|you(?:['’]?re| are) (?:speaking|talking|chatting|through)\b|you(?:['’]?ve| have) (?:got \p{Lu}|reached|come through)|(?:this is|it['’]?s|i['’]?m) \p{Lu}\p{L}+|^(?:[^.!?]{0,40} )?\p{Lu}\p{L}+ here\b)/u;
/** Names alone, with a comma between the house and the person. */
const NAMES_ALONE = /^\p{Lu}[^,.?!]{1,40}, (?:(?:this is|it['’]s) )?\p{Lu}\p{L}+[.,!]/u;

function introduced(turn: Turn): readonly Signal[] {
  const found = INTRODUCES.exec(turn.text) ?? NAMES_ALONE.exec(turn.text);
  if (!found) return [];
  const place = { turn: turn.index, from: found.index, to: found.index + found[0].length };
  return [signal("greeting", turn.role, [place])];
}

/** Agent turns at the end in which a parting word counts, and those in which any courtesy does. */
const PARTING = 3;
const LAST = 2;
/** Acts that are a kindness at the end. */
const KIND = ["empathy", "follow-up", "gratitude", "humour"] as const;
/** What is one with the very last word alone. */
const AT_LAST = ["apology", "bare-sorry"] as const;

/** Courtesy at the end. */
export const goodbye: Detector = {
  name: "goodbye",
  summary: "A parting word in the agent's last turns, or another kindness in the last two",
  after: [...KIND, ...AT_LAST],

  detect(talk, earlier) {
    const placesOf = (acts: readonly string[]) =>
      acts.flatMap(act => earlier(act)).map(found => found.evidence[0]!);
    const last = agentTurns(talk).at(-1)?.index;
    const kind = [...placesOf(KIND), ...placesOf(AT_LAST).filter(at => at.turn === last)];
    return agentTurns(talk)
      .slice(-PARTING)
      .flatMap((turn, n, { length }) => {
        const hits = talk.in(turn.index, "goodbye");
        if (hits.length) return perTurn("goodbye", turn, hits);
        if (length - n > LAST) return [];
        const place = courtesiesTo(talk, turn)[0] ?? kind.find(at => at.turn === turn.index);
        return place ? [signal("goodbye", turn.role, [place])] : warm(turn);
      });
  },
};

/** Somebody else's title, named in passing, is no courtesy: «I'll ring Mrs Orr now». */
const OF_ANOTHER =
  /\b(?:ring|call|tell|ask|from|to|with|for|by|see|e-?mail|text|is|was|and|that['’]s|it['’]s) $/iu;
const TITLE = /^(?:mr|mrs|ms|miss|mister|missus|dr)$/iu;

const courtesiesTo = (talk: Talk, turn: Turn): readonly Place[] =>
  talk
    .in(turn.index, "courtesy")
    .filter(
      ({ from, to }) =>
        !(
          TITLE.test(turn.text.slice(from, to)) &&
          OF_ANOTHER.test(turn.text.slice(Math.max(0, from - 8), from))
        ),
    )
    .map(placeOf);

/** A letter's last line: «Yours, Petra Lind, Repairs». */
const SIGNED = /(?:^|[.!?\n]\s*)(?:[Yy]ours|[Rr]egards|[Bb]est)(?: \p{L}+)?,\s+\p{Lu}\p{L}+/u;

/** A heart, a smile, a kiss at the end of a message, or a name under it. */
function warm(turn: Turn): readonly Signal[] {
  const found =
    SIGNED.exec(turn.text) ??
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

/** What makes a bare request for a number a matter of course: the turn does something for the customer. */
const HELPS = ["empathy", "ownership", "positive", "apology", "gratitude"] as const;

/** A bare order where a request was due. */
export const rudeCommand: Detector = {
  name: "rude-command",
  summary: "A bare order where a polite request was due, in a turn that does nothing for the customer",
  after: HELPS,

  detect(talk, earlier) {
    const helps = new Set(HELPS.flatMap(act => earlier(act)).map(({ evidence }) => evidence[0]!.turn));
    return agentTurns(talk).flatMap(turn => {
      const hits = helps.has(turn.index) ? [] : talk.in(turn.index, "rude-command");
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
