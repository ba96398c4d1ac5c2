import { html } from "hono/html";
import { isHastenable } from "../../publishing/in-a-persons-hands.ts";
import type { Act as Right } from "../../staff/rights.ts";
import type { Html } from "../web-parts.ts";
import { itemInFormat } from "./pieces.ts";
import type { ReasonTogether, StoppedItem, TodayAccount, TodayPublication } from "./today.ts";
import type { AuthorityView } from "./view.ts";

/** What a person can do about a held publication. */
export function heldButtons(item: StoppedItem, view: AuthorityView): Html {
  const words = view.words.today.waiting;
  return html`<div class="acts">
    ${actButton(view, {
      address: `/desk/publications/${view.authority.id}/${item.id}/release`,
      id: `release-${item.id}`,
      label: words.publish,
      about: itemInFormat(item, view),
    })}
    ${discardButton(item, view)}
  </div>`;
}

/** What a person can do about a refused publication. */
export function refusedButtons(item: StoppedItem, view: AuthorityView): Html {
  const words = view.words.today.waiting;
  return html`<div class="acts">
    ${actButton(view, {
      address: `/desk/publications/${view.authority.id}/${item.id}/send-again`,
      id: `again-${item.id}`,
      label: words.sendAgain,
      about: itemInFormat(item, view),
    })}
    ${discardButton(item, view)}
  </div>`;
}

/** What a person can do about one that would leave by itself. */
export function leavingButtons(item: StoppedItem, view: AuthorityView): Html {
  const words = view.words.today.waiting;
  const about = itemInFormat(item, view);
  const address = `/desk/publications/${view.authority.id}/${item.id}`;
  const now = { address: `${address}/publish-now`, id: `now-${item.id}`, label: words.publishNow, about };
  const keep = { address: `${address}/hold`, id: `hold-${item.id}`, label: words.hold, about };
  return html`<div class="acts">
    ${isHastenable(item) ? actButton(view, now) : ""}
    ${actButton(view, { ...keep, look: isHastenable(item) ? "quiet" : "usual" })}
  </div>`;
}

/** One decision for all that is held for one reason. */
export function togetherButtons(
  { reason, items }: { reason: ReasonTogether; items: number },
  view: AuthorityView,
): Html {
  const words = view.words.today.waiting;
  const { id } = view.authority;
  return html`<div class="acts">
    ${actButton(view, {
      address: `/desk/authorities/${id}/release-${reason}`,
      id: `release-${reason}-${id}`,
      label: words.publishAll(items),
      // After a restore one is as likely as the other, and publishing is what cannot be undone.
      look: reason === "flood" ? "main" : "usual",
    })}
    ${actButton(view, {
      address: `/desk/authorities/${id}/discard-${reason}`,
      id: `discard-${reason}-${id}`,
      label: words.discardAll(items),
      look: reason === "flood" ? "quiet" : "usual",
    })}
  </div>`;
}

/** What a person can do about a post that the network did not let be what it was wanted to be. */
export function wishButtons(item: StoppedItem, view: AuthorityView): Html {
  const words = view.words.today.waiting;
  const about = itemInFormat(item, view);
  const act = (name: string) => ({
    address: `/desk/publications/${view.authority.id}/${item.id}/${name}`,
    id: `${name}-${item.id}`,
    about,
  });
  return html`<div class="acts">
    ${actButton(view, { ...act("try-wish-again"), label: words.tryWishAgain })}
    ${actButton(view, { ...act("drop-wish"), label: words.leaveAsItIs, look: "quiet" })}
  </div>`;
}

/** Takes a post off the Page: the first button only asks, which works without scripts as well. */
export function removeButton(
  one: TodayPublication,
  item: { title: string },
  view: AuthorityView,
): Html | string {
  if (!view.may("publish")) return "";
  const words = view.words.today.latest;
  const about = itemInFormat({ ...one, title: item.title }, view);
  const id = `remove-${one.id}`;
  return html`<details class="remove" id="${id}">
    <summary id="${id}-s">${words.remove}<span class="visually-hidden">: ${about}</span></summary>
    <div class="asked"><p>${words.removeAsked}</p>
      ${actButton(view, {
        address: `/desk/publications/${view.authority.id}/${one.id}/remove`,
        id: `${id}-yes`,
        label: words.removeYes,
        about,
        look: "grave",
      })}
    </div>
  </details>`;
}

export function resumeButton(account: TodayAccount, view: AuthorityView): Html | string {
  return actButton(view, {
    address: `/desk/accounts/${view.authority.id}/${account.id}/resume`,
    id: `resume-${view.authority.id}-${account.id}`,
    label: view.words.today.waiting.tryNow,
    about: account.name,
  });
}

/** Says to everybody that one sees to it. */
export function takeOnButton(id: string, about: string, view: AuthorityView): Html | string {
  return actButton(view, {
    address: `/desk/alerts/${view.authority.id}/${id}/take-on`,
    id: `take-on-${id}`,
    label: view.words.today.answering.takeOn,
    about,
    right: "answer",
  });
}

function discardButton(item: StoppedItem, view: AuthorityView): Html | string {
  return actButton(view, {
    address: `/desk/publications/${view.authority.id}/${item.id}/discard`,
    id: `discard-${item.id}`,
    label: view.words.today.waiting.discard,
    about: itemInFormat(item, view),
    look: "quiet",
  });
}

const looks = { main: "btn-primary", usual: "btn-outline-primary", quiet: "btn-link", grave: "btn-danger" };

interface Act {
  address: string;
  id: string;
  label: string;
  /** Tells a screen reader which of many equal buttons this is. */
  about?: string;
  look?: keyof typeof looks;
  /** What it asks of whoever presses it; left out: to publish. */
  right?: Right;
}

/** One button that acts at once, for those who may. */
function actButton(view: AuthorityView, act: Act): Html | string {
  const { address, id, label, about, look = "usual", right = "publish" } = act;
  if (!view.may(right)) return "";
  const { authority, lang, to } = view.back;
  return html`<form method="post" action="${address}" class="act">
    ${authority === undefined ? "" : html`<input type="hidden" name="authority" value="${authority}">`}
    ${lang === undefined ? "" : html`<input type="hidden" name="lang" value="${lang}">`}
    ${to === undefined ? "" : html`<input type="hidden" name="to" value="${to}">`}
    <button id="${id}" type="submit" class="btn btn-sm ${looks[look]}">${label}${
      about ? html`<span class="visually-hidden">: ${about}</span>` : ""
    }</button>
  </form>`;
}
