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
