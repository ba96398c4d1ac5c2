import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { enginesUnderTest } from "../../test/databases.ts";
import {
  commentBy,
  echoTo,
  type Happening,
  type InboxWorld,
  messageBy,
  openInboxWorld,
  tell,
} from "../../test/inbox-world.ts";
import { carryOutDeletions } from "./carry-out-deletions.ts";
import { keepDeletionRequest } from "./deletion-request-store.ts";
import { handleEvents } from "./handle-events.ts";
import { personFingerprint } from "./person-fingerprint.ts";

const minute = 60_000;
/** A Wednesday morning, and so many minutes later. */
const at = (minutes: number) => new Date(Date.parse("2026-11-25T09:00:00Z") + minutes * minute);

let world: InboxWorld;

async function startOver(): Promise<void> {
  for (const table of ["event", "conversation", "deletion_request"] as const) {
    await world.database.db.deleteFrom(table).execute();
  }
}

/** What a person at the desk sees, without ids of ours. */
async function seen() {
  const conversations = await world.conversations();
  const messages = await world.messages();
  return conversations.map((one) => ({
    kind: one.kind,
    person: one.person_id,
    state: one.state,
    waitingSince: one.waiting_since,
    said: messages
      .filter(({ conversation_id }) => conversation_id === one.id)
      .map(({ author, text, edited_at, removed_at, hidden_at }) =>
        [author, text, edited_at && "edited", removed_at && "removed", hidden_at && "hidden"]
          .filter(Boolean)
          .join(" "),
      ),
  }));
}

describe.each(enginesUnderTest())("events, on the engine %s", (engine) => {
  beforeAll(async () => {
    world = await openInboxWorld({ engine });
  });
  beforeEach(startOver);
  afterAll(() => world.close());

  test("become a conversation each with its messages, its deadline and its window", async () => {
    await world.hear(
      commentBy("anna", "c1", "Scade quando?", at(0)),
      messageBy("youssef", "m1", "Buonasera, è ancora aperta?", at(1)),
    );
    expect(await seen()).toEqual([
      {
        kind: "comment-thread",
        person: "anna",
        state: "new",
        waitingSince: at(0),
        said: ["person Scade quando?"],
      },
      {
        kind: "private",
        person: "youssef",
        state: "new",
        waitingSince: at(1),
        said: ["person Buonasera, è ancora aperta?"],
      },
    ]);
    const [thread, talk] = await world.conversations();
    expect(thread).toMatchObject({
      person_name: "Anna",
      due_on: "2026-11-27",
      due_at: new Date("2026-11-27T23:00:00Z"),
      window_until: null,
      private_reply_until: at(7 * 24 * 60),
    });
    expect(talk).toMatchObject({
      window_until: at(24 * 60 + 1),
      leads_at: at(24 * 60 + 1),
      human_until: null,
    });
  });

  test.each<[string, Happening, number]>([
    [
      "a button",
      {
        kind: "button-pressed",
        reading: { person: { id: "anna", isPage: false }, payload: "x" },
        at: at(60),
      },
      60,
    ],
    [
      "a reaction",
      {
        kind: "message-reaction-added",
        reading: { person: { id: "anna", isPage: false }, messageId: "m1", reaction: "❤" },
        at: at(60),
      },
      60,
    ],
    [
      "an edit, which the network does not count,",
      {
        kind: "message-edited",
        reading: { person: { id: "anna", isPage: false }, messageId: "m1", text: "Ciao?" },
        at: at(60),
      },
      0,
    ],
    ["what we write", echoTo("anna", "m2", "Eccoci", at(60)), 0],
  ])("%s leaves the window open as long as the network does", async (_what, happening, since) => {
    await world.hear(messageBy("anna", "m1", "Buongiorno?", at(0)));
    await world.hear(happening);
    expect(await world.conversations()).toMatchObject([{ window_until: at(since + 24 * 60) }]);
  });

  test("told twice, or handled by two processes at once, count once", async () => {
    const all = Array.from({ length: 40 }, (_, index) =>
      messageBy(`p${index % 4}`, `m${index}`, `N. ${index}?`, at(index)),
    );
    await tell(world, [...all, ...all]);
    await Promise.all([handleEvents(world.converse), handleEvents(world.converse)]);
    await handleEvents(world.converse);
    expect(await world.messages()).toHaveLength(40);
    expect(await world.conversations()).toHaveLength(4);
  });

  test("an answer of a colleague elsewhere closes what it answers, and new words open it again", async () => {
    await world.hear(messageBy("anna", "m1", "Dove siete?", at(0)));
    await world.hear(echoTo("anna", "m2", "In via Roma 1", at(5), { appId: "263902037430900" }));
    expect(await seen()).toMatchObject([
      { state: "answered", waitingSince: null, said: ["person Dove siete?", "elsewhere In via Roma 1"] },
    ]);
    await world.hear(messageBy("anna", "m3", "E a che ora aprite?", at(9)));
    expect(await seen()).toMatchObject([{ state: "waiting-for-us", waitingSince: at(9) }]);
    await world.hear(messageBy("luca", "n1", "Ciao?", at(10)), echoTo("luca", "n2", "Eccoci", at(11)));
    await world.hear(messageBy("luca", "n3", "Grazie mille!", at(12)));
    expect((await seen())[1]).toMatchObject({ state: "answered", waitingSince: null });
  });

  test("a comment below a comment belongs to its thread, even when it comes first", async () => {
    await world.hear(
      commentBy("luca", "c3", "Anche io", at(2), { parentId: "c2" }),
      commentBy("page", "c2", "Fino a venerdì", at(1), { parentId: "c1" }),
    );
    await world.hear(commentBy("anna", "c1", "Scade quando?", at(0)));
    expect(await seen()).toMatchObject([
      { person: "anna", said: ["person Scade quando?", "elsewhere Fino a venerdì", "person Anche io"] },
    ]);
  });

  test("what a visitor posts and the comments below it are one conversation, in any order", async () => {
    const below = { postId: "100_9", parentId: "100_9" };
    await world.hear(commentBy("page", "c1", "Chiami lo 031", at(3), below));
    await world.hear({
      kind: "post-added",
      reading: { person: { id: "olena", isPage: false }, postId: "100_9", text: "Cerco lavoro" },
      at: at(0),
    });
    await world.hear(commentBy("olena", "c2", "Non rispondono", at(6), below));
    expect(await seen()).toMatchObject([
      {
        kind: "visitor-post",
        person: "olena",
        state: "waiting-for-us",
        said: ["person Cerco lavoro", "elsewhere Chiami lo 031", "person Non rispondono"],
      },
    ]);
  });

  test("of the Page's own posts, receipts and reactions begin no conversation", async () => {
    await world.hear(
      {
        kind: "post-added",
        reading: { person: { id: "page", isPage: true }, postId: "100_1", text: "Offerta" },
        at: at(0),
      },
      { kind: "post-removed", reading: { postId: "100_1" }, at: at(1) },
      { kind: "reaction-added", reading: { postId: "100_1", reaction: "like" }, at: at(1) },
      {
        kind: "message-read",
        reading: { person: { id: "anna", isPage: false }, watermark: at(2) },
        at: at(2),
      },
    );
    expect(await seen()).toEqual([]);
  });

  test("a removal leaves nothing to answer, and what was written stays for the record", async () => {
    await world.hear(commentBy("anna", "c1", "Vergogna, quando scade?", at(0)));
    await world.hear(commentBy("anna", "c1", "", at(1), { kind: "comment-removed", text: undefined }));
    expect(await seen()).toMatchObject([
      { state: "closed", said: ["person Vergogna, quando scade? removed"] },
    ]);
  });

  test("a comment that was removed before we read it makes nobody wait, and is removed when its words come after all", async () => {
    await world.hear(commentBy("anna", "c1", "", at(1), { kind: "comment-removed", text: undefined }));
    expect((await seen()).filter(({ waitingSince }) => waitingSince !== null)).toEqual([]);
    await world.hear(commentBy("anna", "c1", "Quando scade?", at(0)));
    expect(await seen()).toMatchObject([
      { state: "closed", waitingSince: null, said: ["person Quando scade? removed"] },
    ]);
    expect(
      await world.database.db.selectFrom("event").select("id").where("fault", "is not", null).execute(),
    ).toEqual([]);
  });

  test("a removed visitor post is removed whichever comes first", async () => {
    const added: Happening = {
      kind: "post-added",
      reading: { person: { id: "olena", isPage: false }, postId: "100_9", text: "Cerco lavoro" },
      at: at(0),
    };
    const removed: Happening = { kind: "post-removed", reading: { postId: "100_9" }, at: at(1) };
    await world.hear(removed);
    await world.hear(added);
    expect(await seen()).toMatchObject([{ state: "closed", said: ["person Cerco lavoro removed"] }]);
  });

  test("in every order come to the same", async () => {
    const story: Happening[] = [
      commentBy("anna", "c1", "Scade quando", at(0)),
      commentBy("anna", "c1", "Scade quando?", at(1), { kind: "comment-edited" }),
      commentBy("page", "c2", "Venerdì", at(2), { parentId: "c1" }),
      commentBy("luca", "c3", "A che ora?", at(3), { parentId: "c1" }),
      commentBy("luca", "c3", "A che ora?", at(4), { kind: "comment-hidden" }),
      commentBy("luca", "c4", "Spam", at(5), { parentId: "c3" }),
      commentBy("luca", "c4", "", at(6), { parentId: "c3", kind: "comment-removed", text: undefined }),
    ];
    await world.hear(...story);
    const inOrder = await seen();
    expect(inOrder).toMatchObject([
      {
        state: "waiting-for-us",
        said: [
          "person Scade quando? edited",
          "elsewhere Venerdì",
          "person A che ora? hidden",
          "person Spam removed",
        ],
      },
    ]);
    const order = fc.shuffledSubarray(story, { minLength: story.length });
    const cut = fc.integer({ min: 1, max: story.length - 1 });
    await fc.assert(
      fc.asyncProperty(order, cut, async (shuffled, most) => {
        await startOver();
        await world.hear(...shuffled.slice(0, most));
        await world.hear(...shuffled.slice(most));
        expect(await seen()).toEqual(inOrder);
      }),
      { numRuns: 25 },
    );
  });

  test("one that the rules cannot bear is marked and holds up no other", async () => {
    await tell(world, [messageBy("anna", "m1", "Prima?", at(0)), messageBy("luca", "m2", "Poi?", at(1))]);
    await world.database.db
      .updateTable("event")
      .set({ happened_at: sql<Date>`'infinity'` })
      .where("key", "like", "%m1%")
      .execute();
    await handleEvents(world.converse);
    expect((await world.messages()).map(({ text }) => text)).toEqual(["Poi?"]);
    const events = await world.database.db.selectFrom("event").select("fault").orderBy("seq").execute();
    expect(events).toEqual([{ fault: expect.any(String) }, { fault: null }]);
  });

  test("of somebody who had their data erased do not come back, what they write later does", async () => {
    const { db } = world.database;
    const key = { authorityId: "valdilago", channel: "facebook-page" };
    await world.hear(
      messageBy("anna", "m1", "Un segreto?", at(0)),
      commentBy("anna", "c1", "Anche qui?", at(1)),
    );
    await world.hear(
      commentBy("page", "c2", "Ci scriva in privato", at(2), { parentId: "c1" }),
      commentBy("anna", "c3", "Perché?", at(3), { parentId: "c1" }),
    );
    const personHash = personFingerprint(world.vault, key, "anna");
    await keepDeletionRequest(db, { ...key, code: "x".repeat(20), personHash, askedAt: at(5) });
    await carryOutDeletions({ ...world.converse });
    expect(await seen()).toEqual([
      {
        kind: "comment-thread",
        person: null,
        state: "answered",
        waitingSince: null,
        said: ["elsewhere Ci scriva in privato"],
      },
    ]);
    await world.hear(
      messageBy("anna", "m1", "Un segreto?", at(0)),
      messageBy("anna", "m2", "Di nuovo?", at(9)),
    );
    expect((await seen()).map(({ said }) => said)).toEqual([
      ["person Di nuovo?"],
      ["elsewhere Ci scriva in privato"],
    ]);
  });

  test("of ten thousand faces, foreign marks and markup are kept as they are", async () => {
    const strange = ["😀".repeat(10_000), "\u202Eosrever\u200B", "<script>alert('x')</script>", "%_\\'\"{}"];
    await world.hear(...strange.map((text, index) => messageBy("luca", `m${index}`, text, at(index))));
    expect((await world.messages()).map(({ text }) => text)).toEqual(strange);
  });
});
