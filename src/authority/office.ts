import { z } from "zod";
import { type OfficeCalendar, officeCalendar, type WorkingCalendar } from "./calendar/office-calendar.ts";

const contact = z.string().trim().min(1).max(300);

/** How an office is reached beside the network: said to people in notices, and where the network lets us write no more. */
export const officeContacts = z.strictObject({
  telephone: contact.optional(),
  email: contact.optional(),
  /** Certified mail, for what is official. */
  pec: contact.optional(),
  address: contact.optional(),
});

export type OfficeContacts = z.infer<typeof officeContacts>;

/** A place of the authority that answers people, with its own working calendar. */
export interface Office {
  id: string;
  name: string;
  isDefault: boolean;
  calendar: OfficeCalendar;
  contacts: OfficeContacts;
}

/** The offices of a file, of which one is the default: the first, where it names none. */
export function withDefault(offices: readonly Office[]): Office[] {
  const isNamed = offices.some(({ isDefault }) => isDefault);
  return offices.map((office, index) => ({ ...office, isDefault: isNamed ? office.isDefault : index === 0 }));
}

/** The calendar by which an office counts; the usual week where the authority describes no office. */
export function calendarOf(office: Pick<Office, "calendar"> | undefined, timeZone: string): WorkingCalendar {
  return { ...(office?.calendar ?? officeCalendar.parse({})), timeZone };
}
