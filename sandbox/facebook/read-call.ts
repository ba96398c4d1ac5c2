import { parse as parseQuery } from "node:querystring";
import type { FastifyRequest } from "fastify";
import { foldBrackets } from "./brackets.ts";
import type { GraphCall, Upload } from "./call.ts";
import { GraphError, invalidParameter, notImitated } from "./graph-error.ts";
import { type FilePart, readMultipart } from "./multipart.ts";
import { isVersion } from "./versions.ts";

/** First word of the addresses that the start phase gives out (section 1). */
export const UPLOAD_PATH = "video-upload";

/**
 * Reads a call as section 2 describes it: form, multipart or JSON body, parameters also in the query, token in query, body or
 * header, `method=` as an override of POST. Throws a Graph error for what cannot be read.
 */
export function readCall(request: FastifyRequest): GraphCall {
  const address = request.url;
  const question = address.indexOf("?");
  const path = question === -1 ? address : address.slice(0, question);
  const params: Record<string, string> = Object.create(null);
  if (question !== -1) addForm(params, address.slice(question + 1));
  const files = addBody(params, request.headers["content-type"] ?? "", request.body);

  const segments = path
    .split("/")
    .filter((segment) => segment !== "")
    .map(decode);
  const upload = uploadOf(request, segments);
  const version = segments[0] !== undefined && isVersion(segments[0]) ? segments.shift() : undefined;
  const header = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  return {
    method: methodOf(request.method, params),
    segments,
    version,
    params,
    token: params.access_token ?? header,
    bearer: params.access_token === undefined && header !== undefined,
    path,
    ifNoneMatch: request.headers["if-none-match"],
    userAgent: request.headers["user-agent"],
    ...(files ? { files } : {}),
    ...(upload ? { upload } : {}),
  };
}

/** `/video-upload/{version}/{video-id}` on the rupload host: takes the first word away and names the edge instead. */
function uploadOf(request: FastifyRequest, segments: string[]): Upload | undefined {
  if (segments[0] !== UPLOAD_PATH) return undefined;
  segments.shift();
  segments.push("upload");
  const header = (name: string): string | undefined => request.headers[name]?.toString();
  return {
    offset: header("offset"),
    fileSize: header("file_size"),
    fileUrl: header("file_url"),
    body: request.raw,
  };
}

/** The same for one operation of a batch, which has no headers of its own. */
export function readRelative(method: string, relativeUrl: string, body: string, outer: GraphCall): GraphCall {
  const question = relativeUrl.indexOf("?");
  const path = question === -1 ? relativeUrl : relativeUrl.slice(0, question);
  const query = question === -1 ? "" : relativeUrl.slice(question + 1);
  const params: Record<string, string> = Object.create(null);
  addForm(params, query);
  addForm(params, body);
  // The proof belongs to the outer token: another token inside needs its own (section 3.7).
  const inherits = params.access_token === undefined || params.access_token === outer.token;
  if (inherits && outer.params.appsecret_proof !== undefined)
    params.appsecret_proof ??= outer.params.appsecret_proof;
  const segments = path
    .split("/")
    .filter((segment) => segment !== "")
    .map(decode);
  const version = segments[0] !== undefined && isVersion(segments[0]) ? segments.shift() : outer.version;
  return {
    method: methodOf(method.toUpperCase(), params),
    segments,
    version,
    params,
    token: params.access_token ?? outer.token,
    bearer: false,
    path: `/${path}`,
  };
}

function methodOf(method: string, params: Record<string, string>): string {
  const override = params.method?.toUpperCase();
  return override === "DELETE" || override === "GET" || override === "POST" ? override : method;
}

function addForm(params: Record<string, string>, text: string): void {
  if (text === "") return;
  // Values named twice: the last one counts.
  for (const [name, value] of Object.entries(parseQuery(text))) {
    const last = Array.isArray(value) ? value.at(-1) : value;
    if (last !== undefined) params[name] = last;
  }
  if (text.includes("[") || text.includes("%5B") || text.includes("%5b")) foldBrackets(params);
}

/** Returns the files of a multipart body. */
function addBody(params: Record<string, string>, type: string, body: unknown): FilePart[] | undefined {
  if (Buffer.isBuffer(body) && body.length > 0) return addParts(params, type, body);
  if (typeof body !== "string" || body === "") return undefined;
  if (/^application\/json\b/i.test(type)) {
    for (const [name, value] of Object.entries(parseJson(body))) {
      if (value !== null && value !== undefined)
        params[name] = typeof value === "string" ? value : JSON.stringify(value);
    }
  } else addForm(params, body);
  return undefined;
}

function addParts(params: Record<string, string>, type: string, body: Buffer): FilePart[] {
  if (!/^multipart\/form-data\b/i.test(type)) throw notImitated(`body of type ${type || "(none)"}`);
  const read = readMultipart(type, body);
  if (!read) throw invalidParameter("The multipart body could not be read");
  for (const [name, value] of read.values) params[name] = value;
  foldBrackets(params);
  return read.files;
}

function parseJson(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Answered below, the same way as JSON that is no object.
  }
  throw new GraphError({
    message: "(#100) The request body is not a JSON object",
    type: "OAuthException",
    code: 100,
  });
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
