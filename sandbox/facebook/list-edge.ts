import { type Answer, type GraphCall, type KnownCall, read, type Surroundings } from "./call.ts";
import { parseFields, wholeNumber } from "./fields.ts";
import { invalidParameter } from "./graph-error.ts";
import type { Span } from "./page-posts.ts";
import type { Post } from "./post.ts";
import { checkPostFields, DEFAULT_POST_FIELDS, viewingOf, viewPost } from "./post-view.ts";
import type { Page } from "./world.ts";

const LIMIT_DEFAULT = 25;
const LIMIT_MAX = 100;

/**
 * Lists posts of a Page, newest first: `fields`, `limit`, `since`/`until`, cursors (sections 10 and 18). Posts younger
 * than the read lag are left out as if they did not exist yet.
 */
export function listPosts(
  call: KnownCall,
  page: Page,
  around: Surroundings,
  belongs: (post: Post) => boolean,
): Answer {
  const { params } = call;
  const fields = params.fields === undefined ? DEFAULT_POST_FIELDS : parseFields(params.fields);
  const viewing = viewingOf(call, around);
  checkPostFields(fields, viewing);
  const limit = readLimit(params.limit);
  const span = {
    since: readMoment(params.since, "since", around),
    until: readMoment(params.until, "until", around),
  };
  const oldEnough = around.now() - call.lagMs;
  const listed = (post: Post): boolean => post.createdAt <= oldEnough && belongs(post);
  const found = turnPage(page, params, span, limit, listed);
  const data = found.posts.map((post) => viewPost(post, fields, viewing));
  return read({ data, ...paging(found, call, around.origins.graph) });
}

interface Found {
  posts: Post[];
  newer: boolean;
  older: boolean;
}

function turnPage(
  page: Page,
  params: Record<string, string>,
  span: Span,
  limit: number,
  listed: (post: Post) => boolean,
): Found {
  if (params.before !== undefined) {
    const from = readCursor(params.before, "before");
    const posts = firstOf(page.posts.oldestFirst(span, from), limit + 1, listed);
    return { posts: posts.slice(0, limit).reverse(), newer: posts.length > limit, older: true };
  }
  const from = params.after === undefined ? undefined : readCursor(params.after, "after");
  const posts = firstOf(page.posts.newestFirst(span, from), limit + 1, listed);
  return { posts: posts.slice(0, limit), newer: from !== undefined, older: posts.length > limit };
}

function firstOf(posts: Iterable<Post>, count: number, listed: (post: Post) => boolean): Post[] {
  const first: Post[] = [];
  for (const post of posts) {
    if (!listed(post)) continue;
    first.push(post);
    if (first.length >= count) break;
  }
  return first;
}

/** Cursors and absolute addresses on our own origin, carrying the token as the real ones do (section 18). */
function paging(found: Found, call: GraphCall, origin: string): { paging?: object } {
  const first = found.posts[0];
  const last = found.posts.at(-1);
  if (!first || !last) return {};
  const before = writeCursor(first.seq);
  const after = writeCursor(last.seq);
  const address = (cursor: Record<string, string>): string => {
    const { before: _before, after: _after, method: _method, ...params } = call.params;
    const query = new URLSearchParams({ ...params, access_token: call.token ?? "", ...cursor });
    return `${origin}${call.path}?${query}`;
  };
  return {
    paging: {
      cursors: { before, after },
      ...(found.newer ? { previous: address({ before }) } : {}),
      ...(found.older ? { next: address({ after }) } : {}),
    },
  };
}

/** Opaque to callers, like the real ones. */
function writeCursor(seq: number): string {
  return Buffer.from(`post:${seq}`).toString("base64url");
}

function readCursor(text: string, name: string): number {
  const seq = /^post:(\d+)$/.exec(Buffer.from(text, "base64url").toString())?.[1];
  if (seq === undefined) throw invalidParameter(`Invalid cursor in parameter ${name}`);
  return Number(seq);
}

function readLimit(text: string | undefined): number {
  if (text === undefined) return LIMIT_DEFAULT;
  const limit = wholeNumber(text, "limit");
  if (limit > LIMIT_MAX) throw invalidParameter(`Param limit must be at most ${LIMIT_MAX}`);
  return limit;
}

const UNIT_SECONDS: Record<string, number> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
};

/** Unix seconds out of unix seconds, ISO 8601 or the commonest strtotime words (section 2). */
export function readMoment(text: string | undefined, name: string, around: Surroundings): number | undefined {
  if (text === undefined || text === "") return undefined;
  const nowSeconds = Math.floor(around.now() / 1000);
  if (/^\d{1,12}$/.test(text)) return Number(text);
  if (text === "now") return nowSeconds;
  const ago =
    /^-(\d{1,6}) ?(second|minute|hour|day|week)s?$/.exec(text) ??
    /^(\d{1,6}) (second|minute|hour|day|week)s? ago$/.exec(text);
  if (ago) return nowSeconds - Number(ago[1]) * (UNIT_SECONDS[ago[2] ?? ""] ?? 0);
  // Graph's own form has an offset without a colon, which Date does not have to understand.
  const at = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
  if (Number.isNaN(at)) throw invalidParameter(`Param ${name} must be a valid time`);
  return Math.floor(at / 1000);
}
