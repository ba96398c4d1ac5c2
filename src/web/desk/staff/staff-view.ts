import type { FastifyRequest } from "fastify";
import type { Language } from "../../../channels/channel.ts";
import { textsOf } from "../../form-fields.ts";
import { chooseLanguage } from "../../language.ts";
import { type SignedIn, signedIn } from "../../sign-in/signed-in.ts";
import type { WebParts } from "../../web-parts.ts";
import { staffWordsOf } from "./words/index.ts";
import type { Done } from "./words/words.ts";

/** How a page about people was asked for. */
export interface StaffView {
  language: Language;
  askedLanguage: Language | undefined;
  isDemo: boolean;
  now: Date;
  who: SignedIn;
  done: Done | undefined;
}

/** Of the address, or of the hidden fields of a form. */
export function staffViewOf(request: FastifyRequest, parts: WebParts): StaffView {
  const who = signedIn(request);
  const { lang, done } = { ...(request.query as Record<string, unknown>), ...textsOf(request) };
  const language = chooseLanguage(lang, who.staff.language ?? request.headers["accept-language"]);
  const isDone = typeof done === "string" && Object.hasOwn(staffWordsOf(language).done, done);
  return {
    language,
    askedLanguage: lang === "it" || lang === "en" ? lang : undefined,
    isDemo: parts.config.isDemo,
    now: parts.clock.now(),
    who,
    done: isDone ? (done as Done) : undefined,
  };
}
