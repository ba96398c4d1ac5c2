import { html } from "hono/html";
import type { FormErrors, FormValues } from "../editor-form.ts";
import type { Fault } from "../faults.ts";
import type { PortalItem } from "../item.ts";
import { kindNames } from "../kind-names.ts";
import { momentInWords } from "./dates.ts";
import { editorForm } from "./editor-fields.ts";
import { type Done, editorWords } from "./editor-words.ts";
import { inLanguage, layout, type Markup } from "./layout.ts";
import { practiceBench } from "./practice-bench.ts";
import type { Language } from "./words.ts";

export interface EditorView {
  language: Language;
  items: readonly PortalItem[];
  values: FormValues;
  errors: FormErrors;
  /** What has just been done, to be said at the top. */
  done: Done | undefined;
  streamEverySeconds: number | undefined;
  fault: Fault | undefined;
}

const latestShown = 12;

/** The editors' desk: a form for a new item, the practice bench, the latest items. */
export function editorPage(view: EditorView): Markup {
  const { language } = view;
  const text = editorWords[language];
  return layout({
    language,
    title: text.title,
    path: "/redazione",
    section: "editorial",
    content: html`<h1>${text.title}</h1>
<p class="intro">${text.intro}</p>
${saidDone(view.done, language)}
<div class="desk">
<section class="card" aria-labelledby="nuova"><h2 id="nuova">${text.newItem}</h2>
${editorForm({ language, values: view.values, errors: view.errors, action: "/redazione", button: text.publish })}
</section>
${practiceBench(view)}
<section class="card latest" aria-labelledby="ultime"><h2 id="ultime">${text.latest}</h2>
<ul>${view.items.slice(0, latestShown).map((item) => latestItem(item, language))}</ul>
</section>
</div>`,
  });
}

/** The page to change or withdraw one item. */
export function editItemPage(view: {
  language: Language;
  item: PortalItem;
  values: FormValues;
  errors: FormErrors;
  done: Done | undefined;
}): Markup {
  const { language, item } = view;
  const text = editorWords[language];
  const path = `/redazione/${item.id}`;
  return layout({
    language,
    title: text.editItem,
    path,
    section: "editorial",
    content: html`<p class="back"><a href="${inLanguage("/redazione", language)}">← ${text.backToEditorial}</a></p>
<h1>${text.editItem}</h1>
<p class="intro"><span lang="it">${item.title}</span> · <a href="${inLanguage(`/offerte/${item.slug}`, language)}">${text.viewItem}</a></p>
${saidDone(view.done, language)}
<div class="desk narrow">
<section class="card" aria-label="${text.editItem}">
${editorForm({ language, values: view.values, errors: view.errors, action: path, button: text.save })}
</section>
<section class="card danger" aria-labelledby="ritira"><h2 id="ritira">${text.withdraw}</h2>
<p>${text.withdrawWarning}</p>
<details><summary>${text.withdraw}…</summary>
<form method="post" action="${inLanguage(`${path}/ritira`, language)}"><button class="button" type="submit">${text.withdrawConfirm}</button></form>
</details></section>
</div>`,
  });
}

function saidDone(done: Done | undefined, language: Language): Markup | "" {
  return done === undefined
    ? ""
    : html`<p class="notice done" role="status">${editorWords[language].done[done]}</p>`;
}

function latestItem(item: PortalItem, language: Language): Markup {
  const text = editorWords[language];
  const name = `latest-${item.id}`;
  return html`<li><div><a id="${name}" href="${inLanguage(`/offerte/${item.slug}`, language)}" lang="it">${item.title}</a>
<span>${kindNames[item.kind][language]} · <span class="code">${item.reference}</span> · <time datetime="${item.publishedAt}">${momentInWords(item.publishedAt, language)}</time></span></div>
<a class="button quiet" id="edit-${item.id}" aria-labelledby="edit-${item.id} ${name}" href="${inLanguage(`/redazione/${item.id}`, language)}">${text.edit}</a></li>`;
}
