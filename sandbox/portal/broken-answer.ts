import type { ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { FaultOptions, FormFaultName } from "./faults.ts";
import { windows1252 } from "./windows-1252.ts";

/** The answer that would have been given, had nothing been wrong. */
export interface GoodAnswer {
  path: string;
  mediaType: string;
  body: string;
  /** Gives the good answer after all, with its validators. */
  send(): void;
}

type Breakage = (response: ServerResponse, good: GoodAnswer, options: FaultOptions) => void | Promise<void>;

/** Answers a feed request as a portal with this fault does. */
export async function answerBroken(
  name: FormFaultName,
  options: FaultOptions,
  good: GoodAnswer,
  response: ServerResponse,
): Promise<void> {
  await breakages[name](response, good, options);
}

const breakages: Record<FormFaultName, Breakage> = {
  down: (response) => void response.destroy(),

  "error-500": (response) => void head(response, 500, "text/html; charset=utf-8").end(errorPage),

  "retry-after": (response, _, { status = 503, retryAfterSeconds = 120 }) => {
    head(response, status, "text/plain; charset=utf-8", { "retry-after": retryAfterSeconds });
    response.end("Troppe richieste: riprovare più tardi.\n");
  },

  slow: async (response, good, { delayMs = 30_000 }) => {
    await pause(delayMs, undefined, { ref: false });
    if (!response.destroyed) good.send();
  },

  drip: async (response, good, { delayMs = 200 }) => {
    head(response, 200, feedType(good));
    for (const character of good.body) {
      if (response.destroyed) return;
      response.write(character);
      await pause(delayMs, undefined, { ref: false });
    }
    response.end();
  },

  "html-instead": (response) => void head(response, 200, "text/html; charset=utf-8").end(errorPage),

  "empty-body": (response, good) => void head(response, 200, feedType(good), { "content-length": 0 }).end(),

  // Whole by HTTP, broken inside: what a portal sends when its own program died halfway.
  truncated: (response, good) => {
    const bytes = Buffer.from(good.body);
    const begun = bytes.subarray(0, Math.floor(bytes.length * 0.6));
    head(response, 200, feedType(good), { "content-length": begun.length }).end(begun);
  },

  "cut-off": (response, good) => {
    head(response, 200, feedType(good), { "content-length": Buffer.byteLength(good.body) });
    response.write(good.body.slice(0, Math.floor(good.body.length / 2)), () => response.destroy());
  },

  huge: async (response, good) => {
    head(response, 200, feedType(good));
    const filling = Buffer.alloc(64 * 1024, "<!-- riempitivo -->\n");
    await pourOut(response, good.body.slice(0, 200), filling, hugeMegabytes * 16);
  },

  "gzip-bomb": async (response, good) => {
    head(response, 200, feedType(good), { "content-encoding": "gzip" });
    await pourOut(response, gzipSync(good.body.slice(0, 200)), bomb(), hugeMegabytes / bombMegabytes);
  },

  "redirect-loop": (response, good) => {
    head(response, 302, "text/plain", {
      location: `${good.path}?giro=${Math.trunc(performance.now())}`,
    }).end();
  },

  "wrong-charset": (response, good) => {
    const labelled = good.body.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"');
    head(response, 200, `${good.mediaType}; charset=ISO-8859-1`).end(windows1252(labelled));
  },

  binary: (response, good) => void head(response, 200, feedType(good)).end(noise),

  "304-always": (response) => void response.writeHead(304).end(),
};

function head(
  response: ServerResponse,
  status: number,
  mediaType: string,
  more: Record<string, string | number> = {},
): ServerResponse {
  return response.writeHead(status, { "content-type": mediaType, ...more });
}

function feedType(good: GoodAnswer): string {
  return `${good.mediaType}; charset=utf-8`;
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

const noise = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 197 + (index >> 3)) & 0xff));

const errorPage = `<!doctype html>
<html lang="it"><head><meta charset="utf-8"><title>Servizio momentaneamente non disponibile</title></head>
<body><h1>Servizio momentaneamente non disponibile</h1><p>Ci scusiamo per il disagio. Riprovare più tardi.</p></body></html>
`;
