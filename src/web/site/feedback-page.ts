import { html } from "hono/html";
import type { Html } from "../web-parts.ts";
import { pageAddress, pageNames } from "./addresses.ts";
import type { FeedbackFault } from "./feedback.ts";
import type { Site } from "./site.ts";
import { siteLayout } from "./site-layout.ts";

type Fields = Readonly<Record<string, string | undefined>>;

/** The form; after a press that did not do, with what was written and what is wrong about it. */
export function feedbackPage(site: Site, fields: Fields = {}, faults: readonly FeedbackFault[] = []): Html {
  const { words, place, reading } = site;
  const own = words.feedback;
  const isWrong = (name: string) => faults.some((fault) => fault.startsWith(`${name}-`));
  const hints = (name: string) => (isWrong(name) ? `${name}-hint faults` : `${name}-hint`);
  const wrong = (name: string) => (isWrong(name) ? html` aria-invalid="true"` : "");
  return frame(
    site,
    faults.length > 0 ? own.faultsTitle : own.title,
    html`<h1>${own.title}</h1><p class="lead">${own.lead}</p>
    ${faults.length === 0 ? "" : html`<div class="faults" role="alert"><h2>${own.faultsTitle}</h2><ul id="faults">${faults.map((fault) => html`<li>${own.faults[fault]}</li>`)}</ul></div>`}
    <form class="search" method="post" action="${pageAddress(place, pageNames.feedback)}">
      <input type="hidden" name="shown-at" value="${reading.now.getTime()}">
      <p><label for="text">${own.text}</label>
        <textarea class="form-control" id="text" name="text" rows="6" required maxlength="4000" aria-describedby="${hints("text")}"${wrong("text")}>${fields.text ?? ""}</textarea>
        <span class="hint" id="text-hint">${own.textHint}</span></p>
      <p><label for="page">${own.page}</label>
        <input class="form-control" type="text" id="page" name="page" maxlength="500" value="${fields.page ?? ""}" aria-describedby="${hints("page")}"${wrong("page")}>
        <span class="hint" id="page-hint">${own.pageHint}</span></p>
      <p><label for="contact">${own.contact}</label>
        <input class="form-control" type="text" id="contact" name="contact" maxlength="200" value="${fields.contact ?? ""}" aria-describedby="${hints("contact")}"${wrong("contact")}>
        <span class="hint" id="contact-hint">${own.contactHint}</span></p>
      <p class="trap" hidden><label for="website">${own.trap}</label>
        <input type="text" id="website" name="website" tabindex="-1" autocomplete="off" value=""></p>
      <p>${own.privacy}</p>
      <button class="btn btn-primary" type="submit">${own.send}</button>
    </form>`,
  );
}

/** That it arrived, and by which number it is found again. */
export function feedbackSentPage(site: Site, code: string): Html {
  const { sent } = site.words.feedback;
  return frame(
    site,
    sent.title,
    html`<h1>${sent.title}</h1><p class="lead" role="status">${sent.text(code)}</p><p>${sent.next}</p>`,
  );
}

function frame(site: Site, title: string, content: Html): Html {
  const trail = [{ label: site.words.feedback.title }];
  const addressIn = (place: Site["place"]) => pageAddress(place, pageNames.feedback);
  return siteLayout(site, { title, addressIn, trail }, html`<div class="prose">${content}</div>`);
}
