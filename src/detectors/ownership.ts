import type { Detector } from "../model/index.js";
import { asks } from "./shared/asks.js";
import { listed, unless } from "./shared/lists.js";
import { agentTurns, perTurn } from "./shared/turns.js";

/** Takes charge in the first person. */
export const ownership: Detector = {
  name: "ownership",
  summary: "Takes charge in the first person, or does it on the spot",
  detect: talk =>
    agentTurns(talk).flatMap(turn =>
      perTurn(
        "ownership",
        turn,
        unless(talk, turn, "ownership", "ownership-not").filter(hit => !asks(talk, hit)),
      ),
    ),
};

/** Passes responsibility on, excuses included. */
export const passingOn: Detector = {
  name: "passing-on",
  summary: "Passes responsibility to somebody else, or makes excuses",
  detect: talk => listed(talk, "passing-on"),
};
