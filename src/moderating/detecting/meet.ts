import type { Evidence, Mention } from "../evidence.ts";
import type { WordKind } from "../lexicons/all-lists.ts";
import type { Meeting, Reach } from "../lexicons/meeting.ts";

/** One mention of each field, the first where they meet; null where they do not. */
export function meet(evidence: Evidence, { fields, reach }: Meeting): readonly Mention[] | null {
  const found: (readonly Mention[])[] = [];
  for (const field of fields) {
    const mentions = evidence.of(...kindsOf(field));
    if (mentions.length === 0) return null;
    found.push(mentions);
  }
  const [anchors = [], ...others] = found;
  for (const anchor of anchors) {
    const together = [anchor];
    for (const mentions of others) {
      const next = mentions.find(
        (mention) =>
          isWithin(evidence, anchor, mention, reach) && together.every((one) => !overlaps(one, mention)),
      );
      if (!next) break;
      together.push(next);
    }
    if (together.length === fields.length) return together;
  }
  return null;
}

const split = new Map<string, readonly WordKind[]>();

function kindsOf(field: string): readonly WordKind[] {
  const known = split.get(field);
  if (known) return known;
  const kinds = field.split("|") as WordKind[];
  split.set(field, kinds);
  return kinds;
}

function isWithin({ words }: Evidence, one: Mention, other: Mention, reach: Reach): boolean {
  if (reach === "text") return true;
  const apart = Math.abs((words[one.first]?.sentence ?? 0) - (words[other.first]?.sentence ?? 0));
  return apart <= (reach === "near" ? 2 : 0);
}

export function overlaps(
  one: { first: number; last: number },
  other: { first: number; last: number },
): boolean {
  return one.first <= other.last && other.first <= one.last;
}
