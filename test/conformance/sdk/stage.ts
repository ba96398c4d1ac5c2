import { strict as assert } from "node:assert";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { personByKey, psidOf } from "../../../sandbox/facebook/community/people.ts";
import { type FacebookSandbox, startFacebook } from "../../../sandbox/facebook/index.ts";
import { sampleFilm, samplePicture } from "../../../sandbox/facebook/media/samples.ts";
import {
  type Api,
  type Discussed,
  type Held,
  loadSdk,
  type MetaSdk,
  type PageNode,
  type RequestError,
} from "./meta-sdk.ts";

const OFFER_PAGE = `<!doctype html><html><head><meta charset="utf-8">
<meta property="og:title" content="Magazziniere a Valdilago"><meta property="og:description" content="Tempo pieno, 12 mesi.">
<meta property="og:image" content="{origin}/card.png"><meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630"></head><body>Offerta</body></html>`;

/** A pretend Facebook, Meta's SDK pointed at it, and the small website that posts link to. */
export class Stage {
  readonly facebook: FacebookSandbox;
  readonly sdk: MetaSdk;
  /** What came last to the website by POST. */
  readonly lastArrival: { bodyBytes: number; contentType: string };
  readonly #website: Server;

  private constructor(facebook: FacebookSandbox, website: Server, lastArrival: Stage["lastArrival"]) {
    this.facebook = facebook;
    this.#website = website;
    this.lastArrival = lastArrival;
    this.sdk = loadSdk(facebook.origin);
    this.sdk.FacebookAdsApi.init(facebook.seed.pageToken, "it_IT", false);
  }

  static async open(): Promise<Stage> {
    const lastArrival = { bodyBytes: 0, contentType: "" };
    const website = createServer((request, response) => {
      if (request.method === "POST") {
        Object.assign(lastArrival, { bodyBytes: 0, contentType: request.headers["content-type"] ?? "" });
        request.on("data", (bytes: Buffer) => {
          lastArrival.bodyBytes += bytes.length;
        });
        request.on("end", () => response.writeHead(404).end());
        return;
      }
      const origin = `http://${request.headers.host}`;
      const { pathname, searchParams } = new URL(request.url ?? "/", origin);
      if (pathname === "/webhook") response.end(searchParams.get("hub.challenge"));
      else if (pathname.endsWith(".png"))
        response.setHeader("content-type", "image/png").end(samplePicture(1200, 630));
      else if (pathname.startsWith("/offerta"))
        response.setHeader("content-type", "text/html").end(OFFER_PAGE.replaceAll("{origin}", origin));
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => website.listen(0, "127.0.0.1", resolve));
    return new Stage(await startFacebook({ media: { processingMs: 0 } }), website, lastArrival);
  }

  /** As at the start: no posts, no faults, everything granted. */
  reset(): void {
    this.facebook.reset();
    const app = this.facebook.world.apps.get(this.facebook.seed.app.id);
    Object.assign(app ?? {}, { advancedAccess: "all", humanAgent: false, requireProof: false });
    this.facebook.setReadLag(0);
  }

  get websiteOrigin(): string {
    return `http://127.0.0.1:${(this.#website.address() as AddressInfo).port}`;
  }

  /** A client with another token than the Page's. */
  apiOf(token: string): Api {
    return new this.sdk.FacebookAdsApi(token, "it_IT", false);
  }

  page(token = this.facebook.seed.pageToken): PageNode {
    return new this.sdk.Page(this.facebook.seed.page.id, {}, undefined, this.apiOf(token));
  }

  post(id: string): Discussed {
    return new this.sdk.PagePost(id);
  }

  comment(id: string): Discussed {
    return new this.sdk.Comment(id);
  }

  /** A published post, made through the SDK. */
  async published(message = "Offerta: magazziniere"): Promise<Discussed> {
    return this.post((await this.page().createFeed([], { message })).id);
  }

  /** A citizen comments under a post; returns the id of the comment. */
  says(key: string, post: Held, message: string, parentId?: string): string {
    const { seed, world } = this.facebook;
    const authorId = personByKey(key)?.id ?? "";
    return world.community.addComment({
      pageId: seed.page.id,
      postId: post.id,
      parentId,
      authorId,
      message,
    }).id;
  }

  /** A citizen writes privately; returns the PSID. */
  writes(key: string, text: string): string {
    const person = personByKey(key);
    if (!person) throw new Error(`nobody called ${key}`);
    this.facebook.world.messenger.receive(this.facebook.seed.page.id, person, { text });
    return psidOf(this.facebook.seed.page.id, person);
  }

  /** Sends a film to the address a start phase gave: rupload is no host of the SDK. */
  async uploadFilm(address: string, seconds: number): Promise<void> {
    const film = sampleFilm({ seconds });
    const answer = await fetch(address, {
      method: "POST",
      headers: {
        authorization: `OAuth ${this.facebook.seed.pageToken}`,
        offset: "0",
        file_size: String(film.length),
      },
      body: new Uint8Array(film),
    });
    assert.deepEqual(await answer.json(), { success: true });
  }

  async close(): Promise<void> {
    await this.facebook.close();
    this.#website.closeAllConnections();
    await new Promise((resolve) => this.#website.close(resolve));
  }
}

/** The FacebookRequestError that a call ended in, with this code and subcode; anything else is a failure. */
export async function refused(call: Promise<unknown>, code: number, subcode?: number): Promise<RequestError> {
  const error = await call.then(
    () => undefined,
    (thrown: RequestError) => thrown,
  );
  assert.ok(error, `the SDK took it for a success, where code ${code} was to come`);
  assert.equal(error.name, "FacebookRequestError");
  assert.equal(error.response?.code, code, error.message);
  if (subcode !== undefined) assert.equal(error.response?.error_subcode, subcode, error.message);
  assert.equal(typeof error.response?.fbtrace_id, "string");
  return error;
}

/** One field of an answer of which nothing is known yet; undefined where there is no such thing. */
export function inside(value: unknown, field: string): unknown {
  return (value as Record<string, unknown> | null | undefined)?.[field];
}

/** The elements of a list, bare or under `data`; none where there is no list. */
export function elements(value: unknown): unknown[] {
  const list = Array.isArray(value) ? value : inside(value, "data");
  return Array.isArray(list) ? list : [];
}
