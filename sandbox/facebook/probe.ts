import { connect } from "node:net";
import type { GraphErrorBody } from "./graph-error.ts";
import { type FacebookOptions, type FacebookSandbox, startFacebook } from "./index.ts";

/** An answer as the tests read it; what is not there is undefined whatever the type says. */
export interface Body {
  id: string;
  error: GraphErrorBody;
  data: Record<string, unknown>[];
  paging?: { cursors: { before: string; after: string }; next?: string; previous?: string };
  [field: string]: unknown;
}

export interface Reply {
  status: number;
  body: Body;
  headers: Headers;
}

type Params = Record<string, string>;

/** A started sandbox with short ways to call it: what the tests of this folder share. */
export class Probe {
  readonly facebook: FacebookSandbox;
  readonly page: string;

  constructor(facebook: FacebookSandbox) {
    this.facebook = facebook;
    this.page = facebook.seed.page.id;
  }

  static async start(options?: FacebookOptions): Promise<Probe> {
    return new Probe(await startFacebook({ scrape: false, ...options }));
  }

  get(path: string, params: Params = {}, token = this.facebook.seed.pageToken): Promise<Reply> {
    return this.#ask(`${path}?${new URLSearchParams({ access_token: token, ...params })}`);
  }

  post(path: string, params: Params = {}, token = this.facebook.seed.pageToken): Promise<Reply> {
    return this.#ask(path, { method: "POST", body: new URLSearchParams({ access_token: token, ...params }) });
  }

  remove(path: string, token = this.facebook.seed.pageToken): Promise<Reply> {
    return this.#ask(`${path}?access_token=${token}`, { method: "DELETE" });
  }

  /** Posts a multipart body: values as text, files as bytes. */
  async send(path: string, parts: Record<string, string | Buffer>): Promise<Reply> {
    const body = new FormData();
    for (const [name, value] of Object.entries({ access_token: this.facebook.seed.pageToken, ...parts })) {
      if (typeof value === "string") body.append(name, value);
      else body.append(name, new Blob([new Uint8Array(value)]), `${name}.bin`);
    }
    return this.#ask(path, { method: "POST", body });
  }

  /** Sends bytes, or nothing, to an address of the rupload host. */
  async upload(
    address: string,
    headers: Record<string, string>,
    bytes?: Uint8Array,
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await fetch(address, {
      method: "POST",
      headers: { authorization: `OAuth ${this.facebook.seed.pageToken}`, ...headers },
      ...(bytes ? { body: new Uint8Array(bytes) } : {}),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  /** Publishes on the seed's Page. */
  publish(message: string, more: Params = {}): Promise<Reply> {
    return this.post(`/${this.page}/feed`, { message, ...more });
  }

  /** Publishes through a raw connection: every byte until the server closes it, or the first `quietMs` without any. */
  publishRaw(message: string, quietMs = 150): Promise<{ text: string; closed: boolean }> {
    const body = new URLSearchParams({ message, access_token: this.facebook.seed.pageToken }).toString();
    return new Promise((resolve) => {
      const socket = connect(Number(new URL(this.facebook.origin).port), "127.0.0.1");
      let text = "";
      const end = (closed: boolean): void => {
        socket.destroy();
        resolve({ text, closed });
      };
      socket.setTimeout(quietMs, () => end(false));
      socket.on("data", (bytes) => {
        text += bytes.toString();
      });
      socket.on("close", () => end(true)).on("error", () => end(true));
      socket.write(
        `POST /v25.0/${this.page}/feed HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
    });
  }

  /** One of the sandbox's own addresses. */
  async admin(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await fetch(`${this.facebook.origin}/_sandbox/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  async #ask(path: string, init?: RequestInit): Promise<Reply> {
    const response = await fetch(`${this.facebook.origin}/v25.0${path}`, init);
    return { status: response.status, body: (await response.json()) as Body, headers: response.headers };
  }
}
