/** One part of a multipart/form-data body that carries a file. */
export interface FilePart {
  /** Name of the form field, by convention "source". */
  field: string;
  filename: string;
  /** As the sender declares it; what is inside decides. */
  type: string;
  bytes: Buffer;
}

export interface Multipart {
  values: [name: string, value: string][];
  files: FilePart[];
}

const LINE = Buffer.from("\r\n");
const HEADERS_END = Buffer.from("\r\n\r\n");
const PARTS_MAX = 1000;

/**
 * Reads a multipart/form-data body (RFC 7578). A part with a filename is a file, any other a value in UTF-8.
 * Undefined where the body is not what its type says: no boundary, no last boundary (cut short), a part without a name.
 */
export function readMultipart(contentType: string, body: Buffer): Multipart | undefined {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) return undefined;
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const first = delimiter.subarray(LINE.length);
  // What stands before the first boundary is a preamble nobody reads.
  let at = body.indexOf(first);
  if (at === -1 || (at > 0 && body.lastIndexOf(LINE, at) !== at - LINE.length)) return undefined;
  at += first.length;
  const found: Multipart = { values: [], files: [] };
  for (let count = 0; count < PARTS_MAX; count += 1) {
    if (body.toString("latin1", at, at + 2) === "--") return found;
    const start = body.indexOf(LINE, at);
    const end = start === -1 ? -1 : body.indexOf(delimiter, start);
    if (end === -1 || !addPart(found, body.subarray(start + LINE.length, end))) return undefined;
    at = end + delimiter.length;
  }
  return undefined;
}

function boundaryOf(contentType: string): string | undefined {
  const found = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(contentType);
  return found?.[1] ?? found?.[2];
}

function addPart(found: Multipart, part: Buffer): boolean {
  const headersEnd = part.indexOf(HEADERS_END);
  if (headersEnd === -1) return false;
  const headers = part.toString("utf8", 0, headersEnd);
  const bytes = part.subarray(headersEnd + HEADERS_END.length);
  const disposition = /^content-disposition:\s*form-data\b(.*)$/im.exec(headers)?.[1] ?? "";
  const field = quoted(disposition, "name");
  if (field === undefined) return false;
  const filename = quoted(disposition, "filename");
  if (filename === undefined) found.values.push([field, bytes.toString("utf8")]);
  else {
    const type = /^content-type:\s*(\S+)/im.exec(headers)?.[1] ?? "application/octet-stream";
    found.files.push({ field, filename, type, bytes });
  }
  return true;
}

/** Browsers and `FormData` write a quotation mark inside a name as %22. */
function quoted(disposition: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^\\s;]+))`, "i").exec(disposition);
  return (found?.[1] ?? found?.[2])?.replaceAll("%22", '"');
}
