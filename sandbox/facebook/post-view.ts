import { applicationShape } from "./application-view.ts";
import { attachments, pictureOf } from "./attachments.ts";
import type { KnownCall, Surroundings } from "./call.ts";
import { authorOf } from "./community/author-view.ts";
import { edgeParams, viewComments } from "./community/comment-view.ts";
import { viewLikes, viewReactions } from "./community/reaction-view.ts";
import { edge, type Field, fieldNames, project, type Shape } from "./fields.ts";
import { GraphError } from "./graph-error.ts";
import { graphTime, localId, type Post } from "./post.ts";
import type { World } from "./world.ts";

/** What a view of a post depends on besides the post. */
export interface PostViewing {
  world: World;
  /** The sandbox's own address, for pictures and shimmed links. */
  origin: string;
  /** The origin of permalinks. */
  www: string;
  dateFormat?: string;
  /** Who asks: people show to some apps and not to others. */
  call: KnownCall;
}

export function viewingOf(call: KnownCall, around: Surroundings): PostViewing {
  const { world, origin, origins } = around;
  return { world, origin, www: origins.www, dateFormat: call.params.date_format, call };
}

/** Without `fields`: section 10. */
export const DEFAULT_POST_FIELDS = fieldNames(["created_time", "message", "id"]);

/** In Meta's specification of a Page post, but not imitated. */
const ELSEWHERE = new Set(
  `actions admin_creator allowed_advertising_objectives call_to_action child_attachments comments_mirroring_domain
   coordinates event expanded_height expanded_width feed_targeting height icon insights instagram_eligibility is_app_share
   is_eligible_for_dark_post is_eligible_for_promotion is_inline_created is_instagram_eligible is_popular is_spherical 
   multi_share_end_card multi_share_optimized place privacy promotable_id sharedposts sponsor_tags
   story_tags subscribed target targeting timeline_visibility to via video_buying_eligibility width`.split(
    /\s+/,
  ),
);

/** Gone since v3.3 from posts: what they held is in `attachments` (section 10). */
const RETIRED: Shape = Object.fromEntries(
  ["caption", "description", "link", "name", "object_id", "source", "type"].map((name) => [
    name,
    () => {
      throw new GraphError({
        message: `(#12) ${name} field is deprecated for versions v3.3 and higher`,
        type: "OAuthException",
        code: 12,
      });
    },
  ]),
);

/** One post as Graph shows it. */
export function viewPost(post: Post, fields: Field[], viewing: PostViewing): Record<string, unknown> {
  return project(fields, postShape(post, viewing), "Post", ELSEWHERE);
}

/** Throws what Graph answers to an unknown field, before anything is done: it checks the request as a whole first. */
export function checkPostFields(fields: Field[], viewing: PostViewing): void {
  const sample: Post = {
    seq: 0,
    id: "0_0",
    pageId: "0",
    appId: "0",
    link: "http://example.invalid/",
    preview: {
      title: "",
      canonicalUrl: "http://example.invalid/",
      type: "website",
      imageUrl: "http://example.invalid/",
    },
    createdAt: 0,
    updatedAt: 0,
    published: true,
    hidden: false,
  };
  viewPost(sample, fields, viewing);
}

function postShape(post: Post, viewing: PostViewing): Shape {
  const { dateFormat } = viewing;
  const picture = () => pictureOf(post, viewing);
  const shape: Shape = {
    id: () => post.id,
    created_time: () => graphTime(post.createdAt, dateFormat),
    updated_time: () => graphTime(post.updatedAt, dateFormat),
    message: () => post.message,
    story: () => undefined,
    permalink_url: () => permalink(post, viewing.www),
    status_type: () => statusType(post),
    is_published: () => post.published,
    is_hidden: () => post.hidden,
    is_expired: () => false,
    full_picture: picture,
    picture,
    ...peopleShape(post, viewing),
    attachments: (field) => attachments(post, field, viewing),
    promotion_status: () => "inactive",
    can_reply_privately: () => post.authorId !== undefined,
    message_tags: () => undefined,
    scheduled_publish_time: () =>
      post.scheduledAt === undefined ? undefined : Math.floor(post.scheduledAt / 1000),
    backdated_time: () => undefined,
    parent_id: () => undefined,
    properties: () => undefined,
  };
  return { ...shape, ...RETIRED };
}

/** Who wrote a post, through which app, and what people did with it. */
function peopleShape(post: Post, viewing: PostViewing): Shape {
  const { world, origin } = viewing;
  return {
    from: (field) => {
      const author = authorOf(post.pageId, post.authorId ?? post.pageId, viewing);
      return (
        author &&
        project(
          field.inner ?? fieldNames(["name", "id"]),
          { id: () => author.id, name: () => author.name },
          "Page",
        )
      );
    },
    ...socialEdges(post, viewing),
    application: (field) =>
      post.authorId !== undefined
        ? undefined
        : project(
            field.inner ?? fieldNames(["link", "name", "id"]),
            applicationShape(post.appId, world, origin),
            "Application",
          ),
  };
}

/** Where a browser finds a post; Reels have an address of another kind. */
export function permalink(post: Post, www: string): string {
  return post.reel ? `${www}/reel/${post.videoId}` : `${www}/${post.pageId}/posts/${localId(post)}`;
}

/** Posts by an app: link gives shared_story, text mobile_status_update, photo added_photos (section 10). */
function statusType(post: Post): string {
  if (post.authorId !== undefined) return "wall_post";
  if (post.videoId) return "added_video";
  if (post.photos) return "added_photos";
  return post.link ? "shared_story" : "mobile_status_update";
}

/** What people made of a post. */
function socialEdges(post: Post, viewing: PostViewing): Shape {
  return {
    // Nobody shares posts here; a post that was never shared has no such field.
    shares: () => undefined,
    comments: edge((field) => viewComments({ postId: post.id }, edgeParams(field), field.inner, viewing)),
    reactions: edge((field) =>
      viewReactions({ pageId: post.pageId, postId: post.id }, edgeParams(field), field.inner, viewing),
    ),
    likes: edge((field) =>
      viewLikes({ pageId: post.pageId, postId: post.id }, edgeParams(field), field.inner, viewing),
    ),
  };
}
