import { authority, authorityInFull } from "../authority.ts";
import { type Kind, type PortalItem, slugOf, summaryOf } from "../item.ts";
import { kindNames } from "../kind-names.ts";
import { escaped, textAsHtml } from "../markup.ts";

/** A feed before it takes one of the four forms. Addresses are absolute. */
export interface Feed {
  /** Stays the same when the portal moves to another port. */
  id: string;
  title: string;
  description: string;
  author: string;
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
    title: `${options.name ?? authority.name} – Offerte e notizie di lavoro (portale dimostrativo)`,
    description: `Offerte, tirocini, corsi e avvisi. ${authorityInFull}.`,
    author: `${options.name ?? authority.name} – ${authority.department}`,
    id: `tag:${domainOf(options.name)},2026:notizie`,
    homeUrl: `${options.origin}/`,
    selfUrl: options.selfUrl,
    updatedAt: options.updatedAt,
    entries: items.map((item) => entryOf(item, options)),
  };
}

export interface FeedOptions {
  origin: string;
  selfUrl: string;
  updatedAt: Date;
  idVersion: number;
  /** The portal's own name, where it is not the usual one: its ids are then its own too. */
  name: string | undefined;
}

function domainOf(name: string | undefined): string {
  return name === undefined ? authority.domain : `${slugOf(name)}.example`;
}

function entryOf(item: PortalItem, { origin, idVersion, name }: FeedOptions): FeedEntry {
  const version = idVersion > 1 ? `?v=${idVersion}` : "";
  const facts = factsOf(item);
  const apply = item.apply === undefined ? "" : `Come candidarsi: ${item.apply}.`;
  return {
    id: `tag:${domainOf(name)},2026:notizia/${item.id}${version}`,
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
