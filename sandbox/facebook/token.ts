import { createHmac, timingSafeEqual } from "node:crypto";
import { GraphError, type GraphErrorBody } from "./graph-error.ts";
import { type AppSeed, PAGE_SCOPES } from "./seed.ts";

/** Why a token stopped working; each is a subcode of 190 (graph-api.md sections 3.2 and 16). */
export type TokenEnd =
  | "expired"
  | "password"
  | "not-installed"
  | "checkpoint"
  | "invalidated"
  | "role-lost"
  | "unconfirmed";

export interface Token {
  value: string;
  kind: "USER" | "PAGE" | "APP" | "SYSTEM_USER";
  appId: string;
  userId?: string;
  pageId?: string;
  scopes: Set<string>;
  issuedAt: number;
  /** Unix milliseconds; 0 = never. */
  expiresAt: number;
  dataAccessExpiresAt: number;
  ended?: TokenEnd;
  /** Asked for in the dialog and declined. */
  declined?: string[];
  /** Pages ticked in the dialog; absent = all the person has. */
  pageIds?: string[];
  /** Came of an exchange for a long-lived one: its Page tokens do not expire. */
  isLong?: boolean;
}

/** What a new token needs; the rest has defaults: all permissions, no expiry. */
export type TokenSeed = Pick<Token, "value" | "kind" | "appId"> & Partial<Token>;

const DATA_ACCESS_MS = 90 * 86_400_000;

export function newToken(seed: TokenSeed, now: number): Token {
  return {
    scopes: new Set(seed.kind === "APP" ? [] : PAGE_SCOPES),
    issuedAt: now,
    expiresAt: 0,
    dataAccessExpiresAt: seed.kind === "APP" ? 0 : now + DATA_ACCESS_MS,
    ...seed,
  };
}

const ENDS: Record<TokenEnd, { subcode: number; words: (appId: string) => string }> = {
  expired: { subcode: 463, words: () => "Error validating access token: Session has expired" },
  password: {
    subcode: 460,
    words: () =>
      "Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.",
  },
  "not-installed": {
    subcode: 458,
    words: (appId) => `Error validating access token: The user has not authorized application ${appId}.`,
  },
  checkpoint: {
    subcode: 459,
    words: () =>
      "Error validating access token: You cannot access the app till you log in to www.facebook.com and follow the instructions given.",
  },
  unconfirmed: {
    subcode: 464,
    words: () =>
      "Error validating access token: Sessions for the user are not allowed because the user is not a confirmed user.",
  },
  invalidated: {
    subcode: 467,
    words: () => "Error validating access token: The session is invalid because the user logged out.",
  },
  "role-lost": {
    subcode: 492,
    words: () =>
      "Error validating access token: The user must be an administrator, editor, or moderator of the page in order to impersonate it. If the page business requires Two Factor Authentication, the user also needs to enable Two Factor Authentication.",
  },
};

export const TOKEN_ENDS = Object.keys(ENDS) as TokenEnd[];

/** Why this token is not valid at `now` (unix milliseconds), or undefined while it is. */
export function tokenEnd(token: Token, now: number): TokenEnd | undefined {
  if (token.ended) return token.ended;
  return token.expiresAt !== 0 && token.expiresAt <= now ? "expired" : undefined;
}

/** The 190 error of a token that ended. */
export function endedTokenError(token: Token, end: TokenEnd, now: number): GraphErrorBody {
  const { subcode, words } = ENDS[end];
  const since = token.expiresAt !== 0 ? Math.min(token.expiresAt, now) : now;
  const detail = end === "expired" ? ` on ${loginTime(since)}. The current time is ${loginTime(now)}.` : "";
  return {
    message: `${words(token.appId)}${detail}`,
    type: "OAuthException",
    code: 190,
    error_subcode: subcode,
    ...(end === "checkpoint" ? { error_data: { login_required: true } } : {}),
  };
}

/** A 190 as HTTP: 401 when the token came in a header, 400 otherwise; both name the fault in WWW-Authenticate. */
export function unauthorised(body: GraphErrorBody, bearer: boolean): GraphError {
  const words = body.message.replaceAll('"', "'");
  return new GraphError(body, bearer ? 401 : 400, {
    "www-authenticate": `OAuth "Facebook Platform" "invalid_token" "${words}"`,
  });
}

/** "Thursday, 01-Jan-26 10:00:00 PST": the form of the real messages (section 16). Fixed to PST on purpose. */
function loginTime(atMs: number): string {
  const at = new Date(atMs - 8 * 3_600_000);
  const day = at.toLocaleDateString("en-US", { weekday: "long", timeZone: "UTC" });
  const month = at.toLocaleDateString("en-US", { month: "short", timeZone: "UTC" });
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${day}, ${two(at.getUTCDate())}-${month}-${two(at.getUTCFullYear() % 100)} ${at.toISOString().slice(11, 19)} PST`;
}

/** Lower-case hex of HMAC-SHA256(key = app secret, message = the token) (section 3.7, vector in section 23). */
export function appsecretProof(token: string, secret: string): string {
  return createHmac("sha256", secret).update(token).digest("hex");
}

/** Throws what Graph answers to a wrong proof, or to a missing one where the app requires it. */
export function checkProof(proof: string | undefined, token: Token, app: AppSeed): void {
  if (proof === undefined) {
    if (!app.requireProof || token.kind === "APP") return;
    throw proofError("API calls from the server require an appsecret_proof argument");
  }
  const given = Buffer.from(proof);
  const right = Buffer.from(appsecretProof(token.value, app.secret));
  if (given.length !== right.length || !timingSafeEqual(given, right)) {
    throw proofError("Invalid appsecret_proof provided in the API argument");
  }
}

function proofError(message: string): GraphError {
  return new GraphError({ message, type: "GraphMethodException", code: 100 });
}
