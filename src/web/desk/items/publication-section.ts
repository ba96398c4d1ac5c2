import { html } from "hono/html";
import { isHoldable } from "../../../publishing/in-a-persons-hands.ts";
import type { Html } from "../../web-parts.ts";
import { heldButtons, leavingButtons, refusedButtons, wishButtons } from "../act-buttons.ts";
import { explanation, technicalDetail } from "../pieces.ts";
import { postLink, removal, stateMark, stepList, wantedText } from "../publication-part.ts";
import { explain, explainPublication, isDiscarded, tellPublication, tellWish } from "../telling.ts";
import type { StoppedItem } from "../today.ts";
import type { AuthorityView } from "../view.ts";
import type { TrackedPublication } from "./desk-item.ts";
import { itemsWordsOf } from "./words/index.ts";

/** One publication of an item: how it stands and why, what was done for it, and what a person can do. */
export function publicationSection(
  one: TrackedPublication,
  item: { title: string; link: string | null },
  view: AuthorityView,
): Html {
  // Until when one may apply stands among the facts of this page.
  const whole = { ...one, title: item.title, link: item.link, deadline: null };
  const id = `publication-${one.id}`;
  return html`<article class="account" aria-labelledby="${id}">
    <h3 id="${id}">${one.accountName} (${view.words.formats[one.format]})</h3>
    <p class="told">${stateMark(one, view)} <span>${tellPublication(one, view)}.</span></p>
    ${why(one, view)}
    ${wishPart(one, view)}
    ${postLink(one, item, view)}
    ${acts(whole, view)}
    ${removal(one, item, view)}
    ${steps(one, view)}
    ${technicalDetail(`why-${one.id}`, one.wish?.detail ?? one.detail, view)}
  </article>`;
}

/** What is on its way without trouble, and what is published, needs no reason. */
function why(one: TrackedPublication, view: AuthorityView): Html | string {
  if (one.reason === null || one.state === "published" || one.state === "removed") return "";
  return explanation(explainPublication(one, view, view.explainers), view);
}

function wishPart(one: TrackedPublication, view: AuthorityView): Html | string {
  const { wish } = one;
  if (!wish) return "";
  const told = html`<p class="wish">${tellWish(one, view, view.explainers)}</p>`;
  if (wish.nextAt !== null) return html`${told} ${wantedText(one, view)}`;
  const reason = explain(wish.reason ?? "", one.channel, view, view.explainers);
  return html`${told} ${explanation(reason, view)} ${wantedText(one, view)}`;
}

/** The buttons of its state; those for a post on the Page stand with the question they ask. */
function acts(item: StoppedItem, view: AuthorityView): Html | string {
  if (!view.may("publish")) return "";
  if (item.state === "held") return heldButtons(item, view);
  if (item.state === "refused") return isDiscarded(item) ? "" : refusedButtons(item, view);
  if (isHoldable(item)) return leavingButtons(item, view);
  return item.wish && item.wish.nextAt === null ? wishButtons(item, view) : "";
}

function steps(one: TrackedPublication, view: AuthorityView): Html {
  const words = itemsWordsOf(view.words.code);
  if (one.steps.length === 0) return html`<p class="moments">${words.noSteps}</p>`;
  return html`<h4>${words.steps}</h4><div class="steps">${stepList(one, view)}</div>`;
}
