import { html } from "hono/html";
import { nameDayInFull, wordsIn } from "../../authority/calendar/day-names.ts";
import { doorAt } from "../../authority/calendar/opening.ts";
import { tellDoor } from "../../authority/calendar/telling.ts";
import { dateIn } from "../../authority/calendar/zoned-time.ts";
import { calendarOf, type Office } from "../../authority/office.ts";
import type { Html } from "../web-parts.ts";
import { hoursLines, type UnusualDay, unusualDays } from "./office-hours.ts";
import type { Site } from "./site.ts";
import { telephoneAddress } from "./site-footer.ts";

/** Every office with its hours, the days that are not as usual, and how it is reached. */
export function officesPart(site: Site): Html | string {
  if (site.offices.length === 0) return "";
  return html`<section><h2 id="sedi">${site.words.talk.offices.title}</h2>
    ${site.offices.map((office) => officePart(site, office))}</section>`;
}

function officePart(site: Site, office: Office): Html {
  const { reading, place, words, authority } = site;
  const { offices } = words.talk;
  const calendar = calendarOf(office, reading.timeZone);
  const today = dateIn(reading.now, reading.timeZone);
  const lines = hoursLines(calendar, today, place.language);
  const door = doorAt(calendar, reading.now);
  const unusual = unusualDays(calendar, today);
  const telling = { now: reading.now, timeZone: reading.timeZone, language: place.language };
  return html`<h3 lang="${authority.settings.language}">${office.name}</h3>
    ${
      lines.length === 0
        ? html`<p>${offices.noHours}</p>`
        : html`${door.kind === "never-open" ? "" : html`<p><strong>${capital(tellDoor(door, telling))}.</strong></p>`}
        <table aria-label="${offices.hoursOf(office.name)}">
          <thead><tr><th scope="col">${offices.days}</th><th scope="col">${offices.hour}</th></tr></thead>
          <tbody>${lines.map(({ days, hours }) => html`<tr><th scope="row">${capital(days)}</th><td>${hours}</td></tr>`)}</tbody></table>`
    }
    ${unusual.length === 0 ? "" : html`<p>${offices.unusual}:</p><ul>${unusual.map((day) => html`<li>${unusualInWords(day, site)}</li>`)}</ul>`}
    ${contactList(site, office)}`;
}

function unusualInWords({ date, why }: UnusualDay, { reading, place, words }: Site): string {
  const { offices } = words.talk;
  const calendar = wordsIn(place.language);
  const day = nameDayInFull(date, dateIn(reading.now, reading.timeZone), calendar);
  switch (why.kind) {
    case "exception":
      return `${day}: ${why.hours === "" ? offices.shut : offices.only(why.hours)} (${why.reason})`;
    case "holiday":
      return `${day}: ${offices.shut} (${calendar.why.holiday(calendar.holidays[why.holiday])})`;
    case "patron":
      return `${day}: ${offices.shut} (${calendar.why.patron(why.name)})`;
    case "closure":
      return `${day}: ${offices.shut} (${why.reason})`;
    case "weekday":
      return `${day}: ${offices.shut}`;
  }
}

function contactList({ words }: Site, { contacts }: Office): Html | string {
  const { offices } = words.talk;
  const { address, telephone, email, pec } = contacts;
  const lines = [
    ...(address ? [html`<li>${offices.address}: ${address}</li>`] : []),
    ...(telephone
      ? [html`<li>${offices.telephone}: <a href="${telephoneAddress(telephone)}">${telephone}</a></li>`]
      : []),
    ...(email ? [html`<li>${offices.email}: <a href="mailto:${email}">${email}</a></li>`] : []),
    ...(pec ? [html`<li>${offices.pec}: <a href="mailto:${pec}">${pec}</a></li>`] : []),
  ];
  return lines.length === 0 ? "" : html`<ul class="contacts">${lines}</ul>`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
