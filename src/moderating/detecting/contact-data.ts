import type { Span, Word } from "../reading/word.ts";
import type { ReadText } from "../reading/words.ts";
import type { ContactDatum } from "./contact-datum.ts";
import { findEMailAddresses } from "./e-mail-addresses.ts";
import { isIban, looksItalian } from "./iban.ts";
import { findPhoneNumbers } from "./phone-numbers.ts";
import { findAddresses, findBirthDates, findSpelledNumbers } from "./spoken-data.ts";
import { hasShapeOfTaxCode, isTaxCode } from "./tax-code.ts";

/** Enough to be sure of; a list of thousands is compared no further. */
const dataMax = 30;

/**
 * What reaches or identifies a person. What stands in the post (`published`) is no secret: the office's own number and
 * address.
 */
export function findContactData(text: ReadText, published: string): ContactDatum[] {
  const known = published.toLowerCase();
  const digitsKnown = known.replace(/\D+/g, "");
  const mails = findEMailAddresses(text)
    .filter(({ at, end }) => !known.includes(text.plain.slice(at, end)))
    .map((place): ContactDatum => ({ kind: "e-mail", isSure: true, ...spanOf(text, place) }));
  const codes = findCodes(text.words);
  const numbers = findPhoneNumbers(text)
    .filter(({ digits }) => !digitsKnown.includes(digits.slice(-8)))
    .map(
      (place): ContactDatum => ({
        kind: place.kind,
        isSure: place.kind !== "landline-number",
        ...spanOf(text, place),
      }),
    );
  const spoken = [...findAddresses(text, known), ...findSpelledNumbers(text), ...findBirthDates(text)];
  const found: ContactDatum[] = [];
  // Codes first: they hold digits that look like a number.
  for (const datum of [...mails, ...codes, ...numbers, ...spoken]) {
    if (found.length >= dataMax) break;
    if (!found.some((other) => other.from < datum.to && datum.from < other.to)) found.push(datum);
  }
  return found;
}

function spanOf(text: ReadText, { at, end }: { at: number; end: number }): Span {
  const from = text.from[at] ?? 0;
  return { from, to: Math.max(text.to[end - 1] ?? from, from) };
}

const wordsOfCodeMax = 9;
const codeLettersMax = 34;

/** Tax codes and account numbers, in one piece or in groups. */
function findCodes(words: readonly Word[]): ContactDatum[] {
  const found: ContactDatum[] = [];
  for (let at = 0; at < words.length; at++) {
    const first = words[at];
    if (!first || !/^[a-z]{2}[a-z0-9]/.test(first.text)) continue;
    let code = "";
    for (let end = at; end < Math.min(words.length, at + wordsOfCodeMax); end++) {
      const last = words[end];
      if (!last) break;
      code += last.text;
      if (code.length > codeLettersMax) break;
      const kind = codeKind(code);
      if (!kind) continue;
      found.push({ ...kind, from: first.from, to: last.to });
      at = end;
      break;
    }
  }
  return found;
}

function codeKind(code: string): Pick<ContactDatum, "kind" | "isSure"> | null {
  if (code.length === 16 && hasShapeOfTaxCode(code)) return { kind: "tax-code", isSure: isTaxCode(code) };
  if (!/^[a-z]{2}\d{2}/.test(code)) return null;
  if (isIban(code)) return { kind: "iban", isSure: true };
  return looksItalian(code) ? { kind: "iban", isSure: false } : null;
}
