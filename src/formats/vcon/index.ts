import type { Complaint, Format, Reading } from "../../model/index.js";
import { type Json, objectOf, startsLike } from "../shared/chat-json.js";
import { type Chat, readingOf } from "../shared/chat-reading.js";
import { isObject, list } from "../shared/json.js";
import { no, yes } from "../shared/sniff.js";
import { analysesOf } from "./analysis.js";
import { dialogOf } from "./dialog.js";
import { partiesOf } from "./parties.js";

/** vCon, the IETF container of conversations: every draft seen, from before 0.0.1 to core-04. */
export const vcon: Format = {
  name: "vcon",
  title: "vCon (IETF conversation container)",
  status: "real",
  about: {
    recognised: "parties[] with dialog[] or analysis[]; signed and encrypted ones by their JOSE fields",
    roles: "role of the party, in old drafts meta.role; the word that a transcript calls its speakers",
    times: "start of the dialog; start and end in transcripts that have them",
    overlap: "where the transcript inside has both ends",
    traps:
      "a transcript under another name, under the old key, or in a vendor's own shape; several transcripts of one recording; nothing is ever fetched; signed and encrypted containers are refused",
  },

  sniff({ json }) {
    if (!isObject(json)) return no;
    if (locked(json) !== undefined) return yes(0.9, "a JOSE container, as signed and encrypted vCons are");
    const parts = isDialog(json.dialog) || startsLike(json.analysis, one => "type" in one);
    if (!Array.isArray(json.parties) || !parts)
      return "vcon" in json && Array.isArray(json.parties) ? yes(0.95, "vCon without dialog") : no;
    return yes(0.98, "vCon: parties with dialog or analysis");
  },

  read({ json }): Reading {
    const container = objectOf(json);
    const refusal = locked(container);
    if (refusal !== undefined) return { conversations: [], problems: [refusal] };
    const parties = partiesOf(container);
    const spoken = dialogOf(container, parties);
    const transcripts = analysesOf(container, parties);
    const chats: readonly Chat[] = [...(spoken === undefined ? [] : [spoken]), ...transcripts.chats];
    const embedded = transcripts.embedded;
    if (chats.length === 0 && embedded.length > 0)
      return { conversations: [], problems: transcripts.problems, embedded };
    if (chats.length === 0)
      return { conversations: [], problems: [...transcripts.problems, nothing(container)] };
    const { conversations, problems } = readingOf(chats);
    return {
      conversations,
      problems: [...problems, ...transcripts.problems],
      ...(embedded.length > 0 && { embedded }),
    };
  },
};

function isDialog(dialog: unknown): boolean {
  return startsLike(
    dialog,
    one => "type" in one && ("start" in one || "parties" in one || "body" in one || "url" in one),
  );
}

/** Why a container cannot be looked into; undefined where it can. */
function locked(container: Json): Complaint | undefined {
  if (typeof container.payload === "string" && ("signatures" in container || "signature" in container))
    return refused("signed-vcon", "signed vCon (JWS)", "verify it and hand over its payload");
  if (
    typeof container.ciphertext === "string" &&
    ("recipients" in container || "iv" in container || "protected" in container)
  )
    return refused("encrypted-vcon", "encrypted vCon (JWE)", "decrypt it first");
  return undefined;
}

function refused(code: string, met: string, advice: string): Complaint {
  return { code, message: `Unexpected ${met}, expected a plain one: ${advice}`, effect: "unreadable" };
}

function nothing(container: Json): Complaint {
  const away = [...list(container.dialog), ...list(container.analysis)].some(one => "url" in objectOf(one));
  const why = away ? "its recordings and texts lie elsewhere, and nothing is fetched" : "it holds no words";
  return {
    code: "no-transcript",
    message: `Unexpected vCon without a transcript (${why}), expected text dialog or a transcript in analysis`,
    effect: "unreadable",
  };
}
