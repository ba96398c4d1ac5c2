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

/** What the account has already said. `publishedToday` counts the local day of `now`. */
export interface Spoken {
  lastPublishedAt: Date | null;
  publishedToday: number;
}

const minuteMs = 60_000;

/**
 * The first moment, `now` or later, at which the account may publish again.
 * @param timeZone IANA name in which hours and days are meant, e.g. "Europe/Rome".
 */
export function nextSlot(pacing: Pacing, spoken: Spoken, now: Date, timeZone: string): Date {
  let slot = now;
  if (pacing.minimumGapSeconds && spoken.lastPublishedAt) {
    slot = later(slot, new Date(spoken.lastPublishedAt.getTime() + pacing.minimumGapSeconds * 1000));
  }
  if (pacing.dailyMax !== undefined && spoken.publishedToday >= pacing.dailyMax) {
    slot = later(slot, startOfNextDay(now, timeZone));
  }
  return pacing.quietHours ? endOfQuiet(pacing.quietHours, slot, timeZone) : slot;
}

/** The first instant of the local day of `moment`. */
export function startOfDay(moment: Date, timeZone: string): Date {
  return stepToMinute(moment, timeZone, 0, -1);
}

function startOfNextDay(moment: Date, timeZone: string): Date {
  return stepToMinute(new Date(moment.getTime() + minuteMs), timeZone, 0, 1);
}

function endOfQuiet(quiet: { from: string; to: string }, moment: Date, timeZone: string): Date {
  const from = minuteOfDay(quiet.from);
  const to = minuteOfDay(quiet.to);
  const at = localMinute(moment, timeZone);
  const isQuiet = from <= to ? at >= from && at < to : at >= from || at < to;
  return isQuiet ? stepToMinute(moment, timeZone, to, 1) : moment;
}

/**
 * Walks minute by minute to the local minute wanted: at most a day and an hour of steps, and right on the two days of
 * the year on which clocks change, where arithmetic on offsets goes wrong.
 */
function stepToMinute(moment: Date, timeZone: string, wanted: number, direction: 1 | -1): Date {
  let at = Math.floor(moment.getTime() / minuteMs) * minuteMs;
  for (let steps = 0; steps <= 25 * 60; steps += 1) {
    if (localMinute(new Date(at), timeZone) === wanted) return new Date(at);
    at += direction * minuteMs;
  }
  // The wanted minute does not exist today (02:30 on the last Sunday of March): the next hour will do.
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
