export interface PictureFacts {
  type: "image/jpeg" | "image/png" | "image/gif" | "image/bmp" | "image/tiff";
  /** Pixels. */
  width: number;
  height: number;
}

/**
 * Recognises a picture by what is in it, not by what it is called, and reads its size out of its header. Undefined for
 * whatever Facebook does not take: JPEG, BMP, PNG, GIF and TIFF are all (section 6).
 */
export function readPicture(bytes: Buffer): PictureFacts | undefined {
  const facts = recognised(bytes);
  return facts && facts.width > 0 && facts.height > 0 ? facts : undefined;
}

function recognised(bytes: Buffer): PictureFacts | undefined {
  const start = bytes.toString("latin1", 0, 8);
  if (start === "\x89PNG\r\n\x1a\n" && bytes.length >= 24) {
    return { type: "image/png", width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (start.startsWith("\xff\xd8\xff")) return jpeg(bytes);
  if (/^GIF8[79]a/.test(start) && bytes.length >= 10) {
    return { type: "image/gif", width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  }
  if (start.startsWith("BM") && bytes.length >= 26) {
    // A negative height means that the rows go from top to bottom.
    return { type: "image/bmp", width: bytes.readInt32LE(18), height: Math.abs(bytes.readInt32LE(22)) };
  }
  if (start.startsWith("II*\0") || start.startsWith("MM\0*")) return tiff(bytes, start.startsWith("II"));
  return undefined;
}

/** Walks the segments up to the frame header, which comes in one of thirteen kinds. */
function jpeg(bytes: Buffer): PictureFacts | undefined {
  let at = 2;
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      return { type: "image/jpeg", height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2) return undefined;
    at += 2 + length;
  }
  return undefined;
}

const WIDTH_TAG = 256;
const HEIGHT_TAG = 257;
const LONG = 4;

function tiff(bytes: Buffer, little: boolean): PictureFacts | undefined {
  const short = (at: number): number => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const long = (at: number): number => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  if (bytes.length < 8) return undefined;
  const directory = long(4);
  if (directory + 2 > bytes.length) return undefined;
  const sizes = new Map<number, number>();
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > bytes.length) return undefined;
    sizes.set(short(at), short(at + 2) === LONG ? long(at + 8) : short(at + 8));
  }
  return { type: "image/tiff", width: sizes.get(WIDTH_TAG) ?? 0, height: sizes.get(HEIGHT_TAG) ?? 0 };
}
