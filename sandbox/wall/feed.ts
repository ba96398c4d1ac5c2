import { html } from "hono/html";
import { fullName, personById } from "../facebook/community/people.ts";
import { isVisible, localId, type Post } from "../facebook/post.ts";
import { discussion } from "./discussion.ts";
import { duplicatesAmong } from "./duplicates.ts";
import { media } from "./media.ts";
import { peopleWords } from "./people-language.ts";
import { postText } from "./post-text.ts";
import { stories } from "./stories.ts";
import { address, initials, moment, shortName, type View } from "./view.ts";

const SHOWN = 30;

/** The counters and the newest posts of a Page; replaced as a whole by the live script. */
export function feed(view: View) {
  const posts = view.sandbox
    .posts(view.page.id)
    .filter((post) => isVisible(post) && showsTo(view, post))
    .reverse();
  const duplicates = duplicatesAmong(
    posts.filter(({ authorId }) => authorId === undefined),
    view.sandbox.world.library,
  );
  const from = view.before === undefined ? 0 : posts.findIndex((post) => post.seq < (view.before ?? 0));
  const shown = from === -1 ? [] : posts.slice(from, from + SHOWN);
  const last = shown.at(-1);
  const more = last !== undefined && last !== posts.at(-1);
  return html`<div id="feed">
    <p class="counters" id="counters">
      <span class="count">${view.words.posts(posts.length)}</span>
      <span class="count ${duplicates.size === 0 ? "good" : "bad"}">${view.words.duplicates(duplicates.size)}</span>
    </p>
    ${view.before === undefined ? stories(view) : ""}
    ${posts.length === 0 ? empty(view) : ""}
    <ol class="posts" id="posts">
      ${shown.map((post) => html`<li data-key="${postKey(post, duplicates, view)}">${card(post, view, duplicates.has(post.id))}</li>`)}
    </ol>
    ${pager(view, more ? last : undefined)}
  </div>`;
}

/** What an app in development mode publishes is seen by people with a role on it only (section 3.8). */
function showsTo({ sandbox, as }: View, post: Post): boolean {
  return as.role !== undefined || sandbox.world.apps.get(post.appId)?.development !== true;
}

/** Changes whenever the card would look different: the live script keeps cards whose key it already shows. */
function postKey(post: Post, duplicates: Set<string>, { sandbox, as }: View): string {
  const { community } = sandbox.world;
  const blocked = community.blocked.has(post.pageId, as.id) ? "b" : "";
  return `${post.id}:${post.updatedAt}:${duplicates.has(post.id) ? "d" : ""}:${community.changesUnder(post.id)}${blocked}`;
}

function empty({ words }: View) {
  return html`<div class="empty"><p class="empty-title">${words.empty.title}</p><p>${words.empty.text}</p></div>`;
}

function pager(view: View, last: Post | undefined) {
  const path = `/${view.page.id}`;
  const newest =
    view.before === undefined ? "" : html`<a href="${address(path, view)}">${view.words.newest}</a>`;
  const older = last
    ? html`<a href="${address(path, view, { before: String(last.seq) })}">${view.words.older}</a>`
    : "";
  return newest || older
    ? html`<nav class="pager" aria-label="${view.words.older}">${newest} ${older}</nav>`
    : "";
}

/** One post as a visitor sees it. */
export function card(post: Post, view: View, duplicate: boolean) {
  const { words, page, language } = view;
  const path = address(`/${page.id}/posts/${localId(post)}`, view);
  const iso = new Date(post.createdAt).toISOString();
  const author = post.authorId === undefined ? undefined : personById(post.authorId);
  const name = author ? fullName(author) : shortName(page);
  return html`<article id="p-${localId(post)}" class="post${duplicate ? " is-duplicate" : ""}">
    <header>
      <span class="avatar${author ? " person" : ""}" aria-hidden="true">${initials(author ? name : page.name)}</span>
      <div>
        <h3>${name}${author ? html` <small>${peopleWords(language).visitor}</small>` : ""}</h3>
        <p class="when">
          <a href="${path}" title="${words.permalink}"><time datetime="${iso}">${moment(post.createdAt, language)}</time></a>
          ${post.updatedAt > post.createdAt ? html`<span>· ${words.edited}</span>` : ""}
        </p>
      </div>
      ${duplicate ? html`<strong class="badge" title="${words.duplicateHint}">${words.duplicate}</strong>` : ""}
    </header>
    ${post.message ? html`<p class="text" lang="it">${postText(post.message)}</p>` : ""}
    ${media(post, view)} ${preview(post)} ${discussion(post, view)}
  </article>`;
}

function preview(post: Post) {
  if (!post.link || !post.preview) return "";
  const { title, description, imageUrl, canonicalUrl } = post.preview;
  return html`<a class="preview" href="${post.link}" rel="nofollow noopener" lang="it">
    ${imageUrl ? html`<img src="/_picture/${post.id}" alt="" loading="lazy" width="1200" height="630">` : ""}
    <span class="preview-text">
      <span class="domain">${new URL(canonicalUrl).host}</span>
      <span class="preview-title">${title}</span>
      ${description ? html`<span class="preview-description">${description}</span>` : ""}
    </span>
  </a>`;
}
