import type { EventKind, EventReading } from "../src/channels/conversing.ts";
import type { ConverseTools } from "../src/conversing/converse-tools.ts";
import { handleEvents } from "../src/conversing/handle-events.ts";
import { takeInEvents } from "../src/conversing/take-in-events.ts";
import type { EngineName } from "./databases.ts";
import { authorityId, openWorld, type World } from "./publishing-world.ts";

/** Something that happened on the Page, as tests tell it. */
export interface Happening {
  kind: EventKind;
  reading: EventReading;
  at: Date;
  /** Left out: made of all the rest. */
  key?: string;
}

/** The world of publishing, and what people write there. No notice goes out by itself unless a test says so. */
export interface InboxWorld extends World {
  converse: ConverseTools;
  /** Stores what happened and makes conversations of it, as the address and the worker do. */
  hear(...happenings: Happening[]): Promise<void>;
  conversations(): Promise<ConversationRow[]>;
  messages(): Promise<MessageRow[]>;
}

type ConversationRow = Awaited<ReturnType<typeof readConversations>>[number];
type MessageRow = Awaited<ReturnType<typeof readMessages>>[number];

export async function openInboxWorld(options: { engine?: EngineName } = {}): Promise<InboxWorld> {
  const world = await openWorld(options);
  const converse: ConverseTools = { ...world.tools, reached: undefined };
  const { db } = world.database;
  await settle(world, { notice: { messages: false } });
  return {
    ...world,
    converse,
    async hear(...happenings) {
      await tell(world, happenings);
      await handleEvents(converse);
    },
    conversations: () => readConversations(db),
    messages: () => readMessages(db),
  };
}

/** Gives the authority settings; what is left out is as usual. */
export async function settle(world: World, settings: object): Promise<void> {
  const { db } = world.database;
  await db
    .updateTable("authority")
    .set({ settings: JSON.stringify(settings) })
    .execute();
}

/** Stores what happened, without handling it. */
export async function tell(world: World, happenings: readonly Happening[]): Promise<void> {
  const events = happenings.map(({ kind, reading, at, key }) => ({
    authorityId,
    channel: "facebook-page",
    externalId: world.facebook.seed.page.id,
    kind,
    key: key ?? JSON.stringify([kind, reading, at]),
    happenedAt: at,
    receivedAt: world.clock.now(),
    reading,
    raw: {},
  }));
  await takeInEvents(world.database.db, events);
}

const readConversations = (db: World["database"]["db"]) =>
  db.selectFrom("conversation").selectAll().orderBy("thread_key").execute();
const readMessages = (db: World["database"]["db"]) =>
  db.selectFrom("message").selectAll().orderBy("sent_at").orderBy("external_id").execute();

const post = "100_1";

/** A comment under a post of the Page, or below another comment. */
export function commentBy(
  person: string,
  id: string,
  text: string,
  at: Date,
  more: EventReading & { kind?: EventKind } = {},
): Happening {
  const { kind = "comment-added", ...reading } = more;
  const whole = {
    person: { id: person, name: nameOf(person), isPage: person === "page" },
    postId: post,
    commentId: id,
    parentId: post,
    text,
    ...reading,
  };
  return { kind, reading: whole, at };
}

/** A private message to the Page. */
export function messageBy(
  person: string,
  id: string,
  text: string,
  at: Date,
  more: EventReading = {},
): Happening {
  const reading = { person: { id: person, isPage: false }, messageId: id, text, ...more };
  return { kind: "message-received", reading, at };
}

/** What somebody wrote to a person for the Page, through whichever app. */
export function echoTo(
  person: string,
  id: string,
  text: string,
  at: Date,
  more: EventReading = {},
): Happening {
  const reading = { person: { id: "page", isPage: true }, recipientId: person, messageId: id, text, ...more };
  return { kind: "message-echoed", reading, at };
}

function nameOf(person: string): string {
  return person.charAt(0).toUpperCase() + person.slice(1);
}
