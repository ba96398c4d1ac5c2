import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { addDecision, addExtract, addReview } from "../../../test/record-rows.ts";
import { addEvent, addFile, addHouse, addMessage, addTalk } from "../../../test/retained-rows.ts";
import { findAuthority } from "../../authority/authority-store.ts";
import { migrate } from "../../database/migrate.ts";
import { migrations } from "../../database/migrations/index.ts";
import { silentLog } from "../../platform/log.ts";
import { applyRetention, type RetainTools } from "./apply-retention.ts";
import { foreseeRetention } from "./foresee-retention.ts";
import type { Counts } from "./retention.ts";
import { findRetentionDue, findRetentionRuns } from "./retention-run-store.ts";

const authorityId = "valdilago";
const now = new Date("2026-11-22T02:00:00Z");
const dayMs = 86_400_000;
/** The 22nd, so many months ago, at midnight of a winter in Rome, and so many days from there. */
const monthsAgo = (months: number, days = 0) => new Date(Date.UTC(2026, 10 - months, 21, 23) + days * dayMs);

let database: TestDatabase;
let tools: RetainTools;

beforeEach(async () => {
  database = await testDatabase();
  await addHouse(database, authorityId);
  tools = { db: database.db, clock: { now: () => now }, log: silentLog };
  return () => database.close();
});

async function night(): Promise<Counts> {
  await applyRetention(tools, { authorityId });
  const [run] = await findRetentionRuns(database.db, authorityId, 1);
  return run?.counts ?? {};
}

async function foreseen(): Promise<Counts> {
  const authority = await findAuthority(database.db, authorityId);
  if (!authority) throw new Error("no authority");
  return await foreseeRetention(database.db, authority, now);
}

async function idsOf(table: "conversation" | "message" | "event" | "extract_piece"): Promise<Set<string>> {
  const id = table === "extract_piece" ? ("extract_id" as const) : ("id" as const);
  const rows = await database.db
    .selectFrom(table)
    .select(id as "id")
    .execute();
  return new Set(rows.map((row) => Object.values(row)[0] as string));
}

describe("of what people wrote", () => {
  test("what is older than its term goes, and nothing younger, to the instant", async () => {
    const edge = monthsAgo(24).getTime();
    const kept: string[] = [];
    for (const kind of ["private", "comment-thread", "visitor-post"] as const) {
      for (const ms of [-700 * dayMs, -dayMs, -1, 0, 1, dayMs, 700 * dayMs]) {
        const { conversationId } = await addTalk(database, authorityId, new Date(edge + ms), "rosa", {
          kind,
        });
        if (ms >= 0) kept.push(conversationId);
      }
    }
    const told = await foreseen();
    const counts = await night();
    expect(await idsOf("conversation")).toEqual(new Set(kept));
    expect(counts).toMatchObject({ privateConversations: 3, publicConversations: 6, messages: 9 });
    expect(told).toEqual(counts);
  });

  test("whatever the terms and the ages, each kind keeps to its own, and a dry run says the same", async () => {
    const months = fc.integer({ min: 1, max: 40 });
    const terms = fc.record({ privateMessages: months, comments: months, events: months, drafts: months });
    const day = fc.integer({ min: 0, max: 1_400 });
    const rows = fc.array(fc.record({ day, isPrivate: fc.boolean() }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(terms, rows, async (asked, talks) => {
        await empty();
        const talk = Math.min(asked.privateMessages, asked.comments);
        const retention = { ...asked, events: Math.min(asked.events, talk), attachments: talk };
        const settings = JSON.stringify({ retention });
        await database.db.updateTable("authority").set({ settings }).execute();
        const expected = { conversation: new Set<string>(), event: new Set<string>() };
        for (const { day: ago, isPrivate } of talks) {
          // Noon, so that no change of clocks moves it to another day.
          const at = new Date(Date.UTC(2026, 10, 22 - ago, 11));
          const term = isPrivate ? retention.privateMessages : retention.comments;
          const kind = isPrivate ? "private" : "comment-thread";
          const { conversationId } = await addTalk(database, authorityId, at, "rosa", { kind });
          const event = await addEvent(database, authorityId, at, "youssef");
          if (isKept(at, term)) expected.conversation.add(conversationId);
          if (isKept(at, retention.events)) expected.event.add(event);
        }
        const told = await foreseen();
        const counts = await night();
        expect(told).toEqual(counts);
        expect(await idsOf("conversation")).toEqual(expected.conversation);
        const events = await database.db.selectFrom("event").select(["id", "reading"]).execute();
        const alone = events.filter(({ reading }) => JSON.stringify(reading).includes("youssef"));
        expect(new Set(alone.map(({ id }) => id))).toEqual(expected.event);
      }),
      { numRuns: 25 },
    );
  });

  /** Counted on its own: the same day of the month, so many months before the 22nd of November. */
  function isKept(at: Date, term: number): boolean {
    const text = at.toISOString();
    const age = (2026 - Number(text.slice(0, 4))) * 12 + 11 - Number(text.slice(5, 7));
    return age < term || (age === term && Number(text.slice(8, 10)) >= 22);
  }

  async function empty(): Promise<void> {
    for (const table of ["conversation", "event", "retention_run"] as const)
      await database.db.deleteFrom(table).execute();
  }

  test("an old talk in which somebody wrote lately stays whole", async () => {
    const { conversationId } = await addTalk(database, authorityId, monthsAgo(30), "rosa", {
      last_message_at: monthsAgo(1),
    });
    await addMessage(database, authorityId, conversationId, monthsAgo(1), "rosa");
    expect(await night()).toEqual({ events: 1 });
    expect(await idsOf("message")).toHaveLength(2);
  });

  test("what is erased leaves nothing of its words in any table", async () => {
    const { conversationId, messageId } = await addTalk(database, authorityId, monthsAgo(25), "rosa");
    await addFile(database, authorityId, messageId, monthsAgo(25));
    // An event about it that came long after is younger than the term of events.
    const late = await addEvent(database, authorityId, monthsAgo(1), "rosa");
    await database.db
      .updateTable("message")
      .set(({ eb }) => ({ event_ids: eb.val([late]) }))
      .where("id", "=", messageId)
      .execute();
    const note = { authority_id: authorityId, conversation_id: conversationId, written_by: "marco" };
    await database.db
      .insertInto("note")
      .values({ ...note, text: "Nota", written_at: monthsAgo(25) })
      .execute();
    await night();
    for (const table of ["conversation", "message", "event", "attachment_piece", "note"] as const)
      expect([table, await database.db.selectFrom(table).selectAll().execute()]).toEqual([table, []]);
  });
});

describe("nothing goes, however old,", () => {
  const old = monthsAgo(60);
  test.each<[string, (talk: { conversationId: string; messageId: string }) => Promise<unknown>]>([
    [
      "that waits for an answer",
      ({ conversationId }) =>
        database.db
          .updateTable("conversation")
          .set({ state: "new", needs_answer: "yes", waiting_since: old })
          .where("id", "=", conversationId)
          .execute(),
    ],
    [
      "to which an answer is about to leave",
      ({ conversationId }) =>
        database.db
          .insertInto("reply")
          .values({
            ...{ authority_id: authorityId, account_id: "pagina", conversation_id: conversationId },
            ...{ kind: "message", target: "rosa", text: "Sì", written_by: "marco", state: "due" },
            ...{ own_id: "r1", next_step_at: now, written_at: now },
          })
          .execute(),
    ],
    [
      "about which nobody has taken on an alert",
      ({ conversationId }) =>
        database.db
          .insertInto("alert")
          .values({
            ...{ authority_id: authorityId, kind: "distress", subject: "x", raised_at: old },
            conversation_id: conversationId,
          })
          .execute(),
    ],
    [
      "of which a review can still be asked",
      ({ messageId }) =>
        addDecision(database, authorityId, old, { message_id: messageId, review_until: monthsAgo(-1) }),
    ],
    [
      "that is under review",
      async ({ messageId }) => {
        const id = await addDecision(database, authorityId, old, {
          message_id: messageId,
          review_until: old,
        });
        const open = { outcome: null, reason: null, decided_by: null, decided_at: null };
        await addReview(database, authorityId, id, old, open);
      },
    ],
    [
      "by somebody who asked about their own data, there or elsewhere",
      async () => {
        const { conversationId, messageId } = await addTalk(database, authorityId, monthsAgo(1), "rosa");
        await database.db
          .insertInto("data_request")
          .values({
            ...{ authority_id: authorityId, message_id: messageId, conversation_id: conversationId },
            ...{ received_on: "2026-10-22", expires_on: "2026-11-23" },
          })
          .execute();
      },
    ],
  ])("%s", async (_title, hold) => {
    const talk = await addTalk(database, authorityId, old, "rosa");
    await addFile(database, authorityId, talk.messageId, old);
    await hold(talk);
    const told = await foreseen();
    const counts = await night();
    expect(told).toEqual(counts);
    expect(counts).not.toMatchObject({ privateConversations: expect.anything() });
    expect(counts).not.toMatchObject({ attachments: expect.anything() });
    expect(await idsOf("conversation")).toContain(talk.conversationId);
    const evidence = await database.db.selectFrom("decision").select("evidence").execute();
    expect(evidence.every((one) => one.evidence !== null)).toBe(true);
  });
});

test("an event that waits to be handled stays, unless its account is off", async () => {
  const { db } = database;
  const id = await addEvent(database, authorityId, monthsAgo(4), "rosa");
  await db.updateTable("event").set({ handled_at: null }).execute();
  expect(await foreseen()).toEqual({});
  expect(await night()).toEqual({});
  expect(await idsOf("event")).toEqual(new Set([id]));
  await db.updateTable("account").set({ state: "off" }).execute();
  await db.deleteFrom("retention_run").execute();
  expect(await night()).toEqual({ events: 1 });
});

test("of a file its bytes and its name go, and that there was one stays as long as its message", async () => {
  const { messageId } = await addTalk(database, authorityId, monthsAgo(13), "rosa");
  await addFile(database, authorityId, messageId, monthsAgo(13));
  expect(await foreseen()).toEqual({ attachments: 1, events: 1 });
  expect(await night()).toEqual({ attachments: 1, events: 1 });
  const [file] = await database.db.selectFrom("attachment").selectAll().execute();
  expect(file).toMatchObject({ state: "gone", why: "term-over", name: null, sha256: null });
  expect(await database.db.selectFrom("attachment_piece").selectAll().execute()).toEqual([]);
});

test("of an extract our copy goes, and its number and its hash stay", async () => {
  const whose = { conversationId: crypto.randomUUID(), person: "rosa" };
  const young = await addExtract(database, authorityId, { ...whose, at: monthsAgo(11) });
  const old = await addExtract(database, authorityId, { ...whose, at: monthsAgo(12, -1) });
  expect(await night()).toEqual({ extracts: 1 });
  expect(await idsOf("extract_piece")).toEqual(new Set([young]));
  const row = await database.db.selectFrom("extract").selectAll().where("id", "=", old).executeTakeFirst();
  expect(row).toMatchObject({ sha256: "1".repeat(64), erased_at: now, person_ids: [], files: [] });
});

describe("a night", () => {
  test("that was killed again and again is gone on with, and counts each thing once", async () => {
    const ages = Array.from({ length: 170 }, (_, index) =>
      monthsAgo(24, index % 2 === 0 ? -1 - index : index),
    );
    for (const [index, at] of ages.entries()) await addTalk(database, authorityId, at, `p${index}`);
    const told = await foreseen();
    let kills = 0;
    const dying = {
      ...tools,
      reached: () => {
        kills += 1;
        throw new Error("killed");
      },
    };
    for (let nights = 0; (await findRetentionDue(database.db, now)).length > 0 && nights < 50; nights += 1) {
      await applyRetention(dying, { authorityId }).catch(() => {});
      // Its lease is believed in for minutes.
      expect(await findRetentionDue(database.db, now)).toEqual([]);
      await database.db
        .updateTable("retention_run")
        .set({ lease_until: new Date(0) })
        .where("ended_at", "is", null)
        .execute();
    }
    expect(kills).toBeGreaterThan(2);
    const [run] = await findRetentionRuns(database.db, authorityId, 2);
    expect(run?.endedAt).toEqual(now);
    expect(run?.counts).toEqual(told);
    expect(told.privateConversations).toBe(85);
    expect(await idsOf("conversation")).toHaveLength(85);
  });

  test("is seen to once, leaves one entry in the trail, and touches no other authority", async () => {
    await addHouse(database, "altrove", { retention: { privateMessages: 36, comments: 36 } });
    await addTalk(database, "altrove", monthsAgo(30), "rosa");
    await addTalk(database, authorityId, monthsAgo(30), "rosa");
    expect(await findRetentionDue(database.db, now)).toEqual([{ authorityId: "altrove" }, { authorityId }]);
    await night();
    await night();
    expect(await findRetentionDue(database.db, now)).toEqual([{ authorityId: "altrove" }]);
    await applyRetention(tools, { authorityId: "altrove" });
    const left = await database.db.selectFrom("conversation").select("authority_id").execute();
    expect(left).toEqual([{ authority_id: "altrove" }]);
    const entries = await database.db.selectFrom("audit_entry").selectAll().execute();
    expect(entries).toMatchObject([
      { act: "retention-applied", by: null, subject: "2026-11-22", detail: { counts: { messages: 1 } } },
      { act: "retention-applied", authority_id: "altrove", detail: { counts: { events: 1 } } },
    ]);
    expect(JSON.stringify(entries)).not.toContain("rosa");
  });

  test("takes nothing from whoever upgrades before the next one", async () => {
    const upgraded = await testDatabase({ empty: true });
    const before = migrations.findIndex(({ name }) => name.endsWith("-retention"));
    await migrate(upgraded, migrations.slice(0, before));
    await addHouse(upgraded, authorityId);
    await migrate(upgraded);
    const nowThere = new Date();
    expect(await findRetentionDue(upgraded.db, nowThere)).toEqual([]);
    expect(await findRetentionDue(upgraded.db, new Date(nowThere.getTime() + dayMs))).toEqual([
      { authorityId },
    ]);
    await upgraded.close();
  });

  test("begins at one in the morning of the authority", async () => {
    await night();
    const at = (iso: string) => findRetentionDue(database.db, new Date(iso));
    expect(await at("2026-11-22T23:59:59Z")).toEqual([]);
    expect(await at("2026-11-23T00:00:00Z")).toEqual([{ authorityId }]);
  });
});
