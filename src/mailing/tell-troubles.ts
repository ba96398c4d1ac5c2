import type { Transaction } from "kysely";
import { type Authority, findAuthorities } from "../authority/authority-store.ts";
import type { Schema } from "../database/schema.ts";
import { addMail } from "./mail-store.ts";
import type { MailTools } from "./mail-tools.ts";
import { listenersOf, type Person } from "./telling/audience.ts";
import { peopleOf, type Reader } from "./telling/people-store.ts";
import { changeOf, type Trouble, type TroubleChange } from "./trouble/trouble.ts";
import { writeTroubles } from "./trouble/trouble-letter.ts";
import { findToldTroubles, readStanding, saveTroubles } from "./trouble/trouble-store.ts";

/**
 * Writes to people what went wrong and lasts, and what came right: accounts, sources, what is held for a person. Each
 * once. Within the transaction of whoever tells.
 */
export async function tellTroubles(
  tools: Pick<MailTools, "publicUrl">,
  trx: Transaction<Schema>,
  readers: readonly Reader[],
  now: Date,
): Promise<void> {
  for (const authority of await findAuthorities(trx)) {
    const told = await findToldTroubles(trx, authority.id);
    const change = changeOf(await readStanding(trx, authority.id, now), told, now);
    if (change.begun.length + change.over.length === 0) continue;
    await saveTroubles(trx, authority.id, change, now);
    await writeOf(tools, trx, authority, peopleOf(readers, authority.id), change, now);
  }
}

async function writeOf(
  { publicUrl }: Pick<MailTools, "publicUrl">,
  trx: Transaction<Schema>,
  authority: Authority,
  people: readonly Person[],
  { begun, wellAgain }: TroubleChange,
  now: Date,
): Promise<void> {
  const wants = ({ choice }: Person) => choice.alerts;
  const hears = {
    places: listenersOf({ may: "connect-accounts" }, people, wants),
    held: listenersOf({ may: "publish" }, people, wants),
  };
  for (const person of people) {
    const isFor = ({ kind }: Trouble) => (kind === "held" ? hears.held : hears.places).includes(person);
    const theirs = { begun: begun.filter(isFor), wellAgain: wellAgain.filter(isFor) };
    if (theirs.begun.length + theirs.wellAgain.length === 0) continue;
    const { subject, body } = writeTroubles(person, theirs, { authority, publicUrl });
    const letter = { authorityId: authority.id, member: person, why: "trouble", isUrgent: false } as const;
    await addMail(trx, { ...letter, subject, content: { body } }, now);
  }
}
