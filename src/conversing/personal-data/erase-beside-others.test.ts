// A person is erased while others work on what is about them: nobody waits for the other for ever, nothing is left.
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { facebookPeople } from "../../../test/conformance/facebook-people.ts";
import { type InboxWorld, messageBy, openInboxWorld } from "../../../test/inbox-world.ts";
import { authorityId } from "../../../test/publishing-world.ts";
import { askDeletion } from "../ask-deletion.ts";
import { carryOutDeletions } from "../carry-out-deletions.ts";
import { deliverReplies } from "../deliver-replies.ts";
import { findAnswered } from "../replying/answering-store.ts";
import { sendReply } from "../send-reply.ts";
import { type ErasedOnRequest, eraseOnRequest } from "./erase-on-request.ts";
import { erasureSeen } from "./erasure.ts";
import { foreseeErasure } from "./foresee-erasure.ts";
import { personOf } from "./person.ts";

let world: InboxWorld;
beforeEach(async () => {
  world = await openInboxWorld();
});
afterEach(async () => await world.close());

const keyOf = (personId: string) => ({ authorityId, channel: "facebook-page", personId });
const tools = () => ({ ...world.converse, db: world.database.db });
const people = () => facebookPeople(world.facebook);

/** Somebody who wrote and is answered: the answer has not left. */
async function askAndAnswer(text: string): Promise<string> {
  const { personId, messageId } = people().write(text);
  await world.hear(messageBy(personId, messageId, text, world.clock.now()));
  const conversation = (await world.conversations()).find((one) => one.person_id === personId);
  if (!conversation) throw new Error("nobody wrote");
  const { id: conversationId, version } = conversation;
  const reply = { authorityId, conversationId, version, by: "marco", way: "message" as const, text: "No." };
  expect(await sendReply(world.converse, reply)).toMatchObject({ kind: "taken" });
  return personId;
}

async function erase(personId: string): Promise<ErasedOnRequest> {
  const erasure = await foreseeErasure(
    world.database.db,
    personOf(world.vault, keyOf(personId)),
    world.clock.now(),
  );
  const order = { ground: "not-needed", reference: null, by: "ferri", seen: erasureSeen(erasure) } as const;
  return await eraseOnRequest({ ...tools(), vault: world.vault }, keyOf(personId), order);
}

async function waitingForLocks(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from pg_locks
    where not granted`.execute(world.database.db);
  return rows[0]?.count ?? 0;
}

test("who settles an answer has the conversation first, and the erasure waits for it without a row of its own", async () => {
  const personId = await askAndAnswer("Serve la patente?");
  const [conversation] = await world.conversations();
  const { db } = world.database;
  const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
  const { promise: hasIt, resolve: has } = Promise.withResolvers<void>();
  // As settling does: the conversation, then the reply and the events and messages around it.
  const settling = db.transaction().execute(async (trx) => {
    await findAnswered(trx, { authorityId, conversationId: conversation?.id ?? "" }, true);
    has();
    await mayGoOn;
    for (const table of ["reply", "message", "event"] as const)
      await sql`select from ${sql.table(table)} for update`.execute(trx);
  });
  await hasIt;
  const erasing = erase(personId);
  await expect.poll(waitingForLocks, { timeout: 10_000 }).toBeGreaterThan(0);
  goOn();
  const ends = await Promise.allSettled([settling, erasing]);
  expect(ends).toMatchObject([{ status: "fulfilled" }, { status: "fulfilled", value: { kind: "erased" } }]);
  expect(await world.conversations()).toEqual([]);
});

test("many times at once with deliveries, answers and requests of the network, all end and nothing is left", async () => {
  for (let round = 0; round < 15; round += 1) {
    const personId = await askAndAnswer(`Serve la patente? ${round}`);
    const again = people().write("E la macchina?");
    await askDeletion({ ...tools(), vault: world.vault }, keyOf(personId), personId);
    const ends = await Promise.allSettled([
      deliverReplies(world.converse, world.account),
      erase(personId),
      world.hear(messageBy(personId, again.messageId, "E la macchina?", world.clock.now())),
      carryOutDeletions({ ...world.converse, vault: world.vault }),
      erase(personId),
    ]);
    expect(ends.filter(({ status }) => status === "rejected")).toEqual([]);
    world.clock.moveBy(1_000);
    await erase(personId);
    const left = (await world.conversations()).filter((one) => one.person_id === personId);
    expect(left).toEqual([]);
  }
});
