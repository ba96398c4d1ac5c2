import { html } from "hono/html";
import { maskedExcerpt } from "../../../moderating/deciding/mask-personal-data.ts";
import type { Html } from "../../web-parts.ts";
import { tellMoment } from "../moments.ts";
import { maskedPart } from "./masked-part.ts";
import { queuedLink } from "./moderation-filter.ts";
import type { LatestDecision } from "./moderation-store.ts";
import type { ModerationView } from "./moderation-view.ts";
import { tellCarried, tellNotice } from "./tell-decision.ts";
import { moderationWordsOf } from "./words/index.ts";

/** What was decided last: what the network answered, whether the person was told, and the way to take it back. */
export function latestPart(decisions: readonly LatestDecision[], view: ModerationView): Html {
  const words = moderationWordsOf(view.words.code);
  if (decisions.length === 0) return html`<p class="inbox-none">${words.latest.none}</p>`;
  return html`<ol class="decisions">${decisions.map((one) => decision(one, view))}</ol>`;
}

const marks = {
  due: "waiting",
  calling: "waiting",
  done: "published",
  gone: "open",
  refused: "refused",
  overtaken: "open",
} as const satisfies Record<LatestDecision["state"], string>;

const textMax = 90;

function decision(one: LatestDecision, view: ModerationView): Html {
  const words = moderationWordsOf(view.words.code);
  const { latest } = words;
  const who = one.isAutomatic
    ? latest.byItself
    : latest.by(view.names.get(one.by ?? "") ?? latest.formerColleague);
  const title = `${words.decided[one.action]}${one.rule === null ? "" : ` · ${words.rule(one.rule)}`}`;
  return html`<li>
    <p><strong>${title}</strong> <span class="state state-${marks[one.state]}">${tellCarried(one, view)}</span>${one.isTakenBack ? html` <span class="state">${latest.taken}</span>` : ""}</p>
    <p class="moments">${who}, <time datetime="${one.at.toISOString()}">${tellMoment(one.at, view)}</time> · ${tellNotice(one, view)}</p>
    ${one.text === null ? "" : html`<p class="decided-text"><bdi>${maskedPart(maskedExcerpt(one.text, textMax), view.words.code)}</bdi></p>`}
    <p>${words.form.why}: ${one.why}</p>
    ${links(one, title, view)}
  </li>`;
}

/** What stands and can be taken back is; all else is only seen. */
function links(
  { id, messageId, action, state, isTakenBack }: LatestDecision,
  title: string,
  view: ModerationView,
) {
  if (messageId === null) return "";
  const { latest } = moderationWordsOf(view.words.code);
  const stands = (state === "due" || state === "calling" || state === "done") && !isTakenBack;
  const back = action === "hide" ? "unhide" : action === "block" ? "unblock" : undefined;
  const key = { authorityId: view.authority.id, messageId };
  const act = stands ? back : undefined;
  const address = queuedLink(key, {}, view.asked.askedLanguage, { act });
  return html`<p class="decision-acts"><a id="decision-${id}" href="${address}${act ? "#decide" : ""}">${act ? latest.undo : latest.see}<span class="visually-hidden">: ${title}</span></a></p>`;
}
