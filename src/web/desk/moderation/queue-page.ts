import { html } from "hono/html";
import { actions } from "../../../moderating/action.ts";
import { moderatingWordsOf } from "../../../moderating/words/index.ts";
import { hidden } from "../../sign-in/form-parts.ts";
import type { Html } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import { choice } from "../filter-choice.ts";
import { shownText } from "../inbox/shown-text.ts";
import { distance } from "../pieces.ts";
import { raidPart } from "../raid-part.ts";
import { latestPart } from "./latest-decisions-part.ts";
import { maskedPart } from "./masked-part.ts";
import { isNarrowed, type ModerationFilter, queuedLink, queueLink } from "./moderation-filter.ts";
import { moderationFrame, moderationTabs } from "./moderation-frame.ts";
import type { ModerationView } from "./moderation-view.ts";
import type { ModerationCounts, ModerationQueue } from "./read-moderation.ts";
import { moderationWordsOf } from "./words/index.ts";

export interface QueueView extends ModerationView {
  filter: ModerationFilter;
  /** All in which one may moderate. */
  authorities: readonly { id: string; name: string }[];
  counts: ModerationCounts;
  said: { sentence: string; was: string | undefined } | undefined;
}

/** What waits for a decision in one authority, and what was decided last. */
export function queuePage(queue: ModerationQueue, view: QueueView): Html {
  const { asked, filter, said } = view;
  const words = moderationWordsOf(asked.language);
  return moderationFrame(
    asked,
    { title: words.title, address: (lang) => queueLink(filter, lang), isLive: true, keys: "list" },
    html`<h1>${words.title}</h1>
      ${moderationTabs(asked, "queue", view.counts)}
      ${said ? endPart(said, queue.authority.id, view) : ""}
      ${authorityChoice(view)}
      <div id="raid" data-live>${queue.raid ? raidPart(queue.raid, view, { heading: "h2" }) : ""}</div>
      <div class="moderation-columns"><section aria-labelledby="queue-title">
        <h2 id="queue-title">${words.tabs.queue}</h2>
        <p class="hint">${words.lead}</p>
        ${filterForm(queue, view)}
        <div id="queue" data-live>${lines(queue, view)}</div>
        ${pageLinks(queue, view)}
      </section>
      <section aria-labelledby="latest-title"><h2 id="latest-title">${words.latest.title}</h2>
        <div id="latest" data-live>${latestPart(queue.latest, view)}</div></section></div>`,
  );
}

/** What was done before, with the way back to it. */
export function endPart(
  { sentence, was }: { sentence: string; was: string | undefined },
  authorityId: string,
  { asked, filter }: ModerationView & { filter: ModerationFilter },
): Html {
  const words = moderationWordsOf(asked.language);
  return html`<p class="done" id="end" role="status">${sentence}${
    was === undefined
      ? ""
      : html` <a href="${queuedLink({ authorityId, messageId: was }, filter, asked.askedLanguage)}">${words.ends.undo}</a>`
  }</p>`;
}

function authorityChoice({ asked, authorities, authority, counts }: QueueView): Html | string {
  if (authorities.length < 2) return "";
  return html`<nav class="chooser" aria-label="${moderationWordsOf(asked.language).authorities}"><ul id="authorities" data-live>${authorities.map(
    ({ id, name }) =>
      html`<li><a class="choice" ${id === authority.id ? html`aria-current="page"` : ""} href="${queueLink({ authority: id }, asked.askedLanguage)}">${name} (${counts.queue.get(id) ?? 0})</a></li>`,
  )}</ul></nav>`;
}

function filterForm({ rules }: ModerationQueue, view: QueueView): Html {
  const { asked, filter, authorities, authority } = view;
  const words = moderationWordsOf(asked.language).filter;
  const said = moderatingWordsOf(asked.language);
  const suggested = actions.filter((one) => one !== "none").map((id) => ({ id, name: said.actions[id] }));
  const numbered = rules.map(({ number, text }) => ({
    id: String(number),
    name: `${number}. ${text[asked.language]}`,
  }));
  return html`<form method="get" action="/desk/moderation" class="moderation-filter" role="search" aria-label="${words.title}">
    ${hidden("lang", asked.askedLanguage)}${hidden("authority", authorities.length > 1 ? authority.id : undefined)}
    ${choice("suggested", words.suggested, words.anySuggested, suggested, filter.suggested)}
    ${choice("rule", words.rule, words.anyRule, numbered, filter.rule?.toString())}
    <div class="filter-acts"><button type="submit" class="btn btn-outline-primary">${words.show}</button>
      ${isNarrowed(filter) ? html`<a href="${queueLink({ authority: filter.authority }, asked.askedLanguage)}">${words.all}</a>` : ""}</div>
  </form>`;
}

const grave = ["crisis", "escalate"];
const harmful = ["delete", "hide"];

function lines({ lines: all, authority }: ModerationQueue, view: QueueView): Html {
  const { asked, filter } = view;
  const words = moderationWordsOf(asked.language);
  const said = moderatingWordsOf(asked.language);
  if (all.length === 0) {
    const isAll = !isNarrowed(filter) && filter.page === 1;
    return html`<p class="inbox-none">${isAll ? words.none : words.noneFound}</p>`;
  }
  return html`<ol class="entries" aria-label="${words.list}">${all.map((line) => {
    const { action, rule, confidence, messageId } = line;
    const urgency = grave.includes(action) ? "late" : harmful.includes(action) ? "soon" : "calm";
    const about = [
      ...(confidence === null ? [] : [words.confidences[confidence]]),
      ...(line.needsPerson ? [words.needsPerson] : []),
    ];
    return html`<li class="entry-row is-${urgency}">
      <a id="open-${messageId}" href="${queuedLink({ authorityId: authority.id, messageId }, filter, asked.askedLanguage)}">
        <span class="entry-who entry-state"><strong>${said.actions[action]}</strong>${rule === null ? "" : ` · ${words.rule(rule)}`}</span>
        <span class="entry-when">${distance(line.sentAt, view)}</span>
        <span class="entry-words"><bdi>${maskedPart(line.excerpt, asked.language)}</bdi></span>
        <span class="entry-under">${line.title === null ? words.otherPost : words.under(shownText(line.title).text)}</span>
        <span class="entry-about">${about.join(" · ")}</span>
      </a></li>`;
  })}</ol>`;
}

function pageLinks({ hasMore }: ModerationQueue, { asked, filter }: QueueView): Html | string {
  const words = moderationWordsOf(asked.language);
  if (!hasMore && filter.page === 1) return "";
  const link = (page: number, label: string) =>
    html`<li><a class="choice" href="${queueLink({ ...filter, page }, asked.askedLanguage)}">${label}</a></li>`;
  return html`<nav class="chooser pages" aria-label="${words.pages}"><ul>
    ${filter.page > 1 ? link(filter.page - 1, words.before) : ""}
    ${hasMore ? link(filter.page + 1, words.after) : ""}
  </ul></nav>`;
}

/** Of an installation that has no authority yet. */
export function emptyPage(asked: ModerationView["asked"]): Html {
  const words = moderationWordsOf(asked.language);
  return moderationFrame(
    asked,
    { title: words.title, address: (lang) => queueLink({}, lang), isLive: false, keys: "none" },
    html`<h1>${words.title}</h1><p>${wordsOf(asked.language).today.none.detail}</p>`,
  );
}
