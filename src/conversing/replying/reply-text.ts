/** What stands against a text, before anything is sent. A text is never cut. */
export type TextVerdict =
  | { kind: "fits"; parts: [string, ...string[]] }
  | { kind: "empty" }
  /** `parts`: into how many it would have to be divided; undefined where it may not be. */
  | { kind: "too-long"; characters: number; charactersMax: number; parts: number | undefined };

/** Whether a text may leave, in one part, or divided where whoever wrote it wants that. */
export function judgeText(
  text: string,
  charactersMax: number,
  how: { mayDivide: boolean; isDivided: boolean },
): TextVerdict {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "empty" };
  if (trimmed.length <= charactersMax) return { kind: "fits", parts: [trimmed] };
  const parts = how.mayDivide ? divided(trimmed, charactersMax) : undefined;
  const [first, ...others] = parts ?? [];
  if (how.isDivided && first !== undefined) return { kind: "fits", parts: [first, ...others] };
  return { kind: "too-long", characters: trimmed.length, charactersMax, parts: parts?.length };
}

/** Where a text is best divided, the best first. */
const seams = [/\n\s*\n/g, /\n/g, /[.!?…]\s/g, /[;:,]\s/g, /\s/g];

/** At the end of a paragraph, a line, a sentence, a word, whatever comes last before the bound; never within a character. */
function divided(text: string, charactersMax: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > charactersMax) {
    const end = seamBefore(rest, charactersMax);
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return [...parts, rest].filter((part) => part !== "");
}

function seamBefore(text: string, most: number): number {
  const head = text.slice(0, most);
  for (const seam of seams) {
    const last = [...head.matchAll(seam)].at(-1);
    const end = last ? last.index + last[0].length : 0;
    // A paragraph that ends right at the beginning would make a part of one line.
    if (end > most / 2) return end;
  }
  const isInsidePair = /[\uD800-\uDBFF]$/.test(head);
  return isInsidePair ? most - 1 : most;
}
