// Whatever anybody sends to any public address: an answer in words, the right status, and nothing of it given back as markup.
import { type IncomingHttpHeaders, request } from "node:http";
import fc from "fast-check";
import fastify from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parameterNames } from "../src/noticeboard/question.ts";
import { pretendParts } from "../src/web/pretend-parts.ts";
import { addRoutes } from "../src/web/routes.ts";
import { startWeb, type Web } from "../src/web/server.ts";
import { openHostNames } from "../src/web/site/host-names.ts";
import { type TestDatabase, testDatabase } from "./databases.ts";
import { type Cast, fillSite, now } from "./pages/site-cast.ts";

interface Address {
  method: string;
  path: string;
}

let database: TestDatabase;
let web: Web;
let cast: Cast;
let addresses: Address[];

beforeAll(async () => {
  database = await testDatabase();
  cast = await fillSite(database);
  const parts = pretendParts(database, { BACHECA_CONTACT: "ced@valdilago.example" }, now);
  addresses = await publicAddresses(parts);
  web = await startWeb(parts, { port: 0 });
});

afterAll(async () => {
  await web.close();
  await database.close();
});

/** Found by themselves: all but the desk's, which ask first who comes (see desk-rights.test.ts). */
async function publicAddresses(parts: ReturnType<typeof pretendParts>): Promise<Address[]> {
  const found: Address[] = [];
  const app = fastify();
  app.addHook("onRoute", ({ method, path }) => {
    const methods = [method].flat().filter((each) => each === "GET" || each === "POST");
    if (!/^\/desk(\/|$)/.test(path)) found.push(...methods.map((each) => ({ method: each, path })));
  });
  addRoutes(
    app,
    parts,
    openHostNames(parts.database.db, parts.publicUrl, () => 0),
  );
  // The site's own come with a part of the server, which is made now.
  await app.ready();
  await app.close();
  return found;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** As it stands: a browser's client would clean addresses before it sends them. */
function send(
  { method }: Pick<Address, "method">,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<Answer> {
  const { hostname, port } = new URL(web.origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => {
        const { statusCode: status = 0, headers: answered } = response;
        resolve({ status, headers: answered, body: Buffer.concat(chunks).toString() });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** An element that stands nowhere in the product. */
const mark = "<zq7 onload=alert(1)>";
const hostile = [
  mark,
  `"${mark}`,
  `'>${mark}`,
  `</title></script>${mark}`,
  `]]>${mark}`,
  "\u202E\uFFFE\u0000\u0007",
  "a\r\nSet-Cookie: zq7=1",
  "//zq7.example/",
  "https://zq7.example/",
  "javascript:alert(1)",
  "../../../../etc/passwd",
  "' or 1=1; drop table item; --",
  "%' | & ! <-> ( ) : * \\",
  "{{7*7}}<%= 7*7 %>",
  "__proto__",
  "constructor",
  "-1",
  "0",
  "999999",
  "9".repeat(40),
  "1e309",
  "NaN",
  "null",
  "2026-02-31",
  "9999-99-99T99:99:99Z",
  "x".repeat(3_000),
  "è".repeat(800),
  "",
  " ",
];
/** Bytes that are no text once they are decoded. */
const broken = ["%00", "%", "%zz", "%E0%A4%A", "%ff%fe", "%C0%AF", "%ED%A0%80", "%2e%2e%2f"];
const names = [
  ...Object.values(parameterNames),
  ...["lang", "since", "after", "regola", "misura", "mese", "codice", "formato", "v", "id"],
  ...["hub.mode", "hub.topic", "hub.callback", "hub.lease_seconds", "hub.verify_token", "hub.challenge"],
  ...["__proto__", "constructor", "toString", mark, ""],
];

const part = fc.oneof(
  fc.constantFrom(...hostile).map(encodeURIComponent),
  fc.constantFrom(...broken),
  // A lone surrogate cannot be encoded.
  fc.string({ unit: "grapheme", maxLength: 30 }).map((text) => encodeURIComponent(text.toWellFormed())),
);
const query = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...names).map(encodeURIComponent) },
        { weight: 1, arbitrary: part },
      ),
      fc.constantFrom("=", "[]=", "[x]=", "=&"),
      part,
    ),
    { maxLength: 4 },
  )
  .map((pairs) => pairs.map((pair) => pair.join("")).join("&"));
/** What Node lets a client send in a header. */
const headerValue = fc
  .oneof(fc.constantFrom(...hostile), fc.string({ maxLength: 40 }))
  .map((text) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, ""));
const headers = fc.dictionary(
  fc.constantFrom(
    "accept",
    "accept-language",
    "accept-encoding",
    "authorization",
    "cookie",
    "if-none-match",
    "if-modified-since",
    "origin",
    "range",
    "referer",
    "sec-fetch-site",
    "user-agent",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-hub-signature-256",
  ),
  headerValue,
  { maxKeys: 3, noNullPrototype: true },
);

/** Fills the places of a route: with what is there, or with anything. */
function filled({ path }: Address, parts: readonly string[], isKnown: boolean): string {
  const known: Record<string, string> = {
    authority: "valdilago",
    authorityId: "valdilago",
    item: `x-${cast.warehouse}`,
    channel: "facebook-page",
  };
  let next = 0;
  return path.replace(/:(\w+)|\*/g, (_all, name: string | undefined) => {
    const there = name && known[name];
    // The authority is mostly one that is there, else nothing behind it is ever asked.
    if (there && (isKnown || name === "authority")) return there;
    return parts[next++ % parts.length] ?? "";
  });
}

const expected = new Set([
  ...[200, 201, 202, 204, 301, 302, 303, 304],
  ...[400, 401, 403, 404, 405, 410, 411, 413, 414, 415, 421, 422, 429, 431],
]);

function judge({ status, headers: answered, body }: Answer, told: string): void {
  expect(expected.has(status), `${status} for ${told}`).toBe(true);
  const type = answered["content-type"] ?? "";
  // In JSON it is a text like any other, and nothing takes JSON for a page: every answer says "nosniff".
  if (!/json/.test(type)) expect(body.toLowerCase(), told).not.toContain("<zq7");
  expect(answered["x-content-type-options"] ?? "", told).toBe("nosniff");
  expect(body, told).not.toMatch(/node_modules|\.ts:\d+|\bat \S+ \(|root:x:0/);
  expect(JSON.stringify(answered["set-cookie"] ?? ""), told).not.toContain("zq7");
  const { location } = answered;
  if (location !== undefined) {
    expect(location, told).toMatch(
      /^(\/(?![/\\])|https:\/\/(lavoro\.valdilago|bacheca\.provincia)\.example\/)/,
    );
  }
}

test("there are public addresses of every kind", () => {
  const paths = addresses.map(({ method, path }) => `${method} ${path}`);
  for (const path of [
    "/:authority/notizie",
    "/:authority/changes",
    "/v/:marker",
    "/robots.txt",
    "/assets/:file",
  ]) {
    expect(
      paths.some((each) => each.startsWith(`GET ${path.split(":file")[0]}`)),
      path,
    ).toBe(true);
  }
  expect(paths).toContain("POST /:authority/hub");
  expect(paths.length).toBeGreaterThan(45);
});

/** Some hundreds of requests one after another, on a machine that others use too. */
const manyAsksMs = 120_000;

describe("anything at all", () => {
  test(
    "in the path, the query and the headers of every public address is answered rightly",
    async () => {
      for (const address of addresses.filter(({ method }) => method === "GET")) {
        await fc.assert(
          fc.asyncProperty(
            fc.array(part, { minLength: 1, maxLength: 3 }),
            fc.boolean(),
            query,
            headers,
            async (parts, isKnown, asked, sent) => {
              const path = `${filled(address, parts, isKnown)}${asked === "" ? "" : `?${asked}`}`;
              // Longer ones are refused by the HTTP server itself, before it is ours.
              fc.pre(path.length < 14_000);
              judge(await send(address, path, sent), `${path.slice(0, 300)} ${JSON.stringify(sent)}`);
            },
          ),
          { numRuns: 12 },
        );
      }
    },
    manyAsksMs,
  );

  test(
    "in the body of what is posted to every public address is answered rightly",
    async () => {
      const type = fc.constantFrom(
        "application/x-www-form-urlencoded",
        "application/json",
        "text/html",
        "multipart/form-data; boundary=x",
        "",
      );
      for (const address of addresses.filter(({ method }) => method === "POST")) {
        await fc.assert(
          fc.asyncProperty(
            fc.array(part, { minLength: 1, maxLength: 3 }),
            fc.boolean(),
            type,
            fc.oneof(query, fc.json(), fc.constantFrom(mark, "{", "[[[[", "x".repeat(70_000))),
            headers,
            async (parts, isKnown, contentType, body, sent) => {
              const path = filled(address, parts, isKnown);
              fc.pre(path.length < 14_000);
              const all = { ...sent, ...(contentType && { "content-type": contentType }) };
              judge(await send(address, path, all, body), `POST ${path.slice(0, 300)} ${body.slice(0, 200)}`);
            },
          ),
          { numRuns: 25 },
        );
      }
    },
    manyAsksMs,
  );
});

describe("an unknown code is answered like any other unknown code", () => {
  test.each([
    ["/valdilago/riesame/%s", ["ABCD-2345", "AAAA-AAAA", "qqzzqq", "q".repeat(60)]],
    ["/v/%s", ["abcdefghij23", "zzzzzzzzzzzz", "qqzzqq", "q".repeat(200)]],
    ["/hooks/deletions/%s", ["a".repeat(32), "b".repeat(32), "qqzzqq"]],
    ["/valdilago/notizie/%s", ["x-999999999", "x-888888888", "qqzzqq"]],
  ])("%s", async (pattern, codes) => {
    const answers = await Promise.all(
      codes.map((code) => send({ method: "GET" }, pattern.replace("%s", code))),
    );
    const [first] = answers;
    expect(first?.status).toBe(404);
    for (const [index, { status, body }] of answers.entries()) {
      expect(status).toBe(404);
      // The page may show people what they typed; nothing else may differ.
      const code = codes[index] ?? "";
      expect(body.replaceAll(code, "…")).toBe(first?.body.replaceAll(codes[0] ?? "", "…"));
    }
  });
});
