import type { Authority } from "../../authority/authority-store.ts";
import { nameDayInFull, wordsIn } from "../../authority/calendar/day-names.ts";
import type { LocalDate } from "../../authority/calendar/local-date.ts";
import { bodyOf } from "../mail-body.ts";
import type { MailBody } from "../mail-store.ts";
import { closingOf, deskAddress } from "../telling/news-letter.ts";
import { mailWordsOf } from "../words/index.ts";
import type { MailLanguage } from "../words/words.ts";
import type { DigestFigures } from "./digest.ts";

/** What one authority has for a reader that day. */
export interface DigestPart {
  authority: Authority;
  figures: Partial<DigestFigures>;
}

// What is lost first comes first.
const order = [
  "overdue",
  "dueToday",
  "alerts",
  "waiting",
  "own",
  "held",
  "refused",
  "uncertain",
  "disconnected",
  "faultySources",
] as const satisfies (keyof DigestFigures)[];

/** One letter about all authorities of a reader for which it is their hour. */
export function writeDigest(
  parts: readonly DigestPart[],
  { language, day, publicUrl }: { language: MailLanguage; day: LocalDate; publicUrl: string },
): { subject: string; body: MailBody } {
  const words = mailWordsOf(language);
  const { digest } = words;
  const title = digest.title(nameDayInFull(day, day, wordsIn(language)));
  const paragraphs = parts.flatMap(({ authority, figures }) => [
    `${authority.name}`,
    { list: order.flatMap((name) => (figures[name] ? [digest.figures[name](figures[name])] : [])) },
    { text: words.openDesk, href: deskAddress(publicUrl, authority.id) },
  ]);
  const [only] = parts;
  const where = parts.length === 1 && only ? only.authority.name : "Bacheca";
  const closing = closingOf(words, publicUrl, digest.why);
  return { subject: words.subject(where, title), body: bodyOf({ language, title, paragraphs, closing }) };
}
