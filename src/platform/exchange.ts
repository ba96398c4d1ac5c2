import type { Dispatcher } from "undici";
import { ConnectFault } from "./checked-connector.ts";
import { type HttpAnswer, HttpError, type HttpFault, type HttpRequest } from "./http-client.ts";

/** One request to one address: no redirects, no second try. */
export interface Call {
  method: HttpRequest["method"];
  url: URL;
  headers: Record<string, string>;
  body?: string | Buffer;
  bodyBytesMax: number;
  /** Milliseconds of Date.now() after which nobody waits any more. */
  deadlineAt: number;
}

/**
 * One exchange on a dispatcher. We handle the dispatcher's events ourselves, instead of calling `undici.request`, for
 * one reason: `onRequestStart` fires right before the first byte is written, which makes `sent` a fact, not a guess.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  /** Settles once; the body is still packed. Rejects with HttpError only. */
  readonly answer: Promise<HttpAnswer>;
  /** Whether anything of an answer arrived. */
  heard = false;

  #sent = false;
  #settled = false;
  #controller: Dispatcher.DispatchController | undefined;
  #status = 0;
  #headers: Record<string, string> = {};
  #chunks: Buffer[] = [];
  #bytes = 0;
  readonly #call: Call;
  readonly #timer: NodeJS.Timeout;
  readonly #settle: PromiseWithResolvers<HttpAnswer>;

  constructor(dispatcher: Dispatcher, call: Call) {
    this.#call = call;
    this.#settle = Promise.withResolvers<HttpAnswer>();
    this.answer = this.#settle.promise;
    const waitMs = Math.max(0, call.deadlineAt - Date.now());
    this.#timer = setTimeout(() => this.#fail("timeout", "no whole answer in time"), waitMs);
    const { url } = call;
    dispatcher.dispatch(
      {
        origin: url.origin,
        path: url.pathname + url.search,
        method: call.method,
        headers: call.headers,
        body: call.body ?? null,
      },
      this,
    );
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // It waited for a connection longer than we wanted to wait: nothing may be written now.
    if (this.#settled) {
      controller.abort(new Error("given up before sending"));
      return;
    }
    this.#sent = true;
    this.#controller = controller;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    this.heard = true;
    if (status < 200) return;
    this.#status = status;
    this.#headers = {};
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined)
        this.#headers[name.toLowerCase()] = Array.isArray(value) ? value.join(", ") : value;
    }
    const announced = Number(this.#headers["content-length"] ?? 0);
    if (this.#call.method !== "HEAD" && announced > this.#call.bodyBytesMax) this.#tooLarge();
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#call.bodyBytesMax) this.#tooLarge();
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#settled) return;
    this.#end();
    this.#settle.resolve({
      status: this.#status,
      headers: this.#headers,
      body: Buffer.concat(this.#chunks),
      url: this.#call.url.href,
    });
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    const code = String((error as { code?: unknown }).code ?? error.name);
    if (error instanceof ConnectFault) this.#fail(error.fault, error.message, error);
    else if (code === "UND_ERR_HEADERS_OVERFLOW") this.#fail("too-large", code, error);
    else if (code === "UND_ERR_INVALID_ARG") this.#fail("bad-address", error.message, error);
    else this.#fail(this.#sent ? "cut-off" : "unreachable", code, error);
  }

  #tooLarge(): void {
    this.#fail("too-large", "the body is larger than allowed");
  }

  #fail(fault: HttpFault, message: string, cause?: unknown): void {
    if (this.#settled) return;
    this.#end();
    this.#chunks = [];
    this.#settle.reject(new HttpError(fault, this.#sent, message, cause));
    // Closes the connection too: what the other side still sends is not read.
    this.#controller?.abort(new Error(message));
  }

  #end(): void {
    this.#settled = true;
    clearTimeout(this.#timer);
  }
}
