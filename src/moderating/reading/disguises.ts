import { coarseWords } from "../lexicons/coarse-words.ts";
import { abbreviations } from "./abbreviations.ts";
import { signsForLetters } from "./look-alikes.ts";

const readingsMax = 6;

/**
 * All that a word may mean, as it stands first: signs and digits read as letters, letters held down let go, masked and
 * cut coarse words completed, abbreviations of chats spelt out. `isTruncated`: dots follow it ("caz...").
 */
export function readingsOf(text: string, isTruncated: boolean): readonly string[] {
  if (text === "6") return ["6", "sei"];
  const short = abbreviations.get(text);
  if (short) return [text, short];
  if (text.length < 2 || digitsOnly.test(text)) return [text];
  if (!hasSign(text) && !hasRun(text) && !text.includes("k") && !isTruncated) return [text];
  const readings = new Set([text]);
  if (text.includes("*") || text.includes("#")) for (const word of unmasked(text)) readings.add(word);
  else if (isTruncated) for (const word of completed(text)) readings.add(word);
  for (const word of [...readings]) for (const letters of lettersOf(word)) readings.add(letters);
  for (const word of [...readings]) for (const plain of withoutRuns(word)) readings.add(plain);
  for (const word of [...readings]) if (word.includes("k")) readings.add(spelt(word));
  return [...readings].slice(0, readingsMax);
}

function hasSign(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 97 && code !== 39) return true;
    if (code === 124 || code === 0x20ac) return true;
  }
  return false;
}

function hasRun(text: string): boolean {
  for (let at = 2; at < text.length; at++) {
    if (text[at] === text[at - 1] && text[at] === text[at - 2]) return true;
  }
  return false;
}

const digitsOnly = /^\d+$/;

/** "v4ff4ncul0", "n1gr1": only words that have letters as well, and not long codes. */
function lettersOf(text: string): string[] {
  if (!hasSign(text) || digitsOnly.test(text) || text.length > 30) return [];
  const as = (choice: 0 | 1) =>
    Array.from(text, (sign) => signsForLetters[sign]?.[choice] ?? signsForLetters[sign]?.[0] ?? sign).join(
      "",
    );
  return [as(0), as(1)];
}

/** "bastaaaardi": runs of three and more become one letter, or two ("caaazzzo"). */
function withoutRuns(text: string): string[] {
  if (!hasRun(text)) return [];
  const one = /(.)\1\1+/gu;
  return [text.replace(one, "$1"), text.replace(one, "$1$1")];
}

/** "kontattami" and "kiedo" are spelt with c and ch. */
function spelt(text: string): string {
  return text.replace(/k+(?=[ei])/g, "ch").replace(/k+/g, "c");
}

/** Each masked sign stands for one letter; at the end of a word for any number of them. */
function unmasked(text: string): string[] {
  const isOpen = text.endsWith("**") || text.endsWith("*");
  const shown = text.replace(/[*#]/g, "");
  if (shown.length < 2) return [];
  return coarseWords.filter((word) => fitsMask(text, word, isOpen)).slice(0, 3);
}

function fitsMask(mask: string, word: string, isOpen: boolean): boolean {
  const body = isOpen ? mask.slice(0, endOfShown(mask)) : mask;
  if (isOpen ? word.length < mask.length - 1 || word.length > mask.length + 4 : word.length !== mask.length) {
    return false;
  }
  for (let at = 0; at < body.length; at++) {
    const sign = body.charAt(at);
    if (sign === "*" || sign === "#" || sign === word.charAt(at)) continue;
    const [first, second] = signsForLetters[sign] ?? [];
    if (first !== word.charAt(at) && second !== word.charAt(at)) return false;
  }
  return true;
}

function endOfShown(mask: string): number {
  let end = mask.length;
  while (end > 0 && mask.charAt(end - 1) === "*") end--;
  return end;
}

/** "vaffanc…": what a coarse word begins with. */
function completed(text: string): string[] {
  if (text.length < 3) return [];
  return coarseWords.filter((word) => word.startsWith(text) && word.length > text.length).slice(0, 2);
}
