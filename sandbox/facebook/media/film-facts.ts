/** What the checks of Reels and stories need to know of a film (section 7). */
export interface FilmFacts {
  seconds: number;
  /** Pixels as shown, after the rotation the file asks for. */
  width: number;
  height: number;
  framesPerSecond: number;
  /** The code of the sample format: "avc1", "hvc1", "vp09"... */
  codec: string;
}

interface Box {
  type: string;
  body: Buffer;
}

/**
 * Reads an MP4 or MOV file (ISO/IEC 14496-12): duration, size and frame rate of its first picture track, also where
 * the film is cut into fragments. Undefined where the file is cut short or is no film.
 */
export function readFilm(bytes: Buffer): FilmFacts | undefined {
  try {
    const film = boxes(bytes);
    const movie = find(film, "moov");
    if (film[0]?.type !== "ftyp" || !movie || !find(film, "mdat")) return undefined;
    const inside = boxes(movie);
    const track = inside.filter((box) => box.type === "trak").find(({ body }) => isPictures(boxes(body)));
    return track && factsOf(boxes(track.body), inside, film);
  } catch {
    // A box that promises more bytes than there are: read beyond the end.
    return undefined;
  }
}

function factsOf(track: Box[], movie: Box[], film: Box[]): FilmFacts | undefined {
  const header = find(track, "tkhd");
  const media = boxes(find(track, "mdia") ?? Buffer.alloc(0));
  const mediaHeader = find(media, "mdhd");
  const table = boxes(find(boxes(find(media, "minf") ?? Buffer.alloc(0)), "stbl") ?? Buffer.alloc(0));
  const formats = find(table, "stsd");
  if (!header || !mediaHeader || !formats) return undefined;
  const { timescale, duration } = times(mediaHeader);
  const whole = samples(find(table, "stts"));
  const { frames, ticks } =
    whole.frames > 0 ? { frames: whole.frames, ticks: duration || whole.ticks } : fragments(film, movie);
  const seconds = ticks / timescale;
  if (!(seconds > 0) || frames === 0) return undefined;
  return {
    seconds,
    framesPerSecond: frames / seconds,
    codec: formats.toString("latin1", 12, 16),
    ...shownSize(header),
  };
}

function isPictures(track: Box[]): boolean {
  const handler = find(boxes(find(track, "mdia") ?? Buffer.alloc(0)), "hdlr");
  return handler?.toString("latin1", 8, 12) === "vide";
}

/** `mvhd` and `mdhd` begin alike; version 1 has longer times. */
function times(header: Buffer): { timescale: number; duration: number } {
  return header[0] === 1
    ? { timescale: header.readUInt32BE(20), duration: Number(header.readBigUInt64BE(24)) }
    : { timescale: header.readUInt32BE(12), duration: header.readUInt32BE(16) };
}

function samples(table: Buffer | undefined): { frames: number; ticks: number } {
  let frames = 0;
  let ticks = 0;
  for (let entry = 0; table && entry < table.readUInt32BE(4); entry += 1) {
    const count = table.readUInt32BE(8 + entry * 8);
    frames += count;
    ticks += count * table.readUInt32BE(12 + entry * 8);
  }
  return { frames, ticks };
}

const DURATION_IN_TFHD = 0x8;
const DURATION_IN_TRUN = 0x100;

/** A fragmented film counts its frames fragment by fragment; their length is said there, or once for all in `trex`. */
function fragments(film: Box[], movie: Box[]): { frames: number; ticks: number } {
  const defaults = find(boxes(find(movie, "mvex") ?? Buffer.alloc(0)), "trex");
  const usual = defaults?.readUInt32BE(12) ?? 0;
  let frames = 0;
  let ticks = 0;
  for (const { body } of film.filter((box) => box.type === "moof")) {
    const fragment = boxes(find(boxes(body), "traf") ?? Buffer.alloc(0));
    const head = find(fragment, "tfhd");
    const each = head ? (durationIn(head) ?? usual) : usual;
    for (const run of fragment.filter((box) => box.type === "trun")) {
      const count = run.body.readUInt32BE(4);
      frames += count;
      ticks += runTicks(run.body, count) ?? count * each;
    }
  }
  return { frames, ticks };
}

function durationIn(head: Buffer): number | undefined {
  const flags = head.readUIntBE(1, 3);
  if ((flags & DURATION_IN_TFHD) === 0) return undefined;
  return head.readUInt32BE(8 + (flags & 1 ? 8 : 0) + (flags & 2 ? 4 : 0));
}

function runTicks(run: Buffer, count: number): number | undefined {
  const flags = run.readUIntBE(1, 3);
  if ((flags & DURATION_IN_TRUN) === 0) return undefined;
  const wide = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length * 4;
  const from = 8 + (flags & 1 ? 4 : 0) + (flags & 4 ? 4 : 0);
  let ticks = 0;
  for (let sample = 0; sample < count; sample += 1) ticks += run.readUInt32BE(from + sample * wide);
  return ticks;
}

/** Width and height stand last in `tkhd`, as 16.16 numbers; a matrix that begins with 0 turns the film by 90 degrees. */
function shownSize(header: Buffer): { width: number; height: number } {
  const end = header.length;
  const width = Math.round(header.readUInt32BE(end - 8) / 65_536);
  const height = Math.round(header.readUInt32BE(end - 4) / 65_536);
  const turned = header.readInt32BE(end - 44) === 0;
  return turned ? { width: height, height: width } : { width, height };
}

function find(among: Box[], type: string): Buffer | undefined {
  return among.find((box) => box.type === type)?.body;
}

/** Throws a RangeError where a box is longer than what holds it. */
function boxes(bytes: Buffer): Box[] {
  const found: Box[] = [];
  let at = 0;
  while (at + 8 <= bytes.length) {
    const short = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    const head = short === 1 ? 16 : 8;
    // 1 says that the length stands behind the type in eight bytes, 0 that the box goes on to the end.
    const length =
      short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? bytes.length - at : short;
    if (length < head || at + length > bytes.length) throw new RangeError(`box ${type} is cut short`);
    found.push({ type, body: bytes.subarray(at + head, at + length) });
    at += length;
  }
  return found;
}
