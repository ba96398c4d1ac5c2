import { html } from "hono/html";
import { answerDeadline } from "../../authority/calendar/answer-deadline.ts";
import { nameDayInFull, wordsIn } from "../../authority/calendar/day-names.ts";
import { tellBy } from "../../authority/calendar/telling.ts";
import { isWorkingDay, nextWorkingDay } from "../../authority/calendar/working-day.ts";
import { dateIn } from "../../authority/calendar/zoned-time.ts";
import { calendarOf } from "../../authority/office.ts";
import type { Html } from "../web-parts.ts";
import { type KeptPromise, shareOf } from "./kept-promise.ts";
import { keptDays } from "./promise-reader.ts";
import { officeOf, type Site } from "./site.ts";

/** Until when one is answered, how that was kept, and that nothing official is done here. */
export function talkingPart(site: Site, kept: KeptPromise): Html | string {
  const { words, authority, accounts } = site;
  const { talk, channel } = words;
  // Where nobody can write to us, nothing is promised.
  if (accounts.length === 0) return "";
  const pecs = site.offices.filter(({ contacts }) => contacts.pec);
  return html`<section><h2>${channel.talking}</h2>
    <p>${channel.promise(authority.settings.promise.workingDays)} ${todayInWords(site)}</p>
    <h3>${talk.kept.title}</h3>
    <p>${keptInWords(kept, site)}</p>
    <p class="hint">${talk.kept.how}</p>
    <h3>${talk.pecLabel}</h3>
    <p>${talk.notRegistered}</p>
    ${
      pecs.length === 0
        ? html`<p>${talk.noPec}</p>`
        : html`<ul>${pecs.map(({ name, contacts }) => html`<li>${talk.pec(pecs.length > 1 ? name : undefined)} <a href="mailto:${contacts.pec}">${contacts.pec}</a></li>`)}</ul>`
    }
  </section>`;
}

function todayInWords(site: Site): string {
  const { reading, place, words, authority } = site;
  const { talk } = words;
  const calendar = calendarOf(officeOf(site), reading.timeZone);
  const today = dateIn(reading.now, reading.timeZone);
  const next = nextWorkingDay(calendar, today);
  if (!next) return talk.neverWorking;
  const deadline = answerDeadline(calendar, reading.now, authority.settings.promise);
  const telling = { now: reading.now, timeZone: reading.timeZone, language: place.language };
  const by = deadline.kind === "due" ? talk.byNow(tellBy(deadline, telling)) : "";
  const day = nameDayInFull(next, today, wordsIn(place.language));
  return `${isWorkingDay(calendar, today) ? talk.openToday : talk.closedToday(day)} ${by}`;
}

function keptInWords(kept: KeptPromise, { words }: Site): string {
  const { talk } = words;
  const { due, inTime, late, unanswered, closed } = kept;
  const share = shareOf(kept);
  const first =
    due === 0
      ? talk.kept.none(keptDays)
      : share === null
        ? talk.kept.few(inTime, due, keptDays)
        : talk.kept.share(share, inTime, due, keptDays);
  return [
    first,
    ...(late > 0 ? [talk.kept.late(late)] : []),
    ...(unanswered > 0 ? [talk.kept.unanswered(unanswered)] : []),
    ...(closed > 0 ? [talk.kept.closed(closed)] : []),
  ].join(" ");
}
