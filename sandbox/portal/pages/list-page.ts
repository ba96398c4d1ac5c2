import { html } from "hono/html";
import { type Kind, kinds, type PortalItem } from "../item.ts";
import { kindNames } from "../kind-names.ts";
import { momentInWords } from "./dates.ts";
import { deadlineOf } from "./deadline.ts";
import { inLanguage, layout, type Markup } from "./layout.ts";
import { type Language, words } from "./words.ts";

export interface ListView {
  language: Language;
  items: readonly PortalItem[];
  kind: Kind | undefined;
  /** From 1. */
  page: number;
  now: Date;
}

const perPage = 15;

/** The list of news, all or of one kind, a page at a time. */
export function listPage(view: ListView): Markup {
  const text = words[view.language];
  const chosen = view.items.filter((item) => view.kind === undefined || item.kind === view.kind);
  const pages = Math.max(1, Math.ceil(chosen.length / perPage));
  const page = Math.min(Math.max(view.page, 1), pages);
  const shown = chosen.slice((page - 1) * perPage, page * perPage);
  return layout({
    language: view.language,
    title: text.newsTitle,
    path: addressOf(view.kind, page),
    section: "news",
    content: html`<h1>${text.newsTitle}</h1>
<p class="intro">${text.newsIntro}</p>
<div class="split">
${filters(view)}
<div>
${shown.length === 0 ? html`<div class="card empty"><p><strong>${text.nothing}</strong></p><p>${text.nothingHint}</p></div>` : html`<ol class="news" lang="it">${shown.map((item) => newsCard(item, view))}</ol>`}
${pages > 1 ? pager(view, page, pages) : ""}
</div>
</div>`,
  });
}

function addressOf(kind: Kind | undefined, page: number): string {
  const query = [kind && `tipo=${kind}`, page > 1 && `pagina=${page}`].filter(Boolean).join("&");
  return query === "" ? "/" : `/?${query}`;
}

function filters({ language, items, kind }: ListView): Markup {
  const text = words[language];
  const link = (target: Kind | undefined, name: string, count: number) =>
    html`<li><a href="${inLanguage(addressOf(target, 1), language)}"${target === kind ? html` aria-current="true"` : ""}>${name} <span>${count}</span></a></li>`;
  return html`<nav class="filters" aria-label="${text.filterLabel}"><ul>
${link(undefined, text.all, items.length)}
${kinds.map((each) => {
  const count = items.filter((item) => item.kind === each).length;
  return count === 0 && each !== kind
    ? ""
    : link(each, kindNames[each][language === "it" ? "allIt" : "allEn"], count);
})}
</ul></nav>`;
}

function newsCard(item: PortalItem, { language, now }: ListView): Markup {
  const text = words[language];
  const employer = item.employer ?? (item.kind === "offer" ? text.reserved : undefined);
  return html`<li class="card news-card kind-${item.kind}">
<p class="kind" lang="${language}">${kindNames[item.kind][language]}</p>
<h2><a href="${inLanguage(`/offerte/${item.slug}`, language)}">${item.title}</a></h2>
<p class="facts">${[employer, item.place, item.contract].filter(Boolean).map((fact, index) => html`${index > 0 ? html`<span aria-hidden="true"> · </span>` : ""}<span>${fact}</span>`)}</p>
<p class="times" lang="${language}">${deadlineOf(item, language, now)}<span>${text.published} <time datetime="${item.publishedAt}">${momentInWords(item.publishedAt, language)}</time></span></p>
</li>`;
}

function pager({ language, kind }: ListView, page: number, pages: number): Markup {
  const text = words[language];
  const to = (target: number) => inLanguage(addressOf(kind, target), language);
  return html`<nav class="pager" aria-label="${text.pages}">
${page > 1 ? html`<a rel="prev" href="${to(page - 1)}">← ${text.newer}</a>` : html`<span></span>`}
<span>${text.page} ${page} ${text.of} ${pages}</span>
${page < pages ? html`<a rel="next" href="${to(page + 1)}">${text.older} →</a>` : html`<span></span>`}
</nav>`;
}
