import { beforeEach, describe, expect, test } from "vitest";
import { commentBy, type InboxWorld } from "../../../../test/inbox-world.ts";
import { ask, type InboxDesk, openInboxDesk } from "../../../../test/pages/inbox-cast.ts";
import { inboxVisits } from "../../../../test/pages/inbox-visits.ts";
import { signIn } from "../../../../test/staff.ts";
import { pretendParts } from "../../pretend-parts.ts";
import { startWeb } from "../../server.ts";

const serve = ({ database, tools, vault, clock }: InboxWorld) =>
  startWeb({ ...pretendParts(database), clock, vault, channels: tools.channels }, { port: 0 });

let desk: InboxDesk;
const db = () => desk.world.database.db;

beforeEach(async () => {
  desk = await openInboxDesk(serve);
  await ask(desk, 2);
  return async () => await desk.close();
});

const { of, get, press } = inboxVisits(() => desk);

describe("an account through which nothing can be sent", () => {
  test.each([
    ["not connected, since it has no token", null, "Il profilo non è collegato"],
    ["of secrets that do not open", Buffer.from("sealed with another key"), "non apre il token del profilo"],
  ])("%s, says so, takes no answer and keeps its text; all else goes on", async (_, secrets, sentence) => {
    await db().updateTable("account").set({ secrets }).execute();
    const { id, version } = await of("p0");
    const { status, text } = await get(`/desk/inbox/valdilago/${id}`);
    expect(status).toBe(200);
    expect(text).toContain(sentence);
    expect(text).toContain("Il resto si può fare");
    expect(text).not.toContain('id="reply-form"');
    expect(text).not.toContain("/desk/accounts?authority");
    const sent = await press("p0", "reply", { way: "public", text: "No, non serve." });
    expect(sent.location).toContain("end=gone");
    expect((await get(sent.location)).text).toContain("No, non serve.</textarea>");
    expect(await db().selectFrom("reply").select("id").execute()).toEqual([]);
    const closed = await press("p0", "change", { change: "close", version: String(version) });
    expect(closed.location).toContain("end=closed");
    const head = await signIn(desk.world.database, "head", "valdilago", desk.world.clock.now());
    expect((await get(`/desk/inbox/valdilago/${id}`, head)).text).toContain(
      "/desk/accounts?authority=valdilago",
    );
  });
});

test("a comment below a post we do not know is answered like any other, and the page says whose post it is not", async () => {
  const at = new Date(desk.world.clock.now().getTime() - 60_000);
  await desk.world.hear(
    commentBy("mara", "z1", "Vale anche qui?", at, { postId: "404_1", parentId: "404_1" }),
  );
  const { id } = await of("mara");
  const { status, text } = await get(`/desk/inbox/valdilago/${id}`);
  expect(status).toBe(200);
  expect(text).toContain("Un post che non viene da Bacheca");
  expect(text).not.toContain("/desk/items/valdilago/");
  const { location } = await press("mara", "reply", { way: "public", text: "Sì." });
  expect(location).toContain("end=sent");
});

test("a comment that was removed before anybody opened it says so, and offers no answer that cannot arrive", async () => {
  const at = (minutes: number) => new Date(desk.world.clock.now().getTime() - minutes * 60_000);
  await desk.world.hear(
    commentBy("mara", "z1", "", at(1), { kind: "comment-removed", text: undefined }),
    commentBy("mara", "z1", "Lasciate stare", at(2)),
  );
  const { id } = await of("mara");
  const { status, text } = await get(`/desk/inbox/valdilago/${id}`);
  expect(status).toBe(200);
  expect(text).toContain("Tolto da chi lo ha scritto");
  expect(text).not.toContain('id="reply-form"');
  expect((await get("/desk/inbox")).text).not.toContain("Lasciate stare");
});
