import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import {
  callbackAddress,
  deauthoriseAddress,
  deleteDataAddress,
} from "../../src/conversing/callback-address.ts";
import type { Installation } from "../../src/installation.ts";
import { openQueue } from "../../src/jobs/queue.ts";
import { startWorker } from "../../src/jobs/worker.ts";
import { openHttpClient } from "../../src/platform/open-http-client.ts";
import { findAccount, forChannel } from "../../src/publishing/account-store.ts";
import { startWeb, type Web } from "../../src/web/server.ts";
import { openWorld, type World } from "../publishing-world.ts";

// A citizen comments and writes; Facebook tells us over HTTP, well or badly; what they did stands in one row.

const channel = "facebook-page";

let world: World;
let web: Web;
let postId: string;

beforeAll(async () => {
  world = await openWorld();
  const { database, clock, vault, facebook } = world;
  const { channels, policy, publicUrl, log } = world.tools;
  const queue = async () => ({ ...world.queue, async take() {}, async close() {} });
  const parts = { config: readConfig({}), log: log as Installation["log"], queue };
  web = await startWeb({ ...parts, database, clock, vault, channels, policy, publicUrl }, { port: 0 });
  await subscribe();
  const page = facebook.world.pages.get(facebook.seed.page.id);
  if (!page) throw new Error("the Page is gone");
  const post = { page, appId: "", authorId: page.id, message: "Magazziniere a Cantù", published: true };
  postId = facebook.world.createPost(post).id;
  await calm();
});

beforeEach(async () => {
  await admin("webhooks/weather", { duplicates: 0, reordering: 0, loss: 0, batchMax: 1, batchMs: 0 });
  await world.database.db.deleteFrom("event").execute();
});

afterAll(async () => {
  await web.close();
  await world.close();
});

/** As an account is connected: the app's subscription, with Facebook's handshake at our address, and the Page's. */
async function subscribe(): Promise<void> {
  const { listening } = world.tools.channels[channel] ?? {};
  const own = await findAccount(world.database.db, world.account);
  if (!listening || !own) throw new Error("the channel does not listen");
  const account = forChannel(own, world.vault);
  const app = listening.appOf(account.settings);
  if (!app) throw new Error("the account names no app");
  const address = callbackAddress(web.origin, { authorityId: world.account.authorityId, channel });
  expect(await listening.subscribe(app, account, address)).toEqual({ kind: "done" });
  expect(await listening.isSubscribed(app, account, address)).toEqual({ kind: "subscribed" });
}

async function admin(path: string, body: object): Promise<Record<string, string>> {
  const answer = await fetch(`${world.facebook.origin}/_sandbox/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  expect(answer.status, text).toBe(200);
  return JSON.parse(text);
}

const says = (person: string, message: string) => admin(`people/${person}/comment`, { postId, message });
const writes = (person: string, text: string) => admin(`people/${person}/message`, { text });

/** Waits until nothing is on its way any more; what is overtaken waits for some tenths of a second. */
async function calm(): Promise<void> {
  await sleep(400);
  await world.facebook.webhooks.sender.idle();
}

async function told() {
  const rows = await world.database.db.selectFrom("event").selectAll().orderBy("seq").execute();
  return rows.map(({ kind, reading }) => `${kind}: ${(reading as { text?: string }).text ?? "-"}`);
}

/** The job of the request went nowhere here, so it is the sweep that finds the row. */
async function withWorker(meanwhile: () => Promise<unknown>): Promise<void> {
  const queue = await openQueue({ connection: world.database.connection, log: () => {} });
  const http = openHttpClient({ userAgent: "Bacheca/test" });
  const worker = await startWorker({ publish: world.tools, queue, http, sweepMs: 50 });
  try {
    await meanwhile();
  } finally {
    await worker.stop();
    await queue.close();
    await http.close();
  }
}

const counts = () => ({ ...world.facebook.webhooks.sender.counts });

describe("from the wall into a row", () => {
  it("keeps what citizens comment, edit, remove and write, each once", async () => {
    const { id } = await says("anna", "Scade quando?");
    await calm();
    await admin("people/anna/edit", { id, text: "Scade venerdì?" });
    await calm();
    await admin("people/anna/remove", { id });
    await writes("youssef", "Buonasera, è ancora aperta?");
    await calm();
    expect((await told()).toSorted()).toEqual([
      "comment-added: Scade quando?",
      "comment-edited: Scade venerdì?",
      "comment-removed: -",
      "message-received: Buonasera, è ancora aperta?",
    ]);
  });

  it("keeps once what Facebook delivers twice, in another order and in batches", async () => {
    const before = counts();
    await admin("webhooks/weather", { duplicates: 0.5, reordering: 0.3, batchMax: 10, batchMs: 30, seed: 7 });
    const texts = Array.from({ length: 60 }, (_, index) => `Domanda numero ${index}`);
    for (const [index, text] of texts.entries()) {
      await (index % 3 === 0 ? writes("luca", text) : says("luca", text));
    }
    await calm();
    const wanted = texts.map(
      (text, index) => `${index % 3 === 0 ? "message-received" : "comment-added"}: ${text}`,
    );
    expect((await told()).toSorted()).toEqual(wanted.toSorted());
    // The weather did what it was asked for: nothing failed, and more was delivered than there is.
    expect(counts().failures).toBe(before.failures);
    const parcels = [...world.facebook.webhooks.sender.deliveries].slice(before.handed);
    expect(new Set(parcels.map(({ body }) => body)).size).toBeLessThan(parcels.length);
  });

  it("keeps all that arrives when some is lost on the way, and nothing else", async () => {
    await admin("webhooks/weather", { loss: 0.4, seed: 3 });
    const lostBefore = counts().lost;
    for (let index = 0; index < 20; index += 1) await says("olena", `Avviso ${index}`);
    await calm();
    const lost = counts().lost - lostBefore;
    expect(lost).toBeGreaterThan(0);
    expect(await told()).toHaveLength(20 - lost);
  });

  it("keeps what could not be stored at first, once Facebook sends it again", async () => {
    const { db } = world.database;
    // A database that refuses: every event is answered 500, and Facebook keeps it for later.
    await db.schema.alterTable("event").renameTo("event_away").execute();
    await says("anna", "Mi sentite?");
    await calm();
    await db.schema.alterTable("event_away").renameTo("event").execute();
    expect(await told()).toEqual([]);
    await world.facebook.advance(60_000);
    await calm();
    expect(await told()).toEqual(["comment-added: Mi sentite?"]);
  });

  it("takes nothing from those who only know the address", async () => {
    await says("anna", "Quello vero");
    await calm();
    const [genuine] = [...world.facebook.webhooks.sender.deliveries].slice(-1);
    if (!genuine) throw new Error("nothing was delivered");
    const forged = genuine.body.replace("Quello vero", "Quello falso");
    const secret = "indovinata".padEnd(32, "0");
    const signature = `sha256=${createHmac("sha256", secret).update(forged).digest("hex")}`;
    for (const [body, signed] of [
      [forged, genuine.headers["x-hub-signature-256"]],
      [forged, signature],
      [genuine.body.slice(0, -1), genuine.headers["x-hub-signature-256"]],
    ] as const) {
      const headers = { "content-type": "application/json", "x-hub-signature-256": signed ?? "" };
      expect((await fetch(genuine.url, { method: "POST", body, headers })).status).toBe(401);
    }
    expect(await told()).toEqual(["comment-added: Quello vero"]);
  });
});

describe("a person who leaves", () => {
  const key = { authorityId: "valdilago", channel };

  it("by taking the login back disconnects the Page it connected", async () => {
    const { db } = world.database;
    await db.updateTable("account").set({ connected_by: "218471" }).execute();
    const url = deauthoriseAddress(web.origin, key);
    expect(await admin("callbacks/deauthorize", { url, userId: "218471" })).toMatchObject({ status: 200 });
    const account = await findAccount(db, world.account);
    expect(account?.standing).toMatchObject({ state: "disconnected", reason: "login-withdrawn" });
  });

  it("by asking for deletion finds on the page that Facebook shows when it was done", async () => {
    const url = deleteDataAddress(web.origin, key);
    const { body = "" } = await admin("callbacks/data-deletion", { url, userId: "218471" });
    const answer = JSON.parse(body) as { url: string; confirmation_code: string };
    expect(answer.url).toBe(`https://bacheca.example/hooks/deletions/${answer.confirmation_code}`);
    const page = async () => {
      const shown = await fetch(answer.url.replace("https://bacheca.example", web.origin));
      return `${shown.status} ${await shown.text()}`;
    };
    expect(await page()).toMatch(/^200 .*in corso/s);
    await withWorker(() => expect.poll(page, { timeout: 10_000 }).toMatch(/^200 .*Fatto: il/s));
    expect((await world.database.db.selectFrom("account").select("connected_by").execute())[0]).toEqual({
      connected_by: null,
    });
  });
});
