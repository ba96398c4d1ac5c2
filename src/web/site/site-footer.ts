import { html } from "hono/html";
import type { Html } from "../web-parts.ts";
import { pageAddress } from "./addresses.ts";
import type { Site } from "./site.ts";

/** The same at the end of every page, with the marks by which AgID's evaluation finds its links. */
export function siteFooter(site: Site): Html {
  const { words, place, authority } = site;
  const { footer } = words;
  return html`<footer id="footer" tabindex="-1" class="site-footer"><div class="container">
    <p class="footer-owner" lang="${authority.settings.language}">${authority.name}</p>
    <div class="footer-columns">
      ${contacts(site)}
      <section aria-labelledby="footer-about"><h2 id="footer-about">${footer.about}</h2><ul>
        <li><a href="${pageAddress(place, "privacy")}" data-element="privacy-policy-link">${footer.privacy}</a></li>
        <li><a href="${pageAddress(place, "note-legali")}" data-element="legal-notes">${footer.legal}</a></li>
        <li><a href="${accessibilityAddress(site)}" data-element="accessibility-link">${footer.accessibility}</a></li>
        <li><a href="${pageAddress(place, "dati")}">${footer.feeds}</a></li>
      </ul></section>
    </div>
    <p class="footer-made">${footer.made}</p>
  </div></footer>`;
}

/** The statement itself where the authority named it: that is what the link is asked to lead to. */
function accessibilityAddress({ said, place }: Site): string {
  return said.accessibilityStatement ?? pageAddress(place, "accessibilita");
}

function contacts({ said, words }: Site): Html | string {
  const { footer } = words;
  const lines = [
    ...(said.address ? [html`<li>${said.address}</li>`] : []),
    ...(said.pec ? [html`<li>${footer.pec}: <a href="mailto:${said.pec}">${said.pec}</a></li>`] : []),
    ...(said.email ? [html`<li>${footer.email}: <a href="mailto:${said.email}">${said.email}</a></li>`] : []),
    ...(said.phone
      ? [html`<li>${footer.phone}: <a href="tel:${said.phone.replace(/[^\d+]/g, "")}">${said.phone}</a></li>`]
      : []),
    ...(said.hours ? [html`<li>${footer.hours}: ${said.hours}</li>`] : []),
  ];
  if (lines.length === 0) return "";
  return html`<section aria-labelledby="footer-contacts"><h2 id="footer-contacts">${footer.contacts}</h2>
    <ul>${lines}</ul></section>`;
}
