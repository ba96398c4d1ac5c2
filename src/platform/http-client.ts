/**
 * The one door outward: every call to a portal or a network leaves through this port. The implementation
 * (open-http-client.ts) checks addresses while connecting, and limits size, time, redirects and decompression.
 */
export interface HttpRequest {
  method: "GET" | "POST" | "DELETE" | "HEAD";
  url: string;
  headers?: Record<string, string>;
  /** Form fields are sent url-encoded; a string (as UTF-8) and bytes as they are, with the content type of `headers`. */
  body?: string | Buffer | URLSearchParams;
  /** From the first byte we send to the last we read. */
  timeoutMs: number;
  /** After decompression. */
  bodyBytesMax: number;
  /** 0 = a redirect is an answer like any other. */
  redirectsMax: number;
  /** Private, loopback and link-local addresses are refused unless this is true; redirects to another host stay bound. */
  allowPrivateAddress: boolean;
}

export interface HttpAnswer {
  status: number;
  /** Lower-case names; repeated headers joined with ", ". */
  headers: Record<string, string>;
  body: Buffer;
  /** Where redirects led. */
  url: string;
}

export type HttpFault =
  | "name-not-found"
  | "unreachable"
  | "private-address"
  | "tls"
  | "timeout"
  | "too-large"
  | "too-many-redirects"
  | "bad-address"
  /** The connection ended before the whole answer was here. */
  | "cut-off";

/**
 * Thrown when there is no whole answer.
 * `sent` is the fact that decides exactly-once: false only when surely no byte of the request reached the other side.
 */
export class HttpError extends Error {
  readonly fault: HttpFault;
  readonly sent: boolean;
  constructor(fault: HttpFault, sent: boolean, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "HttpError";
    this.fault = fault;
    this.sent = sent;
  }
}

export interface HttpClient {
  /** The whole answer, whatever its status; throws HttpError when there is none. Never logs addresses or bodies. */
  request(request: HttpRequest): Promise<HttpAnswer>;
  close(): Promise<void>;
}
