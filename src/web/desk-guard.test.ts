import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/databases.ts";
import { type SignedInStaff, signIn } from "../../test/staff.ts";
import { type PretendParts, pretendParts } from "./pretend-parts.ts";
import { startWeb, type Web } from "./server.ts";
import { addAuthority } from "./test-rows.ts";

let database: TestDatabase;
let parts: PretendParts;
let here: Web;
let published: Web;
let demo: Web;
let publishedDemo: Web;
let sara: SignedInStaff;

const publicUrl = "https://bacheca.provincia.example";
const started = new Date("2026-11-22T09:32:00.000Z");

beforeAll(async () => {
  database = await testDatabase();
  await addAuthority(database, "valdilago", "Valdilago");
  parts = pretendParts(database);
  here = await startWeb(parts, { port: 0 });
  published = await startWeb(pretendParts(database, { BACHECA_PUBLIC_URL: publicUrl }), { port: 0 });
  demo = await startWeb(pretendParts(database, { BACHECA_DEMO: "yes" }), { port: 0 });
  publishedDemo = await startWeb(
    pretendParts(database, { BACHECA_DEMO: "yes", BACHECA_PUBLIC_URL: publicUrl }),
    { port: 0 },
  );
  sara = await signIn(database, "installation");
});

afterAll(async () => {
  for (const web of [here, published, demo, publishedDemo]) await web.close();
  await database.close();
});

interface Answer {
  status: number;
  to: string | undefined;
}

/** fetch would not let us say another Host. */
function ask(web: Web, headers: Record<string, string>, path = "/desk"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(`${web.origin}${path}`, { headers }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, to: answer.headers.location });
    });
    asked.on("error", reject).end();
  });
}

const proxied = { "x-forwarded-for": "192.0.2.7" };
const host = "bacheca.provincia.example";

describe("who is not signed in", () => {
  test("is led to where one signs in, and from there to where they wanted", async () => {
    expect(await ask(here, {})).toEqual({ status: 303, to: "/desk/sign-in" });
    expect(await ask(here, {}, "/desk?authority=valdilago")).toEqual({
      status: 303,
      to: "/desk/sign-in?to=%2Fdesk%3Fauthority%3Dvaldilago",
    });
    expect(await ask(here, { cookie: "bacheca-session=nonesuch" })).toEqual({
      status: 303,
      to: "/desk/sign-in?over=yes",
    });
  });

  test("presses no button", async () => {
    const path = "/desk/authorities/valdilago/release-flood";
    const answer = await fetch(`${here.origin}${path}`, {
      method: "POST",
      headers: { origin: here.origin },
      redirect: "manual",
    });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/desk/sign-in"]);
  });
});

describe("where there is no https", () => {
  test.each([
    ["a proxy on this computer passes on", proxied],
    ["a proxy passes on in the newer way", { forwarded: "for=192.0.2.7" }],
    ["a proxy tells only the address it saw", { "x-real-ip": "192.0.2.7" }],
    ["a foreign name was made to lead here", { host: "evil.example" }],
  ])("the desk stays shut where %s, also for who is signed in", async (_why, headers) => {
    const all = { ...headers, ...sara.headers } as Record<string, string>;
    expect((await ask(here, all)).status).toBe(403);
    expect((await ask(here, all, "/desk/sign-in")).status).toBe(403);
  });

  test("it opens on this computer, by any of its names", async () => {
    expect((await ask(here, sara.headers)).status).toBe(200);
    expect((await ask(here, { ...sara.headers, host: "localhost:8090" })).status).toBe(200);
  });
});

describe("where there is https in front", () => {
  test("only the cookie that no other host can plant is read", async () => {
    const secure = { cookie: `__Host-bacheca-session=${sara.token}` };
    expect((await ask(published, { ...proxied, host, ...secure })).status).toBe(200);
    expect((await ask(published, { ...proxied, host, ...sara.headers })).status).toBe(303);
  });
});

describe("a demonstration", () => {
  test("is open on this computer, to nobody else, and to nobody once it has a public address", async () => {
    expect((await ask(demo, {})).status).toBe(200);
    expect((await ask(demo, {}, "/desk/people")).status).toBe(200);
    expect((await ask(demo, proxied)).status).toBe(403);
    expect((await ask(publishedDemo, {})).status).toBe(303);
    expect((await ask(publishedDemo, { ...proxied, host })).status).toBe(303);
  });

  test("is seen by others as what they are, once they sign in", async () => {
    const marco = await signIn(database, "moderator", "valdilago");
    expect((await ask(demo, marco.headers, "/desk/people")).status).toBe(403);
  });
});

describe("a session", () => {
  test("counts as used when a person comes, and not when a page brings itself up to date", async () => {
    const giulia = await signIn(database, "editor", "valdilago");
    const seen = async () =>
      (
        await database.db
          .selectFrom("staff_session")
          .select("seen_at")
          .where("member_id", "=", giulia.id)
          .executeTakeFirstOrThrow()
      ).seen_at;
    parts.setNow(new Date(started.getTime() + 3_600_000));
    await ask(here, { ...giulia.headers, "sec-fetch-dest": "empty" });
    expect(await seen()).toEqual(started);
    await ask(here, { ...giulia.headers, "sec-fetch-dest": "document" });
    expect(await seen()).toEqual(new Date(started.getTime() + 3_600_000));
    parts.setNow(started);
  });

  test("of a head without a second factor leads to where it is set up, and to nothing else", async () => {
    const ferri = await signIn(database, "head", "valdilago");
    await database.db
      .updateTable("staff_member")
      .set({ totp_secret: null })
      .where("id", "=", ferri.id)
      .execute();
    const to = "/desk/me/second-factor";
    expect(await ask(here, ferri.headers)).toEqual({ status: 303, to });
    expect((await ask(here, ferri.headers, "/desk/me")).status).toBe(200);
    expect((await ask(here, ferri.headers, to)).status).toBe(200);
  });

  test("of somebody who was shut out opens nothing any more", async () => {
    const luca = await signIn(database, "editor", "valdilago");
    expect((await ask(here, luca.headers)).status).toBe(200);
    await database.db
      .updateTable("staff_member")
      .set({ disabled_at: started })
      .where("id", "=", luca.id)
      .execute();
    expect((await ask(here, luca.headers)).status).toBe(303);
  });
});
