import type { Format } from "../../model/index.js";
import { chatOf, readingOf } from "../shared/chat-reading.js";
import { momentOf } from "../shared/chat-time.js";
import { no, yes } from "../shared/sniff.js";
import { headersOf, linesOf } from "./body.js";
import { rowsIn, sidesOf } from "./sides.js";

const STARTED = /^\s*"?<p align=(?:"|""|')center(?:"|""|')>\s*Chat Started/i;

/** Salesforce LiveChatTranscript.Body: one chat in HTML. */
export const salesforceLivechat: Format = {
  name: "salesforce-livechat",
  title: "Salesforce Live Chat transcript body",
  status: "real",
  about: {
    recognised: '<p align="center">Chat Started: …',
    roles: "agent headers, the name Visitor, and elimination where one side is known",
    times: "( 1m 13s ) from the start, on each line",
    overlap: "none in a chat",
    traps:
      "several agents after a transfer; a header that names nobody; a stamp with nothing behind it; stamps and colons inside messages; entities",
  },

  sniff({ json, text }) {
    return json === undefined && STARTED.test(text.slice(0, 200))
      ? yes(0.99, 'Salesforce Live Chat: "Chat Started" header in HTML')
      : no;
  },

  read({ text }) {
    const html = text.replace(/""/g, '"');
    const headers = headersOf(html);
    const said = linesOf(html);
    const rows = rowsIn(said, sidesOf(headers, said));
    const [agent, second] = headers.agents;
    const only = second === undefined && rows.some(({ speaker }) => speaker === agent) ? agent : undefined;
    const facts = {
      origin: headers.origin,
      agents: headers.agents.join(", "),
      transfers: headers.events.join("; "),
    };
    return readingOf([
      chatOf(
        { rows, problems: [] },
        { plain: true, agent: only, startedAt: momentOf(headers.started), facts },
      ),
    ]);
  },
};
