import { type Format, formats } from "../channels/channel.ts";

/** Who prepares: pictures take a tenth of a second each, a film half a minute of a processor. */
export const preparedMedia = ["pictures", "clip"] as const;
export type PreparedMedia = (typeof preparedMedia)[number];

const ofFilm: readonly Format[] = ["video-story", "reel"];

export function mediaOf(format: Format): PreparedMedia {
  return ofFilm.includes(format) ? "clip" : "pictures";
}

export function formatsWith(media: PreparedMedia): Format[] {
  return formats.filter((format) => mediaOf(format) === media);
}
