import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { fullName, PEOPLE, personByKey } from "../community/people.ts";
import type { FacebookSandbox } from "../sandbox.ts";
import type { DialogRefusal, DialogRequest } from "./dialog-request.ts";
import type { DialogWords } from "./words.ts";
import { ENGLISH } from "./words-en.ts";
import { ITALIAN } from "./words-it.ts";

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** "Continue" or "cancel", with the Pages to tick and the permissions to decline; complete without scripts. */
export function dialogPage(asked: DialogRequest, sandbox: FacebookSandbox): Html {
  const words = asked.language === "en" ? ENGLISH : ITALIAN;
  const name = asked.app.name ?? asked.app.id;
  const person = personByKey(asked.as);
  const pages = [...sandbox.world.pages.values()].filter(
    (page) => person && sandbox.world.tasksOf(page, person.id).length > 0,
  );
  return shell(
    words,
    asked.language,
    words.title(name),
    html`<p>${words.intro(name)}</p>
      ${people(asked, words)}
      <form method="post" action="/_login" class="dialog-form">
        ${carried(asked)}
        <fieldset>
          <legend>${words.pages}</legend>
          ${pages.length === 0 ? html`<p class="hint">${words.noPages}</p>` : ""}
          ${pages.map(
            (page) =>
              html`<label class="tick"><input type="checkbox" name="pages" value="${page.id}" checked> <span>${page.name}</span></label>`,
          )}
        </fieldset>
        <fieldset>
          <legend>${words.permissions}</legend>
          ${asked.frozen ? html`<p class="hint">${words.frozen}</p>` : ""}
          ${asked.scopes.map(
            (scope) =>
              html`<label class="tick"><input type="checkbox" name="granted" value="${scope}" checked ${asked.frozen ? "disabled" : ""}> <span>${words.scopes[scope] ?? scope} <small>${scope}</small></span></label>`,
          )}
        </fieldset>
        <p class="row">
          <button name="decision" value="continue" class="main">${words.goOn}</button>
          <button name="decision" value="cancel">${words.cancel}</button>
        </p>
      </form>`,
  );
}

export function refusalPage(refusal: DialogRefusal, language: "it" | "en"): Html {
  const words = language === "en" ? ENGLISH : ITALIAN;
  return shell(words, language, words.refused, html`<p>${words.refusals[refusal]}</p>`);
}

function people(asked: DialogRequest, words: DialogWords): Html {
  return html`<nav class="people" aria-label="${words.person}">
    <p class="hint">${words.person}</p>
    <ul>
      ${PEOPLE.map((person) => {
        const query = new URLSearchParams({ ...paramsOf(asked), as: person.key });
        const here = person.key === asked.as ? html`aria-current="true"` : "";
        return html`<li><a href="/dialog/oauth?${query}" ${here}>${fullName(person)}</a></li>`;
      })}
    </ul>
  </nav>`;
}

function carried(asked: DialogRequest): Html {
  return html`${Object.entries(paramsOf(asked)).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}`;
}

function paramsOf(asked: DialogRequest): Record<string, string> {
  return {
    client_id: asked.app.id,
    redirect_uri: asked.redirectUri,
    ...(asked.state === undefined ? {} : { state: asked.state }),
    ...(asked.configId === undefined ? { scope: asked.scopes.join(",") } : { config_id: asked.configId }),
    as: asked.as,
    ...(asked.language === "en" ? { lang: "en" } : {}),
  };
}

function shell(words: DialogWords, language: string, title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <meta name="color-scheme" content="light dark">
  <title>${title} – ${words.banner}</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/_wall/wall.css">
</head>
<body>
  <section class="banner" aria-label="${words.banner}"><p><strong>${words.banner}</strong> <span>${words.sentence}</span></p></section>
  <main class="alone dialog"><h1>${title}</h1>${content}</main>
</body>
</html>`;
}
