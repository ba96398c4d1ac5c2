import { createHmac, randomUUID } from "node:crypto";
import type { Clock } from "../../platform/clock.ts";
import { type HttpClient, HttpError, type HttpRequest } from "../../platform/http-client.ts";
import { type GraphResult, readGraphAnswer } from "./graph-answer.ts";
import type { FacebookPageSettings } from "./settings.ts";

export type { GraphAnswer, GraphError, GraphFailure, GraphResult } from "./graph-answer.ts";

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
  /** Goes with the parameters of a POST, as multipart/form-data. */
  file?: GraphFile;
  /** Another token than the Page's own; null: none, for the calls by which tokens are obtained. */
  token?: string | null;
  /** Less patience than usual, for a call we can do without. */
  timeoutMs?: number;
}

export interface GraphFile {
  /** Of the form's field. */
  name: string;
  bytes: Buffer;
  type: "image/png" | "image/jpeg";
}

/** Long enough for Facebook to fetch the link of a post for its preview, which it does before it answers. */
const patienceMs = 20_000;
/** A line of 400 kbit/s, the poorest an office is likely to have. */
const bytesPerMs = 50;
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
  const token = call.token === undefined ? settings.token : call.token;
  const parameters = new URLSearchParams(call.parameters);
  if (settings.appSecret && token !== null)
    parameters.set("appsecret_proof", appSecretProof(settings.appSecret, token));
  const path = [settings.graphVersion, ...call.path].map(encodeURIComponent).join("/");
  const inForm = call.method === "POST";
  const query = inForm || parameters.size === 0 ? "" : `?${parameters}`;
  const form = inForm && call.file ? multipart(parameters, call.file) : undefined;
  return await sendToGraph(tools, settings, token ?? "", {
    method: call.method,
    url: `${settings.graphUrl}/${path}${query}`,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(form ? { "content-type": form.type } : {}),
    },
    body: form?.bytes ?? (inForm ? parameters : undefined),
    timeoutMs: call.timeoutMs ?? timeFor(form?.bytes.length ?? 0),
  });
}

/** How long to wait for an answer to a request with so many bytes, in milliseconds. */
export function timeFor(bytes: number): number {
  return patienceMs + Math.ceil(bytes / bytesPerMs);
}

/** Sends a request made for one of Facebook's hosts and reads what came back. `token` is the one it carries. */
export async function sendToGraph(
  tools: Tools,
  settings: FacebookPageSettings,
  token: string,
  request: Pick<HttpRequest, "method" | "url" | "headers" | "body" | "timeoutMs">,
): Promise<GraphResult> {
  try {
    const answer = await tools.http.request({
      ...request,
      headers: { ...request.headers, accept: "application/json" },
      bodyBytesMax,
      redirectsMax: 0,
      allowPrivateAddress: settings.allowPrivateAddress,
    });
    return readGraphAnswer(answer, settings, token, tools.clock.now());
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    return { kind: "no-answer", fault: error.fault, sent: error.sent, detail: error.fault };
  }
}

/** Lower-case hex of HMAC-SHA256 with the app secret as key over the token of this very call (section 3.7). */
export function appSecretProof(appSecret: string, token: string): string {
  return createHmac("sha256", appSecret).update(token).digest("hex");
}

/**
 * Written by ourselves: the platform's encoder turns the line breaks of values into two characters (as browsers do), so a
 * text would come back other than it was sent.
 */
function multipart(
  parameters: URLSearchParams,
  { name, bytes, type }: GraphFile,
): { bytes: Buffer; type: string } {
  // 122 random bits: no text and no picture will ever hold it.
  const boundary = `bacheca-${randomUUID()}`;
  const part = (disposition: string) => `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n`;
  const values = [...parameters].map(([key, value]) => `${part(`name="${key}"`)}\r\n${value}\r\n`);
  // A file without a name is taken for a value.
  const file = `name="${name}"; filename="card.${type === "image/png" ? "png" : "jpg"}"`;
  const head = `${values.join("")}${part(file)}Content-Type: ${type}\r\n\r\n`;
  return {
    bytes: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}
