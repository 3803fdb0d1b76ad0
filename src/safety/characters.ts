/**
 * Characters that act instead of being read: controls, bidi marks and isolates, zero-width and tag characters, lone
 * surrogates, line separators, interlinear marks, non-characters. Emoji sequences match first and stay whole.
 */
const ACTING =
  /(\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?){0,8})|[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u2028\u2029\uFFF9-\uFFFB]/gu;

/** Letters and marks of Western texts, none of which acts; most texts need no second look. */
const PLAIN = /^[\n\t\x20-\x7E\xA1-\xAC\xAE-\u02FF\u2010-\u2027\u2030-\u205E]*$/;

function shown(character: string): string {
  const code = character.codePointAt(0) as number;
  if (code === 0x0a || code === 0x09) return character;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  if (code < 0xa0 || (code >= 0xd800 && code < 0xe000)) return "\uFFFD";
  return code === 0x2028 || code === 0x2029 ? "\n" : "";
}

/**
 * The text with every acting character taken out of action: C0 controls become their pictures (␛), C1 controls and
 * lone surrogates �, invisible ones go; line feed and tab stay, other line ends become line feeds.
 */
export function neutral(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/\r\n?/g, "\n")
    .replace(ACTING, (character, emoji?: string) => emoji ?? shown(character));
}

/** The same on one line: line feeds and tabs become a space. */
export function neutralLine(text: string): string {
  return neutral(text).replace(/[\n\t]+/g, " ");
}

/** Whether a character is invisible or a control, so that a mask must look through it. */
export function isTransparent(code: number): boolean {
  if (code === 0x09 || code === 0x0a || code === 0x0d || (code >= 0x20 && code < 0x7f)) return false;
  return /^[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\uFFF9-\uFFFB]$/u.test(
    String.fromCodePoint(code),
  );
}
