import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";
import { HttpError } from "./http-client.ts";

const unpackers = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  br: promisify(brotliDecompress),
  // Half the world sends "deflate" without the zlib header that the standard asks for.
  deflate: (body: Buffer, limit: { maxOutputLength: number }) =>
    promisify(((body[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw)(body, limit),
};

/** The codings we ask for and can undo. */
export const acceptedCodings = "gzip, deflate, br";

/** More than this many codings on top of each other is an attack, not a saving. */
const codingsMax = 2;

/**
 * Undoes Content-Encoding in memory, never producing more than `bodyBytesMax` bytes (a bomb is stopped there).
 * Throws HttpError `too-large`, or `cut-off` when the packed bytes are damaged or incomplete.
 */
export async function unpackBody(
  body: Buffer,
  coding: string | undefined,
  bodyBytesMax: number,
): Promise<Buffer> {
  const codings = (coding ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  if (codings.length === 0 || body.length === 0) return body;
  if (codings.length > codingsMax) throw new HttpError("cut-off", true, "too many content codings");
  let unpacked = body;
  for (const name of codings.reverse()) {
    const unpack = unpackers[name as keyof typeof unpackers];
    if (!unpack) throw new HttpError("cut-off", true, "unknown content coding");
    try {
      unpacked = await unpack(unpacked, { maxOutputLength: bodyBytesMax });
    } catch (error) {
      const tooLarge = (error as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE";
      throw new HttpError(
        tooLarge ? "too-large" : "cut-off",
        true,
        tooLarge ? "the body unpacks to more than allowed" : "the body does not unpack",
        error,
      );
    }
  }
  return unpacked;
}
