import { type Answer, type KnownCall, read, type Surroundings } from "../call.ts";
import { mentionedPages } from "../community/comment.ts";
import { fieldNames, parseFields, project, type Shape } from "../fields.ts";
import { listPosts } from "../list-edge.ts";
import type { Post } from "../post.ts";
import { hasRole, mustBeAbleToRead, tasksOf } from "../recognise.ts";
import { mustBeAbleToSee, RIGHTS } from "../rights.ts";
import type { Page } from "../world.ts";

/** In Meta's specification of a Page, but not imitated. */
const ELSEWHERE = new Set(
  `affiliation app_id best_page bio birthday business can_checkin checkins company_overview
   connected_instagram_account contact_address country_page_likes cover current_location description description_html
   display_subtext displayed_message_response_time emails engagement featured_video founded general_info genre
   global_brand_page_name has_added_app hours impressum instagram_business_account is_always_open is_chain
   is_community_page is_messenger_platform_bot is_owned is_permanently_closed is_unclaimed is_verified
   is_webhooks_subscribed keywords location merchant_id messaging_feature_status mission name_with_location_descriptor
   new_like_count overall_star_rating owner_business page_token parent_page parking phone picture place_type
   privacy_info_url promotion_eligible rating_count recipient roles single_line_address start_info store_number
   talking_about_count temporary_status unread_message_count unread_notif_count unseen_message_count website
   were_here_count whatsapp_number albums photos videos conversations settings insights blocked subscribed_apps
   scheduled_posts visitor_posts tagged ads_posts stories video_reels`.split(/\s+/),
);

/** `GET /{page-id}` and `GET /me` with a Page token. */
export function readPage(call: KnownCall, page: Page, around: Surroundings): Answer {
  const fields =
    call.params.fields === undefined ? fieldNames(["name", "id"]) : parseFields(call.params.fields);
  return read(project(fields, pageShape(call, page, around), "Page", ELSEWHERE));
}

/** `GET /{page-id}/feed`: all of the Page's posts, unpublished ones too (section 10). */
export function listFeed(call: KnownCall, page: Page, around: Surroundings): Answer {
  mustBeAbleToRead(call, page, around.world);
  const visitorsToo = call.holder.scopes.has("pages_read_user_content");
  return listPosts(call, page, around, (post) => !post.reel && (visitorsToo || isOwn(post)));
}

/**
 * `GET /{page-id}/posts` and `/published_posts`: the Page's own posts that are public. Reels are not among them
 * ("do not appear through the ordinary post read on some versions", section 7.4): `/video_reels` lists them.
 */
export function listPublished(call: KnownCall, page: Page, around: Surroundings): Answer {
  mustBeAbleToRead(call, page, around.world);
  const hiddenToo = call.params.include_hidden === "true";
  return listPosts(
    call,
    page,
    around,
    (post) => isOwn(post) && post.published && !post.reel && (hiddenToo || !post.hidden),
  );
}

/** `GET /{page-id}/visitor_posts` and `/tagged`: what others wrote on the Page, or where they mentioned it (section 10). */
export function listVisitors(
  call: KnownCall,
  page: Page,
  around: Surroundings,
  which: "on the Page" | "mentioning it",
): Answer {
  mustBeAbleToSee(call, page, around.world, RIGHTS.readComments);
  return listPosts(
    call,
    page,
    around,
    (post) => !isOwn(post) && (which === "on the Page" || mentionedPages(post.message).includes(page.id)),
  );
}

function isOwn(post: Post): boolean {
  return post.authorId === undefined;
}

/** `GET /{page-id}/scheduled_posts`: what waits for its moment (section 10); drafts wait for a person and are not in it. */
export function listScheduled(call: KnownCall, page: Page, around: Surroundings): Answer {
  mustBeAbleToRead(call, page, around.world);
  return listPosts(call, page, around, (post) => post.scheduledAt !== undefined && !post.reel);
}

function pageShape(call: KnownCall, page: Page, around: Surroundings): Shape {
  return {
    id: () => page.id,
    name: () => page.name,
    category: () => page.category,
    category_list: () => categoryList(page),
    about: () => page.about,
    link: () => `${around.origin}/${page.id}`,
    username: () => undefined,
    is_published: () => true,
    fan_count: () => 0,
    followers_count: () => 0,
    verification_status: () => "not_verified",
    has_transitioned_to_new_page_experience: () => true,
    can_post: () => call.holder.pageId === page.id,
    tasks: () =>
      hasRole(call.holder, page, around.world) ? tasksOf(call.holder, page, around.world) : undefined,
    // Only to a person with a role on the Page, through the app the Page token belongs to (section 3.2).
    access_token: () => pageTokenFor(call, page, around),
  };
}

export function categoryList(page: Page): { id: string; name: string }[] {
  return [{ id: "161422927240513", name: page.category }];
}

/** The Page token the caller may have, or undefined. */
export function pageTokenFor(call: KnownCall, page: Page, around: Surroundings): string | undefined {
  const { holder } = call;
  if (!hasRole(holder, page, around.world) || holder.pageIds?.includes(page.id) === false) return undefined;
  if (holder.kind === "PAGE") return holder.pageId === page.id ? holder.value : undefined;
  const owner = around.world.tokens.get(page.token);
  // The seed's own tokens belong together; whoever came through the dialog or as a system user has tokens of their own.
  const isSeed =
    owner?.appId === call.app.id && owner.userId === holder.userId && holder.pageIds === undefined;
  return isSeed ? page.token : around.logins.pageToken(holder, page).value;
}
