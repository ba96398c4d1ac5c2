import type { Typeface } from "./typeface.ts";

/** A text of which every character can be drawn. */
export interface DrawableText {
  text: string;
  /** Characters for which "?" stands now: words in a script the typeface does not have. Each once. */
  replaced: string[];
}

/** What people write that the typeface lacks and that has a plain equal. */
const plainEquals: Record<string, string> = {
  "‐": "-",
  "‑": "-",
  "−": "–",
  "―": "—",
  "′": "'",
  "″": '"',
  "‵": "'",
  "▪": "•",
  "●": "•",
  "‣": "•",
  "⁄": "/",
  "∕": "/",
  "✕": "×",
  "✖": "×",
};
const arrow = /^[\u2190-\u21FF\u2794-\u27BF\u2900-\u297F\u2B00-\u2B1F►▶◄◀▸]$/u;
const marks = /\p{M}/gu;
// Emoji, signs and what has no form of its own: leaving them out loses no word. Keycaps keep their digit.
const leftOut = /^[\p{C}\p{So}\p{Sk}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]$/u;

/**
 * A text with everything replaced that the typeface has no glyph for, because the renderer drops such characters
 * without a word: arrows become dashes, ligatures and full-width forms their plain letters, letters with unknown marks
 * the bare letter; emoji and signs are left out. Only then, for each run of letters of another script, one "?".
 * White space becomes single spaces; the no-break space stays.
 */
export function drawableText(text: string, typeface: Typeface): DrawableText {
  const replaced = new Set<string>();
  let drawn = "";
  let isUnknownRun = false;
  for (const character of text.normalize("NFC")) {
    const plain = plainOf(character, typeface);
    if (plain === undefined) {
      replaced.add(character);
      if (!isUnknownRun) drawn += "?";
    } else drawn += plain;
    isUnknownRun = plain === undefined || (isUnknownRun && plain === "");
  }
  // "Cuoco 👨‍🍳, Como" leaves a space before the comma.
  const tidy = drawn
    .replace(/[ \t\n\r\f\v\u2028\u2029]+/g, " ")
    .replace(/ +([,.;:!])/g, "$1")
    .trim();
  return { text: tidy, replaced: [...replaced] };
}

/** The character itself, its plain equal, "" to leave it out, or undefined when nothing stands for it. */
function plainOf(character: string, typeface: Typeface): string | undefined {
  if (/^[\t\n\r\f\v \u2028\u2029]$/.test(character)) return " ";
  if (!/^\p{C}$/u.test(character) && canDraw(character, typeface)) return character;
  const equal = plainEquals[character] ?? (arrow.test(character) ? "–" : undefined);
  if (equal !== undefined) return canDraw(equal, typeface) ? equal : "";
  for (const form of [character.normalize("NFKC"), character.normalize("NFKD").replace(marks, "")]) {
    if (form !== "" && form !== character && canDraw(form, typeface)) return form;
  }
  if (/^\p{Z}$/u.test(character)) return " ";
  return leftOut.test(character) ? "" : undefined;
}

function canDraw(text: string, typeface: Typeface): boolean {
  for (const character of text) if (!typeface.has(character.codePointAt(0) ?? 0)) return false;
  return true;
}
