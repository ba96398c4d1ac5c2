import { Parser } from "htmlparser2";
import type { LinkPreview } from "./post.ts";

/** The crawler's name (graph-api.md section 8). */
export const CRAWLER_AGENT = "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)";

const TIMEOUT_MS = 10_000;
const READ_BYTES_MAX = 1_000_000;
/** The best-practice page says 24 hours, others 30 days. */
const CACHE_MS = 24 * 3_600_000;
const CACHED_MAX = 5_000;
const IMAGE_SIDE_MIN = 200;

interface Cached {
  at: number;
  preview: Promise<LinkPreview | undefined>;
}

export class Scraper {
  readonly #cache = new Map<string, Cached>();
  readonly #now: () => number;
  readonly #reallyFetch: boolean;

  /** @param reallyFetch false makes a preview out of the link alone, for load tests. */
  constructor(now: () => number, reallyFetch: boolean) {
    this.#now = now;
    this.#reallyFetch = reallyFetch;
  }

  /** Whether anything is really fetched; without, whatever has an address counts as there. */
  get fetches(): boolean {
    return this.#reallyFetch;
  }

  /**
   * The preview of a link, or undefined where the crawler got nothing usable. Successes are kept for a day unless
   * `again` asks for a new look; failures are never kept. Posts of the same link at the same time share one request.
   */
  async preview(link: string, again = false): Promise<LinkPreview | undefined> {
    if (!this.#reallyFetch) return { title: new URL(link).hostname, canonicalUrl: link, type: "website" };
    const known = this.#cache.get(link);
    if (known && !again && this.#now() - known.at < CACHE_MS) return known.preview;
    const cached: Cached = { at: this.#now(), preview: scrape(link) };
    this.#remember(link, cached);
    const preview = await cached.preview;
    if (!preview && this.#cache.get(link) === cached) this.#cache.delete(link);
    return preview;
  }

  #remember(link: string, cached: Cached): void {
    this.#cache.delete(link);
    this.#cache.set(link, cached);
    const oldest = this.#cache.keys().next();
    if (this.#cache.size > CACHED_MAX && !oldest.done) this.#cache.delete(oldest.value);
  }
}

async function scrape(link: string): Promise<LinkPreview | undefined> {
  try {
    const response = await fetch(link, {
      headers: { "user-agent": CRAWLER_AGENT, accept: "*/*", "accept-encoding": "gzip, deflate" },
      redirect: "follow",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return undefined;
    }
    const type = response.headers.get("content-type") ?? "text/html";
    const body = await readSome(response);
    return /html|xml/i.test(type)
      ? readPreview(decode(body, type), response.url)
      : { title: new URL(response.url).hostname, canonicalUrl: response.url, type: "website" };
  } catch {
    // Unreachable, too slow, a redirect circle, a protocol error: the caller is told 1609005, as by the real one.
    return undefined;
  }
}

async function readSome(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    // Tags belong at the top of the head; the crawler does not read whole archives either.
    if (bytes >= READ_BYTES_MAX) break;
  }
  return Buffer.concat(chunks);
}

function decode(body: Buffer, contentType: string): string {
  const start = body.subarray(0, 2048).toString("latin1");
  const charset =
    /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(start)?.[1];
  try {
    return new TextDecoder(charset ?? "utf-8").decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

/** Reads og: tags with their fallbacks out of a page (section 8). `address` is where the redirects ended. */
export function readPreview(html: string, address: string): LinkPreview {
  const tags = new Map<string, string>();
  let title = "";
  let inTitle = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "title" && title === "") inTitle = true;
      if (name !== "meta") return;
      const key = (attributes.property ?? attributes.name ?? "").toLowerCase();
      // The first of several og:image is the one shown.
      if (key && attributes.content && !tags.has(key)) tags.set(key, attributes.content.trim());
    },
    ontext(text) {
      if (inTitle) title += text;
    },
    onclosetag(name) {
      if (name === "title") inTitle = false;
    },
  });
  parser.end(html);
  const description = tags.get("og:description") ?? tags.get("description");
  return {
    title: tags.get("og:title") ?? (title.replace(/\s+/g, " ").trim() || new URL(address).hostname),
    ...(description ? { description } : {}),
    canonicalUrl: absolute(tags.get("og:url"), address) ?? address,
    type: tags.get("og:type") ?? "website",
    ...picture(tags, address),
  };
}

function picture(tags: Map<string, string>, address: string): Partial<LinkPreview> {
  const imageUrl = absolute(tags.get("og:image") ?? tags.get("og:image:url"), address);
  const imageWidth = Number(tags.get("og:image:width")) || undefined;
  const imageHeight = Number(tags.get("og:image:height")) || undefined;
  const tooSmall = [imageWidth, imageHeight].some((side) => side !== undefined && side < IMAGE_SIDE_MIN);
  return imageUrl && !tooSmall ? { imageUrl, imageWidth, imageHeight } : {};
}

function absolute(address: string | undefined, base: string): string | undefined {
  if (!address || !URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}
