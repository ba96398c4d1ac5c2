// Keeps a page of the desk up to date: asks for it again while somebody looks, and replaces only the parts that changed.
// Open details stay open, and whoever is on a link or a button by keyboard stays on it. Without this script the page
// is the same, only still.
const everyMs = 4000;
const parts = () => document.querySelectorAll("[data-live]");

/** What the server last said of each part: the page itself also knows which details are open. */
const said = new Map([...parts()].map((part) => [part.id, meaning(part)]));

/** All but "2 minutes ago", which changes while nothing happens. */
function meaning(part) {
  return part.innerHTML.replace(/(<time[^>]*>)[^<]*/g, "$1");
}

async function refresh() {
  const answer = await fetch(location.href, { cache: "no-store", headers: { accept: "text/html" } });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!page.querySelector("[data-live]")) throw new Error("not this page");
  for (const part of parts()) {
    const fresh = page.getElementById(part.id);
    if (!fresh || isBeingRead(part)) continue;
    if (meaning(fresh) === said.get(part.id)) passTime(part, fresh);
    else replace(part, fresh);
  }
}

/** Nothing has happened: only the distances of time move on, and a screen reader keeps its place. */
function passTime(part, fresh) {
  const times = fresh.querySelectorAll("time");
  part.querySelectorAll("time").forEach((time, index) => {
    const text = times[index]?.textContent;
    if (text !== undefined && text !== time.textContent) time.textContent = text;
  });
}

/** Somebody is marking text to copy it. */
function isBeingRead(part) {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed && part.contains(selection.anchorNode);
}

function replace(part, fresh) {
  said.set(part.id, meaning(fresh));
  const open = [...part.querySelectorAll("details[open]")].map((details) => details.id);
  const focused = part.contains(document.activeElement) ? document.activeElement.id : "";
  part.replaceChildren(...fresh.childNodes);
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

async function turn() {
  const stale = document.getElementById("stale");
  if (document.visibilityState === "visible") {
    const wasFine = await refresh().then(
      () => true,
      () => false,
    );
    if (stale) stale.hidden = wasFine;
  }
  setTimeout(turn, everyMs);
}

// What a button did is said once, not again at every reload.
if (new URLSearchParams(location.search).has("done")) {
  const address = new URL(location.href);
  address.searchParams.delete("done");
  history.replaceState(null, "", address);
}
setTimeout(turn, everyMs);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") refresh().catch(() => {});
});
