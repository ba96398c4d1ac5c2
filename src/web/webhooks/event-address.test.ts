import { createHmac } from "node:crypto";
import { request as httpRequest } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { writeNetworkApp } from "../../connecting/network-app-store.ts";
import { secretContext } from "../../publishing/account-store.ts";
import { type PretendParts, pretendParts } from "../pretend-parts.ts";
import { startWeb, type Web } from "../server.ts";
import { addAccount, addAuthority } from "../test-rows.ts";
import { eventBodyBytesMax } from "./raw-bodies.ts";

const channel = "facebook-page";
const appSecret = "0123456789abcdef0123456789abcdef";
const pageId = "100000000000001";

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
  await addAccount(database, authority, { external_id: pageId });
  await writeNetworkApp(
    database.db,
    parts.vault,
    { authorityId: authority, channel },
    { settings: { appId: "138483919580948", verifyToken: "parola-scelta" }, secrets: { appSecret } },
  );
});

afterEach(() => vi.restoreAllMocks());

afterAll(async () => {
  await web.close();
  await database.close();
});

function comment(id: string, message = "Scade quando?", page = pageId) {
  const value = {
    item: "comment",
    verb: "add",
    from: { id: "7000000000000001", name: "Anna Bianchi" },
    post_id: `${page}_2`,
    comment_id: `2_${id}`,
    created_time: 1767225600,
    message,
  };
  return { id: page, time: 1767225603, changes: [{ field: "feed", value }] };
}

const bodyOf = (...entry: object[]) => JSON.stringify({ object: "page", entry });
const sign = (body: string | Buffer, secret = appSecret) =>
  `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

interface Sending {
  signature?: string;
  to?: string;
  headers?: Record<string, string>;
}

async function send(body: string | Buffer, { signature = sign(body), to, headers }: Sending = {}) {
  const answer = await fetch(`${web.origin}/hooks/${to ?? `${authority}/${channel}`}`, {
    method: "POST",
    body: typeof body === "string" ? body : new Uint8Array(body),
    headers: {
      "content-type": "application/json",
      "x-hub-signature-256": signature,
      "accept-language": "en",
      ...headers,
    },
  });
  return { status: answer.status, text: await answer.text() };
}

async function rows() {
  return await database.db
    .selectFrom("event")
    .selectAll()
    .where("authority_id", "=", authority)
    .orderBy("seq")
    .execute();
}

async function figure(name: string): Promise<number> {
  const text = await (await fetch(`${web.origin}/metrics`)).text();
  return Number(
    text
      .split("\n")
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length + 1) ?? 0,
  );
}

describe("the handshake", () => {
  const ask = (query: string, to = authority) => fetch(`${web.origin}/hooks/${to}/${channel}?${query}`);

  test("sends the challenge back, and nothing else, where the verify token is that of the app", async () => {
    const answer = await ask("hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=parola-scelta");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await answer.text()).toBe("1158201444");
  });

  test.each([
    ["another token", "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=indovinata"],
    ["no token", "hub.mode=subscribe&hub.challenge=1158201444"],
    ["a token given twice", "hub.mode=subscribe&hub.challenge=1&hub.verify_token=a&hub.verify_token=b"],
    ["nothing at all", ""],
  ])("is refused with %s", async (_what, query) => {
    const answer = await ask(query);
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain("1158201444");
  });

  test("is refused alike for an authority without an app and for one that does not exist", async () => {
    await addAuthority(database, `senza-${count}`, "Unione dei Comuni di Altocolle");
    const query = "hub.mode=subscribe&hub.challenge=1&hub.verify_token=parola-scelta";
    const [without, nobody] = [await ask(query, `senza-${count}`), await ask(query, "nessuno")];
    expect([without.status, nobody.status]).toEqual([403, 403]);
    expect(await without.text()).toBe(await nobody.text());
  });

  test("knows an app from the moment it is entered", async () => {
    await addAuthority(database, `nuova-${count}`, "Unione dei Comuni di Altocolle");
    const query = "hub.mode=subscribe&hub.challenge=77&hub.verify_token=appena-scritta";
    expect((await ask(query, `nuova-${count}`)).status).toBe(403);
    const key = { authorityId: `nuova-${count}`, channel };
    const app = { settings: { appId: "1", verifyToken: "appena-scritta" }, secrets: { appSecret } };
    await writeNetworkApp(database.db, parts.vault, key, app);
    expect(await (await ask(query, `nuova-${count}`)).text()).toBe("77");
  });
});

describe("what a network sends", () => {
  test("is stored once, however often it is delivered, and every delivery is answered 200", async () => {
    const body = bodyOf(comment("a"), comment("b"));
    const answers = await Promise.all([send(body), send(body), send(bodyOf(comment("b"))), send(body)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const stored = await rows();
    expect(stored.map(({ reading }) => (reading as { commentId: string }).commentId).toSorted()).toEqual([
      "2_a",
      "2_b",
    ]);
    expect(stored[0]).toMatchObject({ account_id: "pagina", kind: "comment-added", handled_at: null });
    expect(stored[0]?.received_at).toEqual(parts.clock.now());
  });

  test("is proved over the bytes as they came, accents escaped and all", async () => {
    const body = bodyOf(comment("c", "C'è posto? https://example.it")).replaceAll("è", "\\u00e8");
    expect((await send(body)).status).toBe(200);
    expect((await send(JSON.stringify(JSON.parse(body)), { signature: sign(body) })).status).toBe(401);
    expect((await rows()).map(({ reading }) => reading)).toEqual([
      expect.objectContaining({ text: "C'è posto? https://example.it" }),
    ]);
  });

  test("is taken whatever it calls its content, since the signature says what counts", async () => {
    const answer = await send(bodyOf(comment("d")), {
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(answer.status).toBe(200);
    expect(await rows()).toHaveLength(1);
  });

  test("about several Pages goes to their accounts; what is of a stranger's Page is answered 200, counted and not kept", async () => {
    await addAccount(database, authority, { id: "seconda", external_id: "100000000000002" });
    await addAccount(database, authority, { id: "spenta", external_id: "100000000000003", state: "off" });
    const before = await figure('bacheca_events_total{result="not-ours"}');
    const pages = [pageId, "100000000000002", "100000000000003", "999"];
    const body = bodyOf(...pages.map((page) => comment(`e${page}`, "Buongiorno", page)));
    expect((await send(body)).status).toBe(200);
    expect((await rows()).map(({ account_id }) => account_id)).toEqual(["pagina", "seconda"]);
    expect(await figure('bacheca_events_total{result="not-ours"}')).toBe(before + 2);
  });

  test("of a kind nobody knows is counted and costs the others nothing", async () => {
    const before = await figure('bacheca_events_total{result="ignored"}');
    const strange = { id: pageId, time: 1767225603, changes: [{ field: "ratings", value: { x: 1 } }] };
    expect((await send(bodyOf(strange, comment("f")))).status).toBe(200);
    expect(await rows()).toHaveLength(1);
    expect(await figure('bacheca_events_total{result="ignored"}')).toBe(before + 1);
  });

  test("by the thousand in one body is stored whole", async () => {
    const entry = {
      ...comment("g"),
      changes: Array.from({ length: 1000 }, (_, n) => comment(`g${n}`).changes[0]),
    };
    expect((await send(bodyOf(entry))).status).toBe(200);
    expect(await rows()).toHaveLength(1000);
  });

  test("shows in the figures as stored and as a duplicate", async () => {
    const names = ["stored", "duplicate"].map((result) => `bacheca_events_total{result="${result}"}`);
    const before = await Promise.all(names.map(figure));
    await send(bodyOf(comment("h"), comment("i")));
    await send(bodyOf(comment("i")));
    const after = await Promise.all(names.map(figure));
    expect(after.map((value, index) => value - (before[index] ?? 0))).toEqual([2, 1]);
  });

  test("reaches an account of its own authority only, though another has the same Page", async () => {
    const other = await addAuthority(database, `altra-${count}`, "Città metropolitana di Pietrachiara");
    await addAccount(database, other, { external_id: pageId });
    await send(bodyOf(comment("l")));
    expect((await send(bodyOf(comment("m")), { to: `${other}/${channel}` })).status).toBe(401);
    const all = await database.db
      .selectFrom("event")
      .select("id")
      .where("authority_id", "=", other)
      .execute();
    expect(all).toEqual([]);
    expect(await rows()).toHaveLength(1);
  });
});

describe("an authority without an app of its own", () => {
  test("is heard by the app that an account's settings name", async () => {
    const own = await addAuthority(database, `propria-${count}`, "Unione dei Comuni di Altocolle");
    const secrets = JSON.stringify({ token: "EAAsim0000000000000000token", appSecret: "f".repeat(32) });
    await addAccount(database, own, {
      external_id: pageId,
      settings: JSON.stringify({ pageId, appId: "240000000000001" }),
      secrets: parts.vault.seal(secrets, secretContext({ authorityId: own, accountId: "pagina" })),
    });
    // One that nobody has connected yet has no token, and deafens nobody.
    const waiting = { state: "disconnected", reason: "not-connected", external_id: "5" };
    await addAccount(database, own, { id: "in-attesa", ...waiting });
    const body = bodyOf(comment("n"));
    const to = `${own}/${channel}`;
    expect((await send(body, { to, signature: sign(body, "f".repeat(32)) })).status).toBe(200);
    expect((await send(body, { to })).status).toBe(401);
  });
});

describe("what is forged", () => {
  const body = bodyOf(comment("z"));
  const truncated = body.slice(0, -20);

  test.each<[string, string | Buffer, Sending, number]>([
    ["without a signature", body, { signature: "" }, 401],
    [
      "with the older signature only",
      body,
      { signature: "", headers: { "x-hub-signature": "sha1=00" } },
      401,
    ],
    ["with a signature of the wrong length", body, { signature: "sha256=abcd" }, 401],
    ["signed with another secret", body, { signature: sign(body, "f".repeat(32)) }, 401],
    ["changed after signing", body.replace("Scade", "Schiade"), { signature: sign(body) }, 401],
    ["cut off after signing", truncated, { signature: sign(body) }, 401],
    ["empty under the signature of another body", "", { signature: sign(body) }, 401],
    ["cut off and signed", truncated, {}, 400],
    ["no JSON, signed", "<html>", {}, 400],
    ["other JSON, signed", '{"object":"page"}', {}, 400],
    ["empty and signed", "", {}, 400],
    ["bytes that are no text, signed", Buffer.from([0xff, 0xfe, 0x00, 0x01]), {}, 400],
    ["for a network that does not exist", body, { to: "valdilago/radio" }, 404],
    ["for a name every object has", body, { to: "valdilago/constructor" }, 404],
    ["for an authority that does not exist", body, { to: `nessuno/${channel}` }, 401],
  ])("%s is refused and leaves no trace", async (_what, sent, how, status) => {
    const answer = await send(sent, how);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ status, code: expect.any(String) });
    expect(await rows()).toEqual([]);
  });

  test("is not parsed and asks the tables of events nothing before the signature is proved", async () => {
    const listening = parts.channels[channel]?.listening;
    if (!listening) throw new Error("the channel does not listen");
    const read = vi.spyOn(listening, "read");
    const parse = vi.spyOn(JSON, "parse");
    const forged = bodyOf(comment("forged"));
    await send(forged, { signature: sign(forged, "f".repeat(32)) });
    await send(forged, { signature: "" });
    expect(read).not.toHaveBeenCalled();
    expect(parse.mock.calls.flat().filter((text) => String(text).includes("2_forged"))).toEqual([]);
    await send(forged);
    expect(read).toHaveBeenCalledOnce();
  });

  test("and larger than a body may be is refused for its size", async () => {
    const huge = Buffer.alloc(eventBodyBytesMax + 1, 0x20);
    expect((await send(huge)).status).toBe(413);
    expect(await rows()).toEqual([]);
  });

  test("and larger than it said at the start is refused before it has arrived whole", async () => {
    const { hostname, port } = new URL(web.origin);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const call = httpRequest({
        hostname,
        port,
        method: "POST",
        path: `/hooks/${authority}/${channel}`,
        headers: { "x-hub-signature-256": sign("x"), "transfer-encoding": "chunked" },
      });
      call.on("response", (response) => resolve(response.statusCode));
      call.on("error", reject);
      // Never ended: who sends without end gets an answer all the same.
      call.write(Buffer.alloc(eventBodyBytesMax + 1, 0x20));
    });
    expect(status).toBe(413);
    expect(await rows()).toEqual([]);
  });

  test("is counted by reason", async () => {
    const name = (reason: string) => `bacheca_event_requests_refused_total{reason="${reason}"}`;
    const reasons = ["not-signed", "wrong-signature", "not-events", "body-too-large", "wrong-verify-token"];
    const before = await Promise.all(reasons.map((reason) => figure(name(reason))));
    await send(body, { signature: "" });
    await send(body, { signature: sign("x") });
    await send("[]");
    await send(Buffer.alloc(eventBodyBytesMax + 1));
    await fetch(`${web.origin}/hooks/${authority}/${channel}`);
    const after = await Promise.all(reasons.map((reason) => figure(name(reason))));
    expect(after.map((value, index) => value - (before[index] ?? 0))).toEqual([1, 1, 1, 1, 1]);
  });
});
