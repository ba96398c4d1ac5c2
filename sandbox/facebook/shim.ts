import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Addresses of the sandbox that stand for other sites: the l.facebook.com redirect and the copy of a preview picture. */

// New for each run: a shim link is good as long as the process that signed it, and never an open redirect.
const key = randomBytes(32);

const signature = (target: string): string =>
  createHmac("sha256", key).update(target).digest("base64url").slice(0, 24);

/** What `attachments.data[].url` shows for an external link (section 10). */
export function shimAddress(origin: string, target: string): string {
  return `${origin}/l.php?u=${encodeURIComponent(target)}&h=${signature(target)}`;
}

/** Whether this target was signed by us, so that we may redirect to it. */
export function isSigned(target: string, given: string): boolean {
  const right = Buffer.from(signature(target));
  const got = Buffer.from(given);
  return right.length === got.length && timingSafeEqual(right, got);
}

/** Where the preview picture of a post is served from our own origin, as the real CDN does. */
export function pictureAddress(origin: string, postId: string): string {
  return `${origin}/_picture/${postId}`;
}
