import { html } from "hono/html";
import { isInFeed } from "../../publishing/pace.ts";
import type { Html } from "../web-parts.ts";
import { removeButton } from "./act-buttons.ts";
import { tellClock } from "./moments.ts";
import { distance, icon, itemInFormat, itemTitle } from "./pieces.ts";
import { explainPublication, isDiscarded, tellPublication, tellStep, tellWish } from "./telling.ts";
import type { LatestItem } from "./today.ts";
import type { AuthorityView } from "./view.ts";

type Publication = LatestItem["publications"][number];

/** The newest items with what became of them, and every step told on request. */
export function latestPart(items: LatestItem[], view: AuthorityView): Html {
  const words = view.words.today.latest;
  if (items.length === 0) return html`<p>${words.none}</p>`;
  return html`<ol class="latest">${items.map((item) => latestItem(item, view))}</ol>`;
}

function latestItem(item: LatestItem, view: AuthorityView): Html {
  const { latest } = view.words.today;
  return html`<li class="news">
    <p class="kind">${view.words.kinds[item.kind]}${item.reference ? html` · <span class="reference">${item.reference}</span>` : ""}</p>
    <h4>${itemTitle(item, `item-${item.id}`)}</h4>
    <p class="moments">${item.sourceName} · ${distance(item.seenAt, view)}</p>
    ${
      item.publications.length === 0
        ? html`<p>${latest.noAccount}</p>`
        : html`<ul class="publications">${item.publications.map((one) => publication(one, item, view))}</ul>`
    }
  </li>`;
}

function publication(one: Publication, item: LatestItem, view: AuthorityView): Html {
  const words = view.words.today;
  // A sentence that says why, where the state alone would leave one guessing.
  const isTroubled = one.reason !== null && ["refused", "waiting", "due", "preparing"].includes(one.state);
  const why = isTroubled ? explainPublication(one, view, view.explainers).happened : "";
  const state = isDiscarded(one) ? "discarded" : one.state;
  return html`<li>
    <p class="told"><span class="state state-${state}">${words.publication.states[state]}</span>
      <span>${one.accountName} (${view.words.formats[one.format]}): ${tellPublication(one, view)}. ${why}</span></p>
    ${one.wish ? html`<p class="wish">${tellWish(one, view, view.explainers)}</p>` : ""}
    ${one.url && one.state === "published" && !isStoryOver(one, view) ? postLink(one, one.url, item, view) : ""}
    ${steps(one, item, view)}
    ${removal(one, item, view)}
  </li>`;
}

function postLink(one: Publication, url: string, item: LatestItem, view: AuthorityView): Html | string {
  if (!/^https?:\/\//i.test(url)) return "";
  const words = view.words.today.latest;
  return html`<a id="post-${one.id}" class="post-link" href="${url}" rel="noopener">${words.seePost}<span
    class="visually-hidden">: ${itemInFormat({ ...item, format: one.format }, view)}</span> ${icon("external-link")}</a>`;
}

/** What can be taken off has a button for it; of a story it is said why it has none. */
function removal(one: Publication, item: LatestItem, view: AuthorityView): Html | string {
  if (one.state !== "published" || one.wish?.kind === "remove") return "";
  if (view.networks[one.channel]?.formats[one.format]?.isRemovable) return removeButton(one, item, view);
  if (isInFeed(one.format)) return "";
  const { storyOver, storyStays } = view.words.today.latest;
  return html`<p class="moments stays">${isStoryOver(one, view) ? storyOver : storyStays}</p>`;
}

function isStoryOver({ format, settledAt }: Publication, { now }: AuthorityView): boolean {
  return !isInFeed(format) && settledAt !== null && now.getTime() - settledAt.getTime() >= 86_400_000;
}

function steps(one: Publication, item: LatestItem, view: AuthorityView): Html | string {
  if (one.steps.length === 0) return "";
  const words = view.words.today.latest;
  const id = `steps-${one.id}`;
  return html`<details class="steps" id="${id}">
    <summary id="${id}-s">${words.attempts(one.steps.length)}<span class="visually-hidden">: ${itemInFormat({ ...item, format: one.format }, view)}</span></summary>
    <ol>${one.steps.map(
      (
        step,
      ) => html`<li><time datetime="${step.startedAt.toISOString()}">${tellClock(step.startedAt, view)}</time>
        ${tellStep(step, one.channel, view, view.explainers)}</li>`,
    )}</ol>
  </details>`;
}
