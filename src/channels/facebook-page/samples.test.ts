import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import type { Outcome } from "../channel.ts";
import { account, clock, now, post, pretendHttp, sample } from "./pretend-http.ts";
import { publish } from "./publish.ts";

const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const unknown = (reason: string): Partial<Outcome> => ({ kind: "unknown", reason });

/** What each sample comes to when it answers a publication. */
const outcomes: Record<string, Partial<Outcome>> = {
  published: {
    kind: "published",
    externalId: "100000000000001_200000000000001",
    url: "https://www.facebook.com/100000000000001/posts/200000000000001",
  },
  "published-id-only": {
    kind: "published",
    externalId: "100000000000001_200000000000002",
    url: "https://www.facebook.com/100000000000001_200000000000002",
  },
  "success-without-id": unknown("answer-without-id"),
  "success-with-number-id": unknown("answer-without-id"),
  "error-1-although-posted": unknown("facebook-unsure"),
  "error-2-although-posted": unknown("facebook-unsure"),
  "error-2-unavailable": unknown("facebook-unsure"),
  "html-502": unknown("server-error"),
  "html-404": unknown("answer-not-readable"),
  truncated: unknown("answer-not-readable"),
  "page-limit-with-regain": {
    kind: "retry",
    reason: "page-limit",
    scope: "account",
    notBefore: inMinutes(12),
  },
  "page-limit-of-a-use-case": {
    kind: "retry",
    reason: "page-limit",
    scope: "account",
    notBefore: inMinutes(0.05),
  },
  "app-limit-without-header": {
    kind: "retry",
    reason: "app-limit",
    scope: "account",
    notBefore: inMinutes(15),
  },
  "posting-too-fast": {
    kind: "retry",
    reason: "posting-too-fast",
    scope: "account",
    notBefore: inMinutes(1440),
  },
  "token-expired": { kind: "reconnect", reason: "token-expired" },
  "password-changed": { kind: "reconnect", reason: "password-changed" },
  "permission-missing": { kind: "reconnect", reason: "permission-missing" },
  "user-token": { kind: "reconnect", reason: "page-token-needed" },
  "invalid-parameter-trace-490": { kind: "refused", reason: "invalid-parameter" },
  "proof-missing": { kind: "reconnect", reason: "proof-refused" },
  "link-not-scraped": {
    kind: "retry",
    reason: "link-not-readable",
    scope: "publication",
    notBefore: undefined,
  },
  duplicate: unknown("already-there"),
  "not-there-after-posting": unknown("not-visible-yet"),
  "unknown-code": unknown("unknown-code"),
  "error-with-status-200": { kind: "reconnect", reason: "permission-missing" },
  "error-without-code": unknown("answer-not-readable"),
};

test("every sample has its outcome in the table", () => {
  const files = readdirSync(new URL("samples", import.meta.url)).map((file) => file.replace(".json", ""));
  expect(files.toSorted()).toEqual(Object.keys(outcomes).toSorted());
});

/** Answers `sample` to the given call and lets the other one pass. */
async function publishWith(answered: "feed" | "link", name: string) {
  const http = pretendHttp(({ url }) => {
    const call = url.endsWith("/feed") ? "feed" : "link";
    return call === answered ? sample(name) : passes[call];
  });
  return { outcome: await publish({ http, clock }, post, account()), calls: http.requests.length };
}

const passes = { feed: sample("published"), link: { status: 200, body: { url: post.link, id: "1" } } };

test.each(Object.entries(outcomes))("the answer %s means what the table says", async (name, expected) => {
  const { outcome, calls } = await publishWith("feed", name);
  expect(outcome).toMatchObject(expected);
  expect(calls).toBe(2);
});

/** What stops the post as well: as answers to the reading of its link ahead, nothing has been sent yet. */
const stopping = [
  "page-limit-with-regain",
  "page-limit-of-a-use-case",
  "app-limit-without-header",
  "posting-too-fast",
  "token-expired",
  "password-changed",
  "link-not-scraped",
];

test.each(stopping)(
  "the answer %s to the reading of the link stops the post before it is sent",
  async (name) => {
    const { outcome, calls } = await publishWith("link", name);
    expect(outcome).toMatchObject(outcomes[name] ?? {});
    expect(calls).toBe(1);
  },
);

test.each(Object.keys(outcomes).filter((name) => !stopping.includes(name)))(
  "the answer %s to the reading of the link says nothing about the post, which is sent",
  async (name) => {
    const { outcome, calls } = await publishWith("link", name);
    expect(outcome).toMatchObject(outcomes.published ?? {});
    expect(calls).toBe(2);
  },
);
