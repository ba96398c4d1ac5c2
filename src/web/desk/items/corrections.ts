/** What of an item the portal can correct. */
export const correctable = [
  "title",
  "body",
  "link",
  "employer",
  "place",
  "contract",
  "deadline",
  "howToApply",
  "attachments",
] as const;
export type Correctable = (typeof correctable)[number];

/** An event of an item's life, as its row keeps it. */
export interface Correction {
  kind: string;
  at: Date;
  changed: ChangedPart[];
}

/** One part, as a text before and after; null where there was or is none. */
export interface ChangedPart {
  part: Correctable;
  before: string | null;
  after: string | null;
}

/**
 * What differs between two versions of an item. They come from rows of any release, so whatever is not of the shape we
 * know is taken for absent.
 */
export function changedParts(before: unknown, after: unknown): ChangedPart[] {
  return correctable.flatMap((part) => {
    const [was, is] = [partOf(before, part), partOf(after, part)];
    return was === is ? [] : [{ part, before: was, after: is }];
  });
}

function partOf(version: unknown, part: Correctable): string | null {
  if (!isObject(version)) return null;
  switch (part) {
    case "title":
    case "body":
    case "link":
      return textOf(version[part]);
    case "attachments":
      return namesOf(version.attachments);
    default:
      return isObject(version.facts) ? textOf(version.facts[part]) : null;
  }
}

function namesOf(attachments: unknown): string | null {
  if (!Array.isArray(attachments)) return null;
  const names = attachments.filter(isObject).map((one) => textOf(one.title) ?? textOf(one.url) ?? "");
  return textOf(names.join("\n"));
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
