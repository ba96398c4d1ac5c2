import type { Answered } from "../../conversing.ts";
import type { FacebookReason } from "../reasons.ts";

/**
 * In UTF-16 units. Of a message Facebook takes fewer than 2000 characters (graph-api.md section 13.1; other pages of Meta
 * say 2000). For comments it documents no bound; ours is below the 8000 that circulate.
 */
export const textCharactersMax = { comment: 7_500, message: 1_999 } as const;

/** A text that Facebook would refuse or cut is not sent; undefined where it may go. */
export function refuseText(
  text: string,
  kind: keyof typeof textCharactersMax,
): Extract<Answered, { kind: "refused" }> | undefined {
  if (text.trim() === "") return refused("text-empty", "0");
  const most = textCharactersMax[kind];
  return text.length > most ? refused("text-too-long", `${text.length} > ${most}`) : undefined;
}

function refused(reason: FacebookReason, detail: string): Extract<Answered, { kind: "refused" }> {
  return { kind: "refused", reason, detail };
}

/** Whether two texts are one: Facebook drops blanks at the ends and may join them, and composes accents its own way. */
export function isSameText(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}
