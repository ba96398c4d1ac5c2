import type { FastifyRequest } from "fastify";
import type { Authority } from "../../../authority/authority-store.ts";
import type { Language } from "../../../channels/channel.ts";
import type { PersonKey } from "../../../conversing/personal-data/person.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import { askedLanguageOf, languageOf, type SignedIn, signedIn } from "../../sign-in/signed-in.ts";
import type { WebParts } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import { type Reading, tellMoment } from "../moments.ts";

/** How a page about people's data was asked for. */
export interface PersonsView {
  language: Language;
  /** Only what was asked for by address is repeated in addresses: the rest follows the browser. */
  askedLanguage: Language | undefined;
  now: Date;
  isDemo: boolean;
  who: SignedIn;
  networkName(channel: string): string;
}

export function personsViewOf(request: FastifyRequest, parts: WebParts): PersonsView {
  return {
    language: languageOf(request),
    askedLanguage: askedLanguageOf(request),
    now: parts.clock.now(),
    isDemo: parts.config.isDemo,
    who: signedIn(request),
    networkName: (channel) => parts.channels[channel]?.networkName ?? channel,
  };
}

/** A moment in the zone of an authority. */
export function momentIn(at: Date, authority: Authority | undefined, view: PersonsView): string {
  const timeZone = authority?.settings.timeZone ?? "Europe/Rome";
  const reading: Reading = { now: view.now, timeZone, words: wordsOf(view.language) };
  return tellMoment(at, reading);
}

/** "28 dicembre 2026", of a day of the wall calendar. */
export function dayTold(day: string, language: Language): string {
  const shape = { dateStyle: "long", timeZone: "UTC" } as const;
  const format = new Intl.DateTimeFormat(language === "it" ? "it-IT" : "en-GB", shape);
  return format.format(new Date(`${day}T00:00:00Z`));
}

export function personLink(key: PersonKey, lang: Language | undefined, act = ""): string {
  const place = [key.authorityId, key.channel, encodeURIComponent(key.personId)].join("/");
  return withQuery(`/desk/persons/${place}${act && `/${act}`}`, { lang });
}
