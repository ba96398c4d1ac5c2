import { createHash, randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { type InboxWorld, messageBy, openInboxWorld } from "../../../../test/inbox-world.ts";
import { authorityId } from "../../../../test/publishing-world.ts";
import { type SignedInStaff, signIn } from "../../../../test/staff.ts";
import { findExtracts } from "../../../conversing/extracting/extract-store.ts";
import { eraseExtracts } from "../../../conversing/retaining/expired-record-store.ts";
import { pretendParts } from "../../pretend-parts.ts";
import { startWeb, type Web } from "../../server.ts";
import { extractSection } from "./extract-section.ts";

let world: InboxWorld;
let web: Web;
let marco: SignedInStaff;
let key: { authorityId: string; conversationId: string };

beforeEach(async () => {
  world = await openInboxWorld();
  const now = world.clock.now();
  web = await startWeb(pretendParts(world.database, {}, now), { port: 0 });
  marco = await signIn(world.database, "moderator", authorityId, now);
  await world.hear(messageBy("youssef", "m_1", "Buongiorno", new Date("2026-11-20T09:00:00Z")));
  const [conversation] = await world.conversations();
  key = { authorityId, conversationId: conversation?.id ?? "" };
  return async () => {
    await web.close();
    await world.close();
  };
});

const address = (more = "", conversationId = key.conversationId) =>
  `${web.origin}/desk/extracts/${authorityId}/${conversationId}${more}`;
const get = (to: string, who = marco) => fetch(to, { headers: who.headers, redirect: "manual" });

function post(to: string, fields: Record<string, string> = {}) {
  const headers = { ...marco.headers, origin: web.origin };
  return fetch(to, { method: "POST", headers, body: new URLSearchParams(fields), redirect: "manual" });
}

async function made() {
  const answer = await post(address());
  expect([answer.status, answer.headers.get("location")]).toEqual([
    303,
    expect.stringContaining("done=made"),
  ]);
  const [extract] = await findExtracts(world.database.db, key);
  if (!extract) throw new Error("none made");
  return extract;
}

test("an extract is made, told with its hash, and downloaded as the file of that hash", async () => {
  expect(await (await get(address())).text()).toContain("non c&#39;è ancora nessun estratto");
  const { id, sha256 } = await made();
  expect(await (await get(address("?done=made"))).text()).toContain(sha256);
  const answer = await get(address(`/${id}/file`));
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/zip",
    "content-disposition": expect.stringMatching(/^attachment; filename="estratto-[0-9a-f]{8}-\d{8}\.zip"$/),
    "cache-control": "private, no-store",
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
});

test("a number is noted and shown beside the conversation; a wrong one is told and stays typed", async () => {
  const { id } = await made();
  const wrong = await post(address(`/${id}/number`), { number: "77<b>", date: "2026-02-30" });
  const text = await wrong.text();
  expect(wrong.status).toBe(422);
  expect(text).toContain("Scrivete la data di protocollo come giorno, mese e anno.");
  expect(text).toContain('value="77&lt;b&gt;"');
  const right = await post(address(`/${id}/number`), { number: "12345", date: "2026-11-20" });
  expect(right.status).toBe(303);
  expect(await (await get(address())).text()).toContain("Protocollato 12345/2026, 20 novembre 2026");
  const section = await extractSection(key, await findExtracts(world.database.db, key), {
    language: "en",
    askedLanguage: undefined,
  });
  expect(section.toString()).toContain("Registered as 12345/2026, 20 November 2026");
});

test("a sign that the database keeps in no text is left out of a number, and breaks nothing", async () => {
  const { id } = await made();
  const answer = await post(address(`/${id}/number`), { number: "12\u0000345", date: "2026-11-20" });
  expect(answer.status).toBe(303);
  expect(await (await get(address())).text()).toContain("Protocollato 12345/2026");
});

test("the extract of a conversation that is gone is still there, and no other is made", async () => {
  const { id, sha256 } = await made();
  await world.database.db.deleteFrom("conversation").execute();
  const page = await (await get(address())).text();
  expect(page).toContain(sha256);
  expect(page).not.toContain("Crea un estratto");
  expect((await post(address())).status).toBe(404);
  expect((await get(address(`/${id}/file`))).status).toBe(200);
});

test("of an extract whose copy was erased the hash and the number are left, and it says so", async () => {
  const { id, sha256 } = await made();
  await post(address(`/${id}/number`), { number: "12345", date: "2026-11-20" });
  const { db } = world.database;
  await db.transaction().execute((trx) => eraseExtracts(trx, authorityId, [id], world.clock.now()));
  const page = await (await get(address())).text();
  expect(page).toContain(sha256);
  expect(page).toContain("Protocollato 12345/2026");
  expect(page).not.toContain("Scarica il file ZIP");
  const file = await get(address(`/${id}/file`));
  expect([file.status, await file.text()]).toEqual([410, expect.stringContaining("è stata cancellata")]);
});

test("an extract is found below its own conversation only, and an editor sees none", async () => {
  const { id } = await made();
  expect((await get(address(`/${id}/file`, randomUUID()))).status).toBe(404);
  expect((await get(address("", randomUUID()))).status).toBe(404);
  expect((await get(address("", "x"))).status).toBe(404);
  const giulia = await signIn(world.database, "editor", authorityId, world.clock.now());
  expect((await get(address(`/${id}/file`), giulia)).status).toBe(403);
});
