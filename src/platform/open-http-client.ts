import { Agent, type Dispatcher } from "undici";
import { checkedConnector, type Resolve, resolveBySystem } from "./checked-connector.ts";
import { type Call, Exchange } from "./exchange.ts";
import { type HttpAnswer, type HttpClient, HttpError, type HttpRequest } from "./http-client.ts";
import { isPublicAddress } from "./public-address.ts";
import { acceptedCodings, unpackBody } from "./unpack-body.ts";

export interface HttpClientOptions {
  /** Sent with every request that does not bring its own. */
  userAgent: string;
  /** Name look-up, connection and TLS handshake together; 5 seconds when not given. */
  connectTimeoutMs?: number;
  /** The system's resolver when not given. */
  resolve?: Resolve;
  /** What counts as public; tests let a server on loopback stand in for a public one. */
  isPublic?: (address: string) => boolean;
  /** Trusted besides the usual authorities (PEM). */
  certificateAuthorities?: string[];
}

/** How long an idle connection is kept: shorter than what common servers grant (5 s), so that we close first. */
const keepAliveMs = 4_000;

const redirectStatuses = new Set([301, 302, 303, 307, 308]);

/**
 * The one outbound client. A POST or DELETE always gets a connection of its own: a kept connection may be dead
 * without our knowing, and then nobody could say whether the request had arrived. A GET or HEAD may use a kept
 * connection, and is tried once more when that ends before any answer.
 */
export function openHttpClient(options: HttpClientOptions): HttpClient {
  const agents = new Map<string, Agent>();
  const agentFor = (allowPrivateAddress: boolean, kept: boolean): Agent => {
    // Private and public never share an agent, else a kept connection would pass by the check.
    const key = `${allowPrivateAddress} ${kept}`;
    const agent = agents.get(key) ?? openAgent(options, allowPrivateAddress, kept);
    agents.set(key, agent);
    return agent;
  };
  return {
    request: (request) => followRedirects(request, options.userAgent, agentFor),
    close: async () => {
      await Promise.all([...agents.values()].map((agent) => agent.close()));
      agents.clear();
    },
  };
}

type AgentFor = (allowPrivateAddress: boolean, kept: boolean) => Dispatcher;

function openAgent(options: HttpClientOptions, allowPrivateAddress: boolean, kept: boolean): Agent {
  return new Agent({
    connect: checkedConnector({
      connectTimeoutMs: options.connectTimeoutMs ?? 5_000,
      allowPrivateAddress,
      resolve: options.resolve ?? resolveBySystem,
      isPublic: options.isPublic ?? isPublicAddress,
      certificateAuthorities: options.certificateAuthorities,
    }),
    // 0 closes the connection after each answer (undici's way of saying it).
    pipelining: kept ? 1 : 0,
    keepAliveTimeout: keepAliveMs,
    keepAliveMaxTimeout: keepAliveMs,
    // Exchange has one limit over everything; undici's own would only add coarser ones.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}

async function followRedirects(
  request: HttpRequest,
  userAgent: string,
  agentFor: AgentFor,
): Promise<HttpAnswer> {
  let call = firstCall(request, userAgent);
  const { hostname } = call.url;
  for (let redirects = 0; ; redirects++) {
    let answer: HttpAnswer;
    let next: Call | undefined;
    try {
      // Leave to go to a private address is given for one host; a portal must not send us on to its neighbours.
      const allowPrivateAddress = request.allowPrivateAddress && call.url.hostname === hostname;
      answer = await callOnce(call, allowPrivateAddress, agentFor);
      if (request.redirectsMax > 0) next = nextCall(call, answer);
      if (next && redirects === request.redirectsMax)
        throw new HttpError("too-many-redirects", true, "too many redirects");
    } catch (error) {
      // After a redirect the request has been at one server at least.
      if (redirects > 0 && error instanceof HttpError && !error.sent) {
        throw new HttpError(error.fault, true, error.message, error.cause);
      }
      throw error;
    }
    if (!next)
      return {
        ...answer,
        body: await unpackBody(answer.body, answer.headers["content-encoding"], request.bodyBytesMax),
      };
    call = next;
  }
}

function firstCall(request: HttpRequest, userAgent: string): Call {
  const headers: Record<string, string> = { "user-agent": userAgent, "accept-encoding": acceptedCodings };
  if (request.body instanceof URLSearchParams) headers["content-type"] = "application/x-www-form-urlencoded";
  for (const [name, value] of Object.entries(request.headers ?? {})) headers[name.toLowerCase()] = value;
  return {
    method: request.method,
    url: checkedUrl(request.url, undefined),
    headers,
    body: request.body instanceof URLSearchParams ? request.body.toString() : request.body,
    bodyBytesMax: request.bodyBytesMax,
    deadlineAt: Date.now() + request.timeoutMs,
  };
}

async function callOnce(call: Call, allowPrivateAddress: boolean, agentFor: AgentFor): Promise<HttpAnswer> {
  const repeatable = call.method === "GET" || call.method === "HEAD";
  const exchange = new Exchange(agentFor(allowPrivateAddress, repeatable), call);
  try {
    return await exchange.answer;
  } catch (error) {
    const diedSilently = error instanceof HttpError && error.fault === "cut-off" && !exchange.heard;
    if (!repeatable || !diedSilently) throw error;
    return await new Exchange(agentFor(allowPrivateAddress, false), call).answer;
  }
}

/** The call a redirect asks for, or undefined when the answer is no redirect. Method changes as browsers do (RFC 9110, 15.4). */
function nextCall(call: Call, answer: HttpAnswer): Call | undefined {
  const location = answer.headers.location;
  if (!redirectStatuses.has(answer.status) || !location) return undefined;
  const url = checkedUrl(location, call.url);
  if (call.url.protocol === "https:" && url.protocol === "http:") {
    throw new HttpError("bad-address", true, "a redirect leads from https to http");
  }
  const headers = { ...call.headers };
  if (url.origin !== call.url.origin) {
    for (const name of ["authorization", "proxy-authorization", "cookie", "host"]) delete headers[name];
  }
  const turnsIntoGet =
    call.method === "POST" ? [301, 302, 303].includes(answer.status) : answer.status === 303;
  if (!turnsIntoGet || call.method === "HEAD") return { ...call, url, headers };
  for (const name of ["content-type", "content-length"]) delete headers[name];
  return { ...call, method: "GET", url, headers, body: undefined };
}

function checkedUrl(address: string, base: URL | undefined): URL {
  const sent = base !== undefined;
  if (!URL.canParse(address, base?.href)) throw new HttpError("bad-address", sent, "not an address");
  const url = new URL(address, base);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new HttpError("bad-address", sent, "neither http nor https");
  if (url.username || url.password) throw new HttpError("bad-address", sent, "credentials in the address");
  url.hash = "";
  return url;
}
