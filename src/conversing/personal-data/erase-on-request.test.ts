import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { addEverything } from "../../../test/personal-rows.ts";
import { addDecision, addExtract } from "../../../test/record-rows.ts";
import { addEvent, addHouse, addMessage, addTalk } from "../../../test/retained-rows.ts";
import { openVault, type Vault } from "../../platform/vault.ts";
import { type EraseTools, eraseOnRequest } from "./erase-on-request.ts";
import { erasureSeen } from "./erasure.ts";
import { findPersons } from "./find-persons.ts";
import { foreseeErasure } from "./foresee-erasure.ts";
import { gatherPerson } from "./gather-person.ts";
import { personOf } from "./person.ts";
import { readPerson } from "./read-person.ts";

const authorityId = "valdilago";
const now = new Date("2026-11-22T09:00:00Z");
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const key = { authorityId, channel: "facebook-page", personId: "rosa" };
const other = { ...key, personId: "youssef" };

let database: TestDatabase;
let tools: EraseTools;

beforeEach(async () => {
  database = await testDatabase();
  await addHouse(database, authorityId);
  tools = { db: database.db, vault: openVault(randomBytes(32)), clock: { now: () => now } };
  return () => database.close();
});

const hashOf = (person: typeof key) => personOf(tools.vault, person).personHash;
const fill = (person: typeof key) => addEverything(database, tools.vault, person, now);

/** Every word of every table, but of those where the list says that nobody is. */
async function allRows(): Promise<string> {
  const { rows } = await sql<{ table: string }>`select table_name as "table" from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(database.db);
  const texts = await Promise.all(
    rows.map(async ({ table }) => {
      const { rows: all } = await sql<{ text: string }>`
        select row_to_json(t)::text as text from ${sql.table(table)} t`.execute(database.db);
      return all.map(({ text }) => `${table} ${text}`).join("\n");
    }),
  );
  return texts.join("\n");
}

async function erase(person = key, seen?: string) {
  const erasure = await foreseeErasure(database.db, personOf(tools.vault, person), now);
  const order = { ground: "not-needed", reference: "prot. 12/2026", by: "ferri" } as const;
  return await eraseOnRequest(tools, person, { ...order, seen: seen ?? erasureSeen(erasure) });
}

describe("a person who is erased", () => {
  test("leaves no word of theirs in any table, and nobody else loses one", async () => {
    await fill(key);
    const before = await allRows();
    expect(before).toContain('"rosa"');
    await fill(other);
    const youssef = (await readPerson(tools, other))?.counts;
    expect((await erase()).kind).toBe("erased");
    const after = await allRows();
    expect(after).not.toContain("rosa");
    expect((await readPerson(tools, other))?.counts).toEqual(youssef);
    expect(after).toContain("Parole di youssef");
  });

  test("is known by a keyed hash only, in the request that is done and in the trail, with the ground", async () => {
    await fill(key);
    await erase();
    const request = await database.db.selectFrom("deletion_request").selectAll().executeTakeFirstOrThrow();
    expect(request).toMatchObject({
      ...{ origin: "desk", ground: "not-needed", reference: "prot. 12/2026", entered_by: "ferri" },
      ...{ person_hash: hashOf(key), asked_at: now, done_at: now },
    });
    const entry = await database.db.selectFrom("audit_entry").selectAll().executeTakeFirstOrThrow();
    expect(entry).toMatchObject({
      act: "personal-data-erased",
      by: "ferri",
      subject: hashOf(key).toString("hex"),
    });
    expect(entry.detail).toMatchObject({
      ground: "not-needed",
      counts: { messages: 2, notes: 1, events: 3 },
    });
    expect(JSON.stringify(entry)).not.toContain("12/2026");
  });

  test("is still found by the id where a decision is left, and there is nothing more to erase", async () => {
    await fill(key);
    await erase();
    expect((await readPerson(tools, key))?.counts).toMatchObject({ messages: 0, decisions: 1, deletions: 1 });
    expect(await erase()).toEqual({ kind: "nothing" });
    expect(await findPersons(tools, [authorityId], "rosa")).toEqual([{ ...key, names: [], lastAt: null }]);
  });

  test("loses nothing when something came since it was shown", async () => {
    await fill(key);
    const seen = erasureSeen(await foreseeErasure(database.db, personOf(tools.vault, key), now));
    await addEvent(database, authorityId, now, "rosa");
    const before = await allRows();
    expect(await erase(key, seen)).toEqual({ kind: "changed" });
    expect(await allRows()).toBe(before);
  });
});

describe("what stays for a reason", () => {
  test("is the text of a decision that can still be reviewed, told with its day", async () => {
    const until = ago(-20);
    await addDecision(database, authorityId, ago(3), { person_hash: hashOf(key), review_until: until });
    await addTalk(database, authorityId, ago(3), "rosa");
    const end = await erase();
    expect(end).toMatchObject({ kept: { decisions: 1, texts: 1, until } });
    const row = await database.db.selectFrom("decision").select("evidence").executeTakeFirstOrThrow();
    expect(row.evidence).toEqual({ text: "Parole" });
  });

  test("is an extract that is in the register, and not one that is in none", async () => {
    const { conversationId } = await addTalk(database, authorityId, ago(3), "rosa");
    const whose = { conversationId, person: "rosa", at: ago(2) };
    const registered = { register_number: "77", register_date: "2026-11-20" };
    const by = { registered_by: "marco", registered_at: ago(1) };
    const kept = await addExtract(database, authorityId, whose, { ...registered, ...by });
    await addExtract(database, authorityId, whose);
    expect(await erase()).toMatchObject({ kind: "erased", kept: { extracts: 1 } });
    const pieces = await database.db.selectFrom("extract_piece").select("extract_id").execute();
    expect(pieces).toEqual([{ extract_id: kept }]);
  });

  test("is what others wrote below their comments, and ours, without their name", async () => {
    const { conversationId } = await addTalk(database, authorityId, ago(3), "rosa", {
      kind: "comment-thread",
    });
    await addMessage(database, authorityId, conversationId, ago(2), "youssef");
    expect(await erase()).toMatchObject({ kept: { discussions: 1 } });
    const messages = await database.db.selectFrom("message").select("author_id").execute();
    expect(messages).toEqual([{ author_id: "youssef" }]);
    const left = await database.db.selectFrom("conversation").select(["person_id", "person_name"]).execute();
    expect(left).toEqual([{ person_id: null, person_name: null }]);
  });
});

test("a copy of a person's data holds all that names them, their files, and nothing of others", async () => {
  await fill(other);
  await fill(key);
  const { document, files } = await gatherPerson(tools, key, "ferri");
  const counts = (await readPerson(tools, key))?.counts;
  const given = Object.fromEntries(Object.entries(document.held).map(([kind, rows]) => [kind, rows.length]));
  expect(given).toEqual(counts);
  const text = JSON.stringify(document);
  expect(text).not.toContain("youssef");
  for (const word of ["Parole di rosa", "Nota su rosa", "Risposta a rosa", "rosa@example.org"])
    expect(text).toContain(word);
  expect(text).not.toContain("marco");
  expect(files.map(({ name, bytes }) => [name, bytes])).toEqual([["allegati/001-cv-di-rosa.pdf", 3]]);
  const [entry] = await database.db.selectFrom("audit_entry").selectAll().execute();
  expect(entry).toMatchObject({ act: "personal-data-exported", by: "ferri" });
  expect(JSON.stringify(entry)).not.toContain("rosa");
});

test("an address sealed by another key than this one's does not keep the copy from being made", async () => {
  await fill(key);
  const { document } = await gatherPerson({ ...tools, vault: swapped(tools.vault) }, key, "ferri");
  expect(document.held.reviews).toMatchObject([{ contact: null }]);
});

/** Knows people as before and opens nothing: what is left after the key was lost and made anew. */
function swapped(vault: Vault): Vault {
  const another = openVault(randomBytes(32));
  return { ...another, fingerprint: vault.fingerprint };
}

test("people are found by a part of their name, in any case, or by their id; in no other authority", async () => {
  await addHouse(database, "altrove");
  await addTalk(database, "altrove", ago(1), "rosalia");
  await addTalk(database, authorityId, ago(2), "rosa");
  await addTalk(database, authorityId, ago(1), "rosanna");
  await addEvent(database, authorityId, ago(3), "chi-reagisce");
  const found = async (text: string, ids = [authorityId]) =>
    (await findPersons(tools, ids, text)).map(({ personId }) => personId);
  expect(await found("NOME di ros")).toEqual(["rosanna", "rosa"]);
  expect(await found("di nome rosa", [authorityId, "altrove"])).toEqual(["rosalia", "rosanna", "rosa"]);
  expect(await found("chi-reagisce")).toEqual(["chi-reagisce"]);
  expect(await found("%")).toEqual([]);
  expect(await found("rosa", [])).toEqual([]);
});
