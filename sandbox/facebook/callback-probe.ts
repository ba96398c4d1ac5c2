import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  headers: IncomingMessage["headers"];
  raw: string;
  body: { object: string; entry: Entry[] };
}

interface Entry {
  id: string;
  time: number;
  changes?: { field: string; value: Record<string, unknown> }[];
  messaging?: Record<string, unknown>[];
  standby?: Record<string, unknown>[];
}

/** The other end of webhooks, as the tests of this folder need it: takes, remembers, and fails when told to. */
export class CallbackProbe {
  readonly received: Received[] = [];
  verifyToken = "segreto";
  /** Status of the answers; "silent" = none at all. */
  answer: number | "silent" = 200;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<CallbackProbe> {
    const server = createServer();
    const probe = new CallbackProbe(server);
    server.on("request", (request, response) => {
      if (request.method === "GET") {
        const { searchParams } = new URL(request.url ?? "", "http://x");
        const known = searchParams.get("hub.verify_token") === probe.verifyToken;
        response.writeHead(known ? 200 : 403).end(known ? searchParams.get("hub.challenge") : "no");
        return;
      }
      let raw = "";
      request.on("data", (bytes) => {
        raw += bytes;
      });
      request.on("end", () => {
        probe.received.push({ headers: request.headers, raw, body: JSON.parse(raw) });
        if (probe.answer !== "silent") response.writeHead(probe.answer).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return probe;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/webhook`;
  }

  /** Values of all changes received, in order. */
  changes(): Record<string, unknown>[] {
    return this.#entries().flatMap((entry) => (entry.changes ?? []).map(({ value }) => value));
  }

  /** Elements of all Messenger events received, in order. */
  messaging(): Record<string, unknown>[] {
    return this.#entries().flatMap((entry) => entry.messaging ?? []);
  }

  standby(): Record<string, unknown>[] {
    return this.#entries().flatMap((entry) => entry.standby ?? []);
  }

  /** Whether the signature of a delivery is that of its raw bytes. */
  isSigned({ headers, raw }: Received, secret: string): boolean {
    const right = createHmac("sha256", secret).update(raw).digest("hex");
    return headers["x-hub-signature-256"] === `sha256=${right}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #entries(): Entry[] {
    return this.received.flatMap(({ body }) => body.entry);
  }
}
