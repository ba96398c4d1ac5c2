import { request } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { addMember, changeMember } from "../../staff/member-store.ts";
import { openPasswordHasher } from "../../staff/password-hasher.ts";
import { type PretendParts, pretendParts } from "../pretend-parts.ts";
import { startWeb, type Web } from "../server.ts";

const password = "tre parole a caso";
const email = "giulia@valdilago.example";
const host = "bacheca.provincia.example";

let database: TestDatabase;
let parts: PretendParts;
let here: Web;
let published: Web;

beforeAll(async () => {
  database = await testDatabase();
  parts = pretendParts(database);
  here = await startWeb(parts, { port: 0 });
  published = await startWeb(pretendParts(database, { BACHECA_PUBLIC_URL: `https://${host}` }), { port: 0 });
  const now = parts.clock.now();
  const isNew = { name: "Giulia", email, isInstallationAdministrator: false };
  const id = await addMember(database.db, isNew, now);
  const passwordHash = await openPasswordHasher().hash(password);
  await changeMember(database.db, id ?? "", { passwordHash, confirmedAt: now });
});

afterAll(async () => {
  await here.close();
  await published.close();
  await database.close();
});

beforeEach(async () => {
  await database.db.deleteFrom("staff_try").execute();
});

interface Answer {
  status: number;
  location: string | undefined;
  cookies: string[];
  text: string;
}

/** fetch would not let us say another Host. */
function post(
  web: Web,
  fields: Record<string, string>,
  headers: Record<string, string>,
  path = "/desk/sign-in",
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const all = { "content-type": "application/x-www-form-urlencoded", ...headers };
    const asked = request(`${web.origin}${path}`, { method: "POST", headers: all }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          location: answer.headers.location,
          cookies: answer.headers["set-cookie"] ?? [],
          text,
        }),
      );
    });
    asked.on("error", reject).end(new URLSearchParams(fields).toString());
  });
}

const fromHere = () => ({ origin: here.origin });

describe("the cookie of whoever signed in", () => {
  test("is bound to https and to this host, where there is https in front", async () => {
    const headers = { origin: `https://${host}`, host, "x-forwarded-for": "192.0.2.7" };
    const { status, cookies } = await post(published, { email, password }, headers);
    expect(status).toBe(303);
    expect(cookies[0]).toMatch(
      /^__Host-bacheca-session=[\w-]{43}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(cookies.every((cookie) => cookie.includes("Secure"))).toBe(true);
  });

  test("goes by its plain name on this computer, and by no other way", async () => {
    const { cookies } = await post(here, { email, password }, fromHere());
    expect(cookies[0]).toMatch(
      /^bacheca-session=[\w-]{43}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax$/,
    );
    const open = await post(here, { email, password }, { ...fromHere(), "x-forwarded-for": "192.0.2.7" });
    expect([open.status, open.cookies]).toEqual([403, []]);
  });

  test("is another at each time, and taken away by signing out", async () => {
    const tokenIn = ({ cookies }: Answer) => /=([\w-]*);/.exec(cookies[0] ?? "")?.[1];
    const [first, second] = [
      await post(here, { email, password }, fromHere()),
      await post(here, { email, password }, { ...fromHere(), cookie: "bacheca-session=chosen-by-somebody" }),
    ];
    expect(new Set([tokenIn(first), tokenIn(second), "chosen-by-somebody"]).size).toBe(3);
    const cookie = `bacheca-session=${tokenIn(first)}`;
    const out = await post(here, {}, { ...fromHere(), cookie }, "/desk/sign-out");
    expect(out.cookies[0]).toMatch(/^bacheca-session=; Path=\/; Max-Age=0;/);
    const again = await fetch(`${here.origin}/desk/me`, { headers: { cookie }, redirect: "manual" });
    expect(again.status).toBe(303);
  });
});

test("nobody is signed in by a form of another site, as somebody they are not", async () => {
  const answer = await post(here, { email, password }, { origin: "https://evil.example" });
  expect([answer.status, answer.cookies]).toEqual([403, []]);
});

test("an unknown e-mail is answered exactly as a wrong password, and in the same time or so", async () => {
  const took: number[] = [];
  const answers: Answer[] = [];
  for (const fields of [
    { email, password: "wrong wrong wrong" },
    { email: "nobody@valdilago.example", password: "wrong wrong wrong" },
  ]) {
    const startedAt = performance.now();
    answers.push(await post(here, fields, fromHere()));
    took.push(performance.now() - startedAt);
  }
  const [known, unknown] = answers.map(({ status, cookies, text }) => [
    status,
    cookies,
    text.replace(/value="[^"]*"/g, ""),
  ]);
  expect(known).toEqual(unknown);
  // Both did the work of a hash, which takes some tens of milliseconds.
  expect(Math.min(...took)).toBeGreaterThan(15);
});

test.each([
  ["/desk?authority=valdilago", "/desk?authority=valdilago"],
  ["https://evil.example/", "/desk"],
  ["//evil.example", "/desk"],
])("whoever wanted to go to %s goes to %s", async (to, location) => {
  expect((await post(here, { email, password, to }, fromHere())).location).toBe(location);
});

test("fields that come twice, or not at all, are answered like wrong ones", async () => {
  const body = "email=a&email=b&password=c&password=d";
  const answer = await fetch(`${here.origin}/desk/sign-in`, {
    method: "POST",
    headers: { ...fromHere(), "content-type": "application/x-www-form-urlencoded" },
    body,
  });
  expect(answer.status).toBe(422);
  expect((await post(here, {}, fromHere())).status).toBe(422);
});

test("people behind one proxy are counted by the addresses it saw, whatever they claim", async () => {
  const guess = async (seen: string, who: number) => {
    const claimed = `203.0.113.${who}`;
    const headers = { origin: `https://${host}`, host, "x-forwarded-for": `${claimed}, ${seen}` };
    return (await post(published, { email: `n${who}@valdilago.example`, password: "x" }, headers)).status;
  };
  for (let who = 0; who < 20; who += 1) expect(await guess("192.0.2.7", who)).toBe(422);
  expect(await guess("192.0.2.7", 20)).toBe(429);
  expect(await guess("192.0.2.8", 21)).toBe(422);
});
