import { html } from "hono/html";
import { reviewTextMax } from "../../moderating/reviewing/ask-review.ts";
import type { Html } from "../web-parts.ts";
import { pageAddress, pageNames } from "./addresses.ts";
import type { ReviewFault } from "./review-fault.ts";
import type { Site } from "./site.ts";
import { siteLayout } from "./site-layout.ts";

interface Written {
  code?: string;
  text?: string;
  contact?: string;
}

/** The form; after a press that did not do, with what was written and what is wrong about it. */
export function reviewPage(site: Site, written: Written = {}, fault?: ReviewFault): Html {
  const own = site.words.moderation.review;
  return frame(
    site,
    fault ? own.faultsTitle : own.title,
    html`<h1>${own.title}</h1><p class="lead">${own.lead}</p>
    ${fault ? html`<div class="faults" role="alert"><h2>${own.faultsTitle}</h2><p id="faults">${own.faults[fault]}</p></div>` : ""}
    ${reviewForm(site, written, fault)}
    <h2>${own.follow.title}</h2><p>${own.follow.text}</p>${codeForm(site)}`,
  );
}

/** A code that leads nowhere, to be typed again. */
export function unknownCodePage(site: Site, { code }: { code: string }): Html {
  const { unknown } = site.words.moderation.review;
  return frame(
    site,
    unknown.title,
    html`<h1>${unknown.title}</h1><p class="lead">${unknown.text}</p>${codeForm(site, code)}`,
    false,
  );
}

/** That the form arrived. Says no more of a code that is somebody's than of one that is nobody's. */
export function reviewTakenPage(site: Site, code: string): Html {
  const { taken } = site.words.moderation.review;
  const address = pageAddress(site.place, `${pageNames.review}/${encodeURIComponent(code)}`);
  return frame(
    site,
    taken.title,
    html`<h1>${taken.title}</h1><p class="lead" role="status">${taken.text}</p><p>${taken.next}</p>
    <p><a class="btn btn-primary" href="${address}">${taken.see}</a></p>`,
    false,
  );
}

/** `fixedCode`: the decision is on the page already, so that its code need not be typed. */
export function reviewForm(site: Site, written: Written, fault?: ReviewFault, fixedCode?: string): Html {
  const { words, place } = site;
  const own = words.moderation.review;
  const isCodeWrong = fault === "no-code";
  const isTextWrong = fault === "text-missing" || fault === "text-too-long";
  const hints = (name: string, isWrong: boolean) => (isWrong ? `${name}-hint faults` : `${name}-hint`);
  const wrong = (isWrong: boolean) => (isWrong ? html` aria-invalid="true"` : "");
  return html`<form class="search" method="post" action="${pageAddress(place, pageNames.review)}">
      ${
        fixedCode
          ? html`<input type="hidden" name="code" value="${fixedCode}">`
          : html`<p><label for="code">${own.code}</label>
        <input class="form-control" type="text" id="code" name="code" required maxlength="60" autocomplete="off" autocapitalize="characters" spellcheck="false" value="${written.code ?? ""}" aria-describedby="${hints("code", isCodeWrong)}"${wrong(isCodeWrong)}>
        <span class="hint" id="code-hint">${own.codeHint}</span></p>`
      }
      <p><label for="text">${own.text}</label>
        <textarea class="form-control" id="text" name="text" rows="6" required maxlength="${reviewTextMax}" aria-describedby="${hints("text", isTextWrong)}"${wrong(isTextWrong)}>${written.text ?? ""}</textarea>
        <span class="hint" id="text-hint">${own.textHint(reviewTextMax)}</span></p>
      <p><label for="contact">${own.contact}</label>
        <input class="form-control" type="text" id="contact" name="contact" maxlength="200" value="${written.contact ?? ""}" aria-describedby="contact-hint">
        <span class="hint" id="contact-hint">${own.contactHint}</span></p>
      <p>${own.privacy}</p>
      <button class="btn btn-primary" type="submit">${own.send}</button>
    </form>`;
}

function codeForm({ words, place }: Site, code = ""): Html {
  const own = words.moderation.review;
  return html`<form class="search" method="get" action="${pageAddress({ ...place, language: place.usual }, pageNames.review)}">
      ${place.language === place.usual ? "" : html`<input type="hidden" name="lang" value="${place.language}">`}
      <p><label for="known-code">${own.code}</label>
        <input class="form-control" type="text" id="known-code" name="codice" required maxlength="60" autocomplete="off" autocapitalize="characters" spellcheck="false" value="${code}" aria-describedby="known-code-hint">
        <span class="hint" id="known-code-hint">${own.codeHint}</span></p>
      <button class="btn btn-outline-primary" type="submit">${own.follow.show}</button>
    </form>`;
}

function frame(site: Site, title: string, content: Html, isIndexed = true): Html {
  const { review } = site.words.moderation;
  const addressIn = (place: Site["place"]) => pageAddress(place, pageNames.review);
  return siteLayout(
    site,
    {
      title,
      addressIn,
      ...(isIndexed ? { description: review.lead } : { isNotIndexed: true }),
      trail: [{ label: review.title }],
    },
    html`<div class="prose">${content}</div>`,
  );
}
