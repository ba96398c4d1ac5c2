import { crc32, deflateSync } from "node:zlib";

/** Pictures and films made for tests and for the training ground: nothing in them but the facts that are checked. */

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
};

/** A PNG of one colour (three numbers up to 255). */
export function samplePicture(
  width = 1080,
  height = 1080,
  colour: [number, number, number] = [11, 102, 86],
): Buffer {
  const chunk = (type: string, body: Buffer): Buffer => {
    const typed = Buffer.concat([Buffer.from(type), body]);
    return Buffer.concat([word(body.length), typed, word(crc32(typed))]);
  };
  const row = Buffer.concat([Buffer.from([0]), Buffer.from(Array(width).fill(colour).flat())]);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", Buffer.concat([word(width), word(height), Buffer.from([8, 2, 0, 0, 0])])),
    chunk("IDAT", deflateSync(Buffer.concat(Array(height).fill(row)))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

export interface SampleFilm {
  seconds?: number;
  width?: number;
  height?: number;
  framesPerSecond?: number;
  /** Bytes of picture data. */
  weight?: number;
  /** Turned by 90 degrees by the matrix of its track. */
  turned?: boolean;
  /** In one fragment, as live encoders write it. */
  fragmented?: boolean;
}

const box = (type: string, ...bodies: Buffer[]): Buffer => {
  const body = Buffer.concat(bodies);
  return Buffer.concat([word(body.length + 8), Buffer.from(type, "latin1"), body]);
};
const words = (...values: number[]): Buffer => Buffer.concat(values.map(word));

/** An MP4 file with one H.264 track; default 9:16, 10 s at 30 frames a second. */
export function sampleFilm(film: SampleFilm = {}): Buffer {
  const { seconds = 10, width = 1080, height = 1920, framesPerSecond = 30, weight = 2000 } = film;
  const { turned = false, fragmented = false } = film;
  const timescale = 90_000;
  const frames = Math.round(seconds * framesPerSecond);
  const tick = Math.round((seconds * timescale) / frames);
  const [a, b] = turned ? [0, 0x10000] : [0x10000, 0];
  const trackHeader = box(
    "tkhd",
    words(3, 0, 0, 1, 0, seconds * 1000, 0, 0, 0, 0),
    words(a, b, 0, turned ? -0x10000 : 0, turned ? 0 : 0x10000, 0, 0, 0, 0x40000000),
    words(width * 65_536, height * 65_536),
  );
  const table = box(
    "stbl",
    box("stsd", words(0, 1), box("avc1", Buffer.alloc(78))),
    fragmented ? box("stts", words(0, 0)) : box("stts", words(0, 1, frames, tick)),
  );
  const media = box(
    "mdia",
    box("mdhd", words(0, 0, 0, timescale, fragmented ? 0 : Math.round(seconds * timescale), 0)),
    box("hdlr", words(0, 0), Buffer.from("vide"), Buffer.alloc(13)),
    box("minf", table),
  );
  return Buffer.concat([
    box("ftyp", Buffer.from("isom\0\0\x02\0isomavc1", "latin1")),
    box(
      "moov",
      box("mvhd", words(0, 0, 0, 1000, seconds * 1000), Buffer.alloc(80)),
      box("trak", trackHeader, media),
      ...(fragmented ? [box("mvex", box("trex", words(0, 1, 1, tick, 0, 0)))] : []),
    ),
    ...(fragmented
      ? [box("moof", box("traf", box("tfhd", words(0, 1)), box("trun", words(0, frames))))]
      : []),
    box("mdat", Buffer.alloc(weight, 7)),
  ]);
}
