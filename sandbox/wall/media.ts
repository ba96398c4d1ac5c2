import { html } from "hono/html";
import { type Photo, photoAddress } from "../facebook/media/photo.ts";
import { videoAddress } from "../facebook/media/video.ts";
import type { Post } from "../facebook/post.ts";
import type { View } from "./view.ts";

/** More than these are a number on the last one, as on the real wall. */
const SHOWN = 4;

/** The photos or the film of a post. */
export function media(post: Post, view: View) {
  if (post.videoId !== undefined) return film(post.videoId, post, view);
  const { photos } = view.sandbox.world.library;
  const shown = (post.photos ?? []).flatMap((id) => photos.get(id) ?? []);
  if (shown.length > 0) return album(shown, view);
  // A journal from elsewhere, without the folder beside it.
  return post.photos ? html`<p class="media-gone">${view.words.media.gone}</p>` : "";
}

function album(photos: Photo[], { words }: View) {
  const more = photos.length - SHOWN;
  return html`<ul class="photos photos-${Math.min(photos.length, SHOWN)}">
    ${photos.slice(0, SHOWN).map(
      (photo, at) => html`<li>
        <a href="${photoAddress("", photo.id)}">${picture(photo, words.media.noAlt)}${
          more > 0 && at === SHOWN - 1 ? html`<span class="more">+${more}</span>` : ""
        }</a>
      </li>`,
    )}
  </ul>`;
}

/** A photo with its alternative text, or words that say that it has none. */
export function picture(photo: Photo, noAlt: string) {
  return html`<img src="${photoAddress("", photo.id)}" alt="${photo.altText ?? noAlt}" lang="it" loading="lazy" width="${photo.width}" height="${photo.height}">`;
}

function film(id: string, post: Post, view: View) {
  const video = view.sandbox.world.library.videos.get(id);
  const label = post.reel ? view.words.media.reel : view.words.media.video;
  if (!video) return html`<p class="media-gone">${view.words.media.gone}</p>`;
  return html`<div class="film${post.reel ? " is-reel" : ""}">
    <video src="${videoAddress("", id)}" controls preload="metadata" playsinline aria-label="${label}"></video>
    <span class="film-label">${label}</span>
  </div>`;
}
