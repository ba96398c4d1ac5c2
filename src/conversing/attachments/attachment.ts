/** A file that came with a message, as the desk shows it. */
export interface Attachment {
  authorityId: string;
  id: string;
  messageId: string;
  /** The network's word: image, video, audio, file… */
  kind: string;
  name: string | null;
  state: "due" | "fetching" | "kept" | "refused" | "gone";
  why: KeptOutReason | null;
  /** By its content, whatever it was called. */
  mediaType: string | null;
  bytes: number | null;
  sha256: string | null;
}

/** Why a file is not kept. Refused: we do not want it; gone: it could not be had, or its term is over. */
export const keptOutReasons = [
  "too-large",
  "too-many",
  "message-too-large",
  "foreign-address",
  "program",
  "web-page",
  "drawing-with-scripts",
  "archive",
  "macros",
  "old-office-format",
  "unknown-kind",
  "empty",
  "expired",
  "not-reached",
  "term-over",
] as const;
export type KeptOutReason = (typeof keptOutReasons)[number];

/** The network's words for what is a file; links and shared posts are none. */
export const fileKinds = ["image", "photo", "video", "audio", "file", "sticker"] as const;

const mega = 1_000_000;

/** What one file, one message and one account in a day may bring. Messenger itself lets people send 25 MB. */
export const attachmentLimits = {
  fileBytesMax: 25 * mega,
  messageFilesMax: 30,
  messageBytesMax: 100 * mega,
  /** Beyond it, files wait for the next hours, so that one person cannot fill the disk in an afternoon. */
  accountDayBytesMax: 1_000 * mega,
} as const;

const minute = 60_000;
// Networks sign addresses for days, so the last try comes while there is still hope.
const pausesMs = [0.5, 2, 10, 60, 360, 1_440].map((minutes) => minutes * minute);

/** When to try again after so many attempts; undefined: no more. */
export function nextTryAt(attempts: number, now: Date): Date | undefined {
  const pause = pausesMs[attempts - 1];
  return pause === undefined ? undefined : new Date(now.getTime() + pause);
}

/** Whoever has a fetch under way is believed for so long; then somebody else begins it again. */
export const fetchLeaseMs = 3 * minute;

/** What browsers show by themselves without running anything. */
const shownInline = new Set(["image/jpeg", "image/png", "image/gif", "image/webp"]);

export function isShownInline(mediaType: string | null): boolean {
  return mediaType !== null && shownInline.has(mediaType);
}

const extensions: Record<string, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/gif": "gif",
  "image/webp": "webp",
  "image/heic": "heic",
  "video/mp4": "mp4",
  "audio/ogg": "ogg",
  "audio/mpeg": "mp3",
  "audio/mp4": "m4a",
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
  "application/vnd.oasis.opendocument.text": "odt",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
  "application/vnd.oasis.opendocument.presentation": "odp",
};

/** The media types that are kept. */
export const keptMediaTypes: readonly string[] = Object.keys(extensions);

/**
 * A name every system takes, ending as its content says and not as its sender did: letters of any script, digits, dot,
 * hyphen. What turns the direction of writing, or leads out of a folder, is not in it.
 */
export function safeFileName(name: string | null, mediaType: string | null, fallback: string): string {
  const base = (name ?? "")
    .normalize("NFC")
    .replace(/\.[^.]{1,8}$/u, "")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[.-]+|[.-]+$/gu, "")
    .slice(0, 60);
  const extension = mediaType === null ? undefined : extensions[mediaType];
  return `${base || fallback}${extension ? `.${extension}` : ""}`;
}

/** How long files wait when an account has kept all it may in a day. */
export const dayFullPauseMs = 3_600_000;

export function isDayFull(dayBytes: number): boolean {
  return dayBytes >= attachmentLimits.accountDayBytesMax;
}
