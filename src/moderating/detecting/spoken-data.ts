import type { ReadText } from "../reading/words.ts";
import type { ContactDatum } from "./contact-datum.ts";

/** Data that are written in words: where somebody lives, when they were born, numbers spelt out. */
const streets = new Set([
  ...[
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
  ],
]);
const noStreet = new Set([
  ...[
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
  ],
  ...["di", "da", "subito", "app"],
]);
const houseNumber = /^\d{1,4}[a-z]?$/;

/** "via", a name with a capital, and a number within a few words. */
export function findAddresses({ words }: ReadText, known: string): ContactDatum[] {
  const found: ContactDatum[] = [];
  for (const [at, word] of words.entries()) {
    if (!streets.has(word.text)) continue;
    const name = words[at + 1];
    if (!name || noStreet.has(name.text) || !(name.isCapital || word.text === "via")) continue;
    const number = words
      .slice(at + 2, at + 6)
      .find(({ text, sentence }) => houseNumber.test(text) && sentence === word.sentence);
    if (!number || known.includes(`${word.text} ${name.text}`)) continue;
    const isFar = number !== words[at + 2] && number !== words[at + 3];
    if (!name.isCapital && isFar) continue;
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
const digitsOfNumber = 8;

/** "tre quattro sette zero zero…": eight digits in words and more are a number to call. */
export function findSpelledNumbers({ words }: ReadText): ContactDatum[] {
  const found: ContactDatum[] = [];
  for (let at = 0; at < words.length; at++) {
    let end = at;
    while (spelledDigits.has(words[end]?.text ?? "")) end++;
    const [first, last] = [words[at], words[end - 1]];
    if (first && last && end - at >= digitsOfNumber) {
      found.push({ kind: "mobile-number", from: first.from, to: last.to, isSure: true });
    }
    if (end > at) at = end;
  }
  return found;
}

const months = new Set([
  ...[
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
  ],
  ...["novembre", "dicembre"],
]);
const shortNumber = /^\d{1,2}$/;
const year = /^(?:19|20)?\d{2}$/;

/** "Nata a Lecco il 3/5/1980": birth dates help to be somebody else. */
export function findBirthDates({ words }: ReadText): ContactDatum[] {
  return words.flatMap((word, at): ContactDatum[] => {
    if (word.text !== "nato" && word.text !== "nata") return [];
    const near = words.slice(at + 1, at + 8);
    const day = near.findIndex(({ text }) => shortNumber.test(text));
    const [month, last] = [near[day + 1], near[day + 2]];
    const isDate =
      day >= 0 &&
      month &&
      last &&
      year.test(last.text) &&
      (shortNumber.test(month.text) || months.has(month.text));
    return isDate ? [{ kind: "birth-date", from: word.from, to: last.to, isSure: true }] : [];
  });
}
