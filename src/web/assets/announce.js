// What a screen reader says of the Inbox: what a form came to, and that somebody has written. Each is said once. Without
// this script all of it is there to be read.
/** Each is said once: only what is added to this part of the page is read out, and what was said goes again. */
const announcer = document.getElementById("announce");
function announce(words) {
  const said = document.createElement("p");
  said.textContent = words;
  announcer.append(said);
  setTimeout(() => said.remove(), 20_000);
}

// What a form came to stands there when the page is shown, and of that no reader says a word.
const end = document.getElementById("end")?.textContent;
if (end) setTimeout(announce, 500, end);

/** Tells of what live.js adds: `find` gives what is there, as key and name; what is known already is not told. */
function announceNew(part, find) {
  if (!part) return;
  const known = new Set(find().map(([key]) => key));
  new MutationObserver(() => {
    for (const [key, name] of find()) {
      if (known.has(key)) continue;
      known.add(key);
      announce(`${announcer.dataset.new} ${name}`);
    }
  }).observe(part, { childList: true });
}

announceNew(document.getElementById("talk"), () =>
  [...document.querySelectorAll("#talk .said-in")].map((one) => [
    one.id,
    one.querySelector(".said-by strong").textContent,
  ]),
);
/** Whoever moves up because others were answered has written nothing: only what is newer than all before is told. */
let newest = "";
const entriesShown = () =>
  [...document.querySelectorAll("#inbox-entries :is(.is-late, .is-soon, .is-calm) a")].flatMap((link) => {
    const at = link.querySelector("time").dateTime;
    const isOpen = link.hasAttribute("aria-current");
    return at < newest || isOpen
      ? []
      : [[`${link.id} ${at}`, link.querySelector(".entry-who").textContent, at]];
  });
announceNew(document.getElementById("inbox-entries"), () => {
  const found = entriesShown();
  newest =
    found
      .map(([, , at]) => at)
      .sort()
      .at(-1) ?? newest;
  return found;
});
