import type { Authority } from "../../authority/authority-store.ts";
import type { WorkingCalendar } from "../../authority/calendar/office-calendar.ts";
import { calendarOf, type Office } from "../../authority/office.ts";
import type { AnswerWindows } from "../../channels/conversing.ts";
import type { AccountKey } from "../../publishing/account-store.ts";

/** An account as those see it who read what people write to it. */
export interface Listener extends AccountKey {
  channel: string;
  authority: Authority;
  offices: readonly Office[];
  windows: AnswerWindows;
}

/** The office that answers a conversation: its own, else the default one; undefined where the authority has none. */
export function officeOf(offices: readonly Office[], officeId: string | null): Office | undefined {
  return offices.find(({ id }) => id === officeId) ?? offices.find(({ isDefault }) => isDefault);
}

const calendars = new WeakMap<Listener, Map<string | null, WorkingCalendar>>();

/** The calendar by which a conversation's answer is counted; the same one for all that a listener handles. */
export function calendarFor(listener: Listener, officeId: string | null): WorkingCalendar {
  const { offices, authority } = listener;
  const known = calendars.get(listener) ?? new Map<string | null, WorkingCalendar>();
  const calendar =
    known.get(officeId) ?? calendarOf(officeOf(offices, officeId), authority.settings.timeZone);
  calendars.set(listener, known.set(officeId, calendar));
  return calendar;
}
