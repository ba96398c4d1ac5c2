import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { commentBy, type InboxWorld, messageBy, openInboxWorld } from "../../../test/inbox-world.ts";
import { authorityId } from "../../../test/publishing-world.ts";
import { picture, sentFile } from "../../../test/sent-file.ts";
import { findAttachments } from "./attachment-store.ts";
import { fetchAttachments } from "./fetch-attachments.ts";
import { readFile } from "./file-store.ts";
import { tellAttachment } from "./words/index.ts";

let world: InboxWorld;

beforeEach(async () => {
  world = await openInboxWorld();
  return () => world.close();
});

const at = new Date("2026-11-20T09:00:00Z");
const pdf = Buffer.from("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF");

const address = (file: Parameters<typeof sentFile>[1]) => sentFile(world, file);

async function send(...urls: string[]) {
  const attachments = urls.map((url) => ({ type: "file", url }));
  await world.hear(messageBy("youssef", "m_1", "Ecco il mio curriculum", at, { attachments }));
  await fetchAttachments(world.converse);
  return await all();
}

async function all() {
  const [conversation] = await world.conversations();
  return await findAttachments(world.database.db, { authorityId, conversationId: conversation?.id ?? "" });
}

describe("what people send", () => {
  test("is kept byte by byte, with its type by content and its hash, each file once", async () => {
    const photo = picture(400);
    const [first, second, ...others] = await send(
      address({ bytes: photo, name: "foto.pdf" }),
      address({ bytes: pdf }),
    );
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      ...{ state: "kept", mediaType: "image/png", bytes: photo.length, name: "foto.pdf" },
      sha256: createHash("sha256").update(photo).digest("hex"),
    });
    expect(second).toMatchObject({ state: "kept", mediaType: "application/pdf" });
    expect(first && (await readFile(world.database.db, first)).equals(photo)).toBe(true);
  });

  test("is kept whole over many pieces", async () => {
    const film = Buffer.concat([pdf, Buffer.alloc(1_500_003, 7)]);
    const [one] = await send(address({ bytes: film }));
    expect(one && (await readFile(world.database.db, one)).equals(film)).toBe(true);
  });

  test("is fetched from comments, too", async () => {
    const attachments = [{ type: "photo", url: address({ bytes: picture(40), name: "x" }) }];
    await world.hear(commentBy("anna", "100_2", "Guardate", at, { attachments }));
    await fetchAttachments(world.converse);
    expect(await all()).toMatchObject([{ state: "kept", mediaType: "image/png" }]);
  });

  test("is not fetched twice when the network tells of it again with an address signed anew", async () => {
    const url = address({ bytes: pdf });
    await send(url);
    const attachments = [{ type: "file", url: `${url}&again=1` }];
    await world.hear(messageBy("youssef", "m_1", "Ecco il curriculum", at, { attachments }));
    expect(await all()).toMatchObject([{ state: "kept" }]);
  });
});

describe("what we do not want", () => {
  const program = Buffer.concat([Buffer.from("MZ\x90\x00", "latin1"), Buffer.alloc(200)]);
  const archive = Buffer.from("504b0304140000000000000021000000000000000000000000000100000061", "hex");
  test.each([
    ["a program that is called .pdf", program, "program"],
    ["a web page", Buffer.from("<!DOCTYPE html><script>alert(1)</script>"), "web-page"],
    ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), "drawing-with-scripts"],
    ["an archive", archive, "archive"],
    ["a script", Buffer.from("#!/bin/sh\nrm -rf /"), "program"],
    ["plain words", Buffer.from("ciao"), "unknown-kind"],
    ["nothing", Buffer.alloc(0), "empty"],
    ["50 MB", Buffer.concat([pdf, Buffer.alloc(50_000_000)]), "too-large"],
  ])("%s is kept out with its reason, and not a byte is stored", async (_, bytes, why) => {
    const [one] = await send(address({ bytes }));
    expect(one).toMatchObject({ state: "refused", why, sha256: null });
    const { db } = world.database;
    expect(await db.selectFrom("attachment_piece").select("ordinal").execute()).toEqual([]);
    expect(one && tellAttachment(one, "it")).toMatch(/^Non accettato: ./);
  });

  test("an address of somebody else is never called", async () => {
    const [one] = await send("http://127.0.0.1:9/segreti.pdf");
    expect(one).toMatchObject({ state: "refused", why: "foreign-address" });
  });
});

describe("what cannot be had", () => {
  test("an expired address is gone, until the network signs another", async () => {
    const [one] = await send(address({ bytes: pdf, expiresAt: 1 }));
    expect(one).toMatchObject({ state: "gone", why: "expired" });
    expect(one && tellAttachment(one, "it")).toContain("Chiedete di inviarlo di nuovo");
    const url = address({ bytes: pdf });
    const { db } = world.database;
    // As if the one that expired had had this path: a network signs a file anew without moving it.
    await db
      .updateTable("attachment")
      .set({ source_key: new URL(url).pathname })
      .execute();
    expect(await send(url)).toMatchObject([{ id: one?.id, state: "kept" }]);
  });

  test("a fetch that was broken off is begun again when its term is over", async () => {
    const attachments = [{ type: "file", url: address({ bytes: pdf }) }];
    await world.hear(messageBy("youssef", "m_1", "Ecco", at, { attachments }));
    const { db } = world.database;
    const now = world.clock.now().getTime();
    const lease = { state: "fetching" as const, next_step_at: null, attempts: 1 };
    await db
      .updateTable("attachment")
      .set({ ...lease, lease_until: new Date(now + 60_000) })
      .execute();
    await fetchAttachments(world.converse);
    expect(await all()).toMatchObject([{ state: "fetching" }]);
    await db
      .updateTable("attachment")
      .set({ lease_until: new Date(now - 1) })
      .execute();
    await fetchAttachments(world.converse);
    expect(await all()).toMatchObject([{ state: "kept" }]);
  });
});
