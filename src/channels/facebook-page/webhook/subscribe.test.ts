import { expect, test } from "vitest";
import type { HttpRequest } from "../../../platform/http-client.ts";
import { readApp } from "../app.ts";
import { appSecretProof } from "../graph.ts";
import {
  account,
  answering,
  calledBy,
  clock,
  graphError,
  pageId,
  pretendHttp,
  type Sample,
  saidBy,
  token,
} from "../pretend-http.ts";
import { isSubscribed } from "./is-subscribed.ts";
import { allFields, feedFields, messengerFields, subscribe } from "./subscribe.ts";

const appId = "138483919580948";
const appSecret = "0123456789abcdef0123456789abcdef";
const app = readApp({ appId, appSecret });
const url = "https://bacheca.example.it/webhooks/facebook-page/ab1";

const yes = answering({ success: true });
const ofApp = ({ url: address }: HttpRequest) => address.includes(`/${appId}/subscriptions`);

async function subscribeWith(answers: { app?: Sample; page?: Sample[] }) {
  const pages = [...(answers.page ?? [yes])];
  const http = pretendHttp((request) => (ofApp(request) ? (answers.app ?? yes) : (pages.shift() ?? yes)));
  return { amendment: await subscribe({ http, clock }, app, account(), url), requests: http.requests };
}

test("the app is subscribed with its own token, then the Page with its own, both to all we listen to", async () => {
  const { amendment, requests } = await subscribeWith({});
  expect(amendment).toEqual({ kind: "done" });
  expect(requests.map(calledBy)).toEqual([`POST ${appId}/subscriptions`, `POST ${pageId}/subscribed_apps`]);
  expect(requests.map(({ headers }) => headers?.authorization)).toEqual([
    `Bearer ${appId}|${appSecret}`,
    `Bearer ${token}`,
  ]);
  expect(requests.map(saidBy)).toEqual([
    {
      object: "page",
      callback_url: url,
      fields: allFields.join(","),
      verify_token: app.verifyToken,
      include_values: "true",
      appsecret_proof: appSecretProof(appSecret, `${appId}|${appSecret}`),
    },
    { subscribed_fields: allFields.join(","), appsecret_proof: appSecretProof(appSecret, token) },
  ]);
});

test.each([200, 10])(
  "where the token may not hear messages (%i), comments are heard all the same",
  async (code) => {
    const { amendment, requests } = await subscribeWith({ page: [graphError(code), yes] });
    expect(amendment).toEqual({
      kind: "refused",
      reason: "messaging-permission-missing",
      detail: messengerFields.join(", "),
    });
    expect(saidBy(requests.at(-1) as HttpRequest).subscribed_fields).toBe(feedFields.join(","));
  },
);

test.each<[string, Parameters<typeof subscribeWith>[0], object, number]>([
  [
    "may hear nothing at all",
    { page: [graphError(200), graphError(200)] },
    { kind: "reconnect", reason: "permission-missing" },
    3,
  ],
  [
    "is not of this Page any more",
    { page: [graphError(100, 33)] },
    { kind: "reconnect", reason: "page-not-found" },
    2,
  ],
  ["is dead", { page: [graphError(190, 460)] }, { kind: "reconnect", reason: "password-changed" }, 2],
  [
    "belongs to an app whose secret is wrong",
    { app: graphError(190) },
    { kind: "reconnect", reason: "token-invalid" },
    1,
  ],
  ["meets a limit", { app: graphError(4) }, { kind: "retry", reason: "app-limit" }, 1],
  [
    "meets an address that failed its handshake",
    { app: graphError(2200) },
    { kind: "retry", reason: "callback-not-verified" },
    1,
  ],
  ["is told nothing clear", { app: answering({}) }, { kind: "retry", reason: "answer-not-readable" }, 1],
])("a subscription whose token %s", async (_what, answers, expected, calls) => {
  const { amendment, requests } = await subscribeWith(answers);
  expect(amendment).toMatchObject(expected);
  expect(requests).toHaveLength(calls);
});

const named = (names: readonly string[]) => names.map((name) => ({ name, version: "v25.0" }));
const appLevel = (more: object = {}) =>
  answering({
    data: [{ object: "page", callback_url: url, active: true, fields: named(allFields), ...more }],
  });
const pageLevel = (more: object = {}) =>
  answering({ data: [{ id: appId, name: "Bacheca", subscribed_fields: allFields, ...more }] });

async function look(answers: { app?: Sample; page?: Sample }, callbackUrl: string | undefined = url) {
  const http = pretendHttp((request) =>
    ofApp(request) ? (answers.app ?? appLevel()) : (answers.page ?? pageLevel()),
  );
  return await isSubscribed({ http, clock }, app, account(), callbackUrl);
}

test.each<[string, Parameters<typeof look>[0], object]>([
  ["all is there", {}, { kind: "subscribed" }],
  ["fields come as plain words", { app: appLevel({ fields: allFields }) }, { kind: "subscribed" }],
  ["the app's id comes as a number", { page: pageLevel({ id: Number(appId) }) }, { kind: "subscribed" }],
  ["the app is not subscribed", { app: answering({ data: [] }) }, { kind: "missing", detail: "app: -" }],
  [
    "the app is subscribed to people only",
    { app: appLevel({ object: "user" }) },
    { kind: "missing", detail: "app: -" },
  ],
  [
    "Facebook has switched it off",
    { app: appLevel({ active: false }) },
    { kind: "missing", detail: "app: -" },
  ],
  [
    "events go elsewhere",
    { app: appLevel({ callback_url: "https://altrove.example" }) },
    { kind: "missing", detail: "app: callback_url" },
  ],
  ["the Page is not subscribed", { page: answering({ data: [] }) }, { kind: "missing", detail: "page: -" }],
  ["another app is", { page: pageLevel({ id: "1" }) }, { kind: "missing", detail: "page: -" }],
  [
    "messages are left out",
    { page: pageLevel({ subscribed_fields: feedFields }) },
    { kind: "missing", detail: `page: ${messengerFields.join(", ")}` },
  ],
  [
    "something is left out on both levels",
    {
      app: appLevel({ fields: named(allFields.slice(1)) }),
      page: pageLevel({ subscribed_fields: allFields.slice(0, -1) }),
    },
    { kind: "missing", detail: "app: feed; page: standby" },
  ],
  ["the app cannot be asked", { app: graphError(190) }, { kind: "no-answer", reason: "token-invalid" }],
  ["the Page cannot be asked", { page: graphError(2) }, { kind: "no-answer", reason: "facebook-unsure" }],
  ["an answer is unreadable", { page: answering({}) }, { kind: "no-answer", reason: "answer-not-readable" }],
])("a look at the subscription where %s", async (_what, answers, expected) => {
  expect(await look(answers)).toMatchObject(expected);
});

test("whoever does not know the address does not ask where events go", async () => {
  const elsewhere = { app: appLevel({ callback_url: "https://altrove.example" }) };
  const http = pretendHttp((request) => (ofApp(request) ? elsewhere.app : pageLevel()));
  expect(await isSubscribed({ http, clock }, app, account())).toEqual({ kind: "subscribed" });
});
