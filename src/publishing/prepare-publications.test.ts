import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FilmProgram, openFilmProgram } from "../../test/film-program.ts";
import { type FaultRequest, offer, openWorld, type World } from "../../test/publishing-world.ts";
import type { Format } from "../channels/channel.ts";
import { advanceAccount } from "./advance-account.ts";
import { preparedMedia } from "./media-of-format.ts";
import { defaultPolicy } from "./policy.ts";
import { preparePublications } from "./prepare-publications.ts";
import { findMediaToPrepare } from "./preparing-store.ts";
import type { Moment, PublishTools } from "./publish-tools.ts";

// What has to be brought to the network first, against the pretend Facebook: drawn, uploaded, sent, seen once.

let world: World;
let films: FilmProgram;

beforeAll(async () => {
  films = await openFilmProgram();
});
afterAll(() => films.remove());
beforeEach(async () => {
  world = await openWorld();
});
afterEach(async () => await world.close());

const staged: Format[] = ["album", "photo-story", "video-story", "reel"];
const tools = (more: Partial<PublishTools> = {}): PublishTools => ({
  ...world.tools,
  clip: films.clip,
  ...more,
});
const row = async () =>
  await world.database.db.selectFrom("publication").selectAll().executeTakeFirstOrThrow();
const advance = (more: Partial<PublishTools> = {}) => advanceAccount(tools(more), world.account);
const prepare = async (more: Partial<PublishTools> = {}) => {
  for (const media of preparedMedia) await preparePublications(tools(more), media);
};
const toPrepare = () => findMediaToPrepare(world.tools.db, world.clock.now());

async function choose(...formats: Format[]): Promise<void> {
  const set = { formats: JSON.stringify(formats) };
  await world.database.db.updateTable("account").set(set).execute();
}

/** Posts, stories and Reels on the Page. */
function onThePage(): number {
  return world.facebook.posts().length + world.facebook.stories().length;
}

/** Everything there is to do, over the time that films are worked on. */
async function workThrough(): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await advance();
    await prepare();
    await advance();
    world.facebook.advance(3_000);
    world.clock.moveBy(6_000);
    await advance();
  }
}

/** The process dies at this moment, and so does what it was doing. */
const diesAt = (moment: Moment): Partial<PublishTools> => ({
  reached: (at) => {
    if (at === moment) throw Object.assign(new Error("died"), { code: "ECONNRESET" });
  },
});

const leaseRunsOut = () => world.clock.moveBy(defaultPolicy.leaseMs + 1);

describe.each(staged)("a publication of the format %s", (format) => {
  beforeEach(async () => await choose(format));

  it("is prepared beside the line, then sent, and stands there once", async () => {
    await world.publish([offer("a")]);
    await advance();
    expect(await row()).toMatchObject({ state: "preparing", attempts: 0, staged: null });
    expect(world.jobs.at(-1)).toBe("prepare-publications");
    expect(onThePage()).toBe(0);
    await prepare();
    expect(await row()).toMatchObject({ state: "due", attempts: 0 });
    expect((await row()).staged).not.toBeNull();
    expect(world.jobs.at(-1)).toBe("advance-account");
    await workThrough();
    expect(await row()).toMatchObject({ state: "published", attempts: 1 });
    expect(onThePage()).toBe(1);
  });

  it.each<Moment>(["preparing taken", "drawn", "staged in part", "staged"])(
    "whose process dies when it is %s is prepared by the next, and stands there once",
    async (moment) => {
      await world.publish([offer("a")]);
      await advance();
      await expect(prepare(diesAt(moment))).rejects.toThrow("died");
      expect((await row()).state).toBe("preparing");
      expect(await toPrepare()).toEqual([]);
      leaseRunsOut();
      expect(await toPrepare()).toHaveLength(1);
      await workThrough();
      expect(await row()).toMatchObject({ state: "published", attempts: 1 });
      expect(onThePage()).toBe(1);
    },
  );

  it.each<[string, FaultRequest["mode"]]>([
    ["after it acted", "lost-after"],
    ["before it acted", "lost-before"],
  ])("whose last answer is lost %s stands there once in the end", async (_when, mode) => {
    await world.publish([offer("a")]);
    await advance();
    await prepare();
    world.facebook.addFault({ mode, edge: lastEdge(format) });
    await advance();
    expect(await row()).toMatchObject({ state: "unknown" });
    for (const pause of defaultPolicy.lookAfterMs) {
      world.facebook.advance(pause + 1);
      world.clock.moveBy(pause + 1);
      await advance();
    }
    await workThrough();
    expect(await row()).toMatchObject({ state: "published" });
    expect(onThePage()).toBe(1);
  });

  it("that waited too long for its turn is brought anew, since the network has forgotten it", async () => {
    await world.publish([offer("a")]);
    await advance();
    await prepare();
    const first = (await row()).staged;
    world.clock.moveBy(23 * 3_600_000);
    await advance();
    expect(await row()).toMatchObject({ state: "preparing", staged: null });
    await prepare();
    expect((await row()).staged).not.toEqual(first);
  });

  it("held while it is prepared is let go by whoever prepares it", async () => {
    await world.publish([offer("a")]);
    await advance();
    const hold = async (at: Moment) => {
      if (at !== "drawn") return;
      const held = {
        state: "held",
        reason: "flood",
        next_step_at: null,
        staged: null,
        staged_until: null,
      } as const;
      await world.database.db.updateTable("publication").set(held).execute();
    };
    await prepare({ reached: hold });
    expect(await row()).toMatchObject({ state: "held", staged: null });
  });
});

function lastEdge(format: Format): string {
  const edges: Partial<Record<Format, string>> = {
    album: "feed",
    "photo-story": "photo_stories",
    reel: "video_reels",
  };
  return edges[format] ?? "video_stories";
}

describe("preparing", () => {
  it("rests the account when the network's limit is reached, and goes on with it", async () => {
    await choose("photo-story");
    world.facebook.addFault({ mode: "rate-limit-32", edge: "photos", regainMinutes: 0.001 });
    await world.publish([offer("a")]);
    await advance();
    await prepare();
    const account = await world.database.db.selectFrom("account").selectAll().executeTakeFirstOrThrow();
    expect(account).toMatchObject({ state: "resting", reason: "page-limit" });
    expect(await row()).toMatchObject({ state: "preparing", reason: "page-limit" });
    world.facebook.clearFaults();
    world.clock.moveBy(15 * 60_000);
    expect(await toPrepare()).toEqual(["pictures"]);
    await workThrough();
    expect((await row()).state).toBe("published");
  });

  it("keeps the line free: a link post behind it goes out meanwhile", async () => {
    await choose("reel", "link-post");
    await world.publish([offer("a")]);
    await advance();
    expect(world.facebook.posts()).toHaveLength(1);
    const states = (await world.publications()).map(({ state }) => state).sort();
    expect(states).toEqual(["preparing", "published"]);
  });

  it("gives up what our own machine cannot draw, with the reason for a person", async () => {
    await choose("reel");
    await world.publish([offer("a")]);
    await advance();
    // A film too small for a Reel is found out before it is sent.
    const small = { ffmpeg: false, shape: { width: 36, height: 64, framesPerSecond: 24 } } as const;
    await prepare({ clip: small });
    expect(await row()).toMatchObject({ state: "refused", reason: "clip-impossible" });
    expect((await row()).detail).toMatch(/outside-limits/);
  });
});

describe("a photo post", () => {
  it("has its picture drawn when its turn comes, with the same words in both", async () => {
    await choose("photo-post");
    await world.publish([offer("a")]);
    await advance();
    const [post] = world.facebook.posts();
    expect(post?.message).toContain("Offerta a");
    expect(post?.photos).toHaveLength(1);
    const photo = world.facebook.world.library.photos.get(post?.photos?.[0] ?? "");
    expect(photo?.altText).toContain("Offerta a");
    expect(await row()).toMatchObject({ state: "published", attempts: 1 });
  });
});
