// What makes moderation quick: a key or a button fills the form in, Enter sends it, and what was typed outlives a session
// that ended meanwhile. Without it the same buttons are links that fill the form in on the server.
const form = document.getElementById("decide-form");
const judging = document.getElementById("judge-form");
const seen = document.getElementById("seen-form");
const why = document.getElementById("why");
const rule = document.getElementById("rule");
const confirming = document.getElementById("confirm");
const radios = () => [...document.querySelectorAll("#decide-form [name=action]")];
const radio = () => radios().find((one) => one.checked);
const wantsRule = () => radio()?.dataset.rule === "wanted";

/** Of what takes something from somebody the rule's text; of all else the action's own. */
const offer = () => radio()?.dataset.offer ?? rule.selectedOptions[0]?.dataset.offer ?? "";
let offered = "";

if (form) {
  offered = why.value === offer() ? why.value : "";
  for (const link of document.querySelectorAll("[data-act]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      fill(link.dataset.act);
    });
  }
  document.getElementById("offer").addEventListener("click", (event) => {
    event.preventDefault();
    insert();
    why.focus();
  });
  form.addEventListener("change", tell);
  tell();
}
if (form ?? judging) {
  restore(form ?? judging);
  why.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    why.form.requestSubmit(confirming);
  });
}

/** What is about to be confirmed, beside the button that does. */
function tell() {
  const said = radio();
  if (!said) return;
  const chosen = document.getElementById("chosen");
  const name = said.labels[0].textContent;
  const ruleName = wantsRule() && rule.value !== "" ? rule.selectedOptions[0].textContent : "";
  chosen.textContent = chosen.dataset.words.replace("-1", name).replace("-2", ruleName).trim();
  for (const box of form.querySelectorAll("[data-of]")) box.hidden = box.dataset.of !== said.value;
}

/** What somebody wrote by themselves stays. */
function fill(which) {
  const wanted = radios().find(({ value }) => value === which);
  if (!wanted) return;
  wanted.checked = true;
  if (wantsRule() && rule.value === "") rule.value = rule.dataset.suggested;
  if (why.value.trim() === "" || why.value === offered) insert();
  tell();
  if (wantsRule() && rule.value === "") rule.focus();
  else if (why.value.trim() === "") why.focus();
  else confirming.focus();
}

function insert() {
  offered = offer();
  why.value = offered;
  why.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * What was typed is kept in this tab only; the browser's settings may forbid even that. The version is part of the name:
 * once something was decided, the words of before are not asked for again.
 */
function restore({ dataset, elements }) {
  const name = `bacheca-reason-${dataset.id}-${elements.version?.value ?? ""}`;
  try {
    const kept = sessionStorage.getItem(name);
    if (kept && why.value.trim() === "") {
      why.value = kept;
      const state = document.getElementById("why-state");
      state.textContent = state.dataset.restored;
    }
    why.addEventListener("input", () => sessionStorage.setItem(name, why.value));
  } catch {}
}

const quick = (which) => () => press(`quick-${which}`);
const onComment = {
  h: quick("hide"),
  d: quick("delete"),
  w: quick("warn"),
  b: quick("block"),
  l: quick("none"),
  r: quick("answer"),
  e: quick("escalate"),
  s: () => seen?.requestSubmit(),
  j: () => press("to-next"),
  k: () => press("to-previous"),
};
listenToKeys(document.getElementById("comment") ? onComment : {});

// What a form came to is said once, not again at every reload.
const address = new URL(location.href);
for (const name of ["end", "did", "was", "left", "act", "judged"]) address.searchParams.delete(name);
history.replaceState(null, "", address);
