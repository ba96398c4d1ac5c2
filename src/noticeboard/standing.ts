import { daysBetween } from "../authority/calendar/local-date.ts";
import { dateIn } from "../authority/calendar/zoned-time.ts";
import { type Closing, closingOf } from "./closing.ts";
import type { ShownItem } from "./shown-item.ts";

/** From so many days before its end on an item counts as closing soon. */
export const soonDays = 7;

/** Whether one may still apply for an item. */
export type Standing =
  /** `closing` is missing where no end is known. */
  | { kind: "open"; closing?: Closing; daysLeft?: number }
  | { kind: "closing-soon"; closing: Closing; daysLeft: number }
  | { kind: "closed"; closing?: Closing; since?: Date }
  | { kind: "withdrawn"; since: Date };

/** What the last word on an item's life and its deadline come to at a moment. */
export function standingOf(
  item: Pick<ShownItem, "facts" | "lifeChange">,
  timeZone: string,
  now: Date,
): Standing {
  const { lifeChange } = item;
  const closing = closingOf(item.facts.deadline, timeZone);
  if (lifeChange?.kind === "withdrawn") return { kind: "withdrawn", since: lifeChange.at };
  if (lifeChange?.kind === "closed" || lifeChange?.kind === "expired") {
    return { kind: "closed", ...(closing && { closing }), since: lifeChange.at };
  }
  if (!closing) return { kind: "open" };
  if (closing.at <= now) return { kind: "closed", closing, since: closing.at };
  const daysLeft = Math.max(0, daysBetween(dateIn(now, timeZone), closing.lastDay));
  return { kind: daysLeft <= soonDays ? "closing-soon" : "open", closing, daysLeft };
}

export function isOpen(standing: Standing): boolean {
  return standing.kind === "open" || standing.kind === "closing-soon";
}
