import { createHash, randomBytes } from "node:crypto";
import type { AppSeed } from "../seed.ts";
import { SYSTEM_USER_ID } from "../seed.ts";
import type { Token, TokenEnd } from "../token.ts";
import type { Page, World } from "../world.ts";
import { signRequest } from "./signed-request.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Codes are short-lived; how short is nowhere written. */
const CODE_MS = 10 * MINUTE_MS;
/** Short-lived tokens last one to two hours. */
const SHORT_MS = 90 * MINUTE_MS;
/** `expires_in` of the sample: close to sixty days. */
const LONG_SECONDS = 5_183_944;
const DATA_ACCESS_MS = 90 * DAY_MS;

/** What a person agreed to in the dialog. */
export interface Consent {
  appId: string;
  userId: string;
  redirectUri: string;
  granted: string[];
  declined: string[];
  /** Pages that were ticked; the others stay unknown to the app. */
  pageIds: string[];
  /** The configuration asks for a token of a system user. */
  system: boolean;
}

interface Code extends Consent {
  expiresAt: number;
  used: boolean;
}

/** Codes, the tokens that come of them, and leave-taking (sections 3 and 20). */
export class Logins {
  readonly #world: World;
  readonly #codes = new Map<string, Code>();

  constructor(world: World) {
    this.#world = world;
  }

  /** A code for a redirect; good for one exchange. */
  giveCode(consent: Consent): string {
    const code = `AQ${randomBytes(48).toString("base64url")}`;
    this.#codes.set(code, { ...consent, expiresAt: this.#world.now() + CODE_MS, used: false });
    return code;
  }

  /** The consent behind a code, or why it cannot be exchanged. The code is used up by asking. */
  redeem(
    value: string,
    appId: string,
    redirectUri: string,
  ): Consent | "unknown" | "used" | "expired" | "other-uri" {
    const code = this.#codes.get(value);
    if (code?.appId !== appId) return "unknown";
    if (code.used) return "used";
    if (code.expiresAt <= this.#world.now()) return "expired";
    if (code.redirectUri !== redirectUri) return "other-uri";
    code.used = true;
    return code;
  }

  /** A short-lived token of the person, or one of the system user that does not expire. */
  giveToken(consent: Consent): Token {
    const now = this.#world.now();
    return this.#world.addToken({
      value: newValue(),
      kind: consent.system ? "SYSTEM_USER" : "USER",
      appId: consent.appId,
      userId: consent.system ? SYSTEM_USER_ID : consent.userId,
      scopes: new Set(consent.granted),
      declined: consent.declined,
      pageIds: consent.pageIds,
      expiresAt: consent.system ? 0 : now + SHORT_MS,
      dataAccessExpiresAt: consent.system ? 0 : now + DATA_ACCESS_MS,
    });
  }

  /** The same rights for about sixty days; `expires_in` in seconds. */
  lengthen(token: Token): { token: Token; expiresIn: number } {
    const expiresAt = this.#world.now() + LONG_SECONDS * 1000;
    const { kind, appId, userId, scopes, declined, pageIds, dataAccessExpiresAt } = token;
    const seed = { kind, appId, userId, scopes: new Set(scopes), declined, pageIds, dataAccessExpiresAt };
    const long = this.#world.addToken({ ...seed, value: newValue(), expiresAt, isLong: true });
    return { token: long, expiresIn: LONG_SECONDS };
  }

  /**
   * The Page token of a person through an app (section 3.2): one for each, without an end where it comes of a long-lived
   * token or a system user's, and short-lived where it comes of a short-lived one.
   */
  pageToken(holder: Token, page: Page): Token {
    const forever = holder.expiresAt === 0 || holder.isLong === true;
    const scopes = [...holder.scopes].sort();
    const parts = [page.id, holder.appId, holder.userId, forever ? "" : holder.value, ...scopes];
    const value = `EAAsim${createHash("sha256").update(parts.join(" ")).digest("base64url")}`;
    return (
      this.#world.tokens.get(value) ??
      this.#world.addToken({
        value,
        kind: "PAGE",
        appId: holder.appId,
        userId: holder.userId,
        pageId: page.id,
        scopes: new Set(scopes),
        expiresAt: forever ? 0 : holder.expiresAt,
        dataAccessExpiresAt: holder.dataAccessExpiresAt,
      })
    );
  }

  /** Ends every token of a person, or of an app, or of both together. */
  end(end: TokenEnd, of: { appId?: string; userId?: string }): void {
    for (const token of this.#world.tokens.values()) {
      const concerned =
        (of.appId === undefined || token.appId === of.appId) &&
        (of.userId === undefined || token.userId === of.userId);
      if (concerned && token.kind !== "APP") token.ended = end;
    }
    this.#world.emit("changed");
  }

  /** Takes one permission away from every token a person gave an app. */
  revoke(appId: string, userId: string, permission: string): void {
    for (const token of this.#world.tokens.values()) {
      if (token.appId !== appId || token.userId !== userId || !token.scopes.delete(permission)) continue;
      token.declined = [...(token.declined ?? []), permission];
    }
    this.#world.emit("changed");
  }

  /** The dashboard's "Reset app secret": the old app token is nothing any more, and every other token ends. */
  resetSecret(app: AppSeed, secret = randomBytes(16).toString("hex")): string {
    this.#world.tokens.delete(`${app.id}|${app.secret}`);
    app.secret = secret;
    this.#world.addToken({ value: `${app.id}|${secret}`, kind: "APP", appId: app.id });
    this.end("invalidated", { appId: app.id });
    return secret;
  }

  /** Tells an app that a person left it, or wants their data deleted, as Meta does; the answer as it came. */
  async tell(url: string, app: AppSeed, userId: string): Promise<{ status: number; body: string }> {
    const issued = Math.floor(this.#world.now() / 1000);
    const request = {
      algorithm: "HMAC-SHA256" as const,
      expires: issued + 86_400,
      issued_at: issued,
      user_id: userId,
    };
    const response = await fetch(url, {
      method: "POST",
      body: new URLSearchParams({ signed_request: signRequest(request, app.secret) }),
      redirect: "manual",
      signal: AbortSignal.timeout(10_000),
    });
    return { status: response.status, body: await response.text() };
  }
}

/** Opaque, and longer than what careless columns hold. */
function newValue(): string {
  return `EAAsim${randomBytes(150).toString("base64url")}`;
}
