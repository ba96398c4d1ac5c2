import { html } from "hono/html";
import { dateIn } from "../../../authority/calendar/zoned-time.ts";
import type { Language } from "../../../channels/channel.ts";
import {
  type Extract,
  type RegisterEntry,
  registerNumberCharactersMax,
} from "../../../conversing/extracting/extract.ts";
import type { ConversationKey } from "../../../conversing/inbox/conversation-store.ts";
import { notTaken } from "../../sign-in/form-parts.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import type { SignedIn } from "../../sign-in/signed-in.ts";
import { signInWordsOf } from "../../sign-in/words/index.ts";
import type { Html } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import { deskLayout } from "../desk-layout.ts";
import { type Reading, tellMoment } from "../moments.ts";
import { extractsLink, tellRegister } from "./extract-section.ts";
import { extractsWordsOf } from "./words/index.ts";
import type { ExtractsWords } from "./words/words.ts";

/** How the page of a conversation's extracts was asked for. */
export interface ExtractsView extends Reading {
  key: ConversationKey;
  authorityName: string;
  /** Whose conversation it is, where the network told. */
  personName: string | null;
  language: Language;
  askedLanguage: Language | undefined;
  isDemo: boolean;
  who: SignedIn;
  /** False: the conversation was erased, and what is here is all there is. */
  isThere: boolean;
  done: keyof ExtractsWords["done"] | undefined;
  /** Why something was not done. */
  troubles: readonly string[];
  /** What was typed and not taken. */
  typed: { extractId: string; entry: RegisterEntry } | undefined;
}

/** Makes extracts of one conversation, gives them, and takes the numbers of the register. */
export function extractsPage(view: ExtractsView, extracts: readonly Extract[]): Html {
  const words = extractsWordsOf(view.language);
  const { errorTitle, welcome } = signInWordsOf(view.language);
  return deskLayout(
    {
      language: view.language,
      askedLanguage: view.askedLanguage,
      isDemo: view.isDemo,
      who: view.who,
      current: undefined,
      title: `${view.troubles.length > 0 ? `${errorTitle}: ` : ""}${words.title} – Bacheca`,
      otherAddress: extractsLink(view.key, wordsOf(view.language).other.code),
    },
    html`<div class="container staff extracts">
      <h1>${words.title}</h1>
      ${view.done ? html`<p class="done" role="status">${words.done[view.done]}</p>` : ""}
      ${notTaken(welcome.faultsTitle, view.troubles)}
      <p class="moments">${view.authorityName}${view.personName === null ? "" : ` · ${view.personName}`}</p>
      <p>${words.lead}</p>
      ${view.isThere ? makeForm(view, words) : ""}
      <section aria-labelledby="extracts-title"><h2 id="extracts-title">${words.listTitle}</h2>
        ${
          extracts.length === 0
            ? html`<p>${words.none}</p>`
            : html`<ul class="places">${extracts.map((one) => oneExtract(view, words, one))}</ul>`
        }</section>
    </div>`,
  );
}

function makeForm({ key, askedLanguage }: ExtractsView, words: ExtractsWords): Html {
  return html`<form method="post" action="${extractsLink(key, askedLanguage)}" class="act">
    <p class="hint">${words.makeHint}</p>
    <button type="submit" class="btn btn-primary">${words.make}</button>
  </form>`;
}

function oneExtract(view: ExtractsView, words: ExtractsWords, extract: Extract): Html {
  const { id, madeAt, madeBy, messages, bytes, sha256, register } = extract;
  const megabytes = new Intl.NumberFormat(view.language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  // A small one is no "0,0 MB".
  const size = words.size(megabytes.format(Math.max(bytes, 100_000) / 1_000_000));
  const title = words.one(tellMoment(madeAt, view));
  const isTyped = view.typed?.extractId === id;
  return html`<li>
    <h3>${title}</h3>
    <p class="moments">${words.madeBy(madeBy, messages)}</p>
    <p><span class="state ${register ? "state-published" : "state-held"}">${tellRegister(register, view.language)}</span></p>
    ${
      extract.erasedAt === null
        ? html`<p><a href="${extractsLink(view.key, undefined)}/${id}/file">${words.download}<span class="visually-hidden">: ${title}</span></a> (${size})</p>`
        : html`<p>${words.erased}</p>`
    }
    <p class="hint">${words.hash}:<br><code>${sha256}</code></p>
    ${
      register === null || isTyped
        ? numberForm(view, words, extract)
        : html`<details id="correct-${id}"><summary id="correct-${id}-s">${words.correct}</summary>${numberForm(view, words, extract)}</details>`
    }
  </li>`;
}

function numberForm(
  { key, typed, askedLanguage, now, timeZone }: ExtractsView,
  words: ExtractsWords,
  extract: Extract,
): Html {
  const { id, register } = extract;
  const isTyped = typed?.extractId === id;
  const shown = isTyped ? typed.entry : register;
  const wrong = isTyped ? html`aria-invalid="true"` : "";
  return html`<form method="post" action="${withQuery(`${extractsLink(key, undefined)}/${id}/number`, { lang: askedLanguage })}" class="entry-form">
    <div class="field"><label for="number-${id}">${words.number}</label>
      <input id="number-${id}" name="number" type="text" value="${shown?.number ?? ""}" autocomplete="off"
        maxlength="${registerNumberCharactersMax}" required ${wrong}></div>
    <div class="field"><label for="date-${id}">${words.date}</label>
      <input id="date-${id}" name="date" type="date" value="${shown?.date ?? dateIn(now, timeZone)}" autocomplete="off" required ${wrong}></div>
    <button type="submit" class="btn btn-outline-primary">${words.note}</button>
  </form>`;
}
