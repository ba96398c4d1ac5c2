import { invalidParameter } from "./graph-error.ts";

/** How far ahead something may be scheduled, milliseconds; Meta's pages contradict each other (section 5). */
export interface ScheduleWindow {
  minMs: number;
  maxMs: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The guide's bounds; the reference says 75 days. */
export const POST_WINDOW: ScheduleWindow = { minMs: 10 * MINUTE_MS, maxMs: 30 * DAY_MS };
export const REEL_WINDOW: ScheduleWindow = { minMs: 10 * MINUTE_MS, maxMs: 29 * DAY_MS };
/** Six months (section 5). */
export const VIDEO_WINDOW: ScheduleWindow = { minMs: 10 * MINUTE_MS, maxMs: 183 * DAY_MS };

/** `scheduled_publish_time` as unix milliseconds: unix seconds or ISO 8601, inside the window. */
export function readSchedule(text: string, now: number, window: ScheduleWindow): number {
  // Graph's own form has an offset without a colon, which Date does not have to understand.
  const moment = /^\d{1,12}$/.test(text)
    ? Number(text) * 1000
    : Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
  if (Number.isNaN(moment)) throw invalidParameter("Param scheduled_publish_time must be a valid time");
  // Whole seconds on the wire: a bound must not be missed by the fraction of a second the caller cannot say.
  const aheadMs = moment - Math.floor(now / 1000) * 1000;
  if (aheadMs < window.minMs || aheadMs > window.maxMs) {
    throw invalidParameter(
      `The specified scheduled publish time is invalid: it must be between ${window.minMs / MINUTE_MS} minutes and ${Math.floor(window.maxMs / DAY_MS)} days from now`,
    );
  }
  return moment;
}
