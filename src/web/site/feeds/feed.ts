import { parametersOf, type Question } from "../../../noticeboard/question.ts";
import type { ShownItem } from "../../../noticeboard/shown-item.ts";
import { standingOf } from "../../../noticeboard/standing.ts";
import { boardAddress, itemPage, lastingAddress, wholeAddress, wholeOf } from "../addresses.ts";
import { closingInWords } from "../days.ts";
import type { Site } from "../site.ts";

/** A question to the noticeboard as a feed, before it is written in one of the three ways. */
export interface Feed {
  title: string;
  language: string;
  owner: string;
  /** The page for people, and the feed itself. */
  page: string;
  self: string;
  /** Where one subscribes to be told of changes (WebSub). */
  hub?: string;
  updatedAt: Date;
  items: FeedItem[];
}

export interface FeedItem {
  /** Never changes, whatever becomes of the title. */
  id: string;
  url: string;
  title: string;
  /** Plain text: the facts, then the item's own. */
  text: string;
  kind: string;
  publishedAt: Date;
  changedAt: Date;
  labels: string[];
}

export function feedOf(site: Site, question: Question, items: readonly ShownItem[], file: string): Feed {
  const { words, authority, place } = site;
  const chosen = [
    question.kind && words.kindsMany[question.kind],
    question.search && `«${question.search}»`,
    question.profession && words.professions[question.profession],
    question.place,
    question.office,
    question.contract && words.contracts[question.contract],
  ].filter((part) => part);
  return {
    title: [authority.name, ...chosen].join(" · "),
    language: place.language,
    owner: authority.name,
    page: wholeOf(place, boardAddress(place, { ...question, page: 1 })),
    self: wholeAddress(place, `notizie/${file}`, parametersOf({ ...question, page: 1 })),
    ...(site.hub && { hub: site.hub }),
    updatedAt: new Date(Math.max(0, ...items.map(({ changedAt }) => changedAt.getTime()))),
    items: items.map((item) => feedItem(site, item)),
  };
}

function feedItem(site: Site, item: ShownItem): FeedItem {
  const { words, place, reading } = site;
  const standing = standingOf(item, reading.timeZone, reading.now);
  const closing = standing.kind === "withdrawn" ? undefined : standing.closing;
  const { fact } = words.item;
  const facts = [
    [fact.place, item.facts.place],
    [fact.contract, item.facts.contract],
    [fact.deadline, closing ? closingInWords(closing, site) : item.facts.deadline],
    [fact.reference, item.reference],
  ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return {
    id: lastingAddress(place, `notizie/${item.seq}`),
    url: wholeAddress(place, itemPage(item)),
    title: item.title,
    text: [...(facts.length > 0 ? [facts.join("\n")] : []), item.text]
      .filter((part) => part.trim() !== "")
      .join("\n\n"),
    kind: words.kinds[item.kind],
    publishedAt: item.shownAt,
    changedAt: item.changedAt,
    labels: item.labels,
  };
}

/** Plain text as the HTML that feed readers expect. */
export function asHtml(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return escaped
    .split(/\n{2,}/)
    .map((part) => `<p>${part.replaceAll("\n", "<br>")}</p>`)
    .join("");
}
