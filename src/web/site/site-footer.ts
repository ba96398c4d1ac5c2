import { html } from "hono/html";
import type { Html } from "../web-parts.ts";
import { pageAddress, pageNames } from "./addresses.ts";
import { officeOf, type Site } from "./site.ts";

/** The same at the end of every page, with the marks by which AgID's evaluation finds its links. */
export function siteFooter(site: Site): Html {
  const { words, place, authority } = site;
  const { footer } = words;
  return html`<footer id="footer" tabindex="-1" class="site-footer"><div class="container">
    <p class="footer-owner" lang="${authority.settings.language}">${authority.name}</p>
    <div class="footer-columns">
      ${contacts(site)}
      ${site.accounts.length > 0 ? decisionLinks(site) : ""}
      <section aria-labelledby="footer-about"><h2 id="footer-about">${footer.about}</h2><ul>
        <li><a href="${pageAddress(place, "privacy")}" data-element="privacy-policy-link">${footer.privacy}</a></li>
        <li><a href="${pageAddress(place, "note-legali")}" data-element="legal-notes">${footer.legal}</a></li>
        <li><a href="${accessibilityAddress(site)}" data-element="accessibility-link">${footer.accessibility}</a></li>
        <li><a href="${pageAddress(place, pageNames.feedback)}" data-element="feedback">${footer.report}</a></li>
        <li><a href="${pageAddress(place, "dati")}">${footer.feeds}</a></li>
      </ul></section>
    </div>
    <p class="footer-made">${footer.made}</p>
  </div></footer>`;
}

/** By which rules one writes, how decisions are looked at again and counted; where nobody can write, nothing is decided. */
function decisionLinks({ words, place }: Site): Html {
  const { footer, channel } = words;
  return html`<section aria-labelledby="footer-talking"><h2 id="footer-talking">${channel.talking}</h2><ul>
        <li><a href="${pageAddress(place, pageNames.rules)}">${footer.rules}</a></li>
        <li><a href="${pageAddress(place, pageNames.review)}">${footer.review}</a></li>
        <li><a href="${pageAddress(place, pageNames.register)}">${footer.register}</a></li>
        <li><a href="${pageAddress(place, pageNames.figures)}">${footer.figures}</a></li>
      </ul></section>`;
}

/** The statement itself where the authority named it: that is what the link is asked to lead to. */
function accessibilityAddress({ said, place }: Site): string {
  return said.accessibilityStatement ?? pageAddress(place, "accessibilita");
}

function contacts(site: Site): Html | string {
  const { footer } = site.words;
  const office = officeOf(site);
  const { address, pec, email, telephone } = office?.contacts ?? {};
  const lines = [
    ...(address ? [html`<li>${address}</li>`] : []),
    ...(pec ? [html`<li>${footer.pec}: <a href="mailto:${pec}">${pec}</a></li>`] : []),
    ...(email ? [html`<li>${footer.email}: <a href="mailto:${email}">${email}</a></li>`] : []),
    ...(telephone
      ? [html`<li>${footer.phone}: <a href="${telephoneAddress(telephone)}">${telephone}</a></li>`]
      : []),
    ...(office ? [html`<li><a href="${pageAddress(site.place)}#sedi">${footer.offices}</a></li>`] : []),
  ];
  if (lines.length === 0) return "";
  return html`<section aria-labelledby="footer-contacts"><h2 id="footer-contacts">${footer.contacts}</h2>
    <ul>${lines}</ul></section>`;
}

/** A telephone number as it is written, for a phone to call. */
export function telephoneAddress(telephone: string): string {
  return `tel:${telephone.replace(/[^\d+]/g, "")}`;
}
