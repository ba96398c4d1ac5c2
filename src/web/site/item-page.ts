import { html } from "hono/html";
import type { ShownItem } from "../../noticeboard/shown-item.ts";
import { isOpen, type Standing, standingOf } from "../../noticeboard/standing.ts";
import { summarise } from "../../publishing/post.ts";
import { kindsToApplyFor } from "../../watching/found-item.ts";
import type { Html } from "../web-parts.ts";
import { boardAddress, pageAddress, itemPage as pageOf } from "./addresses.ts";
import { applySteps } from "./apply-steps.ts";
import { closingInWords, dayOf } from "./days.ts";
import { isReserved } from "./employer.ts";
import { factsTable, type ShownFact } from "./facts-table.ts";
import type { ItemChange } from "./history-store.ts";
import { badge } from "./item-card.ts";
import { jobPostingScript } from "./job-posting.ts";
import { officialLink } from "./official-link.ts";
import { sign } from "./sign.ts";
import type { Site } from "./site.ts";
import { previewTags } from "./site-head.ts";
import { siteLayout } from "./site-layout.ts";

// What previews show of a description; more is cut by the networks themselves, less well.
const descriptionCharactersMax = 200;
const fileSign = sign("file");

/** All that is known of an item: in words, in a table, how to apply, what changed. */
export function itemPage(site: Site, item: ShownItem, changes: readonly ItemChange[]): Html {
  const { words, place, authority, reading } = site;
  const standing = standingOf(item, reading.timeZone, reading.now);
  const own = authority.settings.language;
  const description = describe(item, site, standing);
  const preview = {
    type: "article" as const,
    title: item.title,
    description,
    page: pageOf(item),
    image: {
      page: `notizie/${item.seq}/card.png?v=${item.version.slice(0, 12)}`,
      alt: words.item.cardAlt(item.title),
    },
  };
  return siteLayout(
    site,
    {
      title: item.title,
      description,
      addressIn: (other) => pageAddress(other, pageOf(item)),
      current: "board",
      head: html`${previewTags(site, preview)}${jobPostingScript(site, item, standing)}`,
      trail: [{ label: words.board.title, address: boardAddress(place) }, { label: item.title }],
    },
    html`<article class="item-page">
      <p class="item-kind">${words.kinds[item.kind]} ${badge(site, item)}</p>
      <h1 lang="${own}" dir="auto">${item.title}</h1>
      <p class="lead">${sentences(item, site, standing)}</p>
      <div class="item-columns">
        <div class="item-side">
          ${kindsToApplyFor.includes(item.kind) ? applySteps(site, item, standing) : officialLink(site, item)}
          ${factsTable(site, factsOf(item, site, standing))}
        </div>
        <div>
          ${textPart(site, item)}
          ${attachmentsPart(site, item)}
          ${historyPart(site, changes)}
        </div>
      </div>
    </article>`,
  );
}

/** The facts as one would say them; only those that are known. */
function sentences(item: ShownItem, site: Site, standing: Standing): string {
  const { sentence } = site.words.item;
  const { employer, place, contract } = item.facts;
  const isOffer = kindsToApplyFor.includes(item.kind) && item.kind !== "course";
  const who =
    isOffer && employer && !isReserved(employer)
      ? sentence.seeks(employer, place)
      : place
        ? sentence.at(place)
        : "";
  return [who, contract ? sentence.contract(contract) : "", until(standing, site)]
    .filter((part) => part !== "")
    .join(" ");
}

function until(standing: Standing, site: Site): string {
  const { sentence } = site.words.item;
  if (standing.kind === "closed" || standing.kind === "withdrawn") {
    return sentence.closed(standing.since && dayOf(standing.since, site));
  }
  return standing.closing ? sentence.until(closingInWords(standing.closing, site)) : "";
}

function describe(item: ShownItem, site: Site, standing: Standing): string {
  const facts = sentences(item, site, standing);
  const text = summarise(item.text, descriptionCharactersMax).replaceAll("\n", " ");
  return [facts, text].filter((part) => part !== "").join(" ") || site.words.kinds[item.kind];
}

function factsOf(item: ShownItem, site: Site, standing: Standing): ShownFact[] {
  const { words, authority } = site;
  const { fact } = words.item;
  const { employer, place, contract, deadline } = item.facts;
  const own = authority.settings.language;
  const closing = standing.kind === "withdrawn" ? undefined : standing.closing;
  return [
    { name: fact.kind, value: words.kinds[item.kind] },
    {
      name: fact.employer,
      value: employer && isReserved(employer) ? words.item.reserved : employer,
      lang: own,
    },
    { name: fact.place, value: place, lang: own },
    { name: fact.contract, value: contract, lang: own },
    {
      name: fact.deadline,
      value: closing ? closingInWords(closing, site) : deadline,
      ...(!closing && { lang: own }),
    },
    { name: fact.state, value: isOpen(standing) ? words.standing.open : words.standing.closed },
    { name: fact.reference, value: item.reference },
    { name: fact.labels, value: item.labels.join(", "), lang: own },
    { name: fact.published, value: dayOf(item.shownAt, site) },
  ];
}

function textPart({ words, authority }: Site, item: ShownItem): Html | string {
  const parts = item.text.split(/\n{2,}/).filter((part) => part.trim() !== "");
  if (parts.length === 0) return "";
  return html`<section class="item-text"><h2>${words.item.text}</h2>
    <div lang="${authority.settings.language}">${parts.map((part) => html`<p dir="auto">${part.trim()}</p>`)}</div></section>`;
}

function attachmentsPart({ words, authority }: Site, item: ShownItem): Html | string {
  const links = item.attachments.filter(({ url }) => /^https?:\/\//i.test(url));
  if (links.length === 0) return "";
  return html`<section><h2>${words.item.attachments}</h2>
    <ul class="files" lang="${authority.settings.language}">${links.map(
      ({ url, title }) =>
        html`<li>${fileSign} <a href="${url}" rel="noopener" dir="auto">${title ?? url}</a></li>`,
    )}</ul></section>`;
}

function historyPart(site: Site, changes: readonly ItemChange[]): Html | string {
  const { words } = site;
  if (changes.length === 0) return "";
  return html`<section class="history"><h2>${words.item.history}</h2><ol>
    ${changes.map(({ kind, at }) => html`<li><time datetime="${at.toISOString()}">${dayOf(at, site)}</time> ${words.item.changes[kind]}</li>`)}
  </ol></section>`;
}
