import type { Authority } from "../../authority/authority-store.ts";
import {
  type CalendarReading,
  nameClock,
  nameDay,
  nearDay,
  todayOf,
  wordsIn,
} from "../../authority/calendar/day-names.ts";
import { tellDeadline } from "../../authority/calendar/telling.ts";
import { dateIn } from "../../authority/calendar/zoned-time.ts";
import { en } from "../../moderating/recognising/words/en.ts";
import { it } from "../../moderating/recognising/words/it.ts";
import { bodyOf, type MailContent, type MailLink, type MailParagraph } from "../mail-body.ts";
import type { MailBody } from "../mail-store.ts";
import { mailWordsOf } from "../words/index.ts";
import type { MailWords } from "../words/words.ts";
import type { News, PlannedLetter } from "./news.ts";

/** Where letters lead, and when and for whom they are written. */
export interface LetterPlace {
  authority: Authority;
  publicUrl: string;
  now: Date;
}

/** A letter lists so many with an address each; more are counted. */
const listedMost = 10;

/**
 * A letter about what is to be heard. Of whoever wrote on the network it tells nothing: kind, authority, office, since
 * when, and where at the desk it is read.
 */
export function writeNews(
  { person, news, isUrgent, isLast }: PlannedLetter,
  place: LetterPlace,
): { subject: string; body: MailBody } {
  const { authority, publicUrl, now } = place;
  const language = person.language ?? authority.settings.language;
  const words = mailWordsOf(language);
  const reading = { now, timeZone: authority.settings.timeZone, language };
  const [first] = news;
  const whole = news.length === 1 && first ? tellNews(first, words, reading) : words.several(news.length);
  const what = isUrgent ? words.atOnce(whole) : whole;
  const counted = countedKinds(news, words, reading);
  const listed = (counted.length === 0 ? news : news.filter(({ conversationId }) => conversationId)).slice(
    0,
    listedMost,
  );
  const content: MailContent = {
    language,
    title: `${authority.name}: ${what}`,
    paragraphs: [
      ...counted,
      ...(listed.length > 0 ? [{ list: listed.map((one) => lineOf(one, place, words, reading)) }] : []),
      ...(listed.length > 0 && news.length > listed.length ? [words.more(news.length - listed.length)] : []),
      ...(isUrgent ? [words.distressToDo] : []),
      ...(isLast ? [words.lastOfHour] : []),
      { text: words.openDesk, href: deskAddress(publicUrl, authority.id) },
    ],
    closing: closingOf(words, publicUrl, words.noContent),
  };
  return { subject: words.subject(authority.name, what), body: bodyOf(content) };
}

export function deskAddress(publicUrl: string, authorityId: string): string {
  return `${publicUrl}/desk?authority=${encodeURIComponent(authorityId)}`;
}

export function closingOf(words: MailWords, publicUrl: string, ...more: string[]): MailParagraph[] {
  return [words.automatic, ...more, { text: words.choose, href: `${publicUrl}/desk/me#mail` }];
}

/** How many there are of each kind, where there is more than one kind or more than the letter lists. */
function countedKinds(news: readonly News[], words: MailWords, reading: CalendarReading): MailParagraph[] {
  const kinds = new Map<string, number>();
  for (const one of news) {
    const told = tellNews(one, words, reading);
    kinds.set(told, (kinds.get(told) ?? 0) + 1);
  }
  if (kinds.size < 2 && news.length <= listedMost) return [];
  return [{ list: [...kinds].map(([told, count]) => words.counted(told, count)) }];
}

function tellNews({ topic, kind }: News, words: MailWords, { language }: CalendarReading): string {
  if (topic === "alert") {
    const told: Record<string, string> = {
      ...(language === "it" ? it : en).alerts,
      ...words.otherAlerts,
    };
    return Object.hasOwn(told, kind) ? (told[kind] as string) : words.otherAlerts.other;
  }
  const hours = /^open-hours-(\d+)$/.exec(kind)?.[1];
  if (hours !== undefined) return words.openHoursLeft(Number(hours));
  return Object.hasOwn(words.warnings, kind)
    ? words.warnings[kind as keyof MailWords["warnings"]]
    : words.warnings.other;
}

/** What it is, where, since or until when; with the address of its conversation, where it has one. */
function lineOf(
  one: News,
  { authority, publicUrl }: LetterPlace,
  words: MailWords,
  reading: CalendarReading,
): string | MailLink {
  const parts = [tellNews(one, words, reading), one.officeName ?? authority.name, endOf(one, words, reading)];
  const text = parts.join(" · ");
  if (one.conversationId === undefined) return text;
  return { text, href: `${publicUrl}/desk/inbox/${authority.id}/${one.conversationId}` };
}

function endOf(one: News, words: MailWords, reading: CalendarReading): string {
  if (one.kind === "window" && one.windowUntil)
    return words.windowUntil(tellMoment(one.windowUntil, reading));
  if (one.topic === "warning" && one.deadline) return tellDeadline(one.deadline, reading);
  return words.raised(tellMoment(one.raisedAt, reading));
}

/** "oggi alle 10:32", "martedì 9 alle 8:30". */
function tellMoment(at: Date, reading: CalendarReading): string {
  const words = wordsIn(reading.language);
  const [today, date] = [todayOf(reading), dateIn(at, reading.timeZone)];
  const day = nearDay(date, today, words) ?? nameDay(date, today, words);
  return words.atClock(day, nameClock(at, reading));
}
