// What makes the Inbox quick: keys, drafts that survive, and who else is here. Without it everything is there as links
// and buttons; only that nobody is told of colleagues before they have sent something.
const heartMs = 12_000;
const conversation = document.getElementById("conversation");
const form = document.getElementById("reply-form");
const text = document.getElementById("text");

// --- The answer

if (form && text) {
  const count = document.getElementById("text-count");
  const divide = document.getElementById("divide-box");
  const tell = () => {
    const way = new FormData(form).get("way");
    const most = Number(way === "public" ? text.dataset.mostPublic : text.dataset.mostMessage);
    const characters = text.value.trim().length;
    count.textContent = count.dataset.words.replace("-1", characters).replace("-2", most);
    count.classList.toggle("too-many", characters > most);
    divide.hidden = characters <= most || way === "private-reply";
  };
  form.addEventListener("input", tell);
  form.addEventListener("change", tell);
  tell();
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit(document.getElementById("send"));
  });
  for (const button of document.querySelectorAll("[data-suggestion]")) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      insert(button.dataset.suggestion);
    });
  }
  // Whoever has typed nothing has read what is shown; whoever has, is asked once.
  new MutationObserver(() => {
    const shown = document.querySelector("#talk [data-version]")?.dataset.version;
    const own = document.getElementById("reply-version");
    if (!shown || shown === own.value) return;
    if (text.value.trim() === "") own.value = shown;
    else {
      const note = document.getElementById("meanwhile");
      note.textContent = note.dataset.words;
    }
  }).observe(document.getElementById("talk"), { childList: true });
}

function insert(id) {
  const wanted = document.getElementById(id)?.textContent;
  if (!text || !wanted) return;
  text.focus();
  const [start, end] = [text.selectionStart, text.selectionEnd];
  const isAtEnd = start === text.value.length && start > 0;
  text.setRangeText(isAtEnd ? `\n\n${wanted}` : wanted, start, end, "end");
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

// --- Who else is here

if (conversation) {
  const shown = document.getElementById("presence");
  const address = conversation.dataset.presence;
  const isWriting = () => text !== null && text.value.trim() !== "" && text.value !== text.defaultValue;
  const beat = async () => {
    if (document.visibilityState !== "visible") return;
    const body = new URLSearchParams({ state: isWriting() ? "writing" : "looking" });
    const answer = await fetch(address, { method: "POST", body, redirect: "manual" }).catch(() => undefined);
    if (answer?.status !== 200) return;
    const others = await answer.text();
    if (shown.textContent !== others) shown.textContent = others;
  };
  beat();
  setInterval(beat, heartMs);
  let hasBegun = false;
  text?.addEventListener("input", () => {
    if (hasBegun) return;
    hasBegun = true;
    beat();
  });
  document.addEventListener("visibilitychange", beat);
  addEventListener("pagehide", () => navigator.sendBeacon(address, new URLSearchParams({ state: "gone" })));
}

// --- Keys

const currentEntry = document.querySelector(".entries [aria-current]");
const listPane = currentEntry?.closest(".inbox-list");
if (listPane) {
  // Only the list moves, never the page: the conversation's name must stay in sight.
  const below = currentEntry.getBoundingClientRect().bottom - listPane.getBoundingClientRect().bottom;
  if (below > 0) listPane.scrollTop += below;
}

function search() {
  const field = document.getElementById("q");
  if (field?.offsetParent) field.focus();
  else press("to-list");
}

const keys = {
  r: () => text?.focus(),
  n: () => openBox("note-box", "note"),
  a: () => press("act-assign"),
  e: () => press("act-close"),
  z: () => openBox("snooze-box", "until"),
  s: () => openBox("suggestions", "suggestions-s"),
  "/": search,
};
for (let number = 1; number <= 9; number++) keys[number] = () => insert(`suggested-${number}`);
listenToKeys(keys);
