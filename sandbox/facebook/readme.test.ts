import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { FAULT_MODES } from "./faults.ts";
import { imitated } from "./operations.ts";
import { SEED } from "./seed.ts";

const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");

/** How the table writes each operation. */
const WRITTEN: Record<string, string> = {
  "page: GET scheduled_posts": "`GET /{page}/scheduled_posts`",
  "page: POST photos": "`POST /{page}/photos`",
  "page: GET photos": "`GET /{page}/photos`",
  "page: POST photo_stories": "`POST /{page}/photo_stories`",
  "page: POST video_stories": "`POST /{page}/video_stories`",
  "page: GET stories": "`GET /{page}/stories`",
  "page: POST video_reels": "`POST /{page}/video_reels`",
  "page: GET video_reels": "`GET /{page}/video_reels`",
  "page: POST videos": "`POST /{page}/videos`",
  "page: GET videos": "`GET /{page}/videos`",
  "page: GET insights": "`GET /{page}/insights`",
  "post: GET insights": "`GET /{post}/insights`",
  "story: GET insights": "`GET /{story}/insights`",
  "story: GET": "`GET /{story}`",
  "photo: GET": "`GET /{photo}`",
  "photo: DELETE": "`DELETE /{photo}`",
  "video: GET": "`GET /{video}`",
  "video: POST": "`POST /{video}`",
  "video: DELETE": "`DELETE /{video}`",
  "video: POST upload": "`POST {rupload}/video-upload/{version}/{video}`",
  "root: POST": "`POST /?id=…&scrape=true`",
  "page: GET": "`GET /{page}`",
  "page: POST feed": "`POST /{page}/feed`",
  "page: GET feed": "`/feed`",
  "page: GET posts": "`/posts`",
  "page: GET published_posts": "`GET /{page}/published_posts`",
  "page: GET accounts": "`GET /me/accounts`",
  "post: GET": "`GET /{post}`",
  "post: POST": "`POST /{post}`",
  "post: DELETE": "`DELETE /{post}`",
  "user: GET": "`GET /me`",
  "user: GET accounts": "`GET /me/accounts`",
  "user: DELETE permissions": "`DELETE /me/permissions`",
  "user: DELETE permissions/*": "`DELETE /me/permissions/{permission}`",
  "user: GET permissions": "`GET /me/permissions`",
  "debug_token: GET": "`GET /debug_token`",
};

/** "comment: POST likes" as the table writes it where nothing shorter is agreed: `POST /{comment}/likes`. */
function written(name: string): string {
  const [, node, method, edge] = /^(\w+): (\w+) ?(.*)$/.exec(name) ?? [];
  return `\`${method} /{${node}}${edge === "" ? "" : `/${edge}`}\``;
}

test("the README names every operation that is imitated", () => {
  expect(imitated().filter((name) => !readme.includes(WRITTEN[name] ?? written(name)))).toEqual([]);
});

test("the README names every fault mode and what exists at the start", () => {
  const named = [
    ...FAULT_MODES,
    SEED.app.id,
    SEED.app.secret,
    SEED.page.id,
    SEED.pageToken,
    SEED.userToken,
    SEED.strangerToken,
    SEED.systemUserToken,
  ];
  expect(named.filter((word) => !readme.includes(word))).toEqual([]);
});
