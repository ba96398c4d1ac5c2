/** What a video file says of itself. */
export interface Mp4Facts {
  seconds: number;
  width: number;
  height: number;
  framesPerSecond: number;
  /** Four letters: "avc1" is H.264. */
  codec: string;
}

/** Containers on the way to what we read (ISO/IEC 14496-12). */
const containers = new Set(["moov", "trak", "mdia", "minf", "stbl"]);

/** Reads the boxes of an MP4 file with one video track; undefined when they are not there. */
export function readMp4Facts(bytes: Uint8Array): Mp4Facts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const boxes = boxesOf(view, 0, view.byteLength);
    const [mdhd, stsd, stsz] = [boxes.get("mdhd"), boxes.get("stsd"), boxes.get("stsz")];
    if (mdhd === undefined || stsd === undefined || stsz === undefined) return undefined;
    // Version 1 of the box has times of 64 bits.
    const isLong = view.getUint8(mdhd) === 1;
    const timescale = view.getUint32(mdhd + (isLong ? 20 : 12));
    const duration = isLong ? Number(view.getBigUint64(mdhd + 24)) : view.getUint32(mdhd + 16);
    const seconds = duration / timescale;
    const entry = stsd + 8;
    return {
      seconds,
      width: view.getUint16(entry + 32),
      height: view.getUint16(entry + 34),
      framesPerSecond: view.getUint32(stsz + 8) / seconds,
      codec: nameAt(view, entry + 4),
    };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Where the content of each box begins; of boxes of the same name the first counts. */
function boxesOf(
  view: DataView,
  from: number,
  to: number,
  found = new Map<string, number>(),
): Map<string, number> {
  for (let at = from; at + 8 <= to; ) {
    const size = view.getUint32(at);
    const name = nameAt(view, at + 4);
    const head = size === 1 ? 16 : 8;
    const length = size === 1 ? Number(view.getBigUint64(at + 8)) : size === 0 ? to - at : size;
    if (length < head) break;
    if (!found.has(name)) found.set(name, at + head);
    if (containers.has(name)) boxesOf(view, at + head, Math.min(at + length, to), found);
    at += length;
  }
  return found;
}

function nameAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
}

/** Limits of video stories and reels together, the stricter of each (graph-api.md 7.2 to 7.4). */
const limits = {
  secondsLeast: 3,
  secondsMost: 60,
  widthLeast: 540,
  heightLeast: 960,
  fpsLeast: 24,
  fpsMost: 60,
};

/** Whether Facebook takes such a file as a story and as a reel: H.264, 9:16, length, size and frame rate. */
export function isPublishable(facts: Mp4Facts): boolean {
  const { seconds, width, height, framesPerSecond, codec } = facts;
  // Durations are whole units of the file's clock, so 30 may read as 29.99.
  const fps = Math.round(framesPerSecond * 10) / 10;
  return (
    codec === "avc1" &&
    seconds >= limits.secondsLeast &&
    seconds <= limits.secondsMost &&
    width >= limits.widthLeast &&
    height >= limits.heightLeast &&
    Math.abs(width / height - 9 / 16) < 0.002 &&
    fps >= limits.fpsLeast &&
    fps <= limits.fpsMost
  );
}
