/** Marks that stand alone for a noise; redactions ("[PII]") and cues ("[crosstalk]") are not among them. */
const SOUNDS: ReadonlySet<string> = new Set(
  (
    "noise|background noise|music|hold music|music playing|laughter|laughs|laughing|laugh|chuckles|applause|silence|" +
    "blank_audio|blank audio|pause|beep|beeps|ringing|phone ringing|phone rings|dial tone|typing|keyboard clicking|" +
    "cough|coughs|coughing|sigh|sighs|breathing|breath|sneeze|throat clearing|clears throat|static|click|clicks|" +
    "no audio|no speech|sound|♪|♪♪|♪ ♪|♫"
  ).split("|"),
);

/** Whether a text is nothing but the name of a noise: "[noise]", "(hold music)", "♪". */
export function soundOnly(text: string): boolean {
  if (text.length > 40) return false;
  const bare = text.trim();
  if (bare.length > 24 || bare.length === 0) return false;
  const first = bare[0] ?? "";
  if (first === "♪" || first === "♫") return SOUNDS.has(bare);
  if (!"[(<*".includes(first)) return false;
  return SOUNDS.has(bare.slice(1, -1).trim().toLowerCase());
}
