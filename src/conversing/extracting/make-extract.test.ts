import { execFileSync, spawnSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { commentBy, echoTo, type InboxWorld, messageBy, openInboxWorld } from "../../../test/inbox-world.ts";
import { pdfText } from "../../../test/pdf-text.ts";
import { authorityId } from "../../../test/publishing-world.ts";
import { picture, sentFile } from "../../../test/sent-file.ts";
import { fetchAttachments } from "../attachments/fetch-attachments.ts";
import type { Extract } from "./extract.ts";
import type { ExtractDocument } from "./extract-document.ts";
import { findExtract, findExtracts, readMadePieces } from "./extract-store.ts";
import { makeExtract } from "./make-extract.ts";
import { noteRegisterNumber } from "./note-register-number.ts";
import { openExtract } from "./open-extract.ts";

let world: InboxWorld;

beforeEach(async () => {
  world = await openInboxWorld();
  return () => world.close();
});

const by = { id: randomUUID(), name: "Marco Bianchi" };
const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 9, minute));

async function keyOfFirst() {
  const [conversation] = await world.conversations();
  return { authorityId, conversationId: conversation?.id ?? "" };
}

async function made(): Promise<Extract> {
  const end = await makeExtract(world.converse, await keyOfFirst(), { by });
  if (end.kind !== "made") throw new Error(end.kind);
  return end.extract;
}

async function whole(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

async function download(extract: Extract): Promise<Buffer> {
  const opened = await openExtract(world.database.db, extract);
  if (opened.kind !== "open") throw new Error(opened.kind);
  return await whole(opened.pieces);
}

const fileOf = (extract: Extract, name: string) => whole(readMadePieces(world.database.db, extract, name));
const pdfOf = async (extract: Extract) => pdfText(await fileOf(extract, "conversazione.pdf"));
const jsonOf = async (extract: Extract) =>
  JSON.parse((await fileOf(extract, "conversazione.json")).toString()) as ExtractDocument;
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

describe("an extract", () => {
  test("is downloaded again and again as the file whose hash was kept, with what people sent", async () => {
    const photo = picture(300);
    const url = sentFile(world, { bytes: photo, name: "attestato.png" });
    const attachments = [{ type: "file", url }];
    await world.hear(messageBy("youssef", "m_1", "Ecco", at(0), { attachments }));
    await fetchAttachments(world.converse);
    const { id: extractId } = await made();
    const extract = await findExtract(world.database.db, { ...(await keyOfFirst()), extractId });
    if (!extract) throw new Error("not kept");
    const zip = await download(extract);
    expect([sha256(zip), zip.length]).toEqual([extract.sha256, extract.bytes]);
    expect((await download(extract)).equals(zip)).toBe(true);
    expect(extract.files.map(({ name }) => name)).toEqual([
      "conversazione.pdf",
      "conversazione.json",
      "allegati/001-attestato.png",
      "SHA256SUMS",
    ]);
    expect(zip.includes(photo)).toBe(true);
    expect((await fileOf(extract, "SHA256SUMS")).toString()).toContain(
      `${sha256(photo)}  allegati/001-attestato.png\n`,
    );
  });

  test.runIf(spawnSync("unzip", ["-v"]).status === 0 && spawnSync("sha256sum", ["--version"]).status === 0)(
    "is unpacked and checked by other programs",
    async () => {
      await world.hear(messageBy("youssef", "m_1", "Ecco", at(0)));
      const folder = mkdtempSync(path.join(tmpdir(), "extract-"));
      try {
        writeFileSync(path.join(folder, "e.zip"), await download(await made()));
        execFileSync("unzip", ["-q", "e.zip"], { cwd: folder });
        const told = execFileSync("sha256sum", ["--check", "SHA256SUMS"], { cwd: folder, encoding: "utf8" });
        expect(told.trim().split("\n")).toHaveLength(2);
        expect(readFileSync(path.join(folder, "conversazione.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );

  test("tells who said what and when, edits and removals, our answers, and no internal note", async () => {
    await world.hear(
      commentBy("anna", "c1", "Scade domani?", at(0)),
      commentBy("anna", "c1", "Scade oggi?", at(5), { kind: "comment-edited" }),
      commentBy("luca", "c2", "Anch'io lo chiedo", at(6), { parentId: "c1" }),
      commentBy("luca", "c2", "", at(8), { kind: "comment-removed", parentId: "c1" }),
      commentBy("page", "c3", "Sì, alle 12.", at(9), { parentId: "c1" }),
    );
    const { db } = world.database;
    const key = await keyOfFirst();
    await db
      .insertInto("note")
      .values({
        ...{ authority_id: authorityId, conversation_id: key.conversationId, written_by: "marco" },
        ...{ text: "Persona seguita dal SILD", written_at: at(10) },
      })
      .execute();
    const extract = await made();
    const text = (await pdfOf(extract)).join("\n");
    const inOrder = [
      "1. Anna (Persona) – 20 novembre 2026, 10:00:00 (UTC+01:00)",
      "Modificato dall'autore: 20 novembre 2026, 10:05:00 (UTC+01:00)",
      "Scade oggi?",
      "Testo precedente, 20 novembre 2026, 10:00:00 (UTC+01:00):",
      "Scade domani?",
      "2. Luca (Persona)",
      "Rimosso: 20 novembre 2026, 10:08:00 (UTC+01:00)",
      "Anch'io lo chiedo",
      "Sì, alle 12.",
      "pag. 1 di ",
    ];
    const places = inOrder.map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).toContain("Marco Bianchi");
    const json = await fileOf(extract, "conversazione.json");
    expect(text + json.toString()).not.toContain("SILD");
    expect(await jsonOf(extract)).toMatchObject({
      format: 1,
      conversation: { kind: "comment-thread", postId: "100_1" },
      messages: [
        { author: "person", text: "Scade oggi?", earlier: [{ text: "Scade domani?" }] },
        { removedAt: at(8).toISOString() },
        { text: "Sì, alle 12." },
      ],
    });
  });

  test("takes any text: other scripts, faces, what turns writing round, markup, and very long words", async () => {
    const texts = [
      "مرحبا بكم",
      "你好",
      "😀".repeat(10_000),
      "fdp\u202Eexe",
      "<script>&amp;</script>",
      "a".repeat(9_000),
    ];
    await world.hear(...texts.map((text, index) => messageBy("youssef", `m_${index}`, text, at(index))));
    const extract = await made();
    const text = (await pdfOf(extract)).join("").replaceAll("\n", "");
    for (const words of ["[U+0645 U+0631", "[U+4F60 U+597D]", "[U+1F600 ×10000]", "fdp[U+202E]exe"])
      expect(text).toContain(words);
    expect(text).toContain("<script>&amp;</script>");
    // Between its pieces stand the feet of pages.
    expect(text.match(/a{10,}/g)?.join("")).toHaveLength(9_000);
    expect(text).not.toContain("\ufffd");
    expect((await jsonOf(extract)).messages.map((one) => one.text)).toEqual(texts);
  });

  test("is a tagged PDF/A with its language and embedded typefaces", async () => {
    await world.hear(messageBy("youssef", "m_1", "Ecco", at(0)));
    const pdf = (await fileOf(await made(), "conversazione.pdf")).toString("latin1");
    for (const words of ["<pdfaid:part>2<", "/Marked true", "/Lang (it-IT)", "/StructTreeRoot", "/FontFile2"])
      expect(pdf).toContain(words);
    expect(pdf).not.toContain("Helvetica");
  });

  test("says which files are no longer there instead of giving another file than was made", async () => {
    const attachments = [{ type: "file", url: sentFile(world, { bytes: picture(50), name: "x.png" }) }];
    await world.hear(messageBy("youssef", "m_1", "Ecco", at(0), { attachments }));
    await fetchAttachments(world.converse);
    const extract = await made();
    const { db } = world.database;
    await db.deleteFrom("attachment").execute();
    expect(await openExtract(db, extract)).toEqual({ kind: "incomplete", erased: ["allegati/001-x.png"] });
    await db.deleteFrom("conversation").execute();
    expect(await findExtracts(db, await keyOf(extract))).toMatchObject([{ sha256: extract.sha256 }]);
  });

  test("is there for its own authority only, and of nothing there is none", async () => {
    await world.hear(messageBy("youssef", "m_1", "Ecco", at(0)));
    const key = await keyOfFirst();
    const elsewhere = { ...key, authorityId: "altocolle" };
    expect(await makeExtract(world.converse, elsewhere, { by })).toEqual({ kind: "gone" });
    expect(await makeExtract(world.converse, { authorityId, conversationId: randomUUID() }, { by })).toEqual({
      kind: "gone",
    });
    await made();
    expect(await findExtracts(world.database.db, elsewhere)).toEqual([]);
  });

  test("keeps what the register gave, and the trail has each act", async () => {
    await world.hear(messageBy("youssef", "m_1", "Ecco", at(0)), echoTo("youssef", "m_2", "Grazie", at(1)));
    const extract = await made();
    const key = { ...(await keyOf(extract)), extractId: extract.id };
    const note = (number: string, date: string) =>
      noteRegisterNumber(world.converse, key, { number, date }, { by: by.id });
    expect(await note(" ", "2026-11-20")).toEqual({ kind: "refused", why: "number-missing" });
    expect(await note("123", "2026-11-31")).toEqual({ kind: "refused", why: "date-wrong" });
    expect(await note("123", "2199-01-01")).toEqual({ kind: "refused", why: "date-to-come" });
    expect(await note(" 12345 ", "2026-11-20")).toMatchObject({ kind: "noted" });
    const { db } = world.database;
    const [found] = await findExtracts(db, key);
    expect(found?.register).toEqual({ number: "12345", date: "2026-11-20" });
    const gone = await noteRegisterNumber(
      world.converse,
      { ...key, authorityId: "altocolle" },
      { number: "1", date: "2026-11-20" },
      { by: by.id },
    );
    expect(gone).toEqual({ kind: "gone" });
    const acts = await db.selectFrom("audit_entry").selectAll().orderBy("at").execute();
    expect(acts.filter(({ subject }) => subject === extract.id)).toMatchObject([
      { act: "extract-made", by: by.id, detail: { sha256: extract.sha256 } },
      { act: "extract-registered", by: by.id, detail: { number: "12345", date: "2026-11-20" } },
    ]);
  });
});

const keyOf = async ({ conversationId }: Extract) => ({ authorityId, conversationId });
