import { expect, test } from "vitest";
import type { Format } from "../channel.ts";
import { edit } from "./edit.ts";
import { account, answering, calledBy, clock, pretendHttp, saidBy } from "./pretend-http.ts";
import { remove } from "./remove.ts";

// Edits and removals by format; what their answers mean is in outcomes.test.ts.

test.each<[Format, string, Record<string, string>]>([
  ["link-post", "1_2", { message: "CHIUSA" }],
  ["photo-post", "1_2", { message: "CHIUSA" }],
  ["album", "1_2", { message: "CHIUSA" }],
  ["reel", "7", { description: "CHIUSA" }],
])("a %s is edited and removed under its id", async (format, externalId, said) => {
  const http = pretendHttp(() => answering({ success: true }));
  expect(await edit({ http, clock }, { format, externalId }, "CHIUSA", account())).toEqual({ kind: "done" });
  expect(await remove({ http, clock }, { format, externalId }, account())).toEqual({ kind: "done" });
  expect(http.requests.map(calledBy)).toEqual([`POST ${externalId}`, `DELETE ${externalId}`]);
  expect(http.requests.map(saidBy)).toEqual([said, {}]);
});

test.each<[Format]>([["photo-story"], ["video-story"]])(
  "a %s stays for its day: no call is made",
  async (format) => {
    const http = pretendHttp(() => answering({ success: true }));
    const story = { format, externalId: "97" };
    const stays = { kind: "refused", reason: "story-stays", detail: "" };
    expect(await edit({ http, clock }, story, "CHIUSA", account())).toEqual(stays);
    expect(await remove({ http, clock }, story, account())).toEqual(stays);
    expect(http.requests).toEqual([]);
  },
);
