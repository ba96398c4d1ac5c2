import { describe, expect, it } from "vitest";
import {
  type HttpAnswer,
  type HttpClient,
  HttpError,
  type HttpFault,
  type HttpRequest,
} from "../../platform/http-client.ts";
import { feedSource } from "./feed-source.ts";
import { lookLimits, readRetryAfter } from "./look.ts";

const now = new Date("2026-11-18T12:00:00Z");
const address = { url: "https://portale.example/rss.xml", allowPrivateAddress: false };
const feed =
  "<rss><channel><title>Portale</title><item><title>Barista</title><link>/1</link></item></channel></rss>";

/** A network where every request gets the same answer; keeps the requests. */
function network(answer: Partial<Omit<HttpAnswer, "body">> & { body?: string }): {
  http: HttpClient;
  asked: HttpRequest[];
} {
  const asked: HttpRequest[] = [];
  const http: HttpClient = {
    request: async (request) => {
      asked.push(request);
      return { status: 200, headers: {}, url: request.url, ...answer, body: Buffer.from(answer.body ?? "") };
    },
    close: async () => {},
  };
  return { http, asked };
}

function look(answer: Parameters<typeof network>[0], validators = {}) {
  return feedSource(network(answer).http).look(address, validators, now);
}

describe("a look", () => {
  it("finds items, and keeps the validators for next time", async () => {
    const headers = { etag: 'W/"a1"', "last-modified": "Wed, 18 Nov 2026 10:00:00 GMT" };
    expect(await look({ body: feed, headers })).toEqual({
      kind: "found",
      title: "Portale",
      items: [{ title: "Barista", text: "", link: "https://portale.example/1" }],
      validators: { etag: 'W/"a1"', lastModified: "Wed, 18 Nov 2026 10:00:00 GMT" },
      mended: [],
    });
  });

  it("asks within the limits, for feeds, on the condition of last time", async () => {
    const { http, asked } = network({ status: 304 });
    const validators = { etag: '"a1"', lastModified: "Wed, 18 Nov 2026 10:00:00 GMT" };
    const result = await feedSource(http).look(address, validators, now);
    expect(result).toEqual({ kind: "unchanged", validators });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      method: "GET",
      url: address.url,
      allowPrivateAddress: false,
      ...lookLimits,
    });
    expect(asked[0]?.headers).toMatchObject({
      accept: expect.stringContaining("application/rss+xml"),
      "if-none-match": '"a1"',
      "if-modified-since": "Wed, 18 Nov 2026 10:00:00 GMT",
    });
  });

  it("resolves links where redirects led", async () => {
    const result = await look({ body: feed, url: "https://nuovo.example/feed/" });
    expect(result).toMatchObject({ items: [{ link: "https://nuovo.example/1" }] });
  });

  it("at a feed cut short keeps no validators, else the rest would never come", async () => {
    const body = `${feed.slice(0, -16)}<item><title>Mez`;
    const result = await look({ body, headers: { etag: '"a1"' } }, { etag: '"a0"' });
    expect(result).toMatchObject({ kind: "found", mended: ["truncated"], validators: {} });
  });

  it("keeps no validator that could not be sent back", async () => {
    const result = await look({
      body: feed,
      headers: { etag: "\u00e8".repeat(3), "last-modified": "a".repeat(2_000) },
    });
    expect(result).toMatchObject({ validators: {} });
  });
});

describe("a fault", () => {
  it.each<[string, Parameters<typeof network>[0], object]>([
    ["an unasked 304", { status: 304 }, { fault: "broken", detail: "HTTP 304 unasked" }],
    ["404", { status: 404, body: feed }, { fault: "http-status", detail: "HTTP 404" }],
    ["500", { status: 500 }, { fault: "http-status", detail: "HTTP 500" }],
    ["206", { status: 206, body: feed }, { fault: "http-status", detail: "HTTP 206" }],
    ["204", { status: 204 }, { fault: "empty-body" }],
    ["nothing", { body: " \n" }, { fault: "empty-body" }],
    ["a page", { body: "<!doctype html><title>Manutenzione</title>" }, { fault: "html-instead" }],
    ["another document", { body: "<opml></opml>" }, { fault: "not-a-feed" }],
    ["429", { status: 429 }, { fault: "busy", detail: "HTTP 429" }],
    [
      "503 with seconds",
      { status: 503, headers: { "retry-after": "120" } },
      { fault: "busy", notBefore: new Date("2026-11-18T12:02:00Z") },
    ],
    [
      "403 with a date",
      { status: 403, headers: { "retry-after": "Wed, 18 Nov 2026 13:00:00 GMT" } },
      { fault: "http-status", notBefore: new Date("2026-11-18T13:00:00Z") },
    ],
  ])("is %s", async (_what, answer, expected) => {
    expect(await look(answer)).toMatchObject({ kind: "fault", ...expected });
  });

  it.each<[HttpFault, string]>([
    ["name-not-found", "name-not-found"],
    ["unreachable", "unreachable"],
    ["private-address", "private-address"],
    ["tls", "tls"],
    ["timeout", "timeout"],
    ["too-large", "too-large"],
    ["too-many-redirects", "too-many-redirects"],
    ["bad-address", "unreachable"],
    ["cut-off", "broken"],
  ])("of the connection: %s", async (fault, expected) => {
    const http: HttpClient = {
      request: async () => {
        throw new HttpError(fault, true, "why");
      },
      close: async () => {},
    };
    const result = await feedSource(http).look(address, {}, now);
    expect(result).toEqual({ kind: "fault", fault: expected, detail: `${fault}: why` });
  });
});

describe("Retry-After", () => {
  it.each([
    ["0", undefined],
    ["90", "2026-11-18T12:01:30.000Z"],
    ["Wed, 18 Nov 2026 12:30:00 GMT", "2026-11-18T12:30:00.000Z"],
    ["Wed, 18 Nov 2026 11:30:00 GMT", undefined],
    ["domani", undefined],
    ["-5", undefined],
    // A week at most: a server may ask for a pause, not silence us for ever.
    ["99999999999", "2026-11-25T12:00:00.000Z"],
    ["Fri, 18 Nov 2050 12:30:00 GMT", "2026-11-25T12:00:00.000Z"],
    [undefined, undefined],
  ])("%s", (value, expected) => {
    expect(readRetryAfter(value, now)?.toISOString()).toBe(expected);
  });
});
