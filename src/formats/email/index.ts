import type { Format, Role, Written } from "../../model/index.js";
import { given } from "../shared/chat-json.js";
import { type Chat, chatOf, lostRows, readingOf } from "../shared/chat-reading.js";
import { momentOf } from "../shared/chat-time.js";
import { withoutHistory } from "../shared/mail-history.js";
import { no, yes } from "../shared/sniff.js";
import { decodedWords } from "./encoded.js";
import { type Headers, looksLikeMail, type Mailbox, mailboxOf, splitMessage } from "./headers.js";
import { wordsOf } from "./parts.js";

const DESK =
  /^(?:support|help|helpdesk|service|services|care|customer[._-]?(?:service|support|care)|kundenservice|soporte|atencion|contact|info|billing|orders|returns|hello|team|sales)(?:[+._-][^@]{0,60})?@/;
const MACHINE = /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|notifications?)(?:[+._-][^@]{0,60})?@/;

/** E-mail: one message (.eml) or a mailbox (.mbox), its threads told apart. */
export const email: Format = {
  name: "email",
  title: "E-mail (.eml, .mbox)",
  status: "documented",
  about: {
    recognised:
      "header lines From, Date, Subject with Message-ID or MIME-Version; in a mailbox after lines that begin with From",
    roles: "addresses such as support@, no-reply@; the rest by content or --agent",
    times: "Date",
    overlap: "none in writing",
    traps:
      "quoted history and signatures are cut; automatic answers are a bot's; HTML only where there is no plain part; threads by References, else by subject",
  },

  sniff({ json, text }) {
    if (json !== undefined) return no;
    if (
      /^From \S{1,200} .{10,60}\d{4}/.test(text.slice(0, 300)) &&
      looksLikeMail(text.slice(text.indexOf("\n") + 1, 25_000))
    )
      return yes(0.97, "a mailbox of e-mails");
    return looksLikeMail(text) ? yes(0.96, "an e-mail with its header") : no;
  },

  read({ text, line }) {
    const mails = messagesIn(text).map(({ from, message }) => ({
      ...splitMessage(message),
      line: line + from,
    }));
    const roots = new Map<string, string>();
    const threads = new Map<string, Mail[]>();
    for (const mail of mails) {
      const key = threadOf(mail.headers, roots);
      const thread = threads.get(key);
      if (thread === undefined) threads.set(key, [mail]);
      else thread.push(mail);
    }
    return readingOf([...threads.values()].map(conversationOf));
  },
};

interface Mail {
  readonly headers: Headers;
  readonly body: string;
  readonly line: number;
}

/** The messages of a mailbox with the line each begins at; a text without the mailbox's From lines is one message. */
function messagesIn(text: string): readonly { readonly from: number; readonly message: string }[] {
  if (!text.startsWith("From ")) return [{ from: 0, message: text }];
  const found: { from: number; lines: string[] }[] = [];
  let blank = true;
  for (const [index, line] of text.split("\n").entries()) {
    if (blank && /^From \S{1,200} .{10,60}\d{4}/.test(line.slice(0, 300)))
      found.push({ from: index, lines: [] });
    else found.at(-1)?.lines.push(line.replace(/^>(>{0,20}From )/, "$1"));
    blank = line.trim() === "";
  }
  return found.map(({ from, lines }) => ({ from, message: lines.join("\n") }));
}

/** The message that a thread began with; `roots` remembers it for every message met. */
function threadOf(headers: Headers, roots: Map<string, string>): string {
  const id = idIn(headers.get("message-id"));
  const parent = idIn(headers.get("references")) ?? idIn(headers.get("in-reply-to"));
  const root = (parent && (roots.get(parent) ?? parent)) ?? id ?? subjectOf(headers).toLowerCase();
  if (id !== undefined) roots.set(id, root);
  return root;
}

function idIn(field: string | undefined): string | undefined {
  return /<[^<>\s]{1,300}>/.exec((field ?? "").slice(0, 2_000))?.[0];
}

function subjectOf(headers: Headers): string {
  return decodedWords((headers.get("subject") ?? "").slice(0, 2_000))
    .replace(/^(?:(?:re|aw|sv|fwd?|wg|rv|tr)(?:\[\d{1,3}\])?: ?){1,10}/i, "")
    .trim();
}

function conversationOf(mails: readonly Mail[]): Chat {
  const rows = mails.map(rowOf).filter(row => row !== undefined);
  const [first] = mails;
  const headers: Headers = first?.headers ?? new Map();
  const id = (headers.get("message-id") ?? "").replace(/[<>]/g, "");
  return chatOf(
    { rows, problems: lostRows(mails.length - rows.length, "mails with words of their own") },
    { id, channel: "email", plain: true, facts: { subject: subjectOf(headers) } },
  );
}

function rowOf({ headers, body, line }: Mail): Written | undefined {
  const text = withoutHistory(wordsOf(headers, body));
  if (text === "") return undefined;
  const from = mailboxOf(headers.get("from") ?? "");
  const role = roleOf(headers, from);
  const at = momentOf((headers.get("date") ?? "").replace(/\s{0,10}\([^()]{0,40}\)$/, ""));
  return { speaker: from.name || from.address, text, ...given({ role, at }), line };
}

function roleOf(headers: Headers, from: Mailbox): Role | undefined {
  const automatic =
    /^auto-(?:replied|generated)/i.test(headers.get("auto-submitted") ?? "") || headers.has("x-autoreply");
  if (automatic || MACHINE.test(from.address)) return "bot";
  if (DESK.test(from.address)) return "agent";
  return DESK.test(mailboxOf(headers.get("to") ?? "").address) ? "customer" : undefined;
}
