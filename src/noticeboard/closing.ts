import { addDays, isLocalDate, type LocalDate } from "../authority/calendar/local-date.ts";
import { dateIn, startOfDate } from "../authority/calendar/zoned-time.ts";

const moment =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-](0\d|1[0-4]):?[0-5]\d)$/;

/** When an item closes: the first instant that is too late, the last day that counts, and whether an hour was given. */
export interface Closing {
  at: Date;
  lastDay: LocalDate;
  hasHour: boolean;
}

/**
 * Reads the deadline of an item's facts. A day lasts until it is over in the authority's zone. Undefined for what is
 * neither a day nor a moment with its offset: people read such words, no machine counts by them. The database reads
 * the same in `item_closes` (migration 0005); a test holds the two together.
 */
export function closingOf(deadline: string | undefined, timeZone: string): Closing | undefined {
  // Nobody applies outside these years, and not every clock reaches there.
  if (!deadline || !/^(19|2\d)\d\d-/.test(deadline)) return undefined;
  if (isLocalDate(deadline)) {
    return { at: startOfDate(addDays(deadline, 1), timeZone), lastDay: deadline, hasHour: false };
  }
  const parts = moment.exec(deadline);
  if (!parts || !isLocalDate(parts[1] ?? "")) return undefined;
  const at = new Date(`${deadline.slice(0, 16)}${withColon(parts[5] ?? "Z")}`);
  return { at, lastDay: dateIn(at, timeZone), hasHour: true };
}

/** The language wants "+01:00"; feeds also write "+0100". Seconds of a deadline mean nothing to anybody. */
function withColon(offset: string): string {
  return offset.replace(/^([+-]\d\d):?(\d\d)$/, "$1:$2");
}

/** A moment as `item.closes` has it, to be compared with. */
export function closesText(moment: Date): string {
  return moment.toISOString().slice(0, 19);
}
