// Keeps what is typed in the Inbox: in this tab at once, with the server after a pause, tried again until it has it. An
// expired session or a lost connection takes nothing with it. Without this script there is a button that keeps the draft.
const pauseMs = 800;
const againMs = 5000;
const draftId = document.getElementById("conversation")?.dataset.id;
const draftName = (field, id = draftId) => `bacheca-draft-${field}-${id}`;
const tab = openTab();

/** What this tab may keep; the browser's settings may forbid it. */
function openTab() {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

/** The address says what was taken: its words need not be kept any more. */
const ended = new URLSearchParams(location.search);
if (ended.has("sent")) tab?.removeItem(draftName("reply", ended.get("sent")));
if (ended.get("end") === "noted") tab?.removeItem(draftName("note"));
forget("sent", "end", "left", "suggestion");

/** What a form came to is said once, not again at every reload. */
function forget(...names) {
  const address = new URL(location.href);
  for (const name of names) address.searchParams.delete(name);
  history.replaceState(null, "", address);
}

for (const one of document.querySelectorAll("form[data-draft]")) keepDraftOf(one);

function keepDraftOf(one) {
  const { field } = one.dataset;
  const area = one.querySelector("textarea");
  const state = field === "reply" ? document.getElementById("draft-state") : undefined;
  let saving;
  // What is sent must not be followed by its own draft.
  const leaving = new AbortController();
  const say = (word) => {
    if (state && state.textContent !== state.dataset[word]) state.textContent = state.dataset[word];
  };
  const saveIn = (ms) => {
    clearTimeout(saving);
    saving = setTimeout(save, ms);
  };

  async function save() {
    const { value } = area;
    const end = await offer(one, value, leaving.signal);
    if (leaving.signal.aborted) return;
    say(end);
    if (end === "notSaved") saveIn(againMs);
    if (end === "saved" && area.value === value) tab?.removeItem(draftName(field));
  }

  const kept = tab?.getItem(draftName(field));
  if (kept && kept !== area.value) {
    area.value = kept;
    one.closest("details")?.setAttribute("open", "");
    say("restored");
    saveIn(pauseMs);
  }
  one.addEventListener("input", () => {
    tab?.setItem(draftName(field), area.value);
    saveIn(pauseMs);
  });
  one.addEventListener("submit", () => {
    leaving.abort();
    clearTimeout(saving);
    tab?.setItem(draftName(field), area.value);
  });
}

/** Gives which sentence is true then. Being led to where one signs in is the end of the session. */
async function offer(one, value, signal) {
  const body = new URLSearchParams({ text: value, field: one.dataset.field, quiet: "yes" });
  const data = new FormData(one);
  for (const name of ["way", "asks-back"]) if (data.has(name)) body.set(name, data.get(name));
  try {
    const answer = await fetch(one.dataset.draft, { method: "POST", body, redirect: "manual", signal });
    if (answer.type === "opaqueredirect") return "signedOut";
    return answer.ok ? "saved" : "notSaved";
  } catch {
    return "notSaved";
  }
}
