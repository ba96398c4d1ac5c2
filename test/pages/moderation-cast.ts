import { carryOutDecisions } from "../../src/moderating/deciding/carry-out-decisions.ts";
import { decide } from "../../src/moderating/deciding/decide.ts";
import { openQueued } from "../../src/moderating/deciding/open-queued.ts";
import type { ModerateTools } from "../../src/moderating/moderate-tools.ts";
import { askReview } from "../../src/moderating/reviewing/ask-review.ts";
import { findOpenReviews } from "../../src/moderating/reviewing/review-store.ts";
import { addItem, addPublication } from "../../src/web/test-rows.ts";
import { facebookPeople } from "../conformance/facebook-people.ts";
import { commentBy } from "../inbox-world.ts";
import { authorityId } from "../publishing-world.ts";
import type { SignedInStaff } from "../staff.ts";
import type { InboxDesk } from "./inbox-cast.ts";

const minute = 60_000;

/** What people wrote below one post, by who wrote it, the oldest first. */
export const comments = {
  insult: "Ma andate a quel paese, siete dei coglioni!",
  data: "Chiamatemi al 333 1234567, sono disoccupata da mesi",
  advert: "Guadagna da casa 3000 euro al mese! Scrivimi in privato https://bit.ly/soldi",
  critic: "Nessuno risponde mai al telefono, è una vergogna",
} as const;
export type Writer = keyof typeof comments;

/** Comments that are really on the pretend Page, heard as its webhooks tell them; gives our ids. */
export async function writeBelow(
  { world }: InboxDesk,
  writers: readonly Writer[] = ["insult", "data", "advert", "critic"],
): Promise<Record<Writer, string>> {
  const now = world.clock.now().getTime();
  const { facebook } = world;
  const page = facebook.world.pages.get(facebook.seed.page.id);
  if (!page) throw new Error("the Page is gone");
  const post = facebook.world.createPost({ page, appId: "", message: "Magazziniere", published: true });
  const item = await addItem(world.database, authorityId, {
    title: "Magazziniere a Cascina Nuova (rif. VDL-2026-0412)",
    seenAt: new Date(now - 3_000 * minute),
  });
  await addPublication(world.database, authorityId, item, {
    state: "published",
    external_id: post.id,
    url: "https://www.facebook.com/900",
    settled_at: new Date(now - 2_900 * minute),
  });
  const people = facebookPeople(facebook);
  const personOf: Record<Writer, string> = {
    insult: "Bruno",
    data: "Rosa",
    advert: "Offerte Facili",
    critic: "Carmela",
  };
  for (const [index, writer] of writers.entries()) {
    const text = comments[writer];
    const id = people.comment(post.id, text);
    const at = new Date(now - (writers.length - index) * 7 * minute);
    const person = { id: people.write("ciao").personId, name: personOf[writer], isPage: false };
    await world.hear(commentBy(writer, id, text, at, { person, postId: post.id, parentId: post.id }));
  }
  const messages = await world.messages();
  const idOf = (writer: Writer) => messages.find(({ text }) => text === comments[writer])?.id ?? "";
  return { insult: idOf("insult"), data: idOf("data"), advert: idOf("advert"), critic: idOf("critic") };
}

/** What was decided is carried out at the pretend Facebook. */
export async function carryOut({ world }: InboxDesk): Promise<void> {
  const tools: ModerateTools = { ...world.tools, reached: undefined };
  await carryOutDecisions(tools, world.account);
}

/** A comment is hidden by rule 6; gives the code its author is told. */
export async function decideAs(
  { world }: InboxDesk,
  who: SignedInStaff,
  messageId: string,
): Promise<{ code: string }> {
  const tools: ModerateTools = { ...world.tools, reached: undefined };
  const opened = await openQueued(tools, { authorityId, messageId }, who.id);
  const asked = { authorityId, messageId, version: opened?.version ?? "", by: who.id };
  const why = "Contiene insulti o parole che offendono altre persone.";
  const result = await decide(tools, { ...asked, action: "hide", rule: 6, why });
  if (result.kind !== "decided") throw new Error(`not decided: ${result.kind}`);
  return { code: result.code };
}

/** Somebody who was told of a decision does not agree with it; gives the id of the review. */
export async function askForReview(
  { world }: InboxDesk,
  code: string,
  more: { contact?: string } = {},
): Promise<string> {
  const text = "Era uno sfogo, non un insulto: chiamatemi al 333 1234567.";
  await askReview(world.tools, { authorityId, code, text, address: "203.0.113.7", ...more });
  const [review] = await findOpenReviews(world.database.db, authorityId);
  if (!review) throw new Error("no review was asked for");
  return review.id;
}
