import type { FastifyRequest } from "fastify";
import { type Authority, findAuthority } from "../../../authority/authority-store.ts";
import { addDays, localDate } from "../../../authority/calendar/local-date.ts";
import { dateIn } from "../../../authority/calendar/zoned-time.ts";
import type { Language } from "../../../channels/channel.ts";
import { rulesHistory } from "../../../moderating/rule-store.ts";
import type { RuleVersion } from "../../../moderating/ruling/rule-version.ts";
import { findMembers } from "../../../staff/member-store.ts";
import { Problem } from "../../problem.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import { askedLanguageOf, languageOf, type SignedIn, signedIn } from "../../sign-in/signed-in.ts";
import { dayInWords } from "../../site/days.ts";
import type { WebParts } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import type { Reading } from "../moments.ts";
import { rulesWordsOf } from "./words/index.ts";
import type { RulesWords } from "./words/words.ts";

/** How a page about the rules of one authority was asked for, and all versions it has of them. */
export interface RulesView extends Reading {
  authority: Authority;
  language: Language;
  askedLanguage: Language | undefined;
  isDemo: boolean;
  who: SignedIn;
  own: RulesWords;
  /** In the authority's zone, as `2026-11-27`. */
  today: string;
  /** By number, the newest version first. */
  versions: readonly RuleVersion[];
  /** Of people who wrote versions, by their ids. */
  names: ReadonlyMap<string, string>;
  done: keyof RulesWords["done"] | undefined;
  /** Why a form was not taken. */
  troubles: readonly string[];
}

/** @throws Problem where there is no such authority */
export async function rulesViewOf(parts: WebParts, request: FastifyRequest): Promise<RulesView> {
  const { db } = parts.database;
  const { authority: id } = request.params as { authority: string };
  const authority = await findAuthority(db, id);
  if (!authority) throw new Problem(404, "no-such-page");
  const now = parts.clock.now();
  const versions = await rulesHistory(db, id, now);
  const writers = [...new Set(versions.flatMap(({ changedBy }) => changedBy ?? []))];
  const members = writers.length > 0 ? await findMembers(db, "all") : [];
  const language = languageOf(request);
  const own = rulesWordsOf(language);
  const { done } = (request.query ?? {}) as Record<string, unknown>;
  const { timeZone } = authority.settings;
  return {
    ...{ authority, language, own, now, timeZone, versions },
    askedLanguage: askedLanguageOf(request),
    words: wordsOf(language),
    isDemo: parts.config.isDemo,
    who: signedIn(request),
    today: dateIn(now, timeZone),
    names: new Map(members.map((one) => [one.id, one.name])),
    done: done === "changed" || done === "withdrawn" ? done : undefined,
    troubles: [],
  };
}

/** An address of these pages; `more` begins with a slash. */
export function rulesLink(
  { authority, askedLanguage }: Pick<RulesView, "authority" | "askedLanguage">,
  more = "",
  kept: Record<string, string | undefined> = {},
): string {
  return withQuery(`/desk/rules/${authority.id}${more}`, { lang: askedLanguage, ...kept });
}

/** "1 dicembre 2026" */
export function tellDate(day: string, { language }: Pick<RulesView, "language">): string {
  return dayInWords(localDate(day), language, "plain");
}

/** The last day on which something holds that ends with the beginning of this one. */
export function tellDayBefore(day: string, { language }: Pick<RulesView, "language">): string {
  return dayInWords(addDays(localDate(day), -1), language, "plain");
}

/** Who wrote a version, where a person did and is known. */
export function tellWriter({ origin, changedBy }: RuleVersion, { own, names }: RulesView): string {
  const name = changedBy === null ? undefined : names.get(changedBy);
  return name === undefined ? own.origins[origin] : own.by(name);
}
