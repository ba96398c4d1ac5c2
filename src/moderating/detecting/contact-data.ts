import type { ReadText, Span } from "../reading/words.ts";
import { ibanShape, isIban, looksItalian } from "./iban.ts";
import { isTaxCode, taxCodeShape } from "./tax-code.ts";

export type ContactKind =
  | "mobile-number"
  | "landline-number"
  | "foreign-number"
  | "tax-code"
  | "iban"
  | "e-mail"
  | "postal-address"
  | "birth-date";

export interface ContactDatum extends Span {
  kind: ContactKind;
  /** Its own check holds, or its shape is nothing else's. */
  isSure: boolean;
}

const mobile = /(?<![\d+])(?:(?:\+|00) ?39[ .-]?)?3[1-9]\d[ .\-/]?\d{2,3}(?:[ .\-/]?\d{2,4}){1,3}(?!\d)/g;
const landline =
  /(?<![\d+,.])(?:(?:\+|00) ?39[ .-]?)?0[1-9]\d{0,2}[ .\-/]\d{2,4}(?:[ .\-/]?\d{2,4}){1,2}(?![\d,])/g;
const foreign = /(?<![\d+])(?:\+ ?|00)(?!39)\d{2,3}[ .\-/]?\d{2,4}(?:[ .\-/]?\d{2,4}){1,4}(?!\d)/g;
const eMail =
  /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}(?:@| ?\[at\] ?| ?\(at\) ?| chiocciola )[a-z0-9-]{1,63}(?:(?:\.| punto )[a-z0-9-]{1,63}){1,4}/g;
const birthDate =
  /\bnat[oa] (?:a [a-z']{2,20} )?(?:il|l'|in data) ?\d{1,2}(?:[/.\- ](?:\d{1,2}|[a-z]{4,9})[/.\- ])(?:19|20)?\d{2}\b/g;

/**
 * What reaches or identifies a person. What stands in the post (`published`, in small letters) is no secret: the office's
 * own number and address.
 */
export function findContactData(text: ReadText, published: string): ContactDatum[] {
  const known = published.toLowerCase();
  const digitsKnown = known.replace(/[^\d]+/g, "");
  const found: ContactDatum[] = [];
  const add = (kind: ContactKind, from: number, to: number, isSure: boolean) => {
    if (found.length >= dataMax) return;
    if (found.some((other) => other.from < (text.to[to - 1] ?? 0) && (text.from[from] ?? 0) < other.to))
      return;
    found.push({ kind, from: text.from[from] ?? 0, to: text.to[to - 1] ?? 0, isSure });
  };
  for (const [kind, shape, judge] of shapes) {
    for (const match of text.plain.matchAll(shape)) {
      const isSure = judge(match[0]);
      if (isSure === null || known.includes(match[0])) continue;
      const digits = match[0].replace(/\D+/g, "");
      if (kind.endsWith("number") && digits.length > 6 && digitsKnown.includes(digits)) continue;
      add(kind, match.index, match.index + match[0].length, isSure);
    }
  }
  return [...found, ...findAddresses(text, known), ...findSpelledNumbers(text)];
}

/** Enough to be sure of; a list of thousands is compared no further. */
const dataMax = 30;

type Judge = (said: string) => boolean | null;
const countDigits = (said: string) => said.replace(/\D+/g, "").length;

/** In the order in which they claim a stretch: a tax code holds digits that look like nothing else. */
const shapes: readonly (readonly [ContactKind, RegExp, Judge])[] = [
  ["e-mail", eMail, (said) => /\.[a-z]{2,}$| punto [a-z]{2,}$/.test(said)],
  ["tax-code", taxCodeShape, (said) => isTaxCode(said)],
  ["iban", ibanShape, (said) => (isIban(said) ? true : looksItalian(said) ? false : null)],
  ["foreign-number", foreign, (said) => (countDigits(said) >= 9 && countDigits(said) <= 16 ? true : null)],
  [
    "mobile-number",
    mobile,
    (said) => ([9, 10, 11, 12, 13, 14].includes(countDigits(said)) ? isMobile(said) : null),
  ],
  ["landline-number", landline, (said) => (countDigits(said) >= 8 && countDigits(said) <= 13 ? false : null)],
  ["birth-date", birthDate, () => true],
];

function isMobile(said: string): boolean | null {
  const national = said.replace(/\D+/g, "").replace(/^(?:00)?39(?=3)/, "");
  return national.length === 9 || national.length === 10 ? true : null;
}

const streets = new Set([
  "via",
  "viale",
  "piazza",
  "corso",
  "vicolo",
  "largo",
  "contrada",
  "piazzale",
  "vico",
  "localita",
  "frazione",
]);
const noStreet = new Set([
  "mail",
  "email",
  "pec",
  "telefono",
  "web",
  "internet",
  "sms",
  "whatsapp",
  "posta",
  "messenger",
  "libera",
  "cavo",
  "di",
  "da",
  "subito",
  "app",
]);
const houseNumber = /^\d{1,4}[a-z]?$/;

/** "via", a name with a capital, and a number within a few words. */
function findAddresses({ words }: ReadText, known: string): ContactDatum[] {
  const found: ContactDatum[] = [];
  for (const [at, word] of words.entries()) {
    if (!streets.has(word.text)) continue;
    const name = words[at + 1];
    if (!name || noStreet.has(name.text) || !(name.isCapital || word.text === "via")) continue;
    const number = words
      .slice(at + 2, at + 6)
      .find(({ text, sentence }) => houseNumber.test(text) && sentence === word.sentence);
    if (!number || known.includes(`${word.text} ${name.text}`)) continue;
    if (!name.isCapital && number !== words[at + 2] && number !== words[at + 3]) continue;
    found.push({ kind: "postal-address", from: word.from, to: number.to, isSure: name.isCapital });
  }
  return found;
}

const spelledDigits = new Set([
  "zero",
  "uno",
  "due",
  "tre",
  "quattro",
  "cinque",
  "sei",
  "sette",
  "otto",
  "nove",
]);

/** "tre quattro sette zero zero…": eight digits in words and more are a number to call. */
function findSpelledNumbers({ words }: ReadText): ContactDatum[] {
  const found: ContactDatum[] = [];
  for (let at = 0; at < words.length; at++) {
    let end = at;
    while (spelledDigits.has(words[end]?.text ?? "")) end++;
    const [first, last] = [words[at], words[end - 1]];
    if (first && last && end - at >= 8)
      found.push({ kind: "mobile-number", from: first.from, to: last.to, isSure: true });
    if (end > at) at = end;
  }
  return found;
}
