import { createHmac } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { shared, sharedIsHere, sharedMissing } from "../../../../test/shared.ts";
import type { EventKind, EventReading } from "../../conversing.ts";
import { readDeliveries } from "./read-deliveries.ts";
import { isGenuine } from "./signature.ts";

// Deliveries that others captured, in the old form (`sender_id`) and the new one (`from`).

type Expected = [kind: EventKind, reading: EventReading] | "ignored";

const joe = { id: "1234567890321", isPage: true };
const tester = { ...joe, name: "Tester" };
const doe = { ...joe, name: "John Doe" };
const anna = { id: "987654321432", isPage: false };
const photo = (url: string) => ({ type: "photo", url });
const photos = [1, 2, 3].map((number) =>
  photo(`https://scontent-frt3-1.xx.fbcdn.net/exampleimage${number}.png`),
);
const mid = "mid.1457764197618:41d102a3e1ae206a38";

const samples: Record<string, Expected> = {
  "feed-album-add": "ignored", // An album has no post until pictures of it do.
  "feed-comment-add-25": [
    "comment-added",
    {
      person: tester,
      postId: "1234567890321_901097836652708",
      parentId: "1234567890321_901097836652708",
      commentId: "901097836652708_903438993085259",
      text: "and the next one",
    },
  ],
  "feed-comment-add-with-video": [
    "comment-added",
    {
      commentId: "901097836652708_903438993085259",
      attachments: [{ type: "video", url: "https://example.fbcdn.net/video.mp4" }],
    },
  ],
  "feed-comment-edited-25": [
    "comment-edited",
    { text: "Let's see the Webhooks in action :D", person: tester },
  ],
  "feed-comment-edited-with-photo": [
    "comment-edited",
    {
      commentId: "900728623356296_900744590021366",
      attachments: [{ type: "photo", url: expect.any(String) }],
    },
  ],
  "feed-comment-hide": [
    "comment-hidden",
    { commentId: "900728623356296_900744590021366", text: "and the next one" },
  ],
  "feed-comment-remove-25": [
    "comment-removed",
    { commentId: "905578656204626_905579239537901", person: doe },
  ],
  "feed-like-add-25": [
    "reaction-added",
    {
      reaction: "like",
      postId: "909653922461664_940663242694065",
      person: { id: "909653922461664", name: "Tester", isPage: false },
    },
  ],
  "feed-like-remove-25": ["reaction-removed", { reaction: "like", person: joe }],
  "feed-photo-add-25": [
    "post-added",
    { detail: "photo", attachments: [{ type: "link", url: "https://www.example.org/test.jpg" }] },
  ],
  "feed-photo-add-message": ["post-added", { text: "A new really great Photo" }],
  "feed-photo-edited": ["post-edited", { detail: "photo", person: tester }],
  "feed-photo-edited-message": ["post-edited", { text: "Testing" }],
  "feed-post-add-25": [
    "post-added",
    { text: "Let's check this", person: { id: "8423678347823", name: "John Doe", isPage: false } },
  ],
  "feed-post-remove-25": ["post-removed", { postId: "1234567890321_901097836652708", person: doe }],
  "feed-post-unhide": ["post-edited", { action: "unhide", text: "Let's check this" }],
  "feed-reaction-add-comment": [
    "reaction-added",
    { reaction: "love", commentId: "1234567890321_1264545546974600", person: doe },
  ],
  "feed-reaction-add-reply": [
    "reaction-added",
    {
      reaction: "like",
      parentId: "1234567890321_1264545546974600",
      commentId: "1234567890321_1357555177673636",
    },
  ],
  "feed-reaction-remove": ["reaction-removed", { reaction: "wow", postId: "1234567890321_98735342324352" }],
  "feed-share-unhide": [
    "post-edited",
    { action: "unhide", detail: "share", attachments: [{ type: "link", url: "http://www.google.com/" }] },
  ],
  "feed-status-add-25": ["post-added", { text: "This is just a short test message", person: tester }],
  "feed-status-add-photos": ["post-added", { attachments: photos }],
  "feed-status-edited-25": ["post-edited", { text: "This is an edited test message" }],
  "feed-status-edited-photos": ["post-edited", { attachments: photos }],
  "feed-status-hide-25": ["post-edited", { action: "hide", text: "Hide me fast" }],
  "feed-two-entries-25": "ignored",
  "feed-video-mute": "ignored",
  "feed-video-remove-25": ["post-removed", { postId: "1234567890321_900767076685784", detail: "video" }],
  "feed-video-unblock": "ignored",
  "mention-comment-add": [
    "mentioned",
    { postId: "1234567890321_7363534231324", commentId: "7363534231324_3754798971271444", action: "add" },
  ],
  "messaging-message-basic": ["message-received", { messageId: mid, text: "hello, world!", person: anna }],
  "messaging-message-edits": ["message-edited", { messageId: mid, text: "hello, world!", editNumber: 37 }],
  "messaging-optin-basic": "ignored",
  "messaging-optin-userref": "ignored",
  "messaging-postback-basic": ["button-pressed", { payload: "USER_DEFINED_PAYLOAD", person: anna }],
  "messaging-reaction-2": ["message-reaction-removed", { messageId: "original_message_id" }],
  "messaging-read-basic": ["message-read", { watermark: new Date(1458668856253), person: anna }],
  "permission-granted.wh-1": "ignored",
  "ratings-comment-add-25": "ignored",
  "ratings-comment-edited-25": "ignored",
  "ratings-comment-remove-25": "ignored",
  "ratings-like-remove-25": "ignored",
  "ratings-like-remove-40": "ignored",
  "ratings-rating-add-25": "ignored",
  "ratings-rating-remove-25": "ignored",
  "ratings-reaction-edit": "ignored",
  "standby-message-basic-echo": [
    "message-echoed",
    // The app's id is a bare number there, which JavaScript would just have held; longer ones it would not.
    {
      messageId: mid,
      appId: "1517776481860111",
      metadata: "DEVELOPER_DEFINED_METADATA_STRING",
      isStandby: true,
    },
  ],
  "unknown-change-value": "ignored",
};

const appSecret = "0123456789abcdef0123456789abcdef";
const sign = (body: Buffer) => ({
  "x-hub-signature-256": `sha256=${createHmac("sha256", appSecret).update(body).digest("hex")}`,
});
const read = (name: string) => readFileSync(shared(`real/facebook/restfb/webhooks/${name}.json`));
const keysIn = (body: Buffer) => readDeliveries(body)?.events.map(({ key }) => key);

describe.skipIf(!sharedIsHere)(
  `captured deliveries${sharedIsHere ? "" : ` (skipped: ${sharedMissing})`}`,
  () => {
    test("are all in the table", () => {
      const files = readdirSync(shared("real/facebook/restfb/webhooks")).map((file) =>
        file.replace(".json", ""),
      );
      expect(files.toSorted()).toEqual(Object.keys(samples).toSorted());
    });

    test.each(Object.entries(samples))("%s is read as what it is", (name, expected) => {
      const deliveries = readDeliveries(read(name));
      if (expected === "ignored") {
        expect(deliveries?.events).toEqual([]);
        expect(deliveries?.ignored).toBeGreaterThan(0);
        return;
      }
      const [kind, reading] = expected;
      expect(deliveries).toMatchObject({ ignored: 0, events: [{ kind, reading }] });
      const [event] = deliveries?.events ?? [];
      expect(event?.happenedAt.getUTCFullYear()).toBeGreaterThan(2014);
      expect(event?.externalId).toMatch(/^\d+$/);
    });

    test.each(Object.keys(samples))("%s is proved by its bytes alone", (name) => {
      const body = read(name);
      const proves = (bytes: Buffer) => isGenuine({ appSecret }, bytes, sign(body));
      expect(proves(body)).toBe(true);
      expect(proves(Buffer.from(JSON.stringify(JSON.parse(body.toString("utf8")))))).toBe(false);
      const mutated = Buffer.from(body);
      mutated[mutated.length >> 1] = (mutated[mutated.length >> 1] ?? 0) ^ 1;
      expect(proves(mutated)).toBe(false);
      const [name256 = "", right = ""] = Object.entries(sign(body))[0] ?? [];
      const flipped = right.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"));
      expect(isGenuine({ appSecret }, body, { [name256]: flipped })).toBe(false);
    });

    test("a replay has the same keys, and no two of them share one", () => {
      const bodies = Object.keys(samples).map(read);
      expect(bodies.map(keysIn)).toEqual(bodies.map(keysIn));
      const keys = bodies.flatMap((body) => keysIn(body) ?? []);
      // Two captures are others with a film or pictures put in: the same comment, the same post.
      const again = (name: string) => keysIn(read(name));
      expect(again("feed-comment-add-25")).toEqual(again("feed-comment-add-with-video"));
      expect(again("feed-status-add-25")).toEqual(again("feed-status-add-photos"));
      expect(new Set(keys).size).toBe(keys.length - 2);
    });

    test("all of them in one delivery are the same events: a strange one costs only itself", () => {
      const all = Object.keys(samples).map((name) => JSON.parse(read(name).toString("utf8")));
      const pages = all.filter(({ object }) => object === "page");
      const batch = Buffer.from(
        JSON.stringify({ object: "page", entry: pages.flatMap(({ entry }) => entry) }),
      );
      const ofEach = Object.keys(samples).flatMap((name) => keysIn(read(name)) ?? []);
      expect(
        readDeliveries(batch)
          ?.events.map(({ key }) => key)
          .toSorted(),
      ).toEqual(ofEach.toSorted());
    });
  },
);
