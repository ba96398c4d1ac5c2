import { z } from "zod";
import type { HttpAnswer, HttpFault } from "../../platform/http-client.ts";
import type { FacebookPageSettings } from "./settings.ts";
import { readUsage, type Usage } from "./usage.ts";

/** A Graph error, read from its envelope (graph-api.md section 16). */
export interface GraphError {
  code: number;
  subcode?: number;
  message: string;
  type: string;
  isTransient: boolean;
  traceId: string;
  httpStatus: number;
}

export type GraphFailure =
  | { kind: "error"; error: GraphError; usage: Usage; detail: string }
  /** An answer without JSON, or with JSON that is neither a result nor an error. */
  | { kind: "unreadable"; httpStatus: number; detail: string }
  /** The host that takes films says why it did not take one (section 7.4); its errors have a shape of their own. */
  | { kind: "upload-error"; type: string; isRetriable: boolean; detail: string }
  /** `sent: false`: surely no byte of the call arrived. */
  | { kind: "no-answer"; fault: HttpFault; sent: boolean; detail: string };

export interface GraphAnswer {
  kind: "answer";
  body: unknown;
  usage: Usage;
  /** The other side's clock, to the second. */
  answeredAt?: Date;
  /** The version that really served us: an expired one is replaced silently (section 1). */
  version?: string;
}

export type GraphResult = GraphAnswer | GraphFailure;

const wholeNumber = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);
const envelope = z.object({
  error: z.object({
    code: wholeNumber,
    error_subcode: wholeNumber.optional().catch(undefined),
    message: z.string().catch(""),
    type: z.string().catch(""),
    is_transient: z.boolean().catch(false),
    fbtrace_id: z.string().catch(""),
  }),
});

/** Documented for Instagram's uploads on the same host, assumed to be the same here (section 7.4). */
const uploadError = z.object({
  debug_info: z.object({
    retriable: z.boolean().catch(false),
    type: z.string().catch(""),
    message: z.string().catch(""),
  }),
});

/**
 * What an answer of the Graph API says. Total: whatever came back is a result, an error of Facebook's or unreadable.
 * `token` is the one of the call; it is cut out of Facebook's sentences.
 */
export function readGraphAnswer(
  answer: HttpAnswer,
  settings: FacebookPageSettings,
  token: string,
  now: Date,
): GraphResult {
  const unreadable = {
    kind: "unreadable",
    httpStatus: answer.status,
    detail: `HTTP ${answer.status}, ${answer.body.length} B`,
  } as const;
  let body: unknown;
  try {
    body = JSON.parse(answer.body.toString("utf8"));
  } catch {
    return unreadable;
  }
  const usage = readUsage(answer.headers, settings.pageId, now);
  const upload = uploadError.safeParse(body);
  if (upload.success) return toUploadFailure(upload.data.debug_info, settings, token);
  // The envelope decides before the status does: errors also come with 200, and 5xx with errors that are certain.
  const found = envelope.safeParse(body);
  if (found.success) {
    const error = toError(found.data.error, answer.status);
    return { kind: "error", error, usage, detail: describe(error, settings, token) };
  }
  const isResult = answer.status >= 200 && answer.status < 300 && !hasErrorKey(body);
  if (!isResult) return unreadable;
  const answeredAt = new Date(answer.headers.date ?? "");
  return {
    kind: "answer",
    body,
    usage,
    answeredAt: Number.isNaN(answeredAt.getTime()) ? undefined : answeredAt,
    version: answer.headers["facebook-api-version"],
  };
}

function toUploadFailure(
  { retriable, type, message }: z.output<typeof uploadError>["debug_info"],
  settings: FacebookPageSettings,
  token: string,
): GraphFailure {
  const text = withoutSecrets(`${type}: ${message}`, [settings.token, token, settings.appSecret]);
  return {
    kind: "upload-error",
    type,
    isRetriable: retriable,
    detail: text.slice(0, messageCharactersMax),
  };
}

function hasErrorKey(body: unknown): boolean {
  return typeof body === "object" && body !== null && "error" in body;
}

function toError(raw: z.output<typeof envelope>["error"], httpStatus: number): GraphError {
  return {
    code: raw.code,
    subcode: raw.error_subcode,
    message: raw.message,
    type: raw.type,
    isTransient: raw.is_transient,
    traceId: raw.fbtrace_id,
    httpStatus,
  };
}

const messageCharactersMax = 300;

/** For the record of the attempt and for Meta's support: numbers first, then Facebook's own sentence. */
function describe(error: GraphError, settings: FacebookPageSettings, token: string): string {
  const code = error.subcode === undefined ? `${error.code}` : `${error.code}/${error.subcode}`;
  const text = `Graph ${code}, HTTP ${error.httpStatus}, trace ${error.traceId || "-"}: ${error.message}`;
  return withoutSecrets(text, [settings.token, token, settings.appSecret]).slice(0, messageCharactersMax);
}

/** Facebook quotes the token back at us ("Malformed access token EAAB..."), so its sentences are cleaned. */
function withoutSecrets(text: string, secrets: readonly (string | undefined)[]): string {
  let clean = text;
  for (const secret of secrets) if (secret) clean = clean.replaceAll(secret, "[…]");
  // Tokens cut short or belonging to others: long unbroken runs that no sentence contains.
  return clean.replace(/[A-Za-z0-9_|-]{40,}/g, "[…]");
}
