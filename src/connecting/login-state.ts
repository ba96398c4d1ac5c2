import { createHash, randomBytes } from "node:crypto";

/** How long people have for the network's window, and then for their choice of Pages. */
export const loginSpanMs = 10 * 60_000;
export const choiceSpanMs = 30 * 60_000;

/**
 * What a login is recognised by when it comes back: `state` travels through the network, `browserKey` stays in a cookie
 * of the browser it began in. Who has one of them without the other has nothing.
 */
export interface LoginKeys {
  state: string;
  browserKey: string;
}

export function newLoginKeys(): LoginKeys {
  return { state: randomBytes(32).toString("base64url"), browserKey: randomBytes(32).toString("base64url") };
}

/** What the database keeps of both: enough to know them again, not to finish a login with. */
export function hashLoginKeys({ state, browserKey }: LoginKeys): Buffer {
  return createHash("sha256").update(`${state} ${browserKey}`).digest();
}

/** The cookie of one login, so that two that are open side by side do not take each other's place. */
export function loginCookieName(state: string): string {
  return `bacheca-login-${createHash("sha256").update(state).digest("hex").slice(0, 16)}`;
}
