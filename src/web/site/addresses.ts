import type { Language } from "../../channels/channel.ts";
import { parametersOf, type Question } from "../../noticeboard/question.ts";
import { addressPart } from "../../noticeboard/slug.ts";

/** Whose pages, in which language, and what is usual there: the usual language is not named in an address. */
export interface Place {
  authorityId: string;
  language: Language;
  usual: Language;
  /** Where the world finds us, without a slash at the end. */
  publicUrl: string;
}

type Parameters = readonly (readonly [name: string, value: string])[];

/** The address of a page of an authority, as a link on a page of ours has it: "/valdilago/notizie?tipo=offer". */
export function pageAddress(place: Place, page = "", parameters: Parameters = []): string {
  const { authorityId, language, usual } = place;
  const named: Parameters = language === usual ? parameters : [...parameters, ["lang", language]];
  const query = new URLSearchParams(Object.fromEntries(named)).toString();
  return `/${authorityId}${page === "" ? "" : `/${page}`}${query === "" ? "" : `?${query}`}`;
}

/** The same as others need it: feeds, previews, paper. */
export function wholeAddress(place: Place, page = "", parameters: Parameters = []): string {
  return place.publicUrl + pageAddress(place, page, parameters);
}

export function boardAddress(place: Place, question: Partial<Question> = {}): string {
  return pageAddress(place, "notizie", parametersOf(question));
}

/** What follows the authority in the address of an item. */
export function itemPage(item: { seq: string; title: string }): string {
  return `notizie/${addressPart(item)}`;
}

export function itemAddress(place: Place, item: { seq: string; title: string }): string {
  return pageAddress(place, itemPage(item));
}
