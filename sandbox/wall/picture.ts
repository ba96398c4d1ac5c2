import type { FastifyReply } from "fastify";
import type { Post } from "../facebook/post.ts";
import { CRAWLER_AGENT } from "../facebook/scrape.ts";

const TIMEOUT_MS = 10_000;
/** Section 8: at most 8 MB. */
const BYTES_MAX = 8_000_000;
const KEPT_MAX = 64;
const TYPES = /^image\/(png|jpeg|gif|webp)$/;

interface Picture {
  type: string;
  bytes: Buffer;
}

const kept = new Map<string, Promise<Picture | undefined>>();

/** Serves the preview picture of a post from our own origin, fetched once: the wall asks no other site for anything. */
export async function sendPicture(reply: FastifyReply, post: Post | undefined): Promise<unknown> {
  const address = post?.preview?.imageUrl;
  const picture = address === undefined ? undefined : await pictureAt(address);
  if (!picture) return reply.code(404).send("no picture");
  return reply
    .headers({
      "content-type": picture.type,
      "cache-control": "private, max-age=3600",
      "content-security-policy": "default-src 'none'",
      "x-content-type-options": "nosniff",
    })
    .send(picture.bytes);
}

async function pictureAt(address: string): Promise<Picture | undefined> {
  const known = kept.get(address);
  if (known) return known;
  const fetched = fetchPicture(address);
  kept.set(address, fetched);
  const oldest = kept.keys().next();
  if (kept.size > KEPT_MAX && !oldest.done) kept.delete(oldest.value);
  // A failure is not kept: the site may be up again when the next visitor looks.
  if (!(await fetched)) kept.delete(address);
  return fetched;
}

async function fetchPicture(address: string): Promise<Picture | undefined> {
  try {
    const response = await fetch(address, {
      headers: { "user-agent": CRAWLER_AGENT },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const type = (response.headers.get("content-type") ?? "").split(";", 1)[0]?.trim() ?? "";
    if (
      !response.ok ||
      !TYPES.test(type) ||
      Number(response.headers.get("content-length") ?? 0) > BYTES_MAX
    ) {
      await response.body?.cancel();
      return undefined;
    }
    const bytes = Buffer.from(await response.arrayBuffer());
    return bytes.length > BYTES_MAX ? undefined : { type, bytes };
  } catch {
    return undefined;
  }
}
