import { html } from "hono/html";
import { isLive, STORY_MS, type Story, storyAddress } from "../facebook/media/story.ts";
import { videoAddress } from "../facebook/media/video.ts";
import { picture } from "./media.ts";
import { address, type View } from "./view.ts";

/** A day of a lively portal holds hundreds; whoever wants an older one has its own address. */
const STORIES_SHOWN = 24;

/** The newest stories a visitor sees now, oldest first as they are watched, with the time they have left. */
export function stories(view: View) {
  const { sandbox, page, words } = view;
  const { world } = sandbox;
  const live = world.library.newestFirst("stories", page.id).filter((story) => isLive(story, world.now()));
  if (live.length === 0) return "";
  const earlier = live.length - STORIES_SHOWN;
  return html`<section class="stories" aria-labelledby="t-stories">
    <h3 id="t-stories">${words.media.stories}</h3>
    ${earlier > 0 ? html`<p class="hint">${words.media.earlierStories(earlier)}</p>` : ""}
    <ol tabindex="0" aria-labelledby="t-stories">
      ${live
        .slice(0, STORIES_SHOWN)
        .reverse()
        .map(
          (story) =>
            html`<li><a href="${storyPath(story, view)}">${frame(story, view)}<span class="left">${timeLeft(story, view)}</span></a></li>`,
        )}
    </ol>
  </section>`;
}

/** The picture or film of a story; the strip shows it small, its own page large. */
export function frame(story: Story, view: View, controls = false) {
  const { library } = view.sandbox.world;
  const photo = library.photos.get(story.mediaId);
  if (photo) return picture(photo, view.words.media.noAlt);
  const label = view.words.media.video;
  return controls
    ? html`<video src="${videoAddress("", story.mediaId)}" controls preload="metadata" playsinline aria-label="${label}"></video>`
    : html`<span class="story-film"><video src="${videoAddress("", story.mediaId)}" preload="metadata" muted playsinline tabindex="-1" aria-hidden="true"></video><span>${label}</span></span>`;
}

export function timeLeft(story: Story, { sandbox, words }: View): string {
  const minutes = Math.max(1, Math.ceil(((story.liveAt ?? 0) + STORY_MS - sandbox.world.now()) / 60_000));
  return words.media.left(minutes);
}

function storyPath(story: Story, view: View): string {
  return address(storyAddress("", story), view);
}
