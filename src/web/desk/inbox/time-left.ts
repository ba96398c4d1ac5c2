import { tellDeadline } from "../../../authority/calendar/telling.ts";
import type { InboxEntry } from "../../../conversing/inbox/inbox-store.ts";
import { type Reading, tellMoment } from "../moments.ts";
import { inboxWordsOf } from "./words/index.ts";

type Timed = Pick<InboxEntry, "waitingSince" | "deadline" | "windowUntil" | "humanUntil" | "leadsAt">;

/** How near the end is: over, within a day, or further off; undefined where nobody waits. */
export type Urgency = "late" | "soon" | "calm";

const soonMs = 86_400_000;

export function urgencyOf({ waitingSince, leadsAt }: Timed, now: Date): Urgency | undefined {
  if (!waitingSince) return undefined;
  if (!leadsAt) return "calm";
  if (leadsAt <= now) return "late";
  return leadsAt.getTime() - now.getTime() < soonMs ? "soon" : "calm";
}

/** Until when, in words: by whichever of promise and window ends first. Empty where nobody waits. */
export function tellTimeLeft(entry: Timed, reading: Reading): string {
  const { waitingSince, deadline } = entry;
  if (!waitingSince) return "";
  const words = inboxWordsOf(reading.words.code).time;
  const { now, timeZone } = reading;
  const due = deadline ? tellDeadline(deadline, { now, timeZone, language: reading.words.code }) : "";
  const closesAt = entry.humanUntil ?? entry.windowUntil;
  if (!closesAt) return due;
  if (closesAt <= now) return due === "" ? words.windowOver : `${words.windowOver}; ${due}`;
  const isFirst = entry.leadsAt?.getTime() === closesAt.getTime();
  return isFirst ? words.window(tellMoment(closesAt, reading)) : due;
}
