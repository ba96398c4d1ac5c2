import { expect, test } from "vitest";
import { checkHealth } from "./check-health.ts";
import { account, clock, now, pageId, pretendHttp, type Sample, token } from "./pretend-http.ts";

const app = { appId: "138483919580948", appSecret: "0123456789abcdef0123456789abcdef" };
const day = 86_400;
const nowSeconds = now.getTime() / 1000;

const facts = {
  app_id: app.appId,
  type: "PAGE",
  is_valid: true,
  profile_id: pageId,
  expires_at: 0,
  data_access_expires_at: nowSeconds + 80 * day,
  scopes: ["pages_show_list", "pages_manage_posts", "pages_read_engagement"],
  granular_scopes: [{ scope: "pages_manage_posts", target_ids: [pageId] }],
};
const self: Sample = { status: 200, body: { id: pageId, name: "Centro per l'impiego di Prova" } };
const error = (code: number, subcode?: number): Sample => ({
  status: 400,
  body: { error: { code, error_subcode: subcode, message: "no", type: "OAuthException" } },
});

async function check(
  debug: Record<string, unknown> | Sample = {},
  me: Sample = self,
  headers: Record<string, string> = { date: now.toUTCString(), "facebook-api-version": "v25.0" },
) {
  const debugAnswer = "status" in debug ? debug : { status: 200, body: { data: { ...facts, ...debug } } };
  const http = pretendHttp((request) => ({
    headers,
    ...(request.url.includes("/debug_token") ? (debugAnswer as Sample) : me),
  }));
  const checks = await checkHealth({ http, clock }, account(app));
  return {
    checks,
    requests: http.requests,
    byName: (name: string) => checks.find((one) => one.name === name),
  };
}

test("a healthy account is well in every respect", async () => {
  const { checks } = await check();
  expect(checks.map(({ name, state }) => [name, state])).toEqual(
    ["page", "token", "permissions", "expiry", "data-access", "clock", "version"].map((name) => [name, "ok"]),
  );
});

test("the token is looked over with the app's own token, in the header", async () => {
  const { requests } = await check();
  const debug = requests.find((request) => request.url.includes("/debug_token"));
  expect(debug?.headers?.authorization).toBe(`Bearer ${app.appId}|${app.appSecret}`);
  expect(new URL(debug?.url ?? "").searchParams.get("input_token")).toBe(token);
});

test.each([
  ["of a person", { type: "USER", profile_id: undefined }, "token-of-a-person"],
  ["of another Page", { profile_id: "5" }, "token-of-another-page"],
])("the token %s is a fault although it is alive", async (_whose, debug, reason) => {
  const { byName } = await check(debug, { status: 200, body: { id: "5", name: "Altri" } });
  expect(byName("page")).toMatchObject({ state: "fault", reason });
});

test("a dead token says why, by both ways of asking", async () => {
  const { byName } = await check(
    { is_valid: false, error: { code: 190, subcode: 460, message: "x" }, scopes: [] },
    error(190, 460),
  );
  expect(byName("page")).toMatchObject({ state: "fault", reason: "password-changed" });
  expect(byName("token")).toMatchObject({ state: "fault", reason: "password-changed" });
});

test.each([
  [
    { scopes: ["pages_show_list"] },
    "fault",
    "permission-missing",
    "pages_manage_posts, pages_read_engagement",
  ],
  [
    { scopes: ["pages_manage_posts", "pages_read_engagement"] },
    "warning",
    "permission-missing",
    "pages_show_list",
  ],
  [
    { granular_scopes: [{ scope: "pages_manage_posts", target_ids: ["5"] }] },
    "fault",
    "page-not-granted",
    "pages_manage_posts",
  ],
])("permissions %j are reported as %s", async (debug, state, reason, detail) => {
  const { byName } = await check(debug);
  expect(byName("permissions")).toEqual({ name: "permissions", state, reason, detail });
});

test.each([
  [31 * day, "ok", undefined],
  [29 * day, "warning", "token-expires-within-30-days"],
  [9 * day, "warning", "token-expires-within-10-days"],
  [2 * day, "warning", "token-expires-within-3-days"],
  [-1, "fault", "token-expired"],
])("a token that ends in %d s is %s", async (seconds, state, reason) => {
  const { byName } = await check({ expires_at: nowSeconds + seconds });
  expect(byName("expiry")).toMatchObject(reason ? { state, reason } : { state });
});

test("the end of the access to data is told apart from the token's", async () => {
  const { byName } = await check({ data_access_expires_at: nowSeconds - day });
  expect(byName("expiry")).toMatchObject({ state: "ok" });
  expect(byName("data-access")).toMatchObject({ state: "warning", reason: "data-access-expired" });
});

test("a token of another app and a wrong app secret are faults of their own", async () => {
  expect((await check({ app_id: 42 })).byName("token")).toMatchObject({ reason: "token-of-another-app" });
  expect((await check(error(190))).byName("permissions")).toMatchObject({
    state: "fault",
    reason: "app-credentials-wrong",
  });
});

test("a passing fault of Facebook is a warning, not a verdict", async () => {
  const { checks } = await check(error(4), error(2));
  expect(checks).toMatchObject([
    { name: "page", state: "warning", reason: "facebook-unsure" },
    { name: "permissions", state: "warning", reason: "app-limit" },
  ]);
});

test("without the app's id and secret it says what cannot be looked at", async () => {
  const http = pretendHttp(() => self);
  const checks = await checkHealth({ http, clock }, account());
  expect(checks).toMatchObject([
    { name: "page", state: "ok" },
    { name: "permissions", state: "warning", reason: "app-not-configured" },
  ]);
});

test("a clock that is off and a version that has expired are warnings", async () => {
  const { byName } = await check({}, self, {
    date: new Date(now.getTime() - 90_000).toUTCString(),
    "facebook-api-version": "v26.0",
  });
  expect(byName("clock")).toMatchObject({ state: "warning", reason: "clock-off", detail: "+90 s" });
  expect(byName("version")).toMatchObject({ reason: "version-expired", detail: "v25.0 → v26.0" });
});
