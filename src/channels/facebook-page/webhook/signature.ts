import { createHmac, timingSafeEqual } from "node:crypto";
import type { FacebookApp } from "../app.ts";
import { parseExactly } from "./exact-json.ts";
import { fieldsOf, idOf } from "./fields.ts";

/**
 * Whether the bytes were signed with the app's secret: `X-Hub-Signature-256: sha256={hex}`, HMAC over the raw body
 * (graph-api.md section 15.2). Compared in constant time. The older `X-Hub-Signature` (SHA-1) proves nothing any more.
 */
export function isGenuine(
  app: Pick<FacebookApp, "appSecret">,
  body: Buffer,
  headers: Readonly<Record<string, string | undefined>>,
): boolean {
  const claimed = /^sha256=([0-9a-f]{64})$/i.exec(headers["x-hub-signature-256"] ?? "")?.[1];
  if (claimed === undefined) return false;
  return isSame(createHmac("sha256", app.appSecret).update(body).digest(), Buffer.from(claimed, "hex"));
}

/** Whether an answer can be expected at all: spares reading the body of what nobody signed. */
export function isSigned(headers: Readonly<Record<string, string | undefined>>): boolean {
  return /^sha256=[0-9a-f]{64}$/i.test(headers["x-hub-signature-256"] ?? "");
}

const challengeShape = /^[\x21-\x7e]{1,500}$/;

/** The challenge to be sent back, where the network shows our own word (section 15.1); undefined otherwise. */
export function handshake(
  app: Pick<FacebookApp, "verifyToken">,
  query: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const challenge = query["hub.challenge"];
  if (query["hub.mode"] !== "subscribe" || challenge === undefined) return undefined;
  const isOurs = isSame(digest(query["hub.verify_token"] ?? ""), digest(app.verifyToken));
  return isOurs && challengeShape.test(challenge) ? challenge : undefined;
}

/** Hashes are of one length, which is what a comparison in constant time needs. */
function digest(text: string): Buffer {
  return createHmac("sha256", "").update(text).digest();
}

const requestCharactersMax = 10_000;

/**
 * What Meta says about a person who leaves the app or wants their data deleted: `{signature}.{JSON}`, both base64url,
 * signed over the encoded JSON (section 20). Undefined where the signature is not the app's, the algorithm is another
 * or there is no person in it. `personId` is app-scoped: not the number under which the same person writes to the Page.
 */
export function readSignedRequest(
  app: Pick<FacebookApp, "appSecret">,
  text: string,
): { personId: string } | undefined {
  if (text.length > requestCharactersMax) return undefined;
  const [, signature = "", payload = ""] = /^([\w-]{1,100})=*\.([\w-]+)=*$/.exec(text) ?? [];
  const right = createHmac("sha256", app.appSecret).update(payload).digest();
  if (payload === "" || !isSame(right, Buffer.from(signature, "base64url"))) return undefined;
  const request = fieldsOf(parseExactly(Buffer.from(payload, "base64url").toString("utf8")));
  const personId = idOf(request?.user_id);
  if (personId === undefined || String(request?.algorithm).toUpperCase() !== "HMAC-SHA256") return undefined;
  return { personId };
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
