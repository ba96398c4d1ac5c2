import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { answerBroken } from "./broken-answer.ts";
import { type Fault, type FaultSwitch, itemsUnder } from "./faults.ts";
import { feedOf } from "./feeds/feed.ts";
import { type FormatRules, feedFormats } from "./feeds/formats.ts";
import type { Noticeboard } from "./noticeboard.ts";

export interface FeedTools {
  board: Noticeboard;
  faults: FaultSwitch;
  origin: () => string;
  now: () => Date;
}

const limitDefault = 20;
const limitMax = 200;

/** The four feeds: newest first, `?limit=` 1 to 200, with ETag and Last-Modified, struck by the fault in force. */
export function addFeedRoutes(app: FastifyInstance, tools: FeedTools): void {
  for (const format of Object.values(feedFormats)) {
    app.get<{ Querystring: { limit?: string } }>(format.path, async (request, reply) => {
      const fault = tools.faults.strike();
      const body = write(format, limitOf(request.query.limit), fault, tools);
      if (fault === undefined || onlyContent(fault)) return sendFeed(request, reply, format, body, tools);
      reply.hijack();
      await answerBroken(
        fault,
        {
          path: format.path,
          mediaType: format.mediaType,
          body,
          send: () => reply.raw.writeHead(200, headersOf(format, body, tools)).end(body),
        },
        reply.raw,
      );
    });
  }
}

function onlyContent({ name }: Fault): boolean {
  return name === "empty-feed" || name === "shrunk" || name === "changed-ids";
}

function limitOf(asked: string | undefined): number {
  const limit = Number(asked ?? limitDefault);
  return Number.isInteger(limit) && limit >= 1 ? Math.min(limit, limitMax) : limitDefault;
}

function write(format: FormatRules, limit: number, fault: Fault | undefined, tools: FeedTools): string {
  const items = itemsUnder(fault, tools.board.items()).slice(0, limit);
  return format.write(
    feedOf(items, {
      origin: tools.origin(),
      selfUrl: tools.origin() + format.path,
      updatedAt: tools.board.changedAt(),
      idVersion: fault?.name === "changed-ids" ? tools.faults.idVersion() : 1,
    }),
  );
}

function sendFeed(
  request: FastifyRequest,
  reply: FastifyReply,
  format: FormatRules,
  body: string,
  tools: FeedTools,
) {
  const headers = headersOf(format, body, tools);
  reply.headers(headers);
  return isFresh(request, headers) ? reply.code(304).send() : reply.send(body);
}

function headersOf(format: FormatRules, body: string, { board, now }: FeedTools): Record<string, string> {
  const changedSecond = Math.floor(board.changedAt().getTime() / 1000);
  const headers: Record<string, string> = {
    "content-type": `${format.mediaType}; charset=utf-8`,
    "cache-control": "no-cache",
    etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
  };
  // HTTP dates count whole seconds. While the second of the last change still runs, another change may fall into
  // it, and who had got its date would be told "not modified" wrongly: so until it is over the date is left out.
  if (Math.floor(now().getTime() / 1000) > changedSecond) {
    headers["last-modified"] = new Date(changedSecond * 1000).toUTCString();
  }
  return headers;
}

/** RFC 9110, 13.2.2: where there is an ETag to compare, dates do not count. */
function isFresh(request: FastifyRequest, headers: Record<string, string>): boolean {
  const tags = request.headers["if-none-match"];
  if (tags !== undefined) {
    return tags
      .split(",")
      .some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === headers.etag);
  }
  const since = Date.parse(request.headers["if-modified-since"] ?? "");
  const modified = Date.parse(headers["last-modified"] ?? "");
  return modified <= since;
}
