import { createHash } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Poll } from "./polls.ts";

export interface ReplayOptions {
  /** The states to show, in this order; at least one. */
  polls: readonly Poll[];
  /** 0, the default, takes any free port. */
  port?: number;
  /** 127.0.0.1 when left out. */
  host?: string;
}

/** A portal that shows the past of another, one state at a time. */
export interface Replay {
  /** The address of the feed, ".../feed". */
  url: string;
  /** How many states there are. */
  states: number;
  /** The state shown now, from 0. */
  position(): number;
  /** Shows the next state. False, and nothing changes, at the last one. */
  next(): boolean;
  close(): Promise<void>;
}

/**
 * Starts a replay at its first state. `GET /feed` answers the state shown now (with an ETag, so that an unchanged
 * state may be a 304), `POST /_sandbox/next` moves on and says where it is, `GET /_sandbox/state` only says it.
 */
export async function startReplay(options: ReplayOptions): Promise<Replay> {
  const { polls } = options;
  if (polls.length === 0) throw new Error("A replay needs at least one poll.");
  let position = 0;
  const next = () => {
    if (position + 1 >= polls.length) return false;
    position++;
    return true;
  };
  const server = createServer((request, response) => {
    const path = request.url?.split("?")[0];
    if (path === "/feed" && (request.method === "GET" || request.method === "HEAD")) {
      answer(polls[position] as Poll, request.headers["if-none-match"], response);
    } else if (path === "/_sandbox/next" && request.method === "POST") {
      const moved = next();
      sendJson(response, 200, { moved, position, states: polls.length });
    } else if (path === "/_sandbox/state" && request.method === "GET") {
      sendJson(response, 200, { position, states: polls.length });
    } else {
      sendJson(response, 404, {
        error: "Here are only GET /feed, GET /_sandbox/state and POST /_sandbox/next.",
      });
    }
  });
  const { port = 0, host = "127.0.0.1" } = options;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  });
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}/feed`,
    states: polls.length,
    position: () => position,
    next,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(poll: Poll, knownTags: string | undefined, response: ServerResponse): void {
  const etag = `"${createHash("sha1").update(poll.body).digest("hex")}"`;
  if (knownTags === etag && (poll.status ?? 200) === 200) {
    response.writeHead(304, { etag }).end();
    return;
  }
  response.writeHead(poll.status ?? 200, { "content-type": poll.contentType, etag }).end(poll.body);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response
    .writeHead(status, { "content-type": "application/json; charset=utf-8" })
    .end(JSON.stringify(value));
}
