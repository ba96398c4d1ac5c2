import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Socket,
  type Server as TcpServer,
} from "node:net";
import { afterEach, expect } from "vitest";
import { type HttpClient, HttpError, type HttpRequest } from "../src/platform/http-client.ts";
import { type HttpClientOptions, openHttpClient } from "../src/platform/open-http-client.ts";

// Servers on loopback and clients for the tests of the outbound client; all are closed after each test.

export const closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

export function client(options: Partial<HttpClientOptions> = {}): HttpClient {
  const opened = openHttpClient({ userAgent: "Bacheca test", connectTimeoutMs: 500, ...options });
  closing.push(() => opened.close());
  return opened;
}

export function listen(server: TcpServer): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => sockets.add(socket));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

export async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server: Server = createServer(answer);
  return `http://127.0.0.1:${await listen(server)}`;
}

/** A server that speaks raw bytes. */
export async function speak(onConnection: (socket: Socket) => void): Promise<string> {
  const server = createTcpServer((socket) => {
    socket.on("error", () => {});
    onConnection(socket);
  });
  return `http://127.0.0.1:${await listen(server)}`;
}

export function asking(url: string, changes: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: "GET",
    url,
    timeoutMs: 2_000,
    bodyBytesMax: 100_000,
    redirectsMax: 5,
    allowPrivateAddress: true,
    ...changes,
  };
}

export async function faultOf(answer: Promise<unknown>): Promise<{ fault: string; sent: boolean }> {
  const error = await answer.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(HttpError);
  const { fault, sent } = error as HttpError;
  return { fault, sent };
}
