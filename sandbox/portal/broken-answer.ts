import type { ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { Fault } from "./faults.ts";
import { windows1252 } from "./windows-1252.ts";

/** The answer that would have been given, had nothing been wrong. */
export interface GoodAnswer {
  path: string;
  mediaType: string;
  body: string;
  /** Gives the good answer after all, with its validators. */
  send(): void;
}

/**
 * Answers a feed request as a portal with this fault does. Faults that only change the content
 * ("empty-feed", "shrunk", "changed-ids") never come here.
 */
export async function answerBroken(fault: Fault, good: GoodAnswer, response: ServerResponse): Promise<void> {
  const head = (status: number, mediaType: string, more: Record<string, string | number> = {}) =>
    response.writeHead(status, { "content-type": mediaType, ...more });
  const feedType = `${good.mediaType}; charset=utf-8`;
  switch (fault.name) {
    case "error-500":
      head(500, "text/html; charset=utf-8").end(errorPage);
      return;
    case "retry-after":
      head(fault.status ?? 503, "text/plain; charset=utf-8", {
        "retry-after": fault.retryAfterSeconds ?? 120,
      });
      response.end("Troppe richieste: riprovare più tardi.\n");
      return;
    case "slow":
      await pause(fault.delayMs ?? 30_000, undefined, { ref: false });
      if (!response.destroyed) good.send();
      return;
    case "drip":
      head(200, feedType);
      await drip(response, good.body, fault.delayMs ?? 200);
      return;
    case "html-instead":
      head(200, "text/html; charset=utf-8").end(errorPage);
      return;
    case "empty-body":
      head(200, feedType, { "content-length": 0 }).end();
      return;
    case "truncated": {
      // Whole by HTTP, broken inside: what a portal sends when its own program died halfway.
      const half = Buffer.from(good.body).subarray(0, Math.floor(Buffer.byteLength(good.body) * 0.6));
      head(200, feedType, { "content-length": half.length }).end(half);
      return;
    }
    case "cut-off":
      head(200, feedType, { "content-length": Buffer.byteLength(good.body) });
      response.write(good.body.slice(0, Math.floor(good.body.length / 2)), () => response.destroy());
      return;
    case "huge":
      head(200, feedType);
      await pourOut(
        response,
        good.body.slice(0, 200),
        Buffer.alloc(64 * 1024, "<!-- riempitivo -->\n"),
        hugeMegabytes * 16,
      );
      return;
    case "gzip-bomb":
      head(200, feedType, { "content-encoding": "gzip" });
      await pourOut(response, gzipSync(good.body.slice(0, 200)), bomb(), hugeMegabytes / bombMegabytes);
      return;
    case "redirect-loop":
      head(302, "text/plain", { location: `${good.path}?giro=${Math.trunc(performance.now())}` }).end();
      return;
    case "wrong-charset":
      head(200, `${good.mediaType}; charset=ISO-8859-1`);
      response.end(windows1252(good.body.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"')));
      return;
    case "binary":
      head(200, feedType).end(
        Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 197 + (index >> 3)) & 0xff)),
      );
      return;
    case "304-always":
      response.writeHead(304).end();
      return;
    default:
      // "down", and whatever is added without a case: the connection ends before a single byte.
      response.destroy();
  }
}

/** Endless for whoever has a limit, bounded for whoever has none: nobody's disk should fill because of a drill. */
const hugeMegabytes = 1024;
const bombMegabytes = 16;
let bombMember: Buffer | undefined;

/** A gzip member of some kilobytes that unpacks to 16 MB; a gzip stream may hold any number of members. */
function bomb(): Buffer {
  bombMember ??= gzipSync(Buffer.alloc(bombMegabytes * 1024 * 1024, " "), { level: 9 });
  return bombMember;
}

async function pourOut(response: ServerResponse, opening: string | Buffer, piece: Buffer, times: number) {
  response.write(opening);
  for (let left = times; left > 0 && !response.destroyed; left--) {
    if (!response.write(piece)) await drained(response);
  }
  response.end();
}

async function drip(response: ServerResponse, body: string, pauseMs: number) {
  for (const character of body) {
    if (response.destroyed) return;
    response.write(character);
    await pause(pauseMs, undefined, { ref: false });
  }
  response.end();
}

/** Resolves when the reader has taken what was written, or has gone. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off("drain", done).off("close", done);
      resolve();
    };
    response.on("drain", done).on("close", done);
  });
}

const errorPage = `<!doctype html>
<html lang="it"><head><meta charset="utf-8"><title>Servizio momentaneamente non disponibile</title></head>
<body><h1>Servizio momentaneamente non disponibile</h1><p>Ci scusiamo per il disagio. Riprovare più tardi.</p></body></html>
`;
