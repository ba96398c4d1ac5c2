import { html } from "hono/html";
import { type Comment, isByPage, REACTION_TYPES, type ReactionType } from "../facebook/community/comment.ts";
import { fullName, personById } from "../facebook/community/people.ts";
import { localId, type Post } from "../facebook/post.ts";
import { peopleWords } from "./people-language.ts";
import { postText } from "./post-text.ts";
import { initials, moment, shortName, type View } from "./view.ts";

const EMOJI: Record<ReactionType, string> = {
  LIKE: "👍",
  LOVE: "❤️",
  CARE: "🤗",
  HAHA: "😆",
  WOW: "😮",
  SAD: "😢",
  ANGRY: "😠",
};

/** A load test leaves thousands under one post: the newest are enough to look at. */
const COMMENTS_SHOWN = 40;

/** What stands under a post: reactions, comments on two levels, and forms to add to them as one of the citizens. */
export function discussion(post: Post, view: View) {
  const { community } = view.sandbox.world;
  const words = peopleWords(view.language);
  const all = community.under(post.id);
  const top = community.topLevel(post.id);
  const earlier = Math.max(0, top.length - COMMENTS_SHOWN);
  const blocked = community.blocked.has(post.pageId, view.as.id);
  return html`<div class="talk">
    <div class="talk-bar">${reactionSum(post.id, view)} ${blocked ? "" : reactionForm(post, view)}</div>
    <details ${all.length > 0 ? "open" : ""}>
      <summary>${words.comments(all.length)}</summary>
      ${earlier === 0 ? "" : html`<p class="hint">${words.earlier(earlier)}</p>`}
      <ol class="comments">
        ${top.slice(earlier).map((comment) => html`<li>${oneComment(comment, post, view)} ${answers(comment, post, view)}</li>`)}
      </ol>
      ${
        blocked
          ? html`<p class="hint">${words.blocked}</p>`
          : writeForm(post, view, words.commentAs(fullName(view.as)), `c-${localId(post)}`)
      }
    </details>
  </div>`;
}

/** Answers of any depth, drawn on the second level as Facebook does. */
function answers(comment: Comment, post: Post, view: View) {
  const { community } = view.sandbox.world;
  const below: Comment[] = [];
  const gather = (id: string): void => {
    for (const answer of community.repliesTo(id)) {
      below.push(answer);
      gather(answer.id);
    }
  };
  gather(comment.id);
  return below.length === 0
    ? ""
    : html`<ol class="answers">${below.map((answer) => html`<li>${oneComment(answer, post, view)}</li>`)}</ol>`;
}

function oneComment(comment: Comment, post: Post, view: View) {
  const words = peopleWords(view.language);
  const isMine = comment.authorId === view.as.id;
  // Hidden: still there for its author, gone for everybody else (section 11).
  if (comment.hidden && !isMine) return html`<p class="comment hint">${words.hiddenToOthers}</p>`;
  const person = personById(comment.authorId);
  const name = person ? fullName(person) : shortName(view.page);
  const blocked = view.sandbox.world.community.blocked.has(post.pageId, view.as.id);
  return html`<div class="comment${isByPage(comment) ? " by-page" : ""}${comment.hidden ? " is-hidden" : ""}">
    <span class="avatar small" aria-hidden="true">${initials(name)}</span>
    <div class="bubble">
      <p class="who"><strong>${name}</strong> ${isByPage(comment) ? html`<span class="count">${words.byPage}</span>` : ""}
        <time datetime="${new Date(comment.createdAt).toISOString()}">${moment(comment.createdAt, view.language, "clock")}</time>
        ${comment.editedAt === undefined ? "" : html`<span>· ${words.edited}</span>`}</p>
      ${comment.message ? html`<p class="said" lang="it">${postText(comment.message)}</p>` : ""}
      ${comment.picture ? html`<p class="hint">${words.attachment}: ${comment.picture.src}</p>` : ""}
      ${comment.hidden ? html`<p class="hint">${words.hiddenNote}</p>` : ""}
      ${comment.privateReplyThread === undefined ? "" : html`<p class="hint">${words.answeredPrivately}</p>`}
      ${reactionSum(comment.id, view)}
      ${
        blocked
          ? ""
          : html`<details class="answer"><summary>${words.reply}<span class="for-readers"> – ${name}</span></summary>
        ${writeForm(post, view, words.replyTo(name), `r-${comment.seq}`, comment.id)}</details>`
      }
    </div>
  </div>`;
}

function writeForm(post: Post, view: View, label: string, fieldId: string, parent?: string) {
  return html`<form method="post" action="/_wall/people/comment" class="write">
    ${carriedPerson(view)}
    <input type="hidden" name="post" value="${post.id}">
    ${parent === undefined ? "" : html`<input type="hidden" name="parent" value="${parent}">`}
    <label class="for-readers" for="${fieldId}">${label}</label>
    <input id="${fieldId}" name="message" placeholder="${label}" maxlength="8000" autocomplete="off" required>
    <button>${peopleWords(view.language).send}</button>
  </form>`;
}

function reactionForm(post: Post, view: View) {
  const words = peopleWords(view.language);
  const mine = view.sandbox.world.community
    .reactionsTo(post.id)
    .find(({ actorId }) => actorId === view.as.id)?.type;
  return html`<details class="react"><summary>${mine ? html`<span aria-hidden="true">${EMOJI[mine]}</span> ${words.reactionNames[mine]}` : words.react}</summary>
    <form method="post" action="/_wall/people/react" class="row">
      ${carriedPerson(view)}
      <input type="hidden" name="post" value="${post.id}">
      ${REACTION_TYPES.map(
        (type) =>
          html`<button name="type" value="${type}" class="emoji" aria-label="${words.reactionNames[type]}" ${type === mine ? html`aria-pressed="true"` : ""}>${EMOJI[type]}</button>`,
      )}
      ${mine ? html`<button name="type" value="">${words.takeBack}</button>` : ""}
    </form>
  </details>`;
}

/** The emoji given, and how many. */
function reactionSum(id: string, view: View) {
  const reactions = view.sandbox.world.community.reactionsTo(id);
  if (reactions.length === 0) return "";
  const words = peopleWords(view.language);
  const types = REACTION_TYPES.filter((type) => reactions.some((one) => one.type === type));
  const names = types.map((type) => words.reactionNames[type]).join(", ");
  return html`<p class="reactions"><span aria-hidden="true">${types.map((type) => EMOJI[type]).join("")}</span>
    <span title="${names}">${words.reactions(reactions.length)}</span></p>`;
}

/** What every form of a citizen brings along. */
export function carriedPerson({ page, language, as }: View) {
  return html`<input type="hidden" name="page" value="${page.id}"><input type="hidden" name="lang" value="${language}"><input type="hidden" name="as" value="${as.key}">`;
}
