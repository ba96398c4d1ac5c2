// Keeps the wall fresh without a reload. Everything works without this script too.
const feed = () => document.getElementById("feed");
const { page, lang, newsOne, newsMany } = document.body.dataset;
let waiting = false;

/** Takes over the new list card by card, so that cards already there keep their focus, selection and pictures. */
function takeOver(list, fresh) {
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

async function refresh() {
  waiting = false;
  const response = await fetch(`/_wall/fragment?page=${page}&lang=${lang}`);
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
  refreshState(fresh);
  if (arrived > 0)
    document.getElementById("news").textContent = arrived === 1 ? newsOne : newsMany.replace("2", arrived);
}

/** Leaves the bench alone while somebody is typing or tabbing in it. */
function refreshState(fresh) {
  const state = document.getElementById("state");
  if (state.contains(document.activeElement)) return;
  const open = state.querySelector(".calls")?.open;
  const next = document.importNode(fresh.getElementById("state"), true);
  state.replaceWith(next);
  if (open) next.querySelector(".calls").open = true;
}

const events = new EventSource(`/_wall/events?page=${page}`);
events.onmessage = () => {
  if (waiting) return;
  waiting = true;
  setTimeout(() => refresh().catch(() => undefined), 150);
};
