import type { FoldedText } from "../reading/fold-text.ts";

export type NumberKind = "mobile-number" | "landline-number" | "foreign-number";

/** A telephone number in `plain`, units `at` to `end`. */
export interface PhoneNumber {
  kind: NumberKind;
  at: number;
  end: number;
  digits: string;
}

/** Digits and what stands between them in a number; a plus only in front. */
const run = /[+\d][\d ./()-]{6,}/g;
const gap = /[ ./()-]/;
/** "3 4 7 1 2 3 4 5 6 7" with a prefix in front; no number has more parts. */
const groupsMax = 13;

/** Italian numbers and those of other countries. Dates, sums and codes look like none of them. */
export function findPhoneNumbers({ plain }: Pick<FoldedText, "plain">): PhoneNumber[] {
  const found: PhoneNumber[] = [];
  for (const match of plain.matchAll(run)) {
    // "r4567": the tail of a code is none.
    if (letterOrDigit.test(plain.charAt(match.index - 1))) continue;
    const groups = groupsOf(match[0]);
    for (let first = 0; first < groups.length; first++) {
      const number = numberAt(groups, first, match.index);
      if (!number) continue;
      found.push(number.number);
      first = number.last;
    }
  }
  return found;
}

const letterOrDigit = /[a-z\d]/;

/** The longest number of whole groups that begins with group `first`: "dal 12 347…" begins with a day. */
function numberAt(
  groups: readonly Group[],
  first: number,
  offset: number,
): { number: PhoneNumber; last: number } | null {
  for (let last = Math.min(groups.length, first + groupsMax) - 1; last >= first; last--) {
    const part = groups.slice(first, last + 1);
    const [start, stop] = [part[0], part.at(-1)];
    const kind = kindOf(part.map(({ digits }) => digits));
    if (!kind || !start || !stop) continue;
    const digits = part
      .map((group) => group.digits)
      .join("")
      .replace("+", "");
    return { number: { kind, at: offset + start.at, end: offset + stop.end, digits }, last };
  }
  return null;
}

interface Group {
  digits: string;
  at: number;
  end: number;
}

function groupsOf(said: string): Group[] {
  const groups: Group[] = [];
  let from = 0;
  for (let at = 0; at <= said.length; at++) {
    if (at < said.length && !gap.test(said.charAt(at))) continue;
    if (at > from) groups.push({ digits: said.slice(from, at), at: from, end: at });
    from = at + 1;
  }
  return groups;
}

function kindOf(groups: readonly string[]): NumberKind | null {
  const whole = groups.join("");
  const national = withoutItaly(whole);
  // A date may begin with 3 as well ("31.12.2026 10"): the first group of a number is as long as a prefix.
  const head = (national === whole ? groups[0] : groups.find((group) => withoutItaly(group) !== "")) ?? "";
  const areSingle = groups.every((group) => group.length === 1);
  const hasPrefix = withoutItaly(head).length >= 3 || areSingle || national !== whole;
  if (national.startsWith("3") && (national.length === 9 || national.length === 10) && hasPrefix)
    return "mobile-number";
  if (whole.startsWith("+") || whole.startsWith("00")) {
    return national === whole && whole.length >= 9 && whole.length <= 17
      ? "foreign-number"
      : landline(national, groups);
  }
  return landline(national, groups);
}

function landline(national: string, groups: readonly string[]): NumberKind | null {
  // "04/12/2026" is a day.
  if (groups.length === 3 && groups[0]?.length === 2 && groups[1]?.length === 2) return null;
  const isPrefixed = national.startsWith("0") && /[1-9]/.test(national.charAt(1));
  return isPrefixed && national.length >= 8 && national.length <= 11 && groups.length > 1
    ? "landline-number"
    : null;
}

function withoutItaly(digits: string): string {
  for (const prefix of ["+39", "0039"]) if (digits.startsWith(prefix)) return digits.slice(prefix.length);
  return digits.length >= 11 && digits.startsWith("393") ? digits.slice(2) : digits;
}
