import { expect, test } from "vitest";
import { HttpError } from "../../platform/http-client.ts";
import type { Staged } from "../channel.ts";
import { bringPhotos } from "./bring-photos.ts";
import {
  account,
  answering,
  calledBy,
  clock,
  graphError,
  now,
  pageId,
  picture,
  post,
  pretendHttp,
  type Sample,
  saidBy,
} from "./pretend-http.ts";
import { readStaged, type StagedPhotos } from "./staged.ts";

const pictures = ["uno", "due", "tre"].map((text) => ({ ...picture, bytes: Buffer.from(text) }));
const album = { ...post, format: "album", pictures } as const;

/** Brings an album to a Facebook that numbers its photos, and writes down what is kept. */
async function bring(
  more: Partial<typeof album> & { known?: Staged; at?: Date } = {},
  answer: (index: number) => Sample = (index) => answering({ id: `${index + 1}` }),
) {
  const http = pretendHttp((_request, index) => answer(index));
  const kept: Staged[] = [];
  const { known, at = now, ...changes } = more;
  const staged = readStaged(known);
  const staging = await bringPhotos(
    { http, clock: { now: () => at } },
    { ...album, ...changes },
    account().settings,
    staged?.kind === "photos" ? staged : undefined,
    async (step) => void kept.push(step),
  );
  return { staging, kept, requests: http.requests };
}

const photosIn = (staged: Staged | undefined) => (readStaged(staged) as StagedPhotos).photos;

test("each picture is a photo that nobody sees, with its alternative text, kept before the next one leaves", async () => {
  const { staging, kept, requests } = await bring();
  expect(requests.map(calledBy)).toEqual(Array(3).fill(`POST ${pageId}/photos`));
  for (const request of requests) {
    expect(saidBy(request)).toEqual({ published: "false", alt_text_custom: picture.alternativeText });
  }
  expect(kept.map(photosIn)).toEqual([["1"], ["1", "2"], ["1", "2", "3"]]);
  expect(staging).toEqual({
    kind: "staged",
    staged: kept.at(-1),
    goodUntil: new Date(now.getTime() + 23 * 3_600_000),
  });
});

test("a photo is asked for only once the one before it is kept", async () => {
  const http = pretendHttp((_request, index) => answering({ id: `${index + 1}` }));
  const keep = async () => {
    throw new Error("the database is away");
  };
  const staging = bringPhotos({ http, clock }, album, account().settings, undefined, keep);
  await expect(staging).rejects.toThrow("the database is away");
  expect(http.requests).toHaveLength(1);
});

test("after an interruption only what is missing is brought, and what is complete is not brought at all", async () => {
  const { kept } = await bring();
  const rest = await bring({ known: kept[0] }, (index) => answering({ id: `${index + 20}` }));
  expect(rest.requests).toHaveLength(2);
  expect(photosIn(rest.kept.at(-1))).toEqual(["1", "20", "21"]);
  const again = await bring({ known: kept[2], pictures: [] });
  expect(again.requests).toEqual([]);
  expect(again.staging).toMatchObject({ kind: "staged", staged: kept[2] });
});

test("half an album of other pictures, or one too old to be worth it, is brought anew", async () => {
  const { kept } = await bring();
  expect((await bring({ known: kept[1], pictures: pictures.toReversed() })).requests).toHaveLength(3);
  const tomorrow = new Date(now.getTime() + 21 * 3_600_000);
  expect((await bring({ known: kept[2], at: tomorrow })).requests).toHaveLength(3);
});

test.each<[string, Sample | HttpError, object]>([
  [
    "a lost answer",
    new HttpError("timeout", true, ""),
    { kind: "retry", reason: "answer-lost", scope: "publication" },
  ],
  [
    "a line that is down",
    new HttpError("unreachable", false, ""),
    { kind: "retry", reason: "unreachable", scope: "account" },
  ],
  ["an answer without an id", answering({}), { kind: "retry", reason: "answer-without-id" }],
  ["an id that is a number", answering({ id: 12 }), { kind: "retry", reason: "answer-without-id" }],
  ["a fault of Facebook", graphError(2), { kind: "retry", reason: "facebook-unsure", scope: "publication" }],
  ["a limit", graphError(80001), { kind: "retry", reason: "page-limit", scope: "account" }],
  ["a picture it cannot use", graphError(324), { kind: "refused", reason: "image-unusable" }],
  ["a dead token", graphError(190, 463), { kind: "reconnect", reason: "token-expired" }],
  ["a Page it does not see", graphError(100, 33), { kind: "reconnect", reason: "page-not-found" }],
])(
  "%s at the second picture ends the staging there, and the first stays kept",
  async (_what, second, expected) => {
    const { staging, kept } = await bring({}, (index) => {
      if (index === 0) return answering({ id: "1" });
      if (second instanceof HttpError) throw second;
      return second;
    });
    expect(staging).toMatchObject(expected);
    expect(kept.map(photosIn)).toEqual([["1"]]);
  },
);

test("near the Page's limit the pictures still missing wait, and what was brought stays kept", async () => {
  const headers = {
    "x-business-use-case-usage": JSON.stringify({ [pageId]: [{ type: "pages", call_count: 92 }] }),
  };
  const { staging, kept } = await bring({}, (index) =>
    answering({ id: `${index + 1}` }, index === 1 ? headers : {}),
  );
  expect(staging).toEqual({
    kind: "retry",
    reason: "page-limit-near",
    detail: "92 %",
    scope: "account",
    notBefore: new Date(now.getTime() + 16 * 60_000),
  });
  expect(kept.map(photosIn)).toEqual([["1"], ["1", "2"]]);
  // The last picture needs no further call, so nothing waits for it.
  const last = await bring({ known: kept[1] }, () => answering({ id: "3" }, headers));
  expect(last.staging.kind).toBe("staged");
});
