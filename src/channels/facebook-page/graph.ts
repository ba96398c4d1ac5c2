import { createHmac } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../../platform/clock.ts";
import { type HttpAnswer, type HttpClient, HttpError, type HttpFault } from "../../platform/http-client.ts";
import type { FacebookPageSettings } from "./settings.ts";
import { readUsage, type Usage } from "./usage.ts";

/** What every flow of this channel works with. */
export interface Tools {
  http: HttpClient;
  clock: Clock;
}

export interface GraphCall {
  method: "GET" | "POST" | "DELETE";
  /** Below the version, one piece each: ["123", "feed"]. */
  path: readonly string[];
  /** Query of a GET or DELETE, form of a POST. */
  parameters?: Readonly<Record<string, string>>;
  /** Another token than the Page's own. */
  token?: string;
}

/** A Graph error, read from its envelope (graph-api.md section 16). */
export interface GraphError {
  code: number;
  subcode?: number;
  message: string;
  type: string;
  isTransient: boolean;
  traceId: string;
  httpStatus: number;
}

export type GraphFailure =
  | { kind: "error"; error: GraphError; usage: Usage; detail: string }
  /** An answer without JSON, or with JSON that is neither a result nor an error. */
  | { kind: "unreadable"; httpStatus: number; detail: string }
  /** `sent: false`: surely no byte of the call arrived. */
  | { kind: "no-answer"; fault: HttpFault; sent: boolean; detail: string };

export interface GraphAnswer {
  kind: "answer";
  body: unknown;
  usage: Usage;
  /** The other side's clock, to the second. */
  answeredAt?: Date;
  /** The version that really served us: an expired one is replaced silently (section 1). */
  version?: string;
}

export type GraphResult = GraphAnswer | GraphFailure;

/** Long enough for Facebook to fetch the link of a post for its preview, which it does before it answers. */
const timeoutMs = 20_000;
/** A hundred posts with long texts and attachments stay below a quarter of this. */
const bodyBytesMax = 4 * 1024 * 1024;

/**
 * One call to the Graph API. Resolves for everything the network can do; throws only for bugs of ours.
 *
 * The token travels in the Authorization header, never in the address: addresses end up in logs on the way. For the
 * same reason redirects are not followed, and paging goes by cursor instead of by the `next` address, which holds the
 * token.
 */
export async function callGraph(
  tools: Tools,
  settings: FacebookPageSettings,
  call: GraphCall,
): Promise<GraphResult> {
  const token = call.token ?? settings.token;
  const parameters = new URLSearchParams(call.parameters);
  if (settings.appSecret) parameters.set("appsecret_proof", appSecretProof(settings.appSecret, token));
  const path = [settings.graphVersion, ...call.path].map(encodeURIComponent).join("/");
  const inForm = call.method === "POST";
  const query = inForm || parameters.size === 0 ? "" : `?${parameters}`;
  try {
    const answer = await tools.http.request({
      method: call.method,
      url: `${settings.graphUrl}/${path}${query}`,
      headers: { authorization: `Bearer ${token}`, accept: "application/json" },
      body: inForm ? parameters : undefined,
      timeoutMs,
      bodyBytesMax,
      redirectsMax: 0,
      allowPrivateAddress: settings.allowPrivateAddress,
    });
    return readAnswer(answer, settings, token, tools.clock.now());
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    return { kind: "no-answer", fault: error.fault, sent: error.sent, detail: error.fault };
  }
}

/** Lower-case hex of HMAC-SHA256 with the app secret as key over the token of this very call (section 3.7). */
export function appSecretProof(appSecret: string, token: string): string {
  return createHmac("sha256", appSecret).update(token).digest("hex");
}

const wholeNumber = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);
const envelope = z.object({
  error: z.object({
    code: wholeNumber,
    error_subcode: wholeNumber.optional().catch(undefined),
    message: z.string().catch(""),
    type: z.string().catch(""),
    is_transient: z.boolean().catch(false),
    fbtrace_id: z.string().catch(""),
  }),
});

function readAnswer(
  answer: HttpAnswer,
  settings: FacebookPageSettings,
  token: string,
  now: Date,
): GraphResult {
  const unreadable = {
    kind: "unreadable",
    httpStatus: answer.status,
    detail: `HTTP ${answer.status}, ${answer.body.length} B`,
  } as const;
  let body: unknown;
  try {
    body = JSON.parse(answer.body.toString("utf8"));
  } catch {
    return unreadable;
  }
  const usage = readUsage(answer.headers, settings.pageId, now);
  // The envelope decides before the status does: errors also come with 200, and 5xx with errors that are certain.
  const found = envelope.safeParse(body);
  if (found.success) {
    const error = toError(found.data.error, answer.status);
    return { kind: "error", error, usage, detail: describe(error, settings, token) };
  }
  const isResult = answer.status >= 200 && answer.status < 300 && !hasErrorKey(body);
  if (!isResult) return unreadable;
  const answeredAt = new Date(answer.headers.date ?? "");
  return {
    kind: "answer",
    body,
    usage,
    answeredAt: Number.isNaN(answeredAt.getTime()) ? undefined : answeredAt,
    version: answer.headers["facebook-api-version"],
  };
}

function hasErrorKey(body: unknown): boolean {
  return typeof body === "object" && body !== null && "error" in body;
}

function toError(raw: z.output<typeof envelope>["error"], httpStatus: number): GraphError {
  return {
    code: raw.code,
    subcode: raw.error_subcode,
    message: raw.message,
    type: raw.type,
    isTransient: raw.is_transient,
    traceId: raw.fbtrace_id,
    httpStatus,
  };
}

const messageCharactersMax = 300;

/** For the record of the attempt and for Meta's support: numbers first, then Facebook's own sentence. */
function describe(error: GraphError, settings: FacebookPageSettings, token: string): string {
  const code = error.subcode === undefined ? `${error.code}` : `${error.code}/${error.subcode}`;
  const text = `Graph ${code}, HTTP ${error.httpStatus}, trace ${error.traceId || "-"}: ${error.message}`;
  return withoutSecrets(text, [settings.token, token, settings.appSecret]).slice(0, messageCharactersMax);
}

/** Facebook quotes the token back at us ("Malformed access token EAAB..."), so its sentences are cleaned. */
function withoutSecrets(text: string, secrets: readonly (string | undefined)[]): string {
  let clean = text;
  for (const secret of secrets) if (secret) clean = clean.replaceAll(secret, "[…]");
  // Tokens cut short or belonging to others: long unbroken runs that no sentence contains.
  return clean.replace(/[A-Za-z0-9_|-]{40,}/g, "[…]");
}
