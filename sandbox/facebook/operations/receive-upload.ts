import type { Answer, KnownCall, Surroundings, Upload } from "../call.ts";
import { fetchFile, mayFetchFilm } from "../media/fetch-file.ts";
import { completeUpload } from "../media/receive.ts";
import type { Video } from "../media/video.ts";
import { mustBeAbleToPost } from "../recognise.ts";
import type { Page } from "../world.ts";

type RuploadError = "OffsetInvalidError" | "PartialRequestError" | "ProcessingFailedError";

/**
 * The bytes of a Reel or video story on the rupload host (section 7.2): all of them, the rest after `offset`, or the
 * address to fetch them from. What arrived before a connection broke is kept.
 */
export async function receiveUpload(
  call: KnownCall,
  video: Video,
  page: Page,
  around: Surroundings,
): Promise<Answer> {
  mustBeAbleToPost(call, page, around.world);
  const { upload } = call;
  if (!upload) return refusal("ProcessingFailedError", "The address takes uploads only", video);
  if (video.expired) return refusal("ProcessingFailedError", "The upload session has expired", video, false);
  if (upload.fileUrl !== undefined) return fetchFilm(upload, upload.fileUrl, video, around);
  return takeBytes(upload, video, around);
}

async function takeBytes(upload: Upload, video: Video, around: Surroundings): Promise<Answer> {
  const { offset, fileSize } = upload;
  if (!isWhole(offset) || !isWhole(fileSize))
    return refusal("PartialRequestError", "The headers offset and file_size are needed", video);
  if (Number(fileSize) > around.media.videoBytesMax)
    return refusal("ProcessingFailedError", "(#6001) The file is too large", video, false);
  if (video.fileSize !== undefined && video.fileSize !== Number(fileSize))
    return refusal("PartialRequestError", `The file had ${video.fileSize} bytes before`, video, false);
  if (Number(offset) !== video.received)
    return refusal("OffsetInvalidError", `Offset ${offset} given, ${video.received} expected`, video);
  video.fileSize = Number(fileSize);
  const before = video.received;
  await keepBytes(upload, video);
  if (video.received < video.fileSize)
    return refusal(
      "PartialRequestError",
      `${video.received} of ${video.fileSize} bytes received`,
      video,
      true,
      before,
    );
  if (video.uploadedAt === undefined) completeUpload(video, around, upload.fault === "spoilt");
  return { body: { success: true }, did: { kind: "uploaded", id: video.id } };
}

async function keepBytes(upload: Upload, video: Video): Promise<void> {
  const half = video.received + Math.ceil(((video.fileSize ?? 0) - video.received) / 2);
  const end = upload.fault === "cut" ? half : (video.fileSize ?? 0);
  try {
    for await (const chunk of upload.body) {
      const room = end - video.received;
      // The rest is still read: whoever stops reading breaks the connection it has to answer on.
      if (room <= 0) continue;
      const kept = chunk.subarray(0, room);
      video.chunks.push(kept);
      video.received += kept.byteLength;
    }
  } catch {
    // The connection broke: what came is kept, and the status says how much.
  }
}

async function fetchFilm(
  upload: Upload,
  address: string,
  video: Video,
  around: Surroundings,
): Promise<Answer> {
  if (video.uploadedAt !== undefined) return { body: { success: true }, did: { kind: "nothing" } };
  if (!(await mayFetchFilm(address)))
    return refusal(
      "ProcessingFailedError",
      "The address may not be fetched by facebookexternalhit",
      video,
      false,
    );
  const bytes = await fetchFile(address, around.media.videoBytesMax);
  if (!bytes)
    return refusal("ProcessingFailedError", "(#389) Unable to fetch video file from URL.", video, true);
  Object.assign(video, { chunks: [bytes], received: bytes.length, fileSize: bytes.length });
  completeUpload(video, around, upload.fault === "spoilt");
  return { body: { success: true }, did: { kind: "uploaded", id: video.id } };
}

/** The shape is documented for Instagram's uploads on the same host, and assumed to be the same here (section 7.4). */
function refusal(
  type: RuploadError,
  message: string,
  video: Video,
  retriable = true,
  receivedBefore = video.received,
): Answer {
  const did =
    video.received > receivedBefore
      ? { kind: "uploaded" as const, id: video.id }
      : { kind: "nothing" as const };
  return { status: 400, body: { debug_info: { retriable, type, message } }, did };
}

function isWhole(text: string | undefined): text is string {
  return text !== undefined && /^\d{1,15}$/.test(text);
}
