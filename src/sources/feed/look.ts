import { type HttpAnswer, type HttpClient, HttpError, type HttpFault } from "../../platform/http-client.ts";
import type { Look, SourceAddress, SourceFault, Validators } from "../source.ts";
import { parseFeedDate } from "./dates.ts";
import { readFeed } from "./read.ts";

export interface LookLimits {
  /** Over name look-up, connection, redirects and body. */
  timeoutMs: number;
  /** After decompression. */
  bodyBytesMax: number;
  redirectsMax: number;
}

export const lookLimits: LookLimits = { timeoutMs: 20_000, bodyBytesMax: 16 * 1024 * 1024, redirectsMax: 5 };

const accept =
  "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, " +
  "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";

/** A server may ask for a pause, not silence us for ever. */
const pauseMaxMs = 7 * 86_400_000;

/**
 * Looks at a feed once, politely: sends back the validators of last time, keeps to the limits, hears Retry-After.
 * Never throws for anything the other side does.
 */
export async function look(
  http: HttpClient,
  address: SourceAddress,
  validators: Validators,
  now: Date,
  limits: LookLimits,
): Promise<Look> {
  let answer: HttpAnswer;
  try {
    answer = await http.request({
      method: "GET",
      url: address.url,
      headers: { accept, ...conditions(validators) },
      allowPrivateAddress: address.allowPrivateAddress,
      ...limits,
    });
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    return {
      kind: "fault",
      fault: faultOf[error.fault],
      detail: `${error.fault}: ${error.message}`.slice(0, 200),
    };
  }
  return understand(answer, validators, now);
}

function conditions({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag && { "if-none-match": etag }),
    ...(lastModified && { "if-modified-since": lastModified }),
  };
}

function understand(answer: HttpAnswer, validators: Validators, now: Date): Look {
  const { status } = answer;
  const notBefore = readRetryAfter(answer.headers["retry-after"], now);
  const pause = notBefore && { notBefore };
  if (status === 304) {
    // Without a condition of ours there is nothing that can be unchanged; believing it would silence the source.
    if (!validators.etag && !validators.lastModified)
      return { kind: "fault", fault: "broken", detail: "HTTP 304 unasked" };
    return { kind: "unchanged", validators: { ...validators, ...validatorsOf(answer) } };
  }
  if (status === 429 || status === 503)
    return { kind: "fault", fault: "busy", detail: `HTTP ${status}`, ...pause };
  if (status === 204) return { kind: "fault", fault: "empty-body", detail: "HTTP 204" };
  if (status !== 200 && status !== 203)
    return { kind: "fault", fault: "http-status", detail: `HTTP ${status}`, ...pause };
  const read = readFeed(answer.body, answer.headers["content-type"], answer.url, now);
  if (read.kind === "fault") return read;
  // A list cut short must be asked for again in full: with validators the next answer would be "unchanged".
  const whole = !read.mended.includes("truncated");
  return { ...read, validators: whole ? validatorsOf(answer) : {} };
}

function validatorsOf({ headers }: HttpAnswer): Validators {
  const etag = sendable(headers.etag);
  const lastModified = sendable(headers["last-modified"]);
  return { ...(etag && { etag }), ...(lastModified && { lastModified }) };
}

/** What we could not send back as a header is not worth keeping. */
function sendable(value: string | undefined): string | undefined {
  return value && value.length <= 1_000 && /^[\x20-\x7e]+$/.test(value) ? value : undefined;
}

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3), at most a week away; undefined when past or unreadable. */
export function readRetryAfter(value: string | undefined, now: Date): Date | undefined {
  const written = value?.trim();
  if (!written) return undefined;
  const waitMs = /^\d{1,12}$/.test(written)
    ? Number(written) * 1_000
    : (parseFeedDate(written)?.getTime() ?? Number.NaN) - now.getTime();
  return waitMs > 0 ? new Date(now.getTime() + Math.min(waitMs, pauseMaxMs)) : undefined;
}

const faultOf: Record<HttpFault, SourceFault> = {
  "name-not-found": "name-not-found",
  unreachable: "unreachable",
  "private-address": "private-address",
  tls: "tls",
  timeout: "timeout",
  "too-large": "too-large",
  "too-many-redirects": "too-many-redirects",
  "bad-address": "unreachable",
  "cut-off": "broken",
};
