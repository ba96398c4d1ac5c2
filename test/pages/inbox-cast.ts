import { personByKey } from "../../sandbox/facebook/community/people.ts";
import { officeCalendar } from "../../src/authority/calendar/office-calendar.ts";
import { writeOffice } from "../../src/authority/office-store.ts";
import { deliverReplies } from "../../src/conversing/deliver-replies.ts";
import type { Web } from "../../src/web/server.ts";
import { addItem, addPublication } from "../../src/web/test-rows.ts";
import { commentBy, type InboxWorld, messageBy, openInboxWorld } from "../inbox-world.ts";
import { authorityId } from "../publishing-world.ts";
import { type SignedInStaff, signIn } from "../staff.ts";

/** The desk over a pretend Facebook on which people have written, and the two who answer. */
export interface InboxDesk {
  world: InboxWorld;
  web: Web;
  marco: SignedInStaff;
  giulia: SignedInStaff;
  /** What has been answered leaves. */
  deliver(): Promise<void>;
  close(): Promise<void>;
}

const minute = 60_000;

/** `serve` starts the desk over the world. */
export async function openInboxDesk(serve: (world: InboxWorld) => Promise<Web>): Promise<InboxDesk> {
  const world = await openInboxWorld();
  const { database, clock } = world;
  const web = await serve(world);
  const marco = await signIn(database, "moderator", authorityId, clock.now());
  const giulia = await signIn(database, "moderator", authorityId, clock.now());
  for (const [who, name] of [
    [marco, "Marco"],
    [giulia, "Giulia"],
  ] as const) {
    await database.db.updateTable("staff_member").set({ name }).where("id", "=", who.id).execute();
  }
  await writeOffice(database.db, authorityId, {
    id: "cascina",
    name: "CPI di Cascina Nuova",
    isDefault: true,
    calendar: officeCalendar.parse({}),
    contacts: { telephone: "0123 456789", pec: "lavoro@pec.valdilago.example" },
  });
  return {
    world,
    web,
    marco,
    giulia,
    deliver: () => deliverReplies(world.converse, world.account).then(() => {}),
    async close() {
      await web.close();
      await world.close();
    },
  };
}

const questions = [
  "Buongiorno, serve la patente per il magazziniere?",
  "Fino a quando si può mandare il curriculum?",
  "Scusate ma nessuno risponde mai al telefono, è una vergogna",
  "Il posto è ancora libero? Abito a 5 km",
  "Si può fare part-time? Ho due bambini",
  "Ghe vör el diploma?",
];

/** People ask, below a post and in private: as many as wanted, each a minute after the other, the oldest days ago. */
export async function ask({ world }: InboxDesk, count: number): Promise<void> {
  const now = world.clock.now().getTime();
  const page = world.facebook.seed.page.id;
  const anna = personByKey("anna");
  if (!anna) throw new Error("there is no Anna");
  const item = await addItem(world.database, authorityId, {
    title: "Magazziniere a Cascina Nuova (rif. VDL-2026-0412)",
    facts: { employer: "Logistica Lariana S.r.l.", place: "Cascina Nuova", deadline: "2027-01-15" },
    reference: "VDL-2026-0412",
    seenAt: new Date(now - 3_000 * minute),
  });
  const postId = `${page}_900`;
  await addPublication(world.database, authorityId, item, {
    state: "published",
    external_id: postId,
    url: "https://www.facebook.com/900",
    settled_at: new Date(now - 2_900 * minute),
  });
  const names = ["Rosa", "Youssef", "Carmela", "Pietro", "Ines", "Luca"];
  for (let index = 0; index < count; index++) {
    const text = questions[index % questions.length] ?? "";
    const at = new Date(now - (count - index) * 7 * minute);
    const name = `${names[index % names.length]} ${index + 1}`;
    const how = index % 2 === 0;
    if (how) {
      await world.hear(
        commentBy(`p${index}`, `${postId}_${index}`, text, at, {
          person: { id: `p${index}`, name, isPage: false },
          postId,
          parentId: postId,
        }),
      );
    } else {
      await world.hear(
        messageBy(`p${index}`, `m${index}`, text, at, { person: { id: `p${index}`, name, isPage: false } }),
      );
    }
  }
}

/** Two lines that end at once where HTML, turned directions, unseen signs and very many emoji meet. */
export const nasty = `<img src=x onerror="alert(1)"><b>ciao</b> \u202Egnp.exe\u202C zero\u200B\u200Bwidth ${"😀".repeat(10_000)}`;
