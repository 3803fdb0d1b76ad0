const DIVIDERS =
  /^(?:-{2,20} ?(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|forwarded message|reply above this line) ?-{2,20}|begin forwarded message:|##- ?please type your reply above this line ?-##|_{20,200})$/i;
const OPENERS = /^(?:on|am|le|el|il|op|em|den|w dniu)[ ,]/i;
const WROTE =
  /(?:^|[ ,>])(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|napisał)(?:[ :]|$)/i;
const FROM = /^\*?(?:from|von|de|da|van|från|od) ?:/i;
const HEADER =
  /^\*?(?:sent|date|to|cc|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado|para|asunto|inviato|a|oggetto|verzonden|aan|onderwerp|assunto|skickat|till|ämne) ?:/i;
const SIGNATURE =
  /^(?:--|—)$|^sent from my .{2,40}$|^get outlook for .{2,40}$|^von meinem .{2,40} gesendet\.?$/i;

/**
 * The words of a mail that are its writer's own: quoted lines, the history below an attribution or divider, and what
 * stands under a signature mark are cut. Answers between quoted lines stay.
 */
export function withoutHistory(mail: string): string {
  const lines = mail.split(/\r?\n/).map(line => line.trim());
  const kept: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (line.startsWith(">")) continue;
    if (SIGNATURE.test(line.slice(0, 80)) || endsAt(lines, index)) break;
    const length = attributionAt(lines, index);
    if (length === 0) kept.push(line);
    else if (quoted(lines, index + length)) index += length - 1;
    else break;
  }
  return kept
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** A divider, or the header lines that Outlook puts over what was answered. */
function endsAt(lines: readonly string[], index: number): boolean {
  const line = (lines[index] ?? "").slice(0, 220);
  if (DIVIDERS.test(line)) return true;
  if (!FROM.test(line)) return false;
  return lines.slice(index + 1, index + 5).filter(next => HEADER.test(next.slice(0, 40))).length >= 2;
}

/** How many lines an attribution such as "On Monday Ana wrote:" takes here: none, one or two (mail programs wrap it). */
function attributionAt(lines: readonly string[], index: number): number {
  const line = lines[index] ?? "";
  const next = lines[index + 1] ?? "";
  if (line.length > 300 || next.length > 300 || !OPENERS.test(line)) return 0;
  if (line.endsWith(":") && WROTE.test(line)) return 1;
  return next.endsWith(":") && !line.endsWith(":") && WROTE.test(`${line} ${next}`) && /\d/.test(line)
    ? 2
    : 0;
}

/** Whether the next line with something in it is a quoted one: then only that goes, and an answer below it stays. */
function quoted(lines: readonly string[], index: number): boolean {
  for (let at = index; at < Math.min(lines.length, index + 4); at += 1) {
    const line = lines[at] ?? "";
    if (line !== "") return line.startsWith(">");
  }
  return false;
}
