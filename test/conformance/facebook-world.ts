import {
  type FacebookSandbox,
  type FaultRequest,
  type MediaRules,
  startFacebook,
} from "../../sandbox/facebook/index.ts";
import { sampleFilm, samplePicture } from "../../sandbox/facebook/media/samples.ts";
import type { Account, Channel } from "../../src/channels/channel.ts";
import { type FacebookApp, readApp } from "../../src/channels/facebook-page/app.ts";
import { facebookPage } from "../../src/channels/facebook-page/index.ts";
import type { FacebookPageSettings } from "../../src/channels/facebook-page/settings.ts";
import { systemClock } from "../../src/platform/clock.ts";
import type { HttpClient, HttpRequest } from "../../src/platform/http-client.ts";
import { openHttpClient } from "../../src/platform/open-http-client.ts";
import type { ChannelWorld, FaultyCall, NetworkFault, SeenPost } from "./channel-world.ts";
import { facebookPeople } from "./facebook-people.ts";
import { openFacebookPost } from "./facebook-post.ts";

/** How the pretend Facebook plays each fault. */
const faults: Record<NetworkFault, FaultRequest> = {
  "slow-success": { mode: "slow", delayMs: 300 },
  "silent-after-acting": { mode: "hold-after" },
  "lost-after-acting": { mode: "lost-after" },
  "lost-before-acting": { mode: "lost-before" },
  "error-after-acting": { mode: "error-2-after" },
  "error-before-acting": { mode: "unavailable" },
  "gateway-page-after-acting": { mode: "html-502-after" },
  "gateway-page-before-acting": { mode: "html-502" },
  "answer-cut-after-acting": { mode: "truncated-after" },
  "id-missing-after-acting": { mode: "no-id-after" },
  throttled: { mode: "rate-limit-80001", regainMinutes: 0.05 },
  blocked: { mode: "blocked-368" },
  "content-refused": { mode: "invalid-100-trace-490" },
  "link-unreadable": { mode: "scrape-failed" },
  "token-dead": { mode: "token-password" },
  "permission-lost": { mode: "permission-lost" },
};

const edges: Record<FaultyCall, string> = {
  "link-post": "feed",
  "photo-post": "photos",
  album: "feed",
  "photo-story": "photo_stories",
  "video-story": "video_stories",
  reel: "video_reels",
  comment: "comments",
  message: "messages",
};

/** Longer than any test on a busy machine: films are done when a test says so. */
const processingMs = 60_000;

/** Waits less than the channel asks for: a network that stays silent is silent after a second too. */
const timeoutMaxMs = 1_000;

/** Passes on every request, a little impatiently, and keeps it for whoever wants to look at it. */
export function overheard(http: HttpClient, requests: HttpRequest[]): HttpClient {
  return {
    request: async (request) => {
      requests.push(request);
      return await http.request({ ...request, timeoutMs: Math.min(request.timeoutMs, timeoutMaxMs) });
    },
    close: () => http.close(),
  };
}

export interface FacebookWorld extends ChannelWorld<FacebookPageSettings, FacebookApp> {
  channel: Channel<FacebookPageSettings, FacebookApp>;
  facebook: FacebookSandbox;
  /** The account with other settings. */
  accountWith(more: Record<string, unknown>): Account<FacebookPageSettings>;
}

/**
 * @param requests gets all that our channel sends, in order
 * @param media what the sources leave open about pictures and films, as this Facebook has it
 */
export async function openFacebookWorld(
  requests: HttpRequest[] = [],
  media: Partial<MediaRules> = {},
): Promise<FacebookWorld> {
  const facebook = await startFacebook({ scrape: false, media: { processingMs, ...media } });
  const http = overheard(openHttpClient({ userAgent: "bacheca-test" }), requests);
  const channel = facebookPage(http, systemClock);
  const { seed } = facebook;
  const { id: appId, secret: appSecret } = seed.app;
  const here = { appId, appSecret, graphUrl: facebook.origin, allowPrivateAddress: true };
  const accountWith = (more: Record<string, unknown>): Account<FacebookPageSettings> => {
    const given = { pageId: seed.page.id, token: seed.pageToken, ...here, ...more };
    const settings = channel.readSettings(given);
    return { id: "account", externalId: settings.pageId, settings };
  };
  const { post, closePost } = await openFacebookPost(
    facebook,
    channel,
    readApp({ ...here, loginUrl: facebook.origin }),
  );
  return {
    facebook,
    channel,
    accountWith,
    account: accountWith({}),
    wrongToken: accountWith({ token: "EAAsim0000000000000000nobody" }),
    notOurs: accountWith({ pageId: seed.secondPage.id }),
    media: {
      picture: {
        bytes: samplePicture(),
        type: "image/png",
        width: 1080,
        height: 1080,
        alternativeText: "Cercasi magazziniere a Cantù",
      },
      clip: { bytes: sampleFilm(), type: "video/mp4", seconds: 10 },
    },
    breakNext: (fault, call) => void facebook.addFault({ ...faults[fault], edge: edges[call] }),
    mend: () => void facebook.clearFaults(),
    hideNewPosts: (forMs) => void facebook.setReadLag(forMs),
    finishWork: () => void facebook.advance(processingMs),
    wait: (ms) => void facebook.advance(ms),
    now: () => new Date(facebook.world.now()),
    published: () => [...seenPosts(facebook), ...seenStories(facebook)],
    broughtCount: () => {
      const { photos, videos } = facebook.world.library;
      return photos.size + [...videos.values()].filter((video) => video.uploadedAt !== undefined).length;
    },
    people: facebookPeople(facebook),
    post,
    removedMetric: "post_impressions",
    reset: () => {
      facebook.reset();
      Object.assign(facebook.world.apps.get(appId) ?? {}, { humanAgent: false });
    },
    close: async () => {
      await facebook.close();
      await closePost();
      await http.close();
    },
    secrets: [seed.pageToken, appSecret, "EAAsim0000000000000000nobody", post.app.verifyToken],
  };
}

/** A Reel is known by its film, a post by its own id. */
function seenPosts(facebook: FacebookSandbox): SeenPost[] {
  return facebook
    .posts()
    .filter(({ published, authorId }) => published && authorId === undefined)
    .map(({ id, message, link, reel, videoId, photos = [] }) => ({
      externalId: reel ? (videoId ?? "") : id,
      text: message ?? "",
      link: link ?? "",
      media: photos.length + (videoId === undefined ? 0 : 1),
    }));
}

function seenStories(facebook: FacebookSandbox): SeenPost[] {
  return facebook
    .stories()
    .filter(({ liveAt }) => liveAt !== undefined)
    .map(({ id }) => ({ externalId: id, text: "", link: "", media: 1 }));
}
