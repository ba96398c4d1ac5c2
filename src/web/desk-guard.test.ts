import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/databases.ts";
import { pretendParts } from "./pretend-parts.ts";
import { startWeb, type Web } from "./server.ts";

const password = "una frase lunga: così";

let database: TestDatabase;
let open: Web;
let locked: Web;
let published: Web;

beforeAll(async () => {
  database = await testDatabase();
  open = await startWeb(pretendParts(database), { port: 0 });
  published = await startWeb(
    pretendParts(database, { BACHECA_PUBLIC_URL: "https://bacheca.provincia.example" }),
    { port: 0 },
  );
  locked = await startWeb(pretendParts(database, { BACHECA_DESK_PASSWORD: password }), { port: 0 });
});

afterAll(async () => {
  await open.close();
  await locked.close();
  await published.close();
  await database.close();
});

const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString("base64")}` });

/** fetch would not let us say another Host. */
function statusFor(web: Web, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(`${web.origin}/desk`, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on("error", reject).end();
  });
}

test("without a password the desk opens on this computer", async () => {
  expect(await statusFor(open, {})).toBe(200);
  expect(await statusFor(open, { host: "localhost:8090" })).toBe(200);
});

test.each([
  ["a proxy on this computer passes on", { "x-forwarded-for": "192.0.2.7" }],
  ["a proxy passes on in the newer way", { forwarded: "for=192.0.2.7" }],
  ["a proxy tells only the address it saw", { "x-real-ip": "192.0.2.7" }],
  ["a foreign name was made to lead here", { host: "evil.example" }],
])("without a password it stays shut where %s", async (_why, headers) => {
  expect(await statusFor(open, headers as Record<string, string>)).toBe(403);
});

test("without a password it stays shut where there is a public address: what stands in front may be silent", async () => {
  expect(await statusFor(published, {})).toBe(403);
});

test("with a password it asks for it, also on this computer", async () => {
  const answer = await fetch(`${locked.origin}/desk`);
  expect(answer.status).toBe(401);
  expect(answer.headers.get("www-authenticate")).toBe('Basic realm="Bacheca", charset="UTF-8"');
  expect(await answer.text()).toContain("BACHECA_DESK_PASSWORD");
});

test("any name goes with the right password, even behind a proxy", async () => {
  for (const name of ["", "giulia", "marco"]) {
    expect(await statusFor(locked, { ...basic(`${name}:${password}`), host: "bacheca.example" })).toBe(200);
  }
});

test("a wrong password is answered late, and many at once are not even looked at", async () => {
  const startedAt = performance.now();
  const tries = Array.from({ length: 14 }, (_, index) => statusFor(locked, basic(`x:wrong ${index}`)));
  const statuses = await Promise.all(tries);
  expect(performance.now() - startedAt).toBeGreaterThan(900);
  expect(statuses.filter((status) => status === 401)).toHaveLength(10);
  expect(statuses.filter((status) => status === 429)).toHaveLength(4);
  expect(await statusFor(locked, basic(`giulia:${password}`))).toBe(200);
});

test("the buttons are guarded like the page", async () => {
  const answer = await fetch(`${locked.origin}/desk/authorities/como/release-flood`, {
    method: "POST",
    headers: { origin: locked.origin },
  });
  expect(answer.status).toBe(401);
});
