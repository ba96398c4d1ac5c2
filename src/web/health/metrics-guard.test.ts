import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { pretendParts } from "../pretend-parts.ts";
import { startWeb, type Web } from "../server.ts";

const password = "una frase lunga: così";

let database: TestDatabase;
let open: Web;
let locked: Web;

beforeAll(async () => {
  database = await testDatabase();
  open = await startWeb(pretendParts(database), { port: 0 });
  locked = await startWeb(pretendParts(database, { BACHECA_METRICS_PASSWORD: password }), { port: 0 });
});

afterAll(async () => {
  await open.close();
  await locked.close();
  await database.close();
});

const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString("base64")}` });
const fromElsewhere = { host: "bacheca.example" };

/** fetch would not let us say another Host. */
function statusFor(web: Web, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(`${web.origin}/metrics`, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on("error", reject).end();
  });
}

test("metrics are read on this computer, with and without a password set", async () => {
  expect(await statusFor(open, {})).toBe(200);
  expect(await statusFor(locked, {})).toBe(200);
});

test("from elsewhere they are read with the password, whatever the name; without one by nobody", async () => {
  expect(await statusFor(open, fromElsewhere)).toBe(403);
  expect(await statusFor(locked, fromElsewhere)).toBe(401);
  for (const name of ["", "prometheus"]) {
    expect(await statusFor(locked, { ...fromElsewhere, ...basic(`${name}:${password}`) })).toBe(200);
  }
});

test("a wrong password is answered late, and many at once are not even looked at", async () => {
  const startedAt = performance.now();
  const tries = Array.from({ length: 14 }, (_, index) =>
    statusFor(locked, { ...fromElsewhere, ...basic(`x:wrong ${index}`) }),
  );
  const statuses = await Promise.all(tries);
  expect(performance.now() - startedAt).toBeGreaterThan(900);
  expect(statuses.filter((status) => status === 401)).toHaveLength(10);
  expect(statuses.filter((status) => status === 429)).toHaveLength(4);
});
