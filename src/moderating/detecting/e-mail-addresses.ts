import type { FoldedText } from "../reading/fold-text.ts";

const local = /[a-z0-9._%+-]/;
const domain = /[a-z0-9.-]/;
const localLettersMax = 64;
const domainLettersMax = 120;
/** "@" itself, and how it is written to escape those who look for it. */
const signs = [
  "@",
  " [at] ",
  " (at) ",
  "[at]",
  "(at)",
  " at ",
  " chiocciola ",
  "(chiocciola)",
  "[chiocciola]",
];
const dots = [" punto ", " dot ", " [dot] ", "[dot]", " (dot) ", "(dot)", " [punto] ", "[punto]", "(punto)"];

/** E-mail addresses in `plain`, units `at` to `end`. A mention ("@Franco") has nothing in front and no dot behind. */
export function findEMailAddresses({ plain }: Pick<FoldedText, "plain">): { at: number; end: number }[] {
  const found: { at: number; end: number }[] = [];
  for (const sign of signs) {
    for (let at = plain.indexOf(sign); at >= 0; at = plain.indexOf(sign, at + sign.length)) {
      const place = placeAround(plain, at, sign.length, sign !== "@" && sign !== " at ");
      if (place) found.push(place);
    }
  }
  return found;
}

function placeAround(
  plain: string,
  sign: number,
  width: number,
  isSpelt: boolean,
): { at: number; end: number } | null {
  let at = sign;
  while (at > 0 && sign - at < localLettersMax && local.test(plain.charAt(at - 1))) at--;
  let end = sign + width;
  while (end < plain.length && end - sign < domainLettersMax && domain.test(plain.charAt(end))) end++;
  // "carla chiocciola posta punto it": the dot is a word as well.
  const dot = isSpelt ? dots.find((one) => plain.startsWith(one, end)) : undefined;
  if (dot !== undefined && end > sign + width) {
    end += dot.length;
    while (end < plain.length && domain.test(plain.charAt(end))) end++;
    return at < sign ? { at, end } : null;
  }
  while (end > sign + width && plain.charAt(end - 1) === ".") end--;
  const host = plain.slice(sign + width, end);
  const point = host.lastIndexOf(".");
  const isHost = point > 0 && host.length - point > 2 && /^[a-z]+$/.test(host.slice(point + 1));
  return at < sign && isHost ? { at, end } : null;
}
