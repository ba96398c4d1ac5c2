import { expect, test } from "vitest";
import type { HttpRequest } from "../../../platform/http-client.ts";
import { readApp } from "../app.ts";
import { answering, calledBy, clock, graphError, pretendHttp, type Sample, saidBy } from "../pretend-http.ts";
import { connecting } from "./connecting.ts";
import { neededPermissions } from "./needed-rights.ts";

const app = readApp({ appId: "138483919580948", appSecret: "0123456789abcdef" });
const appToken = `${app.appId}|${app.appSecret}`;
const scopes = neededPermissions.map(({ name }) => name);
const facts = (more: object = {}) =>
  answering({
    data: { app_id: app.appId, type: "USER", is_valid: true, user_id: "10100000000000001", scopes, ...more },
  });
const tasks = ["CREATE_CONTENT", "MODERATE", "MESSAGING", "ANALYZE"];
const page = (id: string, more: object = {}) => ({
  id,
  name: `Pagina ${id}`,
  access_token: `EAApage${id}`,
  tasks,
  ...more,
});
const pages = (data: object[], next?: string) =>
  answering({
    data,
    paging: next ? { cursors: { after: next }, next: "https://x.example/?access_token=EAA" } : {},
  });

/** What Facebook answers, by what is asked. */
interface Script {
  debug_token?: Sample;
  "oauth/access_token"?: Sample;
  "me/accounts"?: Sample[];
  "me/permissions"?: Sample;
  me?: Sample;
}

function world(script: Script) {
  const lists = [...(script["me/accounts"] ?? [pages([page("1")])])];
  const answers: Record<string, () => Sample> = {
    debug_token: () => script.debug_token ?? facts(),
    "oauth/access_token": () =>
      script["oauth/access_token"] ?? answering({ access_token: "EAAlong", token_type: "bearer" }),
    "me/accounts": () => lists.shift() ?? pages([]),
    "me/permissions": () => script["me/permissions"] ?? answering({ data: [] }),
    me: () => script.me ?? answering({ id: "1", name: "Pagina 1" }),
  };
  const http = pretendHttp((request) => {
    const answer = answers[calledBy(request).split(" ")[1] ?? ""];
    if (!answer) throw new Error(calledBy(request));
    return answer();
  });
  return { requests: http.requests, own: connecting({ http, clock }) };
}

async function examine(script: Script = {}, token = "EAAshort") {
  const { own, requests } = world(script);
  return { connectable: await own.examine(app, token), requests };
}

const tokenOf = ({ headers }: HttpRequest) => headers?.authorization?.replace("Bearer ", "");

test("a person's token is looked over, made to last, and opens that person's Pages with tokens of their own", async () => {
  const { connectable, requests } = await examine({ "me/accounts": [pages([page("1"), page("2")])] });
  expect(connectable).toEqual({
    kind: "pages",
    personId: "10100000000000001",
    declined: [],
    pages: ["1", "2"].map((id) => ({
      externalId: id,
      name: `Pagina ${id}`,
      token: `EAApage${id}`,
      missing: [],
    })),
  });
  expect(requests.map(calledBy)).toEqual([
    "GET debug_token",
    "POST oauth/access_token",
    "GET me/accounts",
    "GET me/permissions",
  ]);
  expect(requests.map(tokenOf)).toEqual([appToken, undefined, "EAAlong", "EAAlong"]);
  expect(saidBy(requests[1] as HttpRequest)).toEqual({
    client_id: app.appId,
    client_secret: app.appSecret,
    grant_type: "fb_exchange_token",
    fb_exchange_token: "EAAshort",
  });
});

test("no secret but the token that is looked over stands in any address", async () => {
  const { requests } = await examine();
  for (const { url } of requests) expect(url).not.toMatch(/0123456789abcdef(?![0-9a-f])|EAAlong|EAApage/);
  expect(requests.filter(({ url }) => url.includes("EAAshort")).map(calledBy)).toEqual(["GET debug_token"]);
});

test("a code is exchanged with the very address of its login", async () => {
  const { own, requests } = world({});
  expect(await own.exchange(app, "AQcode", "https://b.example/back")).toMatchObject({ kind: "pages" });
  expect(saidBy(requests[0] as HttpRequest)).toEqual({
    client_id: app.appId,
    client_secret: app.appSecret,
    code: "AQcode",
    redirect_uri: "https://b.example/back",
  });
});

test.each<[string, Sample, string]>([
  ["used before", graphError(100, 36009), "code-used"],
  ["nobody gave, or with another address", graphError(100), "code-refused"],
  ["with a wrong secret", graphError(1), "app-credentials-wrong"],
  ["of an app that is not there", graphError(101), "app-credentials-wrong"],
  ["in a bad hour", graphError(2), "facebook-unsure"],
  ["answered without a token", answering({}), "answer-not-readable"],
  ["answered by a gateway", { status: 502, text: "<html>" }, "server-error"],
])("a code %s opens nothing, and nobody is asked further", async (_what, answer, reason) => {
  const { own, requests } = world({ "oauth/access_token": answer });
  expect(await own.exchange(app, "AQcode", "https://b.example/back")).toMatchObject({
    kind: "failed",
    reason,
  });
  expect(requests).toHaveLength(1);
});

test("a system user's token lasts already and is not exchanged", async () => {
  const { connectable, requests } = await examine({ debug_token: facts({ type: "SYSTEM_USER" }) });
  expect(connectable.kind).toBe("pages");
  expect(requests.map(calledBy)).not.toContain("POST oauth/access_token");
});

test("a Page's token opens that Page, whose tasks nobody can read", async () => {
  const { connectable, requests } = await examine({ debug_token: facts({ type: "PAGE" }) }, "EAApage1");
  expect(connectable).toMatchObject({
    kind: "pages",
    pages: [{ externalId: "1", token: "EAApage1", missing: [] }],
  });
  expect(requests.map(calledBy)).toEqual(["GET debug_token", "GET me"]);
});

test.each<[string, Script, string]>([
  ["of an app", { debug_token: facts({ type: "APP" }) }, "token-of-an-app"],
  ["of another app", { debug_token: facts({ app_id: "1" }) }, "token-of-another-app"],
  [
    "that has expired",
    { debug_token: facts({ is_valid: false, error: { code: 190, subcode: 463 } }) },
    "token-expired",
  ],
  ["that is none", { debug_token: facts({ is_valid: false }) }, "token-invalid"],
  ["looked over with a wrong secret", { debug_token: graphError(190) }, "app-credentials-wrong"],
  ["looked over in a bad hour", { debug_token: graphError(2) }, "facebook-unsure"],
  ["that cannot be made to last", { "oauth/access_token": graphError(190, 463) }, "token-expired"],
  ["that opens no Page", { "me/accounts": [pages([])] }, "no-pages"],
  ["whose Pages cannot be listed", { "me/accounts": [graphError(4)] }, "app-limit"],
  ["whose list is unreadable", { "me/accounts": [answering({})] }, "answer-not-readable"],
])("a token %s is refused with its reason", async (_what, script, reason) => {
  expect((await examine(script)).connectable).toMatchObject({ kind: "failed", reason });
});

test("the list of Pages is read to its end by cursor, and a Page without a token is none of ours", async () => {
  const lists = [
    pages([page("1")], "c1"),
    pages([], "c2"),
    pages([page("2", { access_token: undefined }), page("3")]),
  ];
  const { connectable, requests } = await examine({ "me/accounts": lists });
  expect(connectable).toMatchObject({ pages: [{ externalId: "1" }, { externalId: "3" }] });
  const asked = requests.filter(({ url }) => url.includes("/me/accounts")).map(saidBy);
  expect(asked.map(({ after }) => after)).toEqual([undefined, "c1", "c2"]);
});

test("a list that never ends is read for a while", async () => {
  const { requests } = await examine({
    "me/accounts": Array.from({ length: 60 }, () => pages([page("1")], "same")),
  });
  expect(requests.filter(({ url }) => url.includes("/me/accounts"))).toHaveLength(50);
});

test("what a person declined, and what the token lacks, is told beside the Page", async () => {
  const { connectable } = await examine({
    debug_token: facts({
      scopes: scopes.filter((scope) => scope !== "pages_messaging"),
      granular_scopes: [{ scope: "pages_manage_posts", target_ids: ["2"] }],
    }),
    "me/permissions": answering({ data: [{ permission: "pages_messaging", status: "declined" }] }),
  });
  expect(connectable).toMatchObject({
    declined: ["pages_messaging"],
    pages: [
      {
        missing: [
          { name: "pages_manage_posts", isEssential: true },
          { name: "pages_messaging", isEssential: false },
        ],
      },
    ],
  });
});
