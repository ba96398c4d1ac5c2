import type { Claim } from "../claim.ts";
import type { TriageContext } from "../context.ts";
import { type Evidence, spanOf } from "../evidence.ts";

/** Short words come again in every text. */
const lettersOfPhrase = 6;
const timesBefore = 2;
const lettersToCompare = 15;

/** The same words three times within a text, or the same text again and again. */
export function findRepetition(evidence: Evidence, { recentTexts = [] }: TriageContext): Claim[] {
  const within =
    repeatedWithin(evidence, 3, 3) ?? repeatedWithin(evidence, 2, 4) ?? repeatedWithin(evidence, 1, 6);
  const claims: Claim[] = within
    ? [
        {
          topic: "flooding",
          action: "hide",
          confidence: "likely",
          reason: "repeated-within",
          spans: [spanOf(evidence, within)],
        },
      ]
    : [];
  const own = essence(evidence.text.plain);
  const again =
    own.length < lettersToCompare
      ? 0
      : recentTexts.filter((text) => essence(text.toLowerCase()) === own).length;
  if (again >= timesBefore) {
    const whole = { first: 0, last: evidence.words.length - 1 };
    claims.push({
      topic: "flooding",
      action: "hide",
      confidence: "likely",
      reason: "repeated-before",
      spans: [spanOf(evidence, whole)],
    });
  }
  return claims;
}

/** Letters and digits only, so that another exclamation mark makes no new text. */
function essence(text: string): string {
  return text.normalize("NFD").replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Where so many words in a row stand for the last of so many times, without overlap; single words must be long. */
function repeatedWithin(
  { words }: Evidence,
  phraseWords: number,
  timesWithin: number,
): { first: number; last: number } | null {
  const seen = new Map<string, { count: number; last: number }>();
  for (let at = 0; at + phraseWords <= words.length; at++) {
    const key = words
      .slice(at, at + phraseWords)
      .map(({ text }) => text)
      .join(" ");
    if (key.length < lettersOfPhrase) continue;
    const known = seen.get(key);
    if (!known) seen.set(key, { count: 1, last: at });
    else if (at - known.last >= phraseWords) {
      known.count++;
      known.last = at;
      if (known.count >= timesWithin) return { first: at, last: at + phraseWords - 1 };
    }
  }
  return null;
}
