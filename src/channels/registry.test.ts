import { expect, test } from "vitest";
import { ZodError } from "zod";
import type { HttpClient, HttpRequest } from "../platform/http-client.ts";
import type { Post } from "./channel.ts";
import { openChannels } from "./registry.ts";

const requests: HttpRequest[] = [];
const http: HttpClient = {
  request: async (request) => {
    requests.push(request);
    return { status: 200, headers: {}, body: Buffer.from('{"id":"1_2"}'), url: request.url };
  },
  close: async () => {},
};
const channels = openChannels(http, { now: () => new Date("2026-11-02T09:00:00Z") });
const post: Post = {
  format: "link-post",
  pictures: [],
  text: "testo ab1",
  link: "https://bacheca.example.it/v/ab1",
  marker: "ab1",
};

test("each channel stands under its own kind", () => {
  expect(Object.keys(channels)).toEqual(["facebook-page"]);
  for (const [kind, channel] of Object.entries(channels)) expect(channel.kind).toBe(kind);
});

test("a channel takes settings as they are stored and fills in their defaults", async () => {
  const settings = { pageId: "1", token: "EAAx" };
  const outcome = await channels["facebook-page"]?.publish(post, { id: "a", externalId: "1", settings });
  expect(outcome).toMatchObject({ kind: "published", externalId: "1_2" });
  expect(requests.at(-1)?.url).toBe("https://graph.facebook.com/v25.0/1/feed");
});

test("settings that are not the channel's own are refused before anything is sent", async () => {
  const before = requests.length;
  const account = { id: "a", externalId: "1", settings: { pageId: 1 } };
  await expect(channels["facebook-page"]?.publish(post, account)).rejects.toThrow(ZodError);
  expect(requests.length).toBe(before);
});

test("answering and measuring take stored settings too, and refuse those that are not the channel's own", async () => {
  const { conversing, measuring } = channels["facebook-page"] ?? {};
  const account = { id: "a", externalId: "1", settings: { pageId: "1", token: "EAAx" } };
  expect(await conversing?.reply(account, { parentId: "2_3" }, "Sì")).toEqual({
    kind: "sent",
    externalId: "1_2",
  });
  expect(requests.at(-1)?.url).toBe("https://graph.facebook.com/v25.0/2_3/comments");
  expect(conversing?.textCharactersMax.message).toBe(1_999);
  expect(await measuring?.readFigures(account, { postId: "1_2" })).toMatchObject({ kind: "no-answer" });
  expect(requests.at(-1)?.url).toContain("/v25.0/1_2/insights?");
  const before = requests.length;
  const strange = { ...account, settings: { pageId: 1 } };
  await expect(conversing?.hide(strange, "2_3")).rejects.toThrow(ZodError);
  await expect(measuring?.readFigures(strange, { postId: "1_2" })).rejects.toThrow(ZodError);
  expect(requests.length).toBe(before);
});
