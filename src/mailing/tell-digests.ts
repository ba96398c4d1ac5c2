import type { Transaction } from "kysely";
import { type Authority, findAuthorities } from "../authority/authority-store.ts";
import type { LocalDate } from "../authority/calendar/local-date.ts";
import { endOfDate } from "../authority/calendar/zoned-time.ts";
import { calendarOf } from "../authority/office.ts";
import { findOffices } from "../authority/office-store.ts";
import type { Schema } from "../database/schema.ts";
import { digestDueOn, figuresFor } from "./digest/digest.ts";
import { type DigestPart, writeDigest } from "./digest/digest-letter.ts";
import { readDigest } from "./digest/digest-store.ts";
import { addMail } from "./mail-store.ts";
import type { MailTools } from "./mail-tools.ts";
import type { Reader } from "./telling/people-store.ts";
import { addTellings, findTellings, keyOf } from "./telling/telling-store.ts";

/** What is due to one reader now. */
interface DueDigest {
  reader: Reader;
  day: LocalDate;
  parts: DigestPart[];
}

/**
 * Writes the digest of the day to everybody whose hour it is: once a working day, and not at all where there is nothing
 * to say. Within the transaction of whoever tells.
 */
export async function tellDigests(
  tools: Pick<MailTools, "publicUrl">,
  trx: Transaction<Schema>,
  readers: readonly Reader[],
  now: Date,
): Promise<void> {
  const wanting = readers.filter(({ choice, rolesBy }) => choice.digest && rolesBy.size > 0);
  const due = new Map<string, DueDigest>();
  for (const authority of await findAuthorities(trx)) await gather(trx, authority, wanting, due, now);
  for (const one of due.values()) if (one.parts.length > 0) await writeOne(tools, trx, one, now);
}

/** Notes for everybody due that this day is told; the letter is written once all authorities have been asked. */
async function gather(
  trx: Transaction<Schema>,
  authority: Authority,
  readers: readonly Reader[],
  due: Map<string, DueDigest>,
  now: Date,
): Promise<void> {
  const there = readers.filter(({ rolesBy }) => rolesBy.has(authority.id));
  if (there.length === 0) return;
  const { timeZone } = authority.settings;
  const offices = await findOffices(trx, authority.id);
  const calendar = calendarOf(
    offices.find(({ isDefault }) => isDefault),
    timeZone,
  );
  const candidates = there.flatMap((reader) => {
    const day = digestDueOn(calendar, reader.choice.digestHour, now);
    return day === undefined ? [] : [{ reader, day, subject: `digest:${day}` }];
  });
  const subjects = [...new Set(candidates.map(({ subject }) => subject))];
  const told = await findTellings(trx, authority.id, subjects);
  const untold = candidates.filter(({ reader, subject }) => !told.has(keyOf(reader.id, subject)));
  if (untold.length === 0) return;
  const { shared, ownBy } = await readDigest(trx, authority.id, {
    now,
    dayEndsAt: endOfDate(untold[0]?.day as LocalDate, timeZone),
  });
  for (const { reader, day } of untold) {
    const own = ownBy.get(reader.id) ?? 0;
    const figures = figuresFor({ ...shared, own }, reader.rolesBy.get(authority.id) ?? []);
    const known = due.get(reader.id) ?? { reader, day, parts: [] };
    if (Object.keys(figures).length > 0) known.parts.push({ authority, figures });
    due.set(reader.id, known);
  }
  const tellings = untold.map(({ reader, subject }) => ({ memberId: reader.id, subject, mailId: undefined }));
  await addTellings(trx, authority.id, tellings, now);
}

async function writeOne(
  { publicUrl }: Pick<MailTools, "publicUrl">,
  trx: Transaction<Schema>,
  { reader, day, parts }: DueDigest,
  now: Date,
): Promise<void> {
  const [first] = parts;
  const language = reader.language ?? first?.authority.settings.language ?? "it";
  const { subject, body } = writeDigest(parts, { language, day, publicUrl });
  const authorityId = parts.length === 1 ? first?.authority.id : undefined;
  const letter = {
    authorityId,
    member: reader,
    why: "digest",
    isUrgent: false,
    subject,
    content: { body },
  } as const;
  await addMail(trx, letter, now);
}
