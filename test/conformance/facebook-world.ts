import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { personByKey, psidOf } from "../../sandbox/facebook/community/people.ts";
import { type FacebookSandbox, type FaultRequest, startFacebook } from "../../sandbox/facebook/index.ts";
import { sampleFilm, samplePicture } from "../../sandbox/facebook/media/samples.ts";
import { PAGE_INBOX_APP } from "../../sandbox/facebook/messenger/thread.ts";
import type { Account, Channel } from "../../src/channels/channel.ts";
import { type FacebookApp, readApp } from "../../src/channels/facebook-page/app.ts";
import { facebookPage } from "../../src/channels/facebook-page/index.ts";
import type { FacebookPageSettings } from "../../src/channels/facebook-page/settings.ts";
import { systemClock } from "../../src/platform/clock.ts";
import type { HttpClient, HttpRequest } from "../../src/platform/http-client.ts";
import { openHttpClient } from "../../src/platform/open-http-client.ts";
import type {
  ChannelWorld,
  FaultyCall,
  NetworkFault,
  PretendPeople,
  PretendPost,
  SeenPost,
} from "./channel-world.ts";

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

/** @param requests gets all that our channel sends, in order */
export async function openFacebookWorld(requests: HttpRequest[] = []): Promise<FacebookWorld> {
  const facebook = await startFacebook({ scrape: false });
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
  const { post, closePost } = await openPost(
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
    finishWork: () => void facebook.advance(3_000),
    wait: (ms) => void facebook.advance(ms),
    now: () => new Date(facebook.world.now()),
    published: () => [...seenPosts(facebook), ...seenStories(facebook)],
    broughtCount: () => {
      const { photos, videos } = facebook.world.library;
      return photos.size + [...videos.values()].filter((video) => video.uploadedAt !== undefined).length;
    },
    people: peopleOf(facebook),
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

/** Anna comments and writes. */
function peopleOf({ world, seed }: FacebookSandbox): PretendPeople {
  const pageId = seed.page.id;
  const anna = personByKey("anna");
  if (!anna) throw new Error("there is no Anna");
  const psid = psidOf(pageId, anna);
  return {
    comment: (postId, message) =>
      world.community.addComment({ pageId, postId, authorId: anna.id, message }).id,
    write: (text) => ({ personId: psid, messageId: world.messenger.receive(pageId, anna, { text }).id }),
    comments: () =>
      [...world.community.comments.values()].map(
        ({ id, message = "", parentId, postId, authorId, hidden }) => ({
          id,
          text: message,
          to: parentId ?? postId,
          isByAccount: authorId === pageId,
          isHidden: hidden,
        }),
      ),
    messages: () =>
      [...world.messenger.messages.values()].map(({ id, text = "", fromPage }) => ({
        id,
        text,
        to: psid,
        isByAccount: fromPage,
      })),
    isBlocked: () => world.community.blocked.has(pageId, anna.id),
    answerElsewhere: (text) => void world.messenger.send(pageId, anna, { text, appId: PAGE_INBOX_APP }),
    grantLateAnswers: () => void Object.assign(world.apps.get(seed.app.id) ?? {}, { humanAgent: true }),
  };
}

/** An address on this machine that answers the handshake as our web does, and keeps what arrives. */
async function openPost(
  { webhooks }: FacebookSandbox,
  { listening }: Channel<FacebookPageSettings, FacebookApp>,
  app: FacebookApp,
): Promise<{ post: PretendPost<FacebookApp>; closePost: () => Promise<void> }> {
  const letters: { body: Buffer; headers: Record<string, string> }[] = [];
  const server = createServer((request, response) => {
    const query = Object.fromEntries(new URL(request.url ?? "", "http://127.0.0.1").searchParams);
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const challenge = request.method === "GET" ? listening?.handshake(app, query) : undefined;
      const headers = request.headers as Record<string, string>;
      if (request.method === "POST") letters.push({ body: Buffer.concat(chunks), headers });
      response.writeHead(request.method === "POST" || challenge ? 200 : 403).end(challenge);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const post: PretendPost<FacebookApp> = {
    app,
    callbackUrl: `http://127.0.0.1:${port}/webhooks/facebook-page`,
    arrived: async () => {
      // What is gathered in one moment leaves in the next.
      await new Promise((resolve) => setTimeout(resolve, 20));
      await webhooks.sender.idle();
      return letters.splice(0);
    },
    repeat: () => void webhooks.outbox.setWeather({ duplicates: 1 }),
  };
  const closePost = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { post, closePost };
}
