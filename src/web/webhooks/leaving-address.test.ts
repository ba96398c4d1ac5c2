import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { signIn } from "../../../test/staff.ts";
import { writeNetworkApp } from "../../connecting/network-app-store.ts";
import { carryOutDeletions } from "../../conversing/carry-out-deletions.ts";
import { type PretendParts, pretendParts } from "../pretend-parts.ts";
import { startWeb, type Web } from "../server.ts";
import { addAccount, addAuthority } from "../test-rows.ts";

const channel = "facebook-page";
const appSecret = "0123456789abcdef0123456789abcdef";
const giulia = "10100000000000001";

let database: TestDatabase;
let parts: PretendParts;
let web: Web;
let authority: string;
let count = 0;

beforeAll(async () => {
  database = await testDatabase();
  parts = pretendParts(database);
  web = await startWeb(parts, { port: 0 });
});

beforeEach(async () => {
  count += 1;
  authority = await addAuthority(database, `ente-${count}`, "Provincia di Valdilago");
  await addAccount(database, authority, { connected_by: giulia });
  const key = { authorityId: authority, channel };
  await writeNetworkApp(database.db, parts.vault, key, { settings: { appId: "1" }, secrets: { appSecret } });
  parts.jobs.length = 0;
});

afterAll(async () => {
  await web.close();
  await database.close();
});

function signedRequest(personId: string, { secret = appSecret, algorithm = "HMAC-SHA256" } = {}): string {
  const request = { algorithm, expires: 1767312000, issued_at: 1767225600, user_id: personId };
  const payload = Buffer.from(JSON.stringify(request)).toString("base64url");
  return `${createHmac("sha256", secret).update(payload).digest("base64url")}.${payload}`;
}

async function tell(deed: "deauthorise" | "delete-data", request: string, to = authority) {
  const answer = await fetch(`${web.origin}/hooks/${to}/${channel}/${deed}`, {
    method: "POST",
    body: new URLSearchParams({ signed_request: request }),
  });
  return { status: answer.status, text: await answer.text() };
}

const account = (id = "pagina", of = authority) =>
  database.db
    .selectFrom("account")
    .selectAll()
    .where("authority_id", "=", of)
    .where("id", "=", id)
    .executeTakeFirstOrThrow();

const requests = () =>
  database.db.selectFrom("deletion_request").selectAll().where("authority_id", "=", authority).execute();

async function addEvent(key: string, reading: object, of = authority): Promise<void> {
  const now = parts.clock.now();
  await database.db
    .insertInto("event")
    .values({
      authority_id: of,
      account_id: "pagina",
      key,
      kind: "comment-added",
      happened_at: now,
      received_at: now,
      reading: JSON.stringify(reading),
      raw: "{}",
    })
    .execute();
}

async function eventKeys(of = authority): Promise<string[]> {
  const rows = await database.db
    .selectFrom("event")
    .select("key")
    .where("authority_id", "=", of)
    .orderBy("seq")
    .execute();
  return rows.map(({ key }) => key);
}

const page = (path: string, language = "it") =>
  fetch(`${web.origin}${path}`, { headers: { "accept-language": language } });

async function askDeletion(personId: string): Promise<{ url: string; confirmation_code: string }> {
  const { status, text } = await tell("delete-data", signedRequest(personId));
  expect(status).toBe(200);
  return JSON.parse(text);
}

describe("a person who takes the login back at the network", () => {
  test("disconnects the accounts that rest on it, with a reason of their own, and no others", async () => {
    await addAccount(database, authority, { id: "altrui", connected_by: "10100000000000002" });
    await addAccount(database, authority, { id: "dal-file" });
    await addAccount(database, authority, { id: "spenta", connected_by: giulia, state: "off" });
    const other = await addAuthority(database, `altra-${count}`, "Unione dei Comuni di Altocolle");
    await addAccount(database, other, { connected_by: giulia });
    expect(await tell("deauthorise", signedRequest(giulia))).toEqual({ status: 200, text: "ok" });
    expect(await account()).toMatchObject({ state: "disconnected", reason: "login-withdrawn" });
    expect((await account()).rest_until?.getTime()).toBeGreaterThan(parts.clock.now().getTime());
    expect((await account("altrui")).state).toBe("active");
    expect((await account("dal-file")).state).toBe("active");
    expect((await account("spenta")).state).toBe("off");
    expect((await account("pagina", other)).state).toBe("active");
  });

  test("is told of on the desk in words, with what to do", async () => {
    await tell("deauthorise", signedRequest(giulia));
    const { headers } = await signIn(database, "editor", authority);
    const desk = await (await fetch(`${web.origin}/desk?authority=${authority}`, { headers })).text();
    expect(desk).toContain("ha tolto Bacheca dal proprio profilo Facebook");
    expect(desk).toContain("Ricollegate la Pagina");
  });

  test("and connected nothing is answered 200 all the same", async () => {
    expect((await tell("deauthorise", signedRequest("5"))).status).toBe(200);
    expect((await account()).state).toBe("active");
  });
});

describe("a person who wants their data deleted", () => {
  test("gets a code and the address of a page; the person is kept as a fingerprint only", async () => {
    const answer = await askDeletion(giulia);
    expect(answer.confirmation_code).toMatch(/^[\w-]{32}$/);
    expect(answer.url).toBe(`https://bacheca.provincia.example/hooks/deletions/${answer.confirmation_code}`);
    const [row] = await requests();
    expect(row).toMatchObject({ code: answer.confirmation_code, channel, done_at: null, deleted: null });
    expect(row?.person_hash).toHaveLength(32);
    expect(JSON.stringify(row)).not.toContain(giulia);
    expect(parts.jobs).toEqual(["carry-out-deletions "]);
  });

  test("has the events they caused or were sent erased, once, and everybody else's stay", async () => {
    const other = await addAuthority(database, `altra-${count}`, "Unione dei Comuni di Altocolle");
    await addAccount(database, other);
    await addEvent("hers", { person: { id: giulia, isPage: false }, text: "Buongiorno" });
    await addEvent("ours-to-her", { person: { id: "100", isPage: true }, recipientId: giulia });
    await addEvent("his", { person: { id: "7000000000000002", isPage: false } });
    await addEvent("nobodys", {});
    await addEvent("hers-elsewhere", { person: { id: giulia, isPage: false } }, other);
    await askDeletion(giulia);
    const tools = { ...parts, db: database.db };
    await Promise.all([carryOutDeletions(tools), carryOutDeletions(tools)]);
    expect(await eventKeys()).toEqual(["his", "nobodys"]);
    expect(await eventKeys(other)).toEqual(["hers-elsewhere"]);
    expect(await account()).toMatchObject({ connected_by: null, state: "active" });
    // Two events, and the note that she connected the Page.
    expect(await requests()).toEqual([expect.objectContaining({ done_at: parts.clock.now(), deleted: 3 })]);
  });

  test("is found among more people than are compared at once", async () => {
    const people = Array.from({ length: 2_500 }, (_, index) => String(7_000_000_000_000_000 + index));
    const now = parts.clock.now();
    const row = (id: string) => ({
      authority_id: authority,
      account_id: "pagina",
      key: id,
      kind: "comment-added",
      happened_at: now,
      received_at: now,
      reading: JSON.stringify({ person: { id, isPage: false } }),
      raw: "{}",
    });
    await database.db.insertInto("event").values(people.map(row)).execute();
    await askDeletion(people[2_100] ?? "");
    await carryOutDeletions({ ...parts, db: database.db });
    const left = await eventKeys();
    expect(left).toHaveLength(2_499);
    expect(left).not.toContain(people[2_100]);
  });

  test.each([
    ["it", "La cancellazione è in corso", "Fatto: il 22 novembre 2026"],
    ["en", "The deletion is under way", "Done: on 22 November 2026"],
  ])(
    "reads how far it is, in the language %s, without scripts and without a word about them",
    async (language, underWay, done) => {
      await addEvent("hers", { person: { id: giulia, name: "Giulia Corti", isPage: false } });
      const { confirmation_code } = await askDeletion(giulia);
      const before = await (await page(`/hooks/deletions/${confirmation_code}`, language)).text();
      expect(before).toContain(underWay);
      await carryOutDeletions({ ...parts, db: database.db });
      const answer = await page(`/hooks/deletions/${confirmation_code}`, language);
      const after = await answer.text();
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(after).toContain(done);
      expect(after).toContain("Provincia di Valdilago");
      expect(after).not.toContain("<script");
      for (const own of [giulia, "Giulia"]) expect(after).not.toContain(own);
    },
  );

  test("learns nothing from a code that is not theirs: every unknown one is answered alike", async () => {
    const codes = ["A".repeat(32), "b".repeat(32), "breve", "%00", "x".repeat(400)];
    const answers = await Promise.all(codes.map((code) => page(`/hooks/deletions/${code}`)));
    expect(answers.map(({ status }) => status)).toEqual(codes.map(() => 404));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain("Nessuna richiesta con questo codice");
  });
});

describe("a request about somebody", () => {
  test.each([
    ["signed with another secret", () => signedRequest(giulia, { secret: "f".repeat(32) })],
    ["of another algorithm", () => signedRequest(giulia, { algorithm: "none" })],
    ["cut off", () => signedRequest(giulia).slice(0, -5)],
    ["that is none", () => "x"],
    ["that is empty", () => ""],
  ])("%s is refused and changes nothing", async (_what, request) => {
    for (const deed of ["deauthorise", "delete-data"] as const) {
      expect((await tell(deed, request())).status).toBe(401);
    }
    expect((await account()).state).toBe("active");
    expect(await requests()).toEqual([]);
    expect(parts.jobs).toEqual([]);
  });

  test("for an authority that does not exist is refused like one with a wrong signature", async () => {
    const [nobody, wrong] = [
      await tell("delete-data", signedRequest(giulia), "nessuno"),
      await tell("delete-data", signedRequest(giulia, { secret: "f".repeat(32) })),
    ];
    expect(nobody).toEqual(wrong);
  });

  test("larger than one can be is not read", async () => {
    expect((await tell("delete-data", "x".repeat(20_000))).status).toBe(413);
  });
});
