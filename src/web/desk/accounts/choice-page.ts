import { html } from "hono/html";
import type { ConnectablePage } from "../../../channels/connecting.ts";
import { lacksEssential } from "../../../connecting/choose-pages.ts";
import type { PageOwner } from "../../../connecting/connected-account-store.ts";
import { explainConnecting } from "../../../connecting/explain.ts";
import type { OpenChoice } from "../../../connecting/login-store.ts";
import type { Html, WebParts } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import { explanation } from "../pieces.ts";
import { accountsFrame } from "./accounts-page.ts";
import { type AccountsAsked, accountsLink } from "./accounts-view.ts";
import { missingPart } from "./missing-part.ts";

/** What a login opened, without its tokens. */
export interface ShownChoice extends Omit<OpenChoice, "pages"> {
  loginId: string;
  pages: Omit<ConnectablePage, "token">[];
  owners: PageOwner[];
  /** Why an earlier try was not taken. */
  refusal?: "none-chosen" | "page-taken" | "essential-missing";
}

/** People choose which Pages to connect; for each it is told what will not work, and why one cannot be chosen. */
export function choicePage(parts: WebParts, asked: AccountsAsked, choice: ShownChoice): Html {
  const words = wordsOf(asked.language);
  const { authorityId, loginId, channel, refusal } = choice;
  const network = parts.channels[channel]?.networkName ?? channel;
  const { title, lead, legend, button } = words.accounts.choice;
  const reading = { now: parts.clock.now(), timeZone: "Europe/Rome", words };
  const why = refusal ?? otherPageOnly(choice);
  const explained = why && explainConnecting(why, asked.language);
  return accountsFrame(
    parts,
    asked,
    title,
    html`<p class="lead">${lead(network)}</p>
      ${explained ? html`<div class="notice notice-doubt" role="alert">${explanation(explained, reading)}</div>` : ""}
      <form method="post" action="/desk/accounts/${authorityId}/logins/${loginId}" class="choice-form">
        ${asked.askedLanguage ? html`<input type="hidden" name="lang" value="${asked.askedLanguage}">` : ""}
        <fieldset><legend>${legend}</legend>${choice.pages.map((page) => pageChoice(page, choice, parts, asked))}</fieldset>
        <p class="acts"><button id="choose" type="submit" class="btn btn-primary">${button}</button>
          <a class="btn btn-link" href="${accountsLink({ authority: asked.authority, lang: asked.askedLanguage })}">${words.accounts.back}</a></p>
      </form>`,
  );
}

/** People wanted to connect one account, and its Page is not among those they allowed. */
function otherPageOnly({ accountId, owners, authorityId }: ShownChoice): "other-page" | undefined {
  if (accountId === null) return undefined;
  const isThere = owners.some((one) => one.authorityId === authorityId && one.accountId === accountId);
  return isThere ? undefined : "other-page";
}

function pageChoice(
  page: ShownChoice["pages"][number],
  choice: ShownChoice,
  parts: WebParts,
  { language }: AccountsAsked,
): Html {
  const words = wordsOf(language).accounts.choice;
  const owner = choice.owners.find((one) => one.externalId === page.externalId);
  const isTaken = owner !== undefined && owner.authorityId !== choice.authorityId;
  const isClosed = isTaken || lacksEssential(page);
  const id = `page-${page.externalId}`;
  const whose = isTaken ? words.isTaken : owner ? words.isAccount(owner.name) : words.isNew;
  return html`<div class="page-choice">
    <input type="checkbox" id="${id}" name="page" value="${page.externalId}" aria-describedby="${id}-about"
      ${isClosed ? html`disabled` : isProposed(choice, owner) ? html`checked` : ""}>
    <label for="${id}"><strong>${page.name}</strong> <span class="moments">${page.externalId}</span></label>
    <div id="${id}-about" class="page-about">
      <p>${whose} ${isTaken ? "" : rightsSentence(page, language)}</p>
      ${isTaken ? "" : missingPart(page.missing, parts.channels[choice.channel], language)}
    </div>
  </div>`;
}

function rightsSentence(page: ShownChoice["pages"][number], language: AccountsAsked["language"]): string {
  const words = wordsOf(language).accounts.choice;
  if (page.missing.length === 0) return words.complete;
  return lacksEssential(page) ? words.cannot : words.lacks(page.missing.length);
}

/** The account people came for; else the only Page there is, and accounts that are there already. */
function isProposed({ accountId, pages }: ShownChoice, owner: PageOwner | undefined): boolean {
  if (accountId !== null) return owner?.accountId === accountId;
  return owner !== undefined || pages.length === 1;
}
