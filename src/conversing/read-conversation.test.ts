import { afterEach, beforeEach, expect, it } from "vitest";
import { commentBy, echoTo, type InboxWorld, messageBy, openInboxWorld } from "../../test/inbox-world.ts";
import { changeConversation } from "./change-conversation.ts";
import { findInbox, type InboxSearch } from "./inbox/inbox-store.ts";
import { readConversation } from "./read-conversation.ts";

let world: InboxWorld;
const ago = (minutes: number) => new Date(world.clock.now().getTime() - minutes * 60_000);

beforeEach(async () => {
  world = await openInboxWorld();
  await world.hear(
    commentBy("anna", "c1", "Scade quando? 100% sicuro", ago(300)),
    messageBy("youssef", "m1", "Serve la patente?", ago(200)),
    messageBy("luca", "m2", "Dove siete?", ago(100)),
    echoTo("luca", "e1", "In via Roma", ago(90)),
    commentBy("page", "c9", "Buona giornata a tutti", ago(80)),
  );
});
afterEach(async () => await world.close());

async function found(search: InboxSearch, authorityId = "valdilago") {
  const entries = await findInbox(world.database.db, authorityId, search, {
    now: world.clock.now(),
    most: 10,
  });
  return entries.map(({ lastText }) => lastText);
}

it("shows what is lost first first, then what is answered, and nothing in which only we spoke", async () => {
  expect(await found({})).toEqual(["Serve la patente?", "Scade quando? 100% sicuro", "In via Roma"]);
});

it.each<[string, InboxSearch, string[]]>([
  ["by state", { states: ["answered"] }, ["In via Roma"]],
  ["by kind", { kind: "comment-thread" }, ["Scade quando? 100% sicuro"]],
  ["by words, whatever signs are in them", { text: "100% s" }, ["Scade quando? 100% sicuro"]],
  ["by a name", { text: "ANNA" }, ["Scade quando? 100% sicuro"]],
  ["by words nobody wrote", { text: "100_" }, []],
  [
    "what is nobody's",
    { assignee: null, states: ["new"] },
    ["Serve la patente?", "Scade quando? 100% sicuro"],
  ],
  ["what is Marco's", { assignee: "marco" }, []],
])("finds %s", async (_how, search, expected) => {
  expect(await found(search)).toEqual(expected);
});

it("shows nothing of another authority", async () => {
  expect(await found({}, "altocolle")).toEqual([]);
  const [conversation] = await world.conversations();
  const key = { authorityId: "altocolle", conversationId: conversation?.id ?? "" };
  expect(await readConversation(world.converse, key)).toBeUndefined();
});

it("gives a conversation with all that was said, what is among us, and how it can be answered", async () => {
  const [entry] = await findInbox(world.database.db, "valdilago", {}, { now: world.clock.now(), most: 1 });
  const key = { authorityId: "valdilago", conversationId: entry?.id ?? "" };
  await changeConversation(
    world.converse,
    { ...key, version: 0, by: "marco" },
    { kind: "note", text: "Richiamare." },
  );
  const read = await readConversation(world.converse, key);
  expect(read).toMatchObject({
    messages: [{ text: "Serve la patente?" }],
    replies: [],
    notes: [{ text: "Richiamare.", written_by: "marco" }],
    ways: { message: { kind: "open", tag: "answer" }, public: { kind: "closed", reason: "nothing-public" } },
    textCharactersMax: { message: 1_999 },
  });
  expect(read?.version).toBeGreaterThan(entry?.version ?? 0);
});
