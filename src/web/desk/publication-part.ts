import { html } from "hono/html";
import { isInFeed } from "../../publishing/pace.ts";
import type { PublicationState } from "../../publishing/publication.ts";
import type { Html } from "../web-parts.ts";
import { removeButton } from "./act-buttons.ts";
import { tellClock } from "./moments.ts";
import { icon, itemInFormat } from "./pieces.ts";
import { explainPublication, isDiscarded, tellPublication, tellStep } from "./telling.ts";
import type { TodayAttempt, TodayPublication } from "./today.ts";
import type { AuthorityView } from "./view.ts";

/** Pieces that tell one publication of an item, wherever items are shown. */

interface Titled {
  title: string;
}

/** States that alone would leave one guessing. */
export const troubled: readonly PublicationState[] = ["refused", "waiting", "due", "preparing"];

/** Its state, and in a sentence where it went or goes, with why for those of `explained`. */
export function publicationTold(one: TodayPublication, view: AuthorityView, explained = troubled): Html {
  const isTroubled = one.reason !== null && explained.includes(one.state);
  const why = isTroubled ? explainPublication(one, view, view.explainers).happened : "";
  return html`<p class="told">${stateMark(one, view)}
      <span>${one.accountName} (${view.words.formats[one.format]}): ${tellPublication(one, view)}. ${why}</span></p>`;
}

export function stateMark(one: TodayPublication, view: AuthorityView): Html {
  const state = isDiscarded(one) ? "discarded" : one.state;
  return html`<span class="state state-${state}">${view.words.today.publication.states[state]}</span>`;
}

/** Leads to the post, while there is one to be seen. */
export function postLink(one: TodayPublication, item: Titled, view: AuthorityView): Html | string {
  const { url } = one;
  if (!url || one.state !== "published" || isStoryOver(one, view)) return "";
  if (!/^https?:\/\//i.test(url)) return "";
  const words = view.words.today.latest;
  return html`<a id="post-${one.id}" class="post-link" href="${url}" rel="noopener">${words.seePost}<span
    class="visually-hidden">: ${itemInFormat({ ...item, format: one.format }, view)}</span> ${icon("external-link")}</a>`;
}

/** What can be taken off has a button for it; of a story it is said why it has none. */
export function removal(one: TodayPublication, item: Titled, view: AuthorityView): Html | string {
  if (one.state !== "published" || one.wish?.kind === "remove") return "";
  if (view.networks[one.channel]?.formats[one.format]?.isRemovable) return removeButton(one, item, view);
  if (isInFeed(one.format)) return "";
  const { storyOver, storyStays } = view.words.today.latest;
  return html`<p class="moments stays">${isStoryOver(one, view) ? storyOver : storyStays}</p>`;
}

function isStoryOver({ format, settledAt }: TodayPublication, { now }: AuthorityView): boolean {
  return !isInFeed(format) && settledAt !== null && now.getTime() - settledAt.getTime() >= 86_400_000;
}

/** What a post was to say, where that is not there yet. */
export function wantedText(
  { id: ofPublication, wish }: TodayPublication,
  view: AuthorityView,
): Html | string {
  if (wish?.kind !== "edit") return "";
  const id = `wanted-${ofPublication}`;
  return html`<details class="wanted" id="${id}"><summary id="${id}-s">${view.words.today.waiting.wantedText}</summary>
    <p class="wanted-text">${wish.text}</p></details>`;
}

/** Every step that was taken for it, with its moment. */
export function stepList(
  { steps, channel }: { steps: readonly TodayAttempt[]; channel: string },
  view: AuthorityView,
): Html {
  return html`<ol>${steps.map(
    (
      step,
    ) => html`<li><time datetime="${step.startedAt.toISOString()}">${tellClock(step.startedAt, view)}</time>
        ${tellStep(step, channel, view, view.explainers)}</li>`,
  )}</ol>`;
}
