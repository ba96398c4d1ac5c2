import { html } from "hono/html";
import type { Html } from "../../web-parts.ts";
import { tellMoment } from "../moments.ts";
import { icon } from "../pieces.ts";
import type { AuthorityView } from "../view.ts";
import type { Correctable, Correction } from "./corrections.ts";
import type { DeskItem } from "./desk-item.ts";
import { itemLink, itemsLink } from "./item-filter.ts";
import { attachmentList, factList, paragraphs, readable } from "./item-pieces.ts";
import { itemsFrame } from "./items-frame.ts";
import type { ItemsAsked } from "./items-view.ts";
import { publicationSection } from "./publication-section.ts";
import { itemsWordsOf } from "./words/index.ts";

/** One item: where it went and what can be done about it, what it says, what the portal changed of it. */
export function oneItemPage(
  asked: ItemsAsked,
  item: DeskItem,
  view: AuthorityView,
  from: string | undefined,
): Html {
  const words = itemsWordsOf(asked.language);
  const list = from ?? itemsLink({}, asked.askedLanguage);
  return itemsFrame(
    asked,
    {
      title: item.title,
      address: (lang) => itemLink(item, { lang, from }),
      above: html`<p class="way-back"><a href="${list}">${words.back}</a></p>
        <p class="kind">${view.words.kinds[item.kind]}${item.reference ? html` · <span class="reference">${item.reference}</span>` : ""}</p>`,
    },
    html`<p class="moments">${origin(item, view)}</p>
      <div class="item-columns">
        <section aria-labelledby="publications-title"><h2 id="publications-title">${words.publications}</h2>
          <div id="publications" data-live>${publications(item, view)}</div></section>
        <section aria-labelledby="item-title"><h2 id="item-title">${words.item}</h2>
          ${said(item, view)}</section>
      </div>`,
  );
}

/** Where it comes from, and since when it is known. */
function origin(item: DeskItem, view: AuthorityView): string {
  const words = itemsWordsOf(view.words.code);
  const told = [view.authority.name, item.sourceName, words.seen(tellMoment(item.seenAt, view))];
  if (item.publishedAt) told.push(words.published(tellMoment(item.publishedAt, view)));
  return told.join(" · ");
}

function publications(item: DeskItem, view: AuthorityView): Html | Html[] {
  const words = itemsWordsOf(view.words.code);
  if (item.publications.length > 0) {
    return item.publications.map((one) => publicationSection(one, item, view));
  }
  return html`<p>${item.isArchived ? words.archivedWhy : view.words.today.latest.noAccount}</p>`;
}

/** What the portal says, as it stands now. */
function said(item: DeskItem, view: AuthorityView): Html {
  const words = itemsWordsOf(view.words.code);
  const { settings } = view.authority;
  const { facts, reference, attachments } = item;
  const { code } = view.words;
  return html`${factList({ facts, reference, settings }, code)}
    ${
      item.text.trim() === ""
        ? html`<p>${words.noText}</p>`
        : html`<div class="item-text" lang="${settings.language}">${paragraphs(item.text)}</div>`
    }
    ${portalLink(item, words.onPortal)}
    ${item.labels.length > 0 ? html`<p class="moments">${words.labels(item.labels.join(", "))}</p>` : ""}
    ${attachmentList({ attachments }, code)}
    ${corrections(item.corrections, view)}`;
}

function portalLink({ link }: DeskItem, label: string): Html | string {
  if (!link || !/^https?:\/\//i.test(link)) return "";
  return html`<p><a href="${link}" rel="noopener">${label} ${icon("external-link")}</a></p>`;
}

function corrections(all: readonly Correction[], view: AuthorityView): Html | string {
  const words = itemsWordsOf(view.words.code).corrections;
  if (all.length === 0) return "";
  const tell = (part: Correctable, said: string | null) =>
    part === "deadline" && said !== null
      ? readable(said, view.authority, view.words.code)
      : (said ?? words.nothing);
  return html`<h2>${words.title}</h2><ol class="corrections">${all.map(
    (one) => html`<li><p><strong>${kindOf(one.kind, words.kinds)}</strong> ${tellMoment(one.at, view)}</p>
      ${one.changed.map(
        ({ part, before, after }) => html`<dl><dt>${words.parts[part]}</dt>
        <dd><del><span class="visually-hidden">${words.before}: </span>${tell(part, before)}</del></dd>
        <dd><ins><span class="visually-hidden">${words.after}: </span>${tell(part, after)}</ins></dd></dl>`,
      )}</li>`,
  )}</ol>`;
}

function kindOf<T extends Record<string, string>>(kind: string, kinds: T): string {
  return Object.hasOwn(kinds, kind) ? (kinds[kind] ?? kind) : kind;
}
