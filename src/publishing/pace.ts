import type { Format } from "../channels/channel.ts";

/**
 * How fast an account may speak, so that followers are not flooded. All parts are optional; none of them loses
 * anything: what may not leave now waits for its moment, in order.
 */
export interface Pacing {
  minimumGapSeconds?: number;
  /** Local hours "HH:MM" between which nothing leaves; may cross midnight. */
  quietHours?: { from: string; to: string };
  /** Posts a local day. */
  dailyMax?: number;
}

/**
 * Formats that stand beside the feed for a day. Nobody's feed fills with them, so they spend nothing of the daily posts
 * and keep no gap; at night they are silent like all others.
 */
export const besideTheFeed: readonly Format[] = ["photo-story", "video-story"];

export function isInFeed(format: Format): boolean {
  return !besideTheFeed.includes(format);
}

/** What the account has already said in the feed. `publishedToday` counts the local day of `now`. */
export interface Spoken {
  lastPublishedAt: Date | null;
  publishedToday: number;
}

const minuteMs = 60_000;

/**
 * The first moment, `now` or later, at which the account may publish something of this format.
 * @param timeZone IANA name in which hours and days are meant, e.g. "Europe/Rome".
 */
export function nextSlot(
  pacing: Pacing,
  spoken: Spoken,
  now: Date,
  timeZone: string,
  format: Format = "link-post",
): Date {
  const slot = isInFeed(format) ? slotInFeed(pacing, spoken, now, timeZone) : now;
  return pacing.quietHours ? endOfQuiet(pacing.quietHours, slot, timeZone) : slot;
}

function slotInFeed(pacing: Pacing, spoken: Spoken, now: Date, timeZone: string): Date {
  let slot = now;
  if (pacing.minimumGapSeconds && spoken.lastPublishedAt) {
    // A last post in the future was noted before the clock was set back: it is no older than now, and no younger.
    const lastMs = Math.min(spoken.lastPublishedAt.getTime(), now.getTime());
    slot = later(slot, new Date(lastMs + pacing.minimumGapSeconds * 1000));
  }
  if (pacing.dailyMax !== undefined && spoken.publishedToday >= pacing.dailyMax) {
    slot = later(slot, startOfNextDay(now, timeZone));
  }
  return slot;
}

/** The first instant of the local day of `moment`. */
export function startOfDay(moment: Date, timeZone: string): Date {
  return walk(moment, -1, (at) => localMinute(at, timeZone) === 0);
}

function startOfNextDay(moment: Date, timeZone: string): Date {
  return walk(new Date(moment.getTime() + minuteMs), 1, (at) => localMinute(at, timeZone) === 0);
}

function endOfQuiet(quiet: { from: string; to: string }, moment: Date, timeZone: string): Date {
  const from = minuteOfDay(quiet.from);
  const to = minuteOfDay(quiet.to);
  const isQuiet = (at: number) => (from <= to ? at >= from && at < to : at >= from || at < to);
  if (!isQuiet(localMinute(moment, timeZone))) return moment;
  // The first minute that is not quiet, and not the minute `to`, which need not exist today (02:30 in March).
  return walk(moment, 1, (at) => !isQuiet(localMinute(at, timeZone)));
}

/**
 * Walks minute by minute to the first that is wanted: at most a day and an hour of steps, and right on the two days of
 * the year on which clocks change, where arithmetic on offsets goes wrong.
 */
function walk(moment: Date, direction: 1 | -1, isWanted: (at: Date) => boolean): Date {
  let at = new Date(Math.floor(moment.getTime() / minuteMs) * minuteMs);
  for (let steps = 0; steps <= 25 * 60; steps += 1) {
    if (isWanted(at)) return at;
    at = new Date(at.getTime() + direction * minuteMs);
  }
  // No such minute (a zone that changes its clocks at midnight): the next hour will do.
  return new Date(moment.getTime() + direction * 60 * minuteMs);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function localMinute(moment: Date, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    formats.set(timeZone, format);
  }
  return minuteOfDay(format.format(moment));
}

function minuteOfDay(clock: string): number {
  const [hours = "0", minutes = "0"] = clock.split(":");
  return Number(hours) * 60 + Number(minutes);
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}
