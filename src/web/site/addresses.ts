import type { Language } from "../../channels/channel.ts";
import { parametersOf, type Question } from "../../noticeboard/question.ts";
import { addressPart } from "../../noticeboard/slug.ts";

/** Whose pages, in which language, and what is usual there: the usual language is not named in an address. */
export interface Place {
  authorityId: string;
  language: Language;
  usual: Language;
  /** Where the world finds the installation, without a slash at the end. */
  publicUrl: string;
  /** What its own links begin with where they are read: "/valdilago", or nothing under a name of its own. */
  root: string;
  /** The one whole address of the channel page, without a slash at the end: that of its own name, where it has one. */
  home: string;
}

/** The pages besides the noticeboard, as their addresses name them. */
export const pageNames = {
  rules: "regole",
  register: "registro",
  figures: "numeri",
  /** The form; followed by the code of a decision, that decision. */
  review: "riesame",
  feedback: "segnala",
  data: "dati",
  schema: "dati/schema",
  poster: "locandina",
  weekly: "settimana",
  embed: "riquadro",
  privacy: "privacy",
  notes: "note-legali",
  accessibility: "accessibilita",
} as const;

type Parameters = readonly (readonly [name: string, value: string])[];

/** What follows the root in the address of a page: "/notizie?tipo=offer"; empty for the channel page. */
function pathOf({ language, usual }: Place, page: string, parameters: Parameters): string {
  const named: Parameters = language === usual ? parameters : [...parameters, ["lang", language]];
  const query = new URLSearchParams(Object.fromEntries(named)).toString();
  return `${page === "" ? "" : `/${page}`}${query === "" ? "" : `?${query}`}`;
}

/** The address of a page of an authority, as a link on a page of ours has it: "/valdilago/notizie?tipo=offer". */
export function pageAddress(place: Place, page = "", parameters: Parameters = []): string {
  const path = place.root + pathOf(place, page, parameters);
  return path.startsWith("/") ? path : `/${path}`;
}

/** The same as others need it: feeds, previews, search engines, paper. */
export function wholeAddress(place: Place, page = "", parameters: Parameters = []): string {
  return place.home + pathOf(place, page, parameters);
}

/** The same address as a page of ours has it, whole. */
export function wholeOf(place: Place, address: string): string {
  const path = address.slice(place.root.length);
  return place.home + (path === "/" ? "" : path);
}

/** An address as people write it down: without its scheme, in the pieces after which a line may end. */
export function writtenAddress(address: string): string[] {
  return address.replace(/^https?:\/\//, "").split(/(?<=[/.])/);
}

/** An address that leads into the same page for ever, whatever name the authority takes: ids of feeds. */
export function lastingAddress({ publicUrl, authorityId }: Place, page: string): string {
  return `${publicUrl}/${authorityId}/${page}`;
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
