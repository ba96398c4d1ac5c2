import { applicationShape } from "../application-view.ts";
import type { KnownCall } from "../call.ts";
import { edge, type Field, fieldNames, parseFields, project, type Shape } from "../fields.ts";
import { invalidParameter } from "../graph-error.ts";
import { graphTime } from "../post.ts";
import { turnList } from "../turn-list.ts";
import { authorOf, type SocialViewing } from "./author-view.ts";
import { type Comment, isByPage } from "./comment.ts";
import { viewLikes, viewReactions } from "./reaction-view.ts";

/** Without `fields`: section 11. */
const DEFAULT_FIELDS = fieldNames(["created_time", "from", "message", "id"]);

const ELSEWHERE = new Set(["live_broadcast_timestamp", "admin_creator"]);
const REPLY_SPAN_MS = 7 * 86_400_000;

/** One comment as Graph shows it to this caller. */
export function viewComment(
  comment: Comment,
  fields: Field[] = DEFAULT_FIELDS,
  viewing: SocialViewing,
): Record<string, unknown> {
  return project(fields, commentShape(comment, viewing), "Comment", ELSEWHERE);
}

type ListParams = Record<string, string | undefined>;

/**
 * The comments edge of a post or comment (section 11): `filter`, `order`, `summary`, `since`, `limit`, cursors. On a post
 * `stream` flattens all answers into one list.
 */
export function viewComments(
  under: { postId: string; commentId?: string },
  params: ListParams,
  fields: Field[] | undefined,
  viewing: SocialViewing,
): Record<string, unknown> {
  const { call, world, origin } = viewing;
  const { filter = "toplevel", order = "chronological" } = params;
  if (!["toplevel", "stream"].includes(filter))
    throw invalidParameter("Param filter must be one of {TOPLEVEL, STREAM}");
  if (!["chronological", "reverse_chronological"].includes(order))
    throw invalidParameter("Param order must be one of {CHRONOLOGICAL, REVERSE_CHRONOLOGICAL}");
  const { community } = world;
  const found =
    under.commentId !== undefined
      ? community.repliesTo(under.commentId)
      : filter === "stream"
        ? [...community.under(under.postId)]
        : community.topLevel(under.postId);
  const since = readSeconds(params.since);
  const youngest = world.now() - call.lagMs;
  const all = found.filter(
    (comment) => comment.createdAt <= youngest && Math.floor(comment.createdAt / 1000) >= since,
  );
  if (order === "reverse_chronological") all.reverse();
  const path = `/${call.version ?? "v25.0"}/${under.commentId ?? under.postId}/comments`;
  const { items, paging } = turnList(all, (comment) => comment.id, {
    params,
    path,
    origin,
    call,
    limitMax: 200,
  });
  const summary =
    params.summary === "true" || params.summary === "1" || /total_count/.test(params.summary ?? "")
      ? { summary: { order, total_count: all.length, can_comment: true } }
      : {};
  return {
    data: items.map((comment) => viewComment(comment, fields, viewing)),
    ...(paging ? { paging } : {}),
    ...summary,
  };
}

/** Parameters of an edge inside a field list, `comments.limit(5).order(…){…}`, as they would stand in a query. */
export function edgeParams(field: Field): ListParams {
  return {
    ...field.modifiers,
    ...(field.limit === undefined ? {} : { limit: String(field.limit) }),
  };
}

/** Fields of the query of an edge, or undefined for the defaults. */
export function queryFields(call: KnownCall): Field[] | undefined {
  return call.params.fields === undefined ? undefined : parseFields(call.params.fields);
}

/** The one private answer: within 7 days, once, and not to a Page (section 11). */
export function canReplyPrivately(comment: Comment, now: number): boolean {
  return (
    !isByPage(comment) && comment.privateReplyThread === undefined && now - comment.createdAt <= REPLY_SPAN_MS
  );
}

function commentShape(comment: Comment, viewing: SocialViewing): Shape {
  const { world, origin, call } = viewing;
  const { community } = world;
  const time = (at: number) => graphTime(at, call.params.date_format);
  const local = comment.id.slice(comment.id.indexOf("_") + 1);
  return {
    id: () => comment.id,
    created_time: () => time(comment.createdAt),
    message: () => comment.message ?? "",
    message_tags: () => undefined,
    from: (field) => fromOf(comment, field, viewing),
    parent: (field) => parentOf(comment, field, viewing),
    object: () => ({ id: comment.postId }),
    application: (field) =>
      comment.appId &&
      project(
        field.inner ?? fieldNames(["link", "name", "id"]),
        applicationShape(comment.appId, world, origin),
        "Application",
      ),
    attachment: () => attachmentOf(comment),
    comment_count: () => community.repliesTo(comment.id).length,
    like_count: () => community.reactionsTo(comment.id).length,
    user_likes: () => community.reactionsTo(comment.id).some(({ actorId }) => actorId === call.holder.pageId),
    ...flags(comment, world.now()),
    permalink_url: () =>
      `${origin}/${comment.pageId}/posts/${comment.postId.split("_")[1]}?comment_id=${local}`,
    private_reply_conversation: () =>
      comment.privateReplyThread === undefined ? undefined : { id: comment.privateReplyThread },
    comments: edge((field) =>
      viewComments(
        { postId: comment.postId, commentId: comment.id },
        edgeParams(field),
        field.inner,
        viewing,
      ),
    ),
    reactions: edge((field) => viewReactions(comment, edgeParams(field), field.inner, viewing)),
    likes: edge((field) => viewLikes(comment, edgeParams(field), field.inner, viewing)),
  };
}

function flags(comment: Comment, now: number): Shape {
  return {
    can_comment: () => true,
    can_like: () => true,
    can_hide: () => !isByPage(comment),
    can_remove: () => true,
    can_reply_privately: () => canReplyPrivately(comment, now),
    is_hidden: () => comment.hidden,
    is_private: () => false,
  };
}

function fromOf(comment: Comment, field: Field, viewing: SocialViewing): unknown {
  const author = authorOf(comment.pageId, comment.authorId, viewing);
  const shape = author && { id: () => author.id, name: () => author.name };
  return shape && project(field.inner ?? fieldNames(["name", "id"]), shape, "User");
}

function parentOf(comment: Comment, field: Field, viewing: SocialViewing): unknown {
  const parent =
    comment.parentId === undefined ? undefined : viewing.world.community.comments.get(comment.parentId);
  return parent && viewComment(parent, field.inner, viewing);
}

function attachmentOf({ picture }: Comment): unknown {
  if (!picture) return undefined;
  return {
    type: picture.type,
    url: picture.src,
    target: { url: picture.src },
    media: { image: { src: picture.src, width: 720, height: 720 } },
  };
}

function readSeconds(text: string | undefined): number {
  if (text === undefined || text === "") return 0;
  const at = /^\d{1,12}$/.test(text)
    ? Number(text)
    : Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2")) / 1000;
  if (Number.isNaN(at)) throw invalidParameter("Param since must be a valid time");
  return Math.floor(at);
}
