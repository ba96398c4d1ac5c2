// Single keys on pages of the desk, on top of what Tab and Enter do there anyway. What is the same on all of them is here;
// the page's own script says the rest. They can be switched off, for whoever speaks to the computer or types by chance.
const help = document.getElementById("keys");
const isOn = document.getElementById("keys-on");
help.hidden = false;
// The browser's settings may forbid to keep anything; then they are on again with the next page.
try {
  isOn.checked = localStorage.getItem("bacheca-keys") !== "off";
  isOn.addEventListener("change", () => localStorage.setItem("bacheca-keys", isOn.checked ? "on" : "off"));
} catch {}

function press(id) {
  document.getElementById(id)?.click();
}

function openBox(box, field) {
  document.getElementById(box)?.setAttribute("open", "");
  document.getElementById(field)?.focus();
}

const entries = () => [...document.querySelectorAll(".entries a")];

/** Beside an open entry the next one opens; in a list alone the next one is reached. */
function move(step) {
  const all = entries();
  const open = all.findIndex((link) => link.hasAttribute("aria-current"));
  if (open >= 0 || document.getElementById("conversation")) return all[Math.max(open + step, 0)]?.click();
  const at = all.indexOf(document.activeElement);
  all[Math.min(Math.max(at + step, 0), all.length - 1)]?.focus();
}

const everywhere = {
  j: () => move(1),
  k: () => move(-1),
  o: () => entries().includes(document.activeElement) && document.activeElement.click(),
  u: () => press("to-list"),
  "?": () => {
    help.open = !help.open;
    document.getElementById("keys-summary").focus();
  },
};

/** `own`: what each key does on this page, by its name. */
function listenToKeys(own) {
  const keys = { ...everywhere, ...own };
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.(
      "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]",
    );
    const isCombined = event.ctrlKey || event.metaKey || event.altKey;
    if (isTyping || isCombined || event.isComposing || event.defaultPrevented || event.repeat) return;
    if (!isOn.checked) return;
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
}

// For the page's own script.
Object.assign(globalThis, { listenToKeys, openBox, press });
