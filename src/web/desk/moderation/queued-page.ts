import { html } from "hono/html";
import { moderatingWordsOf } from "../../../moderating/words/index.ts";
import { notTaken } from "../../sign-in/form-parts.ts";
import { signInWordsOf } from "../../sign-in/words/index.ts";
import type { Html } from "../../web-parts.ts";
import { attachmentList } from "../inbox/attachment-list.ts";
import { firstWordsOf, shownText } from "../inbox/shown-text.ts";
import { inboxWordsOf } from "../inbox/words/index.ts";
import { markText, type NumberedReason } from "../marked-text.ts";
import { tellMoment } from "../moments.ts";
import { distance } from "../pieces.ts";
import { besideParts } from "./beside-parts.ts";
import { decideForm, quickActs, seenForm } from "./decide-form.ts";
import { queuedLink, queueLink } from "./moderation-filter.ts";
import { moderationFrame } from "./moderation-frame.ts";
import { endPart } from "./queue-page.ts";
import type { QueuedPageComment, QueuedView } from "./queued-comment.ts";
import { moderationWordsOf } from "./words/index.ts";

/** One comment, whole, with why it is here, and the form that decides about it. */
export function queuedPage(comment: QueuedPageComment, view: QueuedView): Html {
  const { asked, filter, authority, troubles, said } = view;
  const words = moderationWordsOf(asked.language);
  const { errorTitle } = signInWordsOf(asked.language);
  const { message, beside } = comment;
  const name = firstWordsOf(beside.authorName ?? words.comment.someone, 80);
  const title = words.comment.by(name);
  return moderationFrame(
    asked,
    {
      title: troubles.length > 0 ? `${errorTitle}: ${title}` : title,
      address: (lang) => queuedLink(message, filter, lang),
      isLive: false,
      keys: "comment",
    },
    html`<p class="to-talk"><a class="visually-hidden-focusable" href="#decide">${words.form.toDecision}</a></p>
      <div class="queue-ways"><a id="to-list" href="${queueLink({ ...filter, authority: authority.id, page: 1 }, asked.askedLanguage)}">${words.comment.back}</a>${ways(comment, view)}</div>
      ${said ? endPart(said, authority.id, view) : ""}
      ${notTaken(words.form.faults, troubles)}
      <article class="moderation-columns" id="comment" tabindex="-1">
        <div>
          <h1><bdi>${title}</bdi></h1>
          <p class="moments">${inboxWordsOf(asked.language).kinds[message.kind]} · ${authority.name} · ${distance(message.sentAt, view)}</p>
          ${standing(comment, view)}
          ${written(comment, view)}
          ${quickActs(comment, view)}
          ${decideForm(comment, view)}
          ${seenForm(comment, view)}
        </div>
        ${besideParts(comment, view)}
      </article>`,
  );
}

function ways({ around, message }: QueuedPageComment, { asked, filter }: QueuedView): Html {
  const { comment } = moderationWordsOf(asked.language);
  const way = (id: string, messageId: string | null, label: string) =>
    messageId === null
      ? ""
      : html`<a id="${id}" href="${queuedLink({ ...message, messageId }, filter, asked.askedLanguage)}">${label}</a>`;
  return html`${way("to-previous", around.before, comment.previous)}${way("to-next", around.after, comment.next)}`;
}

/** How it stands now, as far as that is not plain. */
function standing({ message, beside, triage }: QueuedPageComment, view: QueuedView): Html {
  const words = moderationWordsOf(view.words.code);
  const { comment } = words;
  const settledAt = triage?.settledAt;
  const by = triage?.settledBy
    ? (view.names.get(triage.settledBy) ?? words.latest.formerColleague)
    : undefined;
  const marks = [
    ...(message.removedAt ? [comment.removed] : []),
    ...(beside.hiddenAt ? [comment.hidden] : []),
    ...(beside.editedAt ? [comment.edited] : []),
    ...(settledAt
      ? [
          by === undefined
            ? comment.settled(tellMoment(settledAt, view))
            : comment.settledBy(by, tellMoment(settledAt, view)),
        ]
      : []),
  ];
  return html`${marks.map((mark) => html`<p class="said-mark">${mark}</p>`)}`;
}

/** The words with what led here marked, and each mark explained. Whatever is shown of them is escaped piece by piece. */
function written(comment: QueuedPageComment, view: QueuedView): Html {
  const { message, triage, attachments } = comment;
  const words = moderationWordsOf(view.words.code);
  const text = message.text ?? "";
  const { pieces, reasons } = markText(text, triage?.suggestions ?? []);
  return html`<section aria-labelledby="said-title"><h2 id="said-title">${words.comment.text}</h2>
    <div class="said said-in">${
      text === ""
        ? html`<p class="said-text">${words.noWords}</p>`
        : html`<p class="said-text" dir="auto">${pieces.map((piece) => {
            const shown = shownText(piece.text).text;
            return piece.numbers.length === 0
              ? shown
              : html`<mark>${shown}<sup><span class="visually-hidden"> (${words.comment.note} </span>${piece.numbers.join(", ")}<span class="visually-hidden">)</span></sup></mark>`;
          })}</p>`
    }${shownText(text).hasUnseen ? html`<p class="moments">${words.comment.invisible}</p>` : ""}
    ${attachmentList(attachments, message.messageId, view.words.code)}</div></section>
    ${suggestionPart(comment, reasons, view)}`;
}

function suggestionPart(
  { triage }: QueuedPageComment,
  reasons: readonly NumberedReason[],
  view: QueuedView,
): Html {
  const words = moderationWordsOf(view.words.code);
  const said = moderatingWordsOf(view.words.code);
  const [first, ...others] = triage?.suggestions ?? [];
  const tell = (one: NonNullable<typeof first>) =>
    `${said.actions[one.action]}${one.rule === null ? "" : `, ${words.rule(one.rule)}`} (${words.confidences[one.confidence]})`;
  // Of several that come to the same the surest comes first, and is enough.
  const further = others.filter(({ action, rule }) => action !== first?.action || rule !== first.rule);
  return html`<section aria-labelledby="why-title"><h2 id="why-title">${words.comment.why}</h2>
    ${
      first === undefined
        ? html`<p>${words.comment.nothingFound}</p>`
        : html`<p class="suggested-act"><strong>${tell(first)}</strong></p>`
    }
    ${triage?.needsPerson ? html`<p>${said.needsPerson}</p>` : ""}
    ${
      reasons.length === 0
        ? ""
        : html`<ol class="because">${reasons.map(({ reason }) => html`<li>${said.reasons[reason]}</li>`)}</ol>`
    }
    ${further.length === 0 ? "" : html`<p class="moments">${words.comment.others}: ${further.map(tell).join("; ")}</p>`}
  </section>`;
}

/** The comment is gone, and with it the place for a decision: the words themselves come back. */
export function lostPage(
  view: Omit<QueuedView, "filled" | "troubles" | "wrong" | "said">,
  text: string,
): Html {
  const { asked, filter } = view;
  const words = moderationWordsOf(asked.language);
  return moderationFrame(
    asked,
    { title: words.title, address: (lang) => queueLink(filter, lang), isLive: false, keys: "none" },
    html`<h1>${words.title}</h1><p class="not-taken" role="alert" id="lost">${words.form.lost}</p>
      <div class="field"><label for="lost-text">${words.form.why}</label><textarea id="lost-text" rows="6" readonly aria-describedby="lost">${text}</textarea></div>
      <p class="way-back"><a href="${queueLink(filter, asked.askedLanguage)}">${words.comment.back}</a></p>`,
  );
}
