import type { AddressInfo } from "node:net";
import formBody from "@fastify/formbody";
import fastify, { type FastifyInstance } from "fastify";
import { addErrorAnswers, answerUnreadable } from "./errors.ts";
import { addRoutes } from "./routes.ts";
import { addSecurityHeaders } from "./security-headers.ts";
import { openHostNames } from "./site/host-names.ts";
import type { WebParts } from "./web-parts.ts";

export interface Web {
  /** Where it answers, without a slash at the end: "http://127.0.0.1:8090". */
  origin: string;
  /** Says "not ready", lets requests under way end, closes idle connections. */
  close(): Promise<void>;
}

/**
 * Starts the addresses of the product on the configured host. `port` overrides the configured one; 0 takes any.
 * Throws what listening throws (EADDRINUSE, EACCES).
 */
export async function startWeb(parts: WebParts, options: { port?: number } = {}): Promise<Web> {
  const { host } = parts.config;
  const { app, beginStop } = await openWeb(parts);
  await app.listen({ host, port: options.port ?? parts.config.port });
  return {
    origin: originOf(app, host),
    async close() {
      beginStop();
      await endConnections(app.server, app.close());
    },
  };
}

const secondMs = 1000;
const restingEveryMs = 100;
const answersEndMs = 5 * secondMs;

/**
 * Closing waits for every connection, and browsers and monitors keep theirs open for a minute. Node closes those that
 * rest at that moment only: those whose last answer leaves later, or that never asked anything, have to be seen to.
 */
async function endConnections(server: FastifyInstance["server"], closed: Promise<unknown>): Promise<void> {
  const resting = setInterval(() => server.closeIdleConnections(), restingEveryMs);
  const patience = setTimeout(() => server.closeAllConnections(), answersEndMs);
  try {
    await closed;
  } finally {
    clearInterval(resting);
    clearTimeout(patience);
  }
}

/** Forms and JSON of the desk; the push address sets a limit of its own. */
const bodyBytesMax = 64 * 1024;
/** Longer parts of an address are answered 414. */
const addressPartCharactersMax = 8_000;

async function openWeb(parts: WebParts): Promise<{ app: FastifyInstance; beginStop(): void }> {
  const hosts = openHostNames(parts.database.db, parts.publicUrl, () => performance.now());
  // Without a database there are no names yet, and everything else says so itself.
  await hosts.refresh().catch(() => {});
  const app = fastify({
    logger: false,
    rewriteUrl: (request) => hosts.rewritten(request),
    bodyLimit: bodyBytesMax,
    requestTimeout: 30 * secondMs,
    connectionTimeout: 60 * secondMs,
    keepAliveTimeout: 65 * secondMs,
    http: { headersTimeout: 15 * secondMs, maxHeaderSize: 16 * 1024 },
    // Nobody told us of a proxy, so what X-Forwarded-For says is anybody's word.
    trustProxy: false,
    frameworkErrors: answerUnreadable,
    return503OnClosing: true,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: addressPartCharactersMax, ignoreTrailingSlash: true },
  });
  addSecurityHeaders(app);
  addErrorAnswers(app, parts);
  await app.register(formBody, { bodyLimit: bodyBytesMax });
  const stop = addRoutes(app, parts, hosts);
  return { app, beginStop: stop };
}

function originOf(app: FastifyInstance, host: string): string {
  const { port } = app.server.address() as AddressInfo;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
