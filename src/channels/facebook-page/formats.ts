import type { Channel } from "../channel.ts";

const onThePage = { isEditable: true, isRemovable: true };
/** A story vanishes by itself after a day; no call edits or deletes one (graph-api.md section 7.3). */
const forADay = { isEditable: false, isRemovable: false };

/** The formats of a Page (graph-api.md sections 5 to 7). */
export const formats = {
  "link-post": { media: "none", shape: "preview", picturesMax: 0, isStaged: false, ...onThePage },
  "photo-post": { media: "picture", shape: "square", picturesMax: 1, isStaged: false, ...onThePage },
  // Facebook documents no bound for photos in one post; 10 is what others keep to (section 6).
  album: { media: "pictures", shape: "square", picturesMax: 10, isStaged: true, ...onThePage },
  "photo-story": { media: "picture", shape: "story", picturesMax: 1, isStaged: true, ...forADay },
  "video-story": { media: "clip", shape: "story", picturesMax: 0, isStaged: true, ...forADay },
  reel: { media: "clip", shape: "story", picturesMax: 0, isStaged: true, ...onThePage },
} satisfies Channel<unknown>["formats"];
