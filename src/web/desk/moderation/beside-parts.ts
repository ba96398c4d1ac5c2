import { html } from "hono/html";
import type { EarlierDecision } from "../../../moderating/deciding/decided-message-store.ts";
import type { Html } from "../../web-parts.ts";
import { conversationLink } from "../inbox/inbox-filter.ts";
import { tellDay, tellMoment } from "../moments.ts";
import { queuedLink } from "./moderation-filter.ts";
import type { QueuedPageComment, QueuedView } from "./queued-comment.ts";
import { tellDecisionState } from "./tell-decision.ts";
import { moderationWordsOf } from "./words/index.ts";

/** What the comment is about, and what was decided about the same person before. */
export function besideParts(comment: QueuedPageComment, view: QueuedView): Html {
  const words = moderationWordsOf(view.words.code).comment;
  const { under, message } = comment;
  const { authorityId, conversationId } = message;
  const talk = conversationLink({ authorityId, id: conversationId }, {}, view.asked.askedLanguage);
  return html`<aside class="beside" aria-label="${words.about}">
    <h2>${words.about}</h2>
    ${under ? html`<h3 lang="${view.authority.settings.language}" dir="auto">${under.item.title}</h3>` : ""}
    <ul class="links">
      ${under?.postUrl && /^https?:\/\//i.test(under.postUrl) ? html`<li><a href="${under.postUrl}" rel="noopener">${words.post}</a></li>` : ""}
      ${under ? html`<li><a href="/desk/items/${authorityId}/${under.itemId}">${words.item}</a></li>` : html`<li>${moderationWordsOf(view.words.code).otherPost}</li>`}
      <li><a id="to-conversation" href="${talk}">${words.talk}</a></li></ul>
    <h2>${words.person}</h2>
    ${comment.suggested ? html`<p class="notice notice-wait">${words.suggested[comment.suggested]}</p>` : ""}
    ${comment.facts.isPersonKnown ? "" : html`<p>${words.unknownPerson}</p>`}
    ${
      comment.earlier.length === 0
        ? comment.facts.isPersonKnown
          ? html`<p>${words.firstTime}</p>`
          : ""
        : html`<ol class="decisions">${comment.earlier.map((one) => earlier(one, comment, view))}</ol>`
    }
  </aside>`;
}

function earlier(one: EarlierDecision, { message }: QueuedPageComment, view: QueuedView): Html {
  const words = moderationWordsOf(view.words.code);
  const who =
    one.by === null
      ? words.latest.byItself
      : words.latest.by(view.names.get(one.by) ?? words.latest.formerColleague);
  const isThis = one.messageId === message.messageId;
  const end = one.endsAt ? ` ${words.comment.until(tellDay(one.endsAt, view))}` : "";
  return html`<li><p><strong>${words.decided[one.action]}${end}</strong> <span class="state ${one.isStanding ? "state-held" : ""}">${tellDecisionState(one, view)}</span></p>
    <p class="moments">${who}, <time datetime="${one.at.toISOString()}">${tellMoment(one.at, view)}</time>${isThis ? ` · ${words.comment.thisOne}` : ""}</p>
    ${isThis || one.messageId === null ? "" : html`<p class="decision-acts"><a href="${queuedLink({ ...message, messageId: one.messageId }, view.filter, view.asked.askedLanguage)}">${words.comment.open}<span class="visually-hidden">: ${words.decided[one.action]}, ${tellMoment(one.at, view)}</span></a></p>`}
  </li>`;
}
