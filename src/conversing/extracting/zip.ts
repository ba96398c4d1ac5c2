/** A file of an archive: its content is read when its turn comes, so that nobody holds the whole. */
export interface ZipEntry {
  /** Any script, `/` between folders. */
  name: string;
  bytes: number;
  crc32: number;
  content(): AsyncIterable<Buffer> | Iterable<Buffer>;
}

/** Without ZIP64 an archive has less than 4 GiB; some programs count in signed numbers. */
export const zipBytesMax = 2 ** 31 - 1;

/**
 * A ZIP archive that stores its files as they are. The same entries and moment give the same bytes, today and after any
 * upgrade: that is why it is written here and by no library, whose compression and extra fields change with versions.
 * `at` is written in UTC, to two seconds, which is all the format can say.
 */
export async function* zipPieces(entries: readonly ZipEntry[], at: Date): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, "utf8");
    const common = commonHeader(entry, name, at);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, name]);
    yield local;
    let bytes = 0;
    for await (const piece of entry.content()) {
      bytes += piece.length;
      yield piece;
    }
    if (bytes !== entry.bytes) throw new Error(`${entry.name}: ${bytes} bytes instead of ${entry.bytes}`);
    directory.push(directoryEntry(common, name, offset));
    offset += local.length + bytes;
  }
  yield* directory;
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  yield end(entries.length, size, offset);
}

const isUtf8 = 0x0800;
const stored = 0;

/** What the header before a file and its line in the directory have in common. */
function commonHeader({ bytes, crc32 }: ZipEntry, name: Buffer, at: Date): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(isUtf8, 2);
  header.writeUInt16LE(stored, 4);
  header.writeUInt16LE((at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1), 6);
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  header.writeUInt16LE(day, 8);
  header.writeUInt32LE(crc32, 10);
  header.writeUInt32LE(bytes, 14);
  header.writeUInt32LE(bytes, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}

function directoryEntry(common: Buffer, name: Buffer, offset: number): Buffer {
  const signature = Buffer.from("PK\x01\x02", "latin1");
  const madeBy = Buffer.from([20, 3]);
  const rest = Buffer.alloc(14);
  // A plain file that its owner may write and all may read, as Unix says it.
  rest.writeUInt32LE(0o100644 * 2 ** 16, 6);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([signature, madeBy, common, rest, name]);
}

function end(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.write("PK\x05\x06", 0, "latin1");
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
