import { isAscii, isUtf8 } from "node:buffer";
import type { Mend } from "./mends.ts";

/** A body as text, without a byte order mark. */
export interface Decoded {
  text: string;
  mended: Mend[];
}

/** Labels for which UTF-8 bytes are told apart with certainty: no accented word in these encodings is valid UTF-8. */
const singleByteLabel = /^(windows-125\d|iso-8859-\d+|macintosh)$/;

/**
 * From bytes to text. Order of belief: byte order mark (RFC 7303, section 3), HTTP charset, XML prolog, meta. A label
 * is believed only as far as the bytes agree: servers add "charset=ISO-8859-1" to everything, and databases pour
 * windows-1252 into documents that say UTF-8. ISO-8859-1 means windows-1252, as for browsers (WHATWG Encoding).
 */
export function decodeBody(body: Buffer, contentType: string | undefined): Decoded {
  const marked = byteOrderMark(body);
  if (marked) return { text: new TextDecoder(marked).decode(body), mended: [] };
  const wide = wideWithoutMark(body);
  if (wide) return { text: new TextDecoder(wide).decode(body), mended: [] };
  const { encoding, known } = statedEncoding(body, contentType);
  if (encoding === "utf-8" || singleByteLabel.test(encoding)) {
    if (isUtf8(body)) {
      const mislabelled = encoding !== "utf-8" && !isAscii(body);
      return { text: body.toString("utf8"), mended: mislabelled || !known ? ["wrong-charset-label"] : [] };
    }
    if (encoding === "utf-8") return decodeBrokenUtf8(body);
  }
  return { text: new TextDecoder(encoding).decode(body), mended: known ? [] : ["wrong-charset-label"] };
}

function byteOrderMark(body: Buffer): string | undefined {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return "utf-8";
  if (body[0] === 0xff && body[1] === 0xfe) return "utf-16le";
  if (body[0] === 0xfe && body[1] === 0xff) return "utf-16be";
  return undefined;
}

/** UTF-16 without a mark shows by its first sign, "<" or "{", with a zero beside it (XML 1.0, appendix F). */
function wideWithoutMark(body: Buffer): string | undefined {
  if ((body[0] === 0x3c || body[0] === 0x7b) && body[1] === 0) return "utf-16le";
  if (body[0] === 0 && (body[1] === 0x3c || body[1] === 0x7b)) return "utf-16be";
  return undefined;
}

function statedEncoding(body: Buffer, contentType: string | undefined): { encoding: string; known: boolean } {
  const head = body.subarray(0, 2048).toString("latin1");
  const stated =
    contentType?.match(/charset\s*=\s*["']?([^\s"';,]+)/i)?.[1] ??
    head.match(/<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']+)["']/i)?.[1] ??
    head.match(/<meta[^>]{0,200}?charset\s*=\s*["']?([\w:.-]+)/i)?.[1];
  if (!stated) return { encoding: "utf-8", known: true };
  try {
    const { encoding } = new TextDecoder(stated);
    // The label itself was readable byte by byte, so the text cannot be UTF-16.
    return encoding.startsWith("utf-16") ? { encoding: "utf-8", known: false } : { encoding, known: true };
  } catch {
    return { encoding: "utf-8", known: false };
  }
}

/**
 * Says UTF-8 and is not. Either it is windows-1252 throughout, or UTF-8 with a few broken places (a text cut in the
 * middle of a letter): whichever there is more of decides.
 */
function decodeBrokenUtf8(body: Buffer): Decoded {
  const text = body.toString("utf8");
  let broken = 0;
  let sound = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) sound++;
  }
  if (sound > broken) return { text: text.replaceAll("\uFFFD", ""), mended: ["broken-characters"] };
  return { text: new TextDecoder("windows-1252").decode(body), mended: ["wrong-charset-label"] };
}
