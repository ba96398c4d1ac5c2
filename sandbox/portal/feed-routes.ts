import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { answerBroken } from "./broken-answer.ts";
import { type Fault, type FaultSwitch, isContentFault, itemsUnder } from "./faults.ts";
import { feedOf } from "./feeds/feed.ts";
import { type FormatRules, feedFormats } from "./feeds/formats.ts";
import type { Noticeboard } from "./noticeboard.ts";

export interface FeedTools {
  board: Noticeboard;
  faults: FaultSwitch;
  origin: () => string;
  name: string | undefined;
  now: () => Date;
}

/** A feed as it goes out, with the tag that stands for exactly these bytes. */
interface Edition {
  body: string;
  etag: string;
}

const limitDefault = 20;
const limitMax = 200;

/** The four feeds: newest first, `?limit=` 1 to 200, with ETag and Last-Modified, struck by the fault in force. */
export function addFeedRoutes(app: FastifyInstance, tools: FeedTools): void {
  const editions = keepEditions(tools);
  for (const format of Object.values(feedFormats)) {
    app.get<{ Querystring: { limit?: string } }>(format.path, async (request, reply) => {
      const fault = tools.faults.strike();
      const edition = editions(format, limitOf(request.query.limit), fault);
      const headers = headersOf(format, edition, tools);
      if (fault === undefined || isContentFault(fault.name))
        return sendFeed(request, reply, edition, headers);
      reply.hijack();
      const send = () => void reply.raw.writeHead(200, headers).end(edition.body);
      const good = { path: format.path, mediaType: format.mediaType, body: edition.body, send };
      await answerBroken(fault.name, fault, good, reply.raw);
    });
  }
}

function limitOf(asked: string | undefined): number {
  const limit = Number(asked ?? limitDefault);
  return Number.isInteger(limit) && limit >= 1 ? Math.min(limit, limitMax) : limitDefault;
}

/** Writes a feed once for each change of the noticeboard, however often it is read in between. */
function keepEditions(
  tools: FeedTools,
): (format: FormatRules, limit: number, fault: Fault | undefined) => Edition {
  const kept = new Map<string, Edition>();
  let revision = -1;
  return (format, limit, fault) => {
    if (fault !== undefined) return write(format, limit, fault, tools);
    if (revision !== tools.board.revision()) {
      kept.clear();
      revision = tools.board.revision();
    }
    const key = `${format.path} ${limit}`;
    const edition = kept.get(key) ?? write(format, limit, undefined, tools);
    kept.set(key, edition);
    return edition;
  };
}

function write(format: FormatRules, limit: number, fault: Fault | undefined, tools: FeedTools): Edition {
  const items = itemsUnder(fault, tools.board.items()).slice(0, limit);
  const body = format.write(
    feedOf(items, {
      origin: tools.origin(),
      name: tools.name,
      selfUrl: tools.origin() + format.path,
      updatedAt: tools.board.changedAt(),
      idVersion: fault?.name === "changed-ids" ? tools.faults.idVersion() : 1,
    }),
  );
  return { body, etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"` };
}

function sendFeed(
  request: FastifyRequest,
  reply: FastifyReply,
  edition: Edition,
  headers: Record<string, string>,
) {
  reply.headers(headers);
  return isFresh(request, headers) ? reply.code(304).send() : reply.send(edition.body);
}

function headersOf(format: FormatRules, edition: Edition, { board, now }: FeedTools): Record<string, string> {
  const changedSecond = Math.floor(board.changedAt().getTime() / 1000);
  const headers: Record<string, string> = {
    "content-type": `${format.mediaType}; charset=utf-8`,
    "cache-control": "no-cache",
    etag: edition.etag,
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
