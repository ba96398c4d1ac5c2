import { randomBytes } from "node:crypto";

/** Digits and letters without I, L, O and U: nothing that one reads for something else, and no word by chance. */
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const randomSigns = 12;
const bits = 5;

/** What a decision is told by to whoever it concerns: 60 random bits and a check sign. */
export function newDecisionCode(): string {
  const bytes = randomBytes(randomSigns);
  const body = Array.from(bytes, (byte) => signs[byte & 31] ?? "").join("");
  return body + checkSign(body);
}

/**
 * A code as somebody typed it, in small letters, with hyphens or spaces, an O for a nought: as it is kept. Undefined for
 * what cannot be one, so that a slip of one sign, or two that were exchanged, is told before anything is looked for.
 */
export function readDecisionCode(typed: string): string | undefined {
  const code = typed
    .slice(0, 60)
    .toUpperCase()
    .replace(/[\s\-–.]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const isWhole = code.length === randomSigns + 1 && [...code].every((sign) => signs.includes(sign));
  return isWhole && checkSign(code.slice(0, randomSigns)) === code.at(-1) ? code : undefined;
}

/** "7K3M-Q9TW-2XC4D": in groups that one can read out. */
export function showDecisionCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

/**
 * The sum of the signs, each times its own power of 2, in the field of 32 elements: every single slip and every exchange
 * of two signs gives another sum, since all those powers differ.
 */
function checkSign(body: string): string {
  let sum = 0;
  for (const sign of body) sum = doubled(sum ^ signs.indexOf(sign));
  return signs[sum] ?? "";
}

/** Times x, modulo x^5 + x^2 + 1. */
function doubled(value: number): number {
  const shifted = value << 1;
  return shifted >> bits ? (shifted ^ 0b100101) & 31 : shifted;
}
