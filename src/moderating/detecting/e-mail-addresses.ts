import type { FoldedText } from "../reading/fold-text.ts";

const local = /[a-z0-9._%+-]/;
const domain = /[a-z0-9.-]/;
const localLettersMax = 64;
const domainLettersMax = 120;
/** "@" itself, and how it is written to escape those who look for it. */
const signs = ["@", "[at]", "(at)", " at ", " chiocciola ", "(chiocciola)"];

/** E-mail addresses in `plain`, units `at` to `end`. A mention ("@Franco") has nothing in front and no dot behind. */
export function findEMailAddresses({ plain }: Pick<FoldedText, "plain">): { at: number; end: number }[] {
  const found: { at: number; end: number }[] = [];
  for (const sign of signs) {
    for (let at = plain.indexOf(sign); at >= 0; at = plain.indexOf(sign, at + sign.length)) {
      const place = placeAround(plain, at, sign.length, sign.includes("chiocciola"));
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
  if (isSpelt && plain.startsWith(" punto ", end)) {
    end += " punto ".length;
    while (end < plain.length && domain.test(plain.charAt(end))) end++;
    return at < sign ? { at, end } : null;
  }
  while (end > sign + width && plain.charAt(end - 1) === ".") end--;
  const host = plain.slice(sign + width, end);
  const dot = host.lastIndexOf(".");
  const isHost = dot > 0 && host.length - dot > 2 && /^[a-z]+$/.test(host.slice(dot + 1));
  return at < sign && isHost ? { at, end } : null;
}
