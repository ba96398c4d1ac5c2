import { beforeEach, expect, test } from "vitest";
import { type InboxWorld, messageBy, openInboxWorld } from "../../../../test/inbox-world.ts";
import { authorityId } from "../../../../test/publishing-world.ts";
import { picture, sentFile } from "../../../../test/sent-file.ts";
import { type SignedInStaff, signIn } from "../../../../test/staff.ts";
import { findAttachments } from "../../../conversing/attachments/attachment-store.ts";
import { fetchAttachments } from "../../../conversing/attachments/fetch-attachments.ts";
import { pretendParts } from "../../pretend-parts.ts";
import { startWeb, type Web } from "../../server.ts";

let world: InboxWorld;
let web: Web;
let marco: SignedInStaff;

beforeEach(async () => {
  world = await openInboxWorld();
  const now = world.clock.now();
  web = await startWeb(pretendParts(world.database, {}, now), { port: 0 });
  marco = await signIn(world.database, "moderator", authorityId, now);
  return async () => {
    await web.close();
    await world.close();
  };
});

const pdf = Buffer.from("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF");

async function sent(bytes: Buffer, name: string): Promise<string> {
  const url = sentFile(world, { bytes, name, type: "text/html" });
  const attachments = [{ type: "file", url }];
  await world.hear(messageBy("youssef", "m_1", "Ecco", new Date("2026-11-20T09:00:00Z"), { attachments }));
  await fetchAttachments(world.converse);
  const [conversation] = await world.conversations();
  const key = { authorityId, conversationId: conversation?.id ?? "" };
  const [one] = await findAttachments(world.database.db, key);
  return `${web.origin}/desk/attachments/${authorityId}/${one?.id}`;
}

const ask = (address: string, who = marco) => fetch(address, { headers: who.headers, redirect: "manual" });

test("a picture is shown, byte by byte, and can run nothing", async () => {
  const photo = picture(200);
  const answer = await ask(await sent(photo, "foto.png"));
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/png",
    "content-disposition": expect.stringMatching(/^inline; filename="foto.png"/),
    "content-security-policy": expect.stringContaining("sandbox"),
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
  expect(Buffer.from(await answer.arrayBuffer()).equals(photo)).toBe(true);
});

test("a document is downloaded, under a name that ends as its content says and turns nothing round", async () => {
  const answer = await ask(await sent(pdf, "curriculum\u202efdp.exe"));
  const disposition = answer.headers.get("content-disposition");
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  expect(disposition).toBe(`attachment; filename="curriculum-fdp.pdf"; filename*=UTF-8''curriculum-fdp.pdf`);
});

test("what was kept out is not there, nor is anything for an editor or a stranger", async () => {
  const address = await sent(Buffer.from("<html><script>alert(1)</script>"), "pagina.pdf");
  expect((await ask(address)).status).toBe(404);
  const giulia = await signIn(world.database, "editor", authorityId, world.clock.now());
  expect((await ask(address, giulia)).status).toBe(403);
  expect((await fetch(address, { redirect: "manual" })).status).toBe(303);
});
