import { html } from "hono/html";
import { inLanguage, layout, type Markup } from "./layout.ts";
import { type Language, words } from "./words.ts";

/** A page that says one thing: not found, withdrawn, refused, failed. */
export function messagePage(language: Language, what: "notFound" | "gone" | "refused" | "failed"): Markup {
  const text = words[language];
  return layout({
    language,
    title: text[what],
    path: "/",
    section: "none",
    content: html`<h1>${text[what]}</h1>
<p class="intro">${text[`${what}Text`]}</p>
<p><a class="button" href="${inLanguage("/", language)}">${text.back}</a></p>`,
  });
}
