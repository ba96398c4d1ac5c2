// Keeps the wall fresh without a reload. Everything works without this script too.
const feed = () => document.getElementById("feed");
const { page, lang, as, newsOne, newsMany } = document.body.dataset;
let waiting = false;

const idOf = (item) => item.dataset.key.split(":")[0];

/** Takes over the new list card by card, so that cards already there keep their focus, selection and pictures. */
function takeOver(list, fresh) {
  // Somebody is writing in one of the cards: it must not be taken from under their hands.
  const busy = [...list.children].find(
    (item) => item.contains(document.activeElement) && item.querySelector("input:focus"),
  );
  const keep = busy && [...fresh.children].find((item) => idOf(item) === idOf(busy));
  if (keep) keep.dataset.key = busy.dataset.key;
  const known = new Map([...list.children].map((item) => [item.dataset.key, item]));
  const ids = new Set([...known.keys()].map((key) => key.split(":")[0]));
  let next = list.firstElementChild;
  let arrived = 0;
  for (const item of [...fresh.children]) {
    const same = known.get(item.dataset.key);
    if (same && same === next) {
      next = next.nextElementSibling;
      continue;
    }
    if (!same && !ids.has(item.dataset.key.split(":")[0])) {
      item.classList.add("is-new");
      arrived += 1;
    }
    list.insertBefore(same ?? document.importNode(item, true), next);
  }
  while (next) {
    const gone = next;
    next = next.nextElementSibling;
    gone.remove();
  }
  return arrived;
}

async function refresh(pressed = false) {
  waiting = false;
  const response = await fetch(`/_wall/fragment?page=${page}&lang=${lang}&as=${as}`);
  if (!response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  const list = document.getElementById("posts");
  const freshFeed = fresh.getElementById("feed");
  const arrived = takeOver(list, fresh.getElementById("posts"));
  // The list itself stays where it is; only what stands around it is replaced.
  freshFeed.replaceChild(list.cloneNode(false), fresh.getElementById("posts"));
  const around = [...freshFeed.children].map((part) =>
    part.id === "posts" ? list : document.importNode(part, true),
  );
  for (const part of [...feed().children]) if (part !== list) part.remove();
  const at = around.indexOf(list);
  list.before(...around.slice(0, at));
  list.after(...around.slice(at + 1));
  refreshState(fresh, pressed);
  if (arrived > 0)
    document.getElementById("news").textContent = arrived === 1 ? newsOne : newsMany.replace("2", arrived);
}

/** Leaves the bench alone while somebody is typing or tabbing in it, unless they just pressed a button of it. */
function refreshState(fresh, pressed) {
  const state = document.getElementById("state");
  const next = document.importNode(fresh.getElementById("state"), true);
  const on = next.dataset.on.split(" ");
  for (const form of document.querySelectorAll("form[data-mode]")) {
    form.classList.toggle("is-on", on.includes(form.dataset.mode));
  }
  const inside = state.contains(document.activeElement);
  if (inside && !pressed) return;
  next.querySelector(".calls").open = state.querySelector(".calls").open;
  state.replaceWith(next);
  // The button that was pressed may be gone: stay near it instead of falling back to the top of the page.
  if (inside) next.focus({ preventScroll: true });
}

// The forms lead to a new page without this; with it, what is unfolded and where one was stays as it is.
document.getElementById("panel").addEventListener("submit", async (event) => {
  event.preventDefault();
  const body = new URLSearchParams(new FormData(event.target, event.submitter));
  await fetch(event.target.action, { method: "POST", body, redirect: "manual" });
  await refresh(true);
  document.getElementById("news").textContent = document.querySelector("#state .box").innerText;
});

function refreshSoon() {
  if (waiting) return;
  waiting = true;
  setTimeout(() => refresh().catch(() => undefined), 50);
}

const events = new EventSource(`/_wall/events?page=${page}`);
events.onmessage = refreshSoon;
// What happened before the stream opened, or while it was broken, was announced to nobody.
events.onopen = refreshSoon;
