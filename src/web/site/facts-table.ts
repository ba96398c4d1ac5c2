import { html } from "hono/html";
import type { Language } from "../../channels/channel.ts";
import type { Html } from "../web-parts.ts";
import type { Site } from "./site.ts";

export interface ShownFact {
  name: string;
  value: string | null | undefined;
  /** Where it is not in the language of the page. */
  lang?: Language;
}

/** What is known, one line each. */
export function factsTable({ words }: Site, facts: readonly ShownFact[]): Html {
  const { facts: title } = words.item;
  const known = facts.filter(({ value }) => value && value.trim() !== "");
  return html`<section class="facts"><h2 id="facts">${title}</h2>
    <table aria-labelledby="facts"><tbody>
      ${known.map(
        ({ name, value, lang }) =>
          html`<tr><th scope="row">${name}</th><td${lang ? html` lang="${lang}"` : ""} dir="auto">${value}</td></tr>`,
      )}
    </tbody></table></section>`;
}
