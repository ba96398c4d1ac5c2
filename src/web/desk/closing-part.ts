import { html } from "hono/html";
import { nameDay, todayOf, wordsIn } from "../../authority/calendar/day-names.ts";
import { closingOf } from "../../noticeboard/closing.ts";
import type { Html } from "../web-parts.ts";
import { itemLink } from "./items/item-filter.ts";
import { tellMoment } from "./moments.ts";
import type { ClosingItem } from "./today.ts";
import type { AuthorityView } from "./view.ts";

/** What is on the Page and soon over, each with the way to its page. */
export function closingPart(items: readonly ClosingItem[], view: AuthorityView): Html {
  const words = view.words.today.closing;
  return html`<p class="moments">${words.lead}</p>
    <ul class="links">${items.map(
      ({ id, title, deadline }) =>
        html`<li><a id="closing-${id}" href="${itemLink({ authorityId: view.authority.id, id }, { lang: view.back.lang, from: undefined })}">${title}</a> <span class="moments">${tellClosing(deadline, view)}</span></li>`,
    )}</ul>`;
}

/** "Candidature fino a venerdì 4" */
export function tellClosing(deadline: string | null, view: AuthorityView): string {
  const closing = closingOf(deadline ?? undefined, view.timeZone);
  if (!closing) return "";
  const words = view.words.today.closing;
  if (closing.hasHour) return words.until(tellMoment(closing.at, view));
  const reading = { now: view.now, timeZone: view.timeZone, language: view.words.code };
  return words.until(nameDay(closing.lastDay, todayOf(reading), wordsIn(view.words.code)));
}
