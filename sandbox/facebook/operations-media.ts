import type { OperationTable } from "./operation.ts";
import { listInsights } from "./operations/insights.ts";
import { readPhoto, removePhoto } from "./operations/one-photo.ts";
import { editVideo, readVideo, removeVideo } from "./operations/one-video.ts";
import { listScheduled } from "./operations/page.ts";
import { listPhotos, publishPhoto } from "./operations/photos.ts";
import { receiveUpload } from "./operations/receive-upload.ts";
import { listStories, publishPhotoStory, readStory } from "./operations/stories.ts";
import { publishInPhases } from "./operations/video-phases.ts";
import { listReels, listVideos, publishVideo } from "./operations/videos.ts";

/** Pictures, films, stories and figures: what a Page does with them, and what can be done with one. */
export const MEDIA_ON_PAGE: OperationTable<"page"> = {
  "GET scheduled_posts": (call, { page }, around) => listScheduled(call, page, around),
  "POST photos": (call, { page }, around) => publishPhoto(call, page, around),
  "GET photos": (call, { page }, around) => listPhotos(call, page, around),
  "POST photo_stories": (call, { page }, around) => publishPhotoStory(call, page, around),
  "POST video_stories": (call, { page }, around) => publishInPhases(call, page, around, "story"),
  "GET stories": (call, { page }, around) => listStories(call, page, around),
  "POST video_reels": (call, { page }, around) => publishInPhases(call, page, around, "reel"),
  "GET video_reels": (call, { page }, around) => listReels(call, page, around),
  "POST videos": (call, { page }, around) => publishVideo(call, page, around),
  "GET videos": (call, { page }, around) => listVideos(call, page, around),
  "GET insights": (call, { page }, around) => listInsights(call, page, around, "page", page.id),
};

export const FIGURES_OF_POST: OperationTable<"post"> = {
  "GET insights": (call, { post, page }, around) => listInsights(call, page, around, "post", post.id),
};

export const PHOTO: OperationTable<"photo"> = {
  "GET ": (call, { photo, page }, around) => readPhoto(call, photo, page, around),
  "DELETE ": (call, { photo, page }, around) => removePhoto(call, photo, page, around),
};

export const VIDEO: OperationTable<"video"> = {
  "GET ": (call, { video, page }, around) => readVideo(call, video, page, around),
  "POST ": (call, { video, page }, around) => editVideo(call, video, page, around),
  "POST upload": (call, { video, page }, around) => receiveUpload(call, video, page, around),
  "DELETE ": (call, { video, page }, around) => removeVideo(call, video, page, around),
};

export const STORY: OperationTable<"story"> = {
  "GET ": (call, { story, page }, around) => readStory(call, story, page, around),
  "GET insights": (call, { story, page }, around) => listInsights(call, page, around, "story", story.id),
};
