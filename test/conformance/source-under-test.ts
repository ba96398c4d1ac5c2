import type { HttpClient } from "../../src/platform/http-client.ts";
import type { Look, Source, SourceAddress, SourceFault, Validators } from "../../src/sources/source.ts";
import { serve } from "../loopback.ts";

/** A document as a portal serves it. */
export interface Document {
  body: string | Buffer;
  contentType: string;
}

/** What an adapter brings to be tested as every other. */
export interface SourceUnderTest {
  /** The adapter, with these limits so that tests need not wait. */
  open(http: HttpClient, limits: { timeoutMs: number; bodyBytesMax: number }): Source;
  /** A document it reads, and the titles of its items in order. */
  document: Document;
  titles: string[];
  /** Documents it must refuse, each with the fault. */
  refused: { what: string; document: Document; fault: SourceFault }[];
  /** Cases that do not apply, by title, each with its reason. */
  skip?: Record<string, string>;
}

export const suiteNow = new Date("2026-11-18T12:00:00Z");

/** Time enough for a busy machine; the tests of waiting take less. */
export const suiteLimits = { timeoutMs: 5_000, bodyBytesMax: 200_000 };

/** One test of the suite, skipped where the adapter gives a reason. */
export type Fact = (title: string, test: () => Promise<void>) => void;
/** Looks once with a new client. */
export type LookAt = (
  url: string,
  changes?: {
    validators?: Validators;
    address?: Partial<SourceAddress>;
    timeoutMs?: number;
    http?: HttpClient;
  },
) => Promise<Look>;

export async function serveDocument({ body, contentType }: Document): Promise<string> {
  return await serve((_request, response) => {
    response.writeHead(200, { "content-type": contentType });
    response.end(body);
  });
}
