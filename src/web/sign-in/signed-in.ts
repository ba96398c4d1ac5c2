import type { FastifyRequest } from "fastify";
import type { Language } from "../../channels/channel.ts";
import type { Staff } from "../../staff/rights.ts";
import type { Session } from "../../staff/session.ts";
import { chooseLanguage } from "../language.ts";

export interface SignedIn {
  staff: Staff;
  /** Undefined in a demonstration, where one is somebody without having signed in. */
  session: Session | undefined;
  /** Counts what waits on the pages they may open; asked by pages that have a navigation. */
  countWaiting?: () => Promise<Waiting>;
}

/** How much waits for somebody, by the page on which it is seen to; a page that is not in it has nothing to count. */
export type Waiting = Partial<Record<"inbox" | "moderation", number>>;

const known = new WeakMap<FastifyRequest, SignedIn>();

/** The guard says who asks; pages take it from here and never from the request itself. */
export function rememberSignedIn(request: FastifyRequest, who: SignedIn): void {
  known.set(request, who);
}

/** Who asks for a page that the guard let through. */
export function signedIn(request: FastifyRequest): SignedIn {
  const who = known.get(request);
  if (!who) throw new Error("a page of the desk without its guard");
  return who;
}

/** Who asks, on addresses that answer strangers as well. */
export function whoIsSignedIn(request: FastifyRequest): SignedIn | undefined {
  return known.get(request);
}

/** The language of the address, else the one the person chose, else the browser's. */
export function languageOf(request: FastifyRequest): Language {
  const { lang } = (request.query ?? {}) as { lang?: unknown };
  const own = known.get(request)?.staff.language;
  return chooseLanguage(lang, own ?? request.headers["accept-language"]);
}

/** The language of the address only: what its links repeat. */
export function askedLanguageOf(request: FastifyRequest): Language | undefined {
  const { lang } = (request.query ?? {}) as { lang?: unknown };
  return lang === "it" || lang === "en" ? lang : undefined;
}
