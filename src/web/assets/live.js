// Keeps a page of the desk up to date: the server says when something has changed, the page asks for itself again and
// replaces only the parts that did. Open details stay open, and whoever is on a link or a button by keyboard stays on
// it. Without this script the page is the same, only still.
const onceMs = 1000;
/** Twenty desks that hear of one message do not ask in the same moment. */
const spreadMs = 250;
/** However sure the stream is: distances of time move on, and what was missed is found. */
const streamedEveryMs = 60_000;
/** Without the stream. */
const aloneEveryMs = 10_000;
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

let stream;
let isAsking = false;
let isWanted = false;
let timer;
let lastAt = performance.now();

/** Asks soon, and at most about once a second; what comes while it asks is asked for afterwards. */
function want() {
  isWanted = true;
  if (isAsking) return;
  const pause = Math.max(0, lastAt + onceMs - performance.now()) + Math.random() * spreadMs;
  plan(pause);
}

function plan(pause) {
  clearTimeout(timer);
  timer = setTimeout(turn, pause);
}

async function turn() {
  if (document.visibilityState !== "visible" || isAsking) return;
  isAsking = true;
  isWanted = false;
  const stale = document.getElementById("stale");
  const wasFine = await refresh().then(
    () => true,
    () => false,
  );
  if (stale) stale.hidden = wasFine;
  isAsking = false;
  lastAt = performance.now();
  if (isWanted) want();
  else plan(isStreaming() ? streamedEveryMs : aloneEveryMs);
}

function isStreaming() {
  return stream?.readyState === EventSource.OPEN;
}

/** A browser has few connections to one host, so a page that nobody looks at gives its own back. */
function follow() {
  if (document.visibilityState !== "visible") {
    stream?.close();
    stream = undefined;
    clearTimeout(timer);
    return;
  }
  if (stream && stream.readyState !== EventSource.CLOSED) return;
  stream = new EventSource("/desk/live");
  // Whatever happened before it was open may have been missed.
  stream.addEventListener("open", want);
  stream.addEventListener("changed", want);
  stream.addEventListener("error", () => {
    // Refused, or led to where one signs in: the page asks by itself, and tries again now and then.
    if (stream?.readyState === EventSource.CLOSED) setTimeout(follow, streamedEveryMs);
    if (!isWanted && !isAsking) plan(aloneEveryMs * (0.5 + Math.random() / 2));
  });
}

// What a button did is said once, not again at every reload.
if (new URLSearchParams(location.search).has("done")) {
  const address = new URL(location.href);
  address.searchParams.delete("done");
  history.replaceState(null, "", address);
}
follow();
document.addEventListener("visibilitychange", () => {
  follow();
  if (document.visibilityState === "visible") want();
});
