import type { Transaction } from "kysely";
import { type Authority, findAuthorities } from "../authority/authority-store.ts";
import type { Schema } from "../database/schema.ts";
import { addMail } from "./mail-store.ts";
import type { MailTools } from "./mail-tools.ts";
import { gatherMs, type PlannedLetter, planRound, type Round } from "./telling/news.ts";
import { writeNews } from "./telling/news-letter.ts";
import {
  dropStaleNews,
  findAuthoritiesWithNews,
  findNews,
  lockTelling,
  markTold,
  putOffRounds,
} from "./telling/news-store.ts";
import { findReaders, peopleOf } from "./telling/people-store.ts";
import { addTellings, findEarlierLetters, findTellings, keyOf } from "./telling/telling-store.ts";

/**
 * Writes to the people at the desk what they are to hear of: alerts and warnings of deadlines, each once to each person.
 * The letters, who was told of what and that it is told are one transaction, of one process at a time: a crash tells all
 * or nothing.
 */
export async function tellPeople(tools: MailTools): Promise<void> {
  const { db, clock, log } = tools;
  const letters = await db.transaction().execute(async (trx) => {
    if (!(await lockTelling(trx))) return 0;
    await dropStaleNews(trx, clock.now());
    const ids = await findAuthoritiesWithNews(trx);
    if (ids.length === 0) return 0;
    const readers = await findReaders(trx);
    let count = 0;
    for (const authority of (await findAuthorities(trx)).filter(({ id }) => ids.includes(id))) {
      count += await tellOf(tools, trx, authority, peopleOf(readers, authority.id));
    }
    const now = clock.now();
    await putOffRounds(trx, new Date(now.getTime() + gatherMs));
    return count;
  });
  if (letters > 0) log.info({ letters }, "people were written to");
}

async function tellOf(
  tools: MailTools,
  trx: Transaction<Schema>,
  authority: Authority,
  people: ReturnType<typeof peopleOf>,
): Promise<number> {
  const now = tools.clock.now();
  const news = await findNews(trx, authority.id);
  const subjects = news.map(({ subject }) => subject);
  const told = await findTellings(trx, authority.id, subjects);
  // Read anew for each authority: a letter about one of them counts for the next.
  const earlier = await findEarlierLetters(trx, now);
  const round = planRound(
    news,
    people,
    {
      isTold: (personId, subject) => told.has(keyOf(personId, subject)),
      earlierOf: (personId) => earlier.get(personId) ?? { letters: [], lastUrgentAt: undefined },
    },
    now,
  );
  await saveRound(tools, trx, authority, round, now);
  return round.letters.length;
}

async function saveRound(
  tools: MailTools,
  trx: Transaction<Schema>,
  authority: Authority,
  { letters, unwritten, done }: Round,
  now: Date,
): Promise<void> {
  const told = unwritten.map(({ personId, subject }) => ({
    ...{ memberId: personId, subject },
    mailId: undefined as string | undefined,
  }));
  for (const letter of letters) {
    const mailId = await addMail(trx, mailOf(letter, authority, tools, now), now);
    told.push(...letter.news.map(({ subject }) => ({ memberId: letter.person.id, subject, mailId })));
  }
  await addTellings(trx, authority.id, told, now);
  await markTold(trx, authority.id, done, now);
}

function mailOf(letter: PlannedLetter, authority: Authority, { publicUrl }: MailTools, now: Date) {
  const { person, news, isUrgent } = letter;
  const { subject, body } = writeNews(letter, { authority, publicUrl, now });
  const why = news.some(({ topic }) => topic === "alert") ? ("alert" as const) : ("warning" as const);
  return { authorityId: authority.id, member: person, why, isUrgent, subject, content: { body } };
}
