import fc from "fast-check";
import { expect, test } from "vitest";
import type { HttpFault } from "../../platform/http-client.ts";
import type { Outcome } from "../channel.ts";
import { edit } from "./edit.ts";
import { meaningOf } from "./error-table.ts";
import { findPublished } from "./find-published.ts";
import {
  account,
  clock,
  graphError,
  now,
  post,
  pretendHttp,
  type Sample,
  silentHttp,
} from "./pretend-http.ts";
import { publish } from "./publish.ts";
import { facebookReasons } from "./reasons.ts";
import { remove } from "./remove.ts";

const published = { format: "link-post", externalId: "1_2" } as const;

const codes = fc.oneof(
  fc.constantFrom(1, 2, 3, 4, 10, 17, 32, 33, 100, 102, 104, 190, 200, 283, 341, 368, 506, 613, 803, 80001),
  fc.integer({ min: -10, max: 10_000_000 }),
);
const subcodes = fc.oneof(
  fc.constantFrom(33, 99, 458, 463, 490, 492, 1609005, 2069032, 2853006, 2018344),
  fc.integer(),
);
const envelopes = fc.record(
  {
    error: fc.record(
      {
        code: fc.oneof(codes, codes.map(String), fc.anything()),
        error_subcode: fc.oneof(subcodes, fc.anything()),
        message: fc.oneof(fc.string(), fc.anything()),
        type: fc.oneof(fc.constantFrom("OAuthException", "GraphMethodException"), fc.anything()),
        is_transient: fc.oneof(fc.boolean(), fc.anything()),
        fbtrace_id: fc.oneof(fc.constant("A490B"), fc.string()),
      },
      { requiredKeys: [] },
    ),
    id: fc.string(),
  },
  { requiredKeys: ["error"] },
);
const statuses = fc.oneof(
  fc.constantFrom(200, 201, 204, 302, 400, 401, 403, 404, 429, 500, 502, 503),
  fc.integer({ min: 100, max: 599 }),
);
const headerValues = fc.oneof(
  fc.string(),
  fc.json(),
  fc.constant('{"1":[{"estimated_time_to_regain_access":1e300}]}'),
);
const answers: fc.Arbitrary<Sample> = fc.record({
  status: statuses,
  headers: fc.record(
    { "x-app-usage": headerValues, "x-business-use-case-usage": headerValues, date: fc.string() },
    { requiredKeys: [] },
  ),
  text: fc.oneof(
    envelopes.map((body) => JSON.stringify(body) ?? ""),
    fc.json(),
    fc.string(),
    fc.record({ id: fc.oneof(fc.string(), fc.integer()) }).map((body) => JSON.stringify(body)),
  ),
});

/** Read anew from the raw answer, not through the code under test. */
function certainCode(answer: Sample): boolean {
  let error: { code?: unknown; error_subcode?: unknown; type?: unknown } | undefined;
  try {
    error = JSON.parse(answer.text ?? "").error;
  } catch {
    return false;
  }
  const code = Number(error?.code);
  if (!Number.isInteger(code)) return false;
  const sub = Number(error?.error_subcode ?? Number.NaN);
  const type = typeof error?.type === "string" ? error.type : "";
  const meanings = [undefined, ...(Number.isInteger(sub) ? [sub] : [])].map((subcode) =>
    meaningOf({ code, subcode, type }),
  );
  return meanings.some((meaning) => !["uncertain", "duplicate", "missing"].includes(meaning.class));
}

const mayBeSentAgain = (outcome: Outcome) => ["retry", "refused", "reconnect"].includes(outcome.kind);

test("every answer has one outcome, and what may have appeared is never sent again", async () => {
  await fc.assert(
    fc.asyncProperty(answers, async (answer) => {
      const outcome = await publish({ http: pretendHttp(() => answer), clock }, post, account());
      if (outcome.kind === "published") expect(answer.status).toBeLessThan(300);
      if (mayBeSentAgain(outcome)) expect(certainCode(answer)).toBe(true);
      if ("reason" in outcome) expect(facebookReasons).toContain(outcome.reason);
      if ("notBefore" in outcome && outcome.notBefore) {
        expect(Number.isNaN(outcome.notBefore.getTime())).toBe(false);
        expect(outcome.notBefore.getTime()).toBeGreaterThan(now.getTime());
      }
    }),
    { numRuns: 2000 },
  );
});

test("search, edit and removal have a result for every answer too, and none claims a success it was not told", async () => {
  await fc.assert(
    fc.asyncProperty(answers, async (answer) => {
      const tools = { http: pretendHttp(() => answer), clock };
      const finding = await findPublished(tools, post, account(), now);
      if (finding.kind === "absent") {
        expect(answer.status).toBeLessThan(300);
        expect(Array.isArray(JSON.parse(answer.text ?? "").data)).toBe(true);
      }
      for (const amendment of [
        await edit(tools, published, "testo", account()),
        await remove(tools, published, account()),
      ]) {
        if (amendment.kind === "done") expect(answer.text).toMatch(/true/);
      }
    }),
    { numRuns: 1000 },
  );
});

const faults: HttpFault[] = [
  "name-not-found",
  "unreachable",
  "private-address",
  "tls",
  "timeout",
  "too-large",
  "too-many-redirects",
  "bad-address",
  "cut-off",
];

test.each(faults)(
  "without an answer (%s), what was sent is unknown and what never left is tried again",
  async (fault) => {
    const sent = await publish({ http: silentHttp(fault, true), clock }, post, account());
    expect(sent).toMatchObject({ kind: "unknown", reason: "answer-lost" });
    const unsent = await publish({ http: silentHttp(fault, false), clock }, post, account());
    expect(unsent).toMatchObject({ kind: "retry", scope: "account", notBefore: undefined });
  },
);

test("a bug of ours is thrown, not taken for the network's doing", async () => {
  const http = pretendHttp(() => {
    throw new TypeError("bug");
  });
  await expect(publish({ http, clock }, post, account())).rejects.toThrow(TypeError);
});

test.each([
  ["a second removal", graphError(100, 33), { kind: "gone" }],
  ["a post of another app", graphError(200), { kind: "refused", reason: "edit-not-allowed" }],
  ["a dead token", graphError(190, 463), { kind: "reconnect", reason: "token-expired" }],
  ["a limit", graphError(32), { kind: "retry", reason: "page-limit" }],
  ["a fault of Facebook", graphError(2), { kind: "retry", reason: "facebook-unsure" }],
  ["a lost permission", graphError(10), { kind: "reconnect", reason: "permission-missing" }],
  ["an invalid text", graphError(100), { kind: "refused", reason: "invalid-parameter" }],
  ["a yes in quotes", { status: 200, body: { success: "true" } }, { kind: "done" }],
  ["a bare yes", { status: 200, body: true }, { kind: "done" }],
  ["a no without error", { status: 200, body: { success: false } }, { kind: "retry" }],
])("an edit or removal that meets %s", async (_what, answer, expected) => {
  const tools = { http: pretendHttp(() => answer), clock };
  expect(await remove(tools, published, account())).toMatchObject(expected);
  expect(await edit(tools, published, "testo", account())).toMatchObject(expected);
});

test.each([
  ["a dead token", graphError(190, 460), { reason: "password-changed", reconnect: true }],
  ["a missing permission", graphError(283), { reason: "read-permission-missing", reconnect: true }],
  ["a Page it does not see", graphError(100, 33), { reason: "page-not-found", reconnect: true }],
  ["a fault of Facebook", graphError(1), { reason: "facebook-unsure", reconnect: false }],
  [
    "a limit",
    graphError(4),
    { reason: "app-limit", reconnect: false, notBefore: new Date(now.getTime() + 900_000) },
  ],
])("a search that meets %s says nothing about the post", async (_what, answer, expected) => {
  const tools = { http: pretendHttp(() => answer), clock };
  expect(await findPublished(tools, post, account(), now)).toMatchObject({ kind: "no-answer", ...expected });
});
