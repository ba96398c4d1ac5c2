import { authority, authorityInFull } from "../authority.ts";
import { type Kind, type PortalItem, summaryOf } from "../item.ts";
import { kindNames } from "../kind-names.ts";
import { escaped, textAsHtml } from "../markup.ts";

/** A feed before it takes one of the four forms. Addresses are absolute. */
export interface Feed {
  title: string;
  description: string;
  homeUrl: string;
  selfUrl: string;
  updatedAt: Date;
  entries: FeedEntry[];
}

export interface FeedEntry {
  /** Stays the same when the portal moves to another port, unlike the link. */
  id: string;
  url: string;
  title: string;
  kind: Kind;
  category: string;
  reference: string;
  deadline: string | undefined;
  summaryHtml: string;
  contentHtml: string;
  contentText: string;
  publishedAt: Date;
  updatedAt: Date;
}

/**
 * The feed of some items, newest first.
 * @param idVersion 1 normally; a higher one goes into ids and links, as after a portal's change of software
 */
export function feedOf(items: readonly PortalItem[], options: FeedOptions): Feed {
  return {
    title: `${authority.name} – Offerte e notizie di lavoro (portale dimostrativo)`,
    description: `Offerte, tirocini, corsi e avvisi. ${authorityInFull}.`,
    homeUrl: `${options.origin}/`,
    selfUrl: options.selfUrl,
    updatedAt: options.updatedAt,
    entries: items.map((item) => entryOf(item, options.origin, options.idVersion)),
  };
}

export interface FeedOptions {
  origin: string;
  selfUrl: string;
  updatedAt: Date;
  idVersion: number;
}

function entryOf(item: PortalItem, origin: string, idVersion: number): FeedEntry {
  const version = idVersion > 1 ? `?v=${idVersion}` : "";
  const facts = factsOf(item);
  const apply = item.apply === undefined ? "" : `Come candidarsi: ${item.apply}.`;
  return {
    id: `tag:${authority.domain},2026:notizia/${item.id}${version}`,
    url: `${origin}/offerte/${item.slug}${version}`,
    title: item.title,
    kind: item.kind,
    category: kindNames[item.kind].it,
    reference: item.reference,
    deadline: item.deadline,
    summaryHtml: `<p>${escaped(summaryOf(item.text, 260))}</p><p>${escaped(facts)}</p>`,
    contentHtml: `${textAsHtml(item.text)}\n${textAsHtml(apply)}\n<p>${escaped(facts)}</p>`,
    contentText: [item.text, apply, facts].filter(Boolean).join("\n\n"),
    publishedAt: new Date(item.publishedAt),
    updatedAt: new Date(item.updatedAt),
  };
}

/** The line an editor would put under each piece of news: "Riferimento: ... · Sede: ... · Scadenza: ...". */
function factsOf(item: PortalItem): string {
  const deadline = item.deadline?.split("-").reverse().join("/");
  return [
    `Riferimento: ${item.reference}`,
    item.place && `Sede: ${item.place}`,
    item.contract && `Contratto: ${item.contract}`,
    deadline && `Scadenza: ${deadline}`,
  ]
    .filter(Boolean)
    .join(" · ");
}
