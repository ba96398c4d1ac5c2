import { addDays } from "../../../authority/calendar/local-date.ts";
import { closingOf } from "../../../noticeboard/closing.ts";
import type { ShownItem } from "../../../noticeboard/shown-item.ts";
import { itemPage, wholeAddress } from "../addresses.ts";
import type { Site } from "../site.ts";

/** The deadlines of items as a calendar (RFC 5545): a day, or the hour where one was given. */
export function calendarFile(site: Site, items: readonly ShownItem[]): string {
  const { authority, reading, words } = site;
  const events = items.flatMap((item) => event(site, item));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Bacheca//Noticeboard//IT",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${text(`${words.data.names.ics} – ${authority.name}`)}`,
    `X-WR-TIMEZONE:${reading.timeZone}`,
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function event({ place, reading, words }: Site, item: ShownItem): string[] {
  const closing = closingOf(item.facts.deadline, reading.timeZone);
  if (!closing) return [];
  const digits = (iso: string) => iso.replace(/[-:]|\.\d+/g, "");
  const when = closing.hasHour
    ? [`DTSTART:${digits(closing.at.toISOString())}`]
    : [
        `DTSTART;VALUE=DATE:${digits(closing.lastDay)}`,
        `DTEND;VALUE=DATE:${digits(addDays(closing.lastDay, 1))}`,
      ];
  const url = wholeAddress(place, itemPage(item));
  return [
    "BEGIN:VEVENT",
    `UID:${item.seq}@${place.authorityId}.${URL.parse(place.publicUrl)?.hostname ?? "bacheca"}`,
    `DTSTAMP:${digits(item.changedAt.toISOString())}`,
    ...when,
    `SUMMARY:${text(`${words.item.fact.deadline}: ${item.title}`)}`,
    ...(item.facts.place ? [`LOCATION:${text(item.facts.place)}`] : []),
    `DESCRIPTION:${text(url)}`,
    `URL:${url}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function text(value: string): string {
  return value
    .toWellFormed()
    .replace(/\p{Cc}+/gu, " ")
    .replace(/[\\;,]/g, (sign) => `\\${sign}`);
}

const octetsMax = 74;

/** No line is longer than 75 octets; what follows begins with a space. */
function folded(line: string): string {
  let [out, octets] = ["", 0];
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (octets + length > octetsMax) {
      out += "\r\n ";
      octets = 1;
    }
    out += character;
    octets += length;
  }
  return out;
}
