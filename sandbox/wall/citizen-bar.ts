import { html } from "hono/html";
import { CITIZENS, fullName } from "../facebook/community/people.ts";
import { carriedPerson } from "./discussion.ts";
import { peopleWords } from "./people-language.ts";
import { address, type View } from "./view.ts";

/** Who one is on the wall, how that person is, and what they can do besides commenting. */
export function citizenBar(view: View, here: "wall" | "chat") {
  const words = peopleWords(view.language);
  const { page, as, sandbox, language } = view;
  const path = here === "wall" ? `/${page.id}` : `/${page.id}/messages`;
  const isBlocked = sandbox.world.community.blocked.has(page.id, as.id);
  return html`<section class="citizen" aria-label="${words.you}">
    <form method="get" action="${path}" class="row">
      ${language === "en" ? html`<input type="hidden" name="lang" value="en">` : ""}
      <label for="as">${words.you}</label>
      <select id="as" name="as">
        ${CITIZENS.map((person) => html`<option value="${person.key}" ${person === as ? "selected" : ""}>${fullName(person)}</option>`)}
      </select>
      <button>${words.change}</button>
      ${
        here === "wall"
          ? html`<a href="${address(`/${page.id}/messages`, view)}">${words.chat}</a>`
          : html`<a href="${address(`/${page.id}`, view)}">${words.backToWall}</a>`
      }
    </form>
    <p class="hint">${as.habit[language]}</p>
    ${isBlocked ? html`<p class="warn">${words.blocked}</p>` : here === "wall" ? postForm(view) : ""}
  </section>`;
}

function postForm(view: View) {
  const words = peopleWords(view.language);
  return html`<details><summary>${words.writeOnPage}</summary>
    <form method="post" action="/_wall/people/post" class="write">
      ${carriedPerson(view)}
      <label class="for-readers" for="visitor-post">${words.writeOnPage}</label>
      <input id="visitor-post" name="message" maxlength="8000" autocomplete="off" required>
      <button>${words.publish}</button>
    </form>
  </details>`;
}
