import { html } from "hono/html";
import type { Language } from "../../channels/channel.ts";
import { layout } from "../layout.ts";
import type { Html } from "../web-parts.ts";
import { siteWordsOf } from "./words/index.ts";

/** All authorities of the installation, each with the way to its pages. */
export function directoryPage(
  language: Language,
  authorities: readonly { id: string; name: string; language: Language }[],
  isDemo: boolean,
): Html {
  const { directory, other } = siteWordsOf(language);
  const { title, text } =
    authorities.length > 0 ? { title: directory.title, text: directory.lead } : directory.none;
  return layout(
    { language, title: `${title} – Bacheca`, otherAddress: `/?lang=${other.code}`, isDemo },
    html`<div class="container message">
      <h1>${title}</h1>
      <p class="lead">${text}</p>
      ${authorities.length > 0 ? html`<ul class="directory">${authorities.map((each) => entry(each, language))}</ul>` : ""}
      <p><a href="/desk">${directory.desk}</a></p>
    </div>`,
  );
}

function entry(authority: { id: string; name: string; language: Language }, language: Language): Html {
  const query = authority.language === language ? "" : `?lang=${language}`;
  return html`<li><a href="/${authority.id}${query}" lang="${authority.language}">${authority.name}</a></li>`;
}
