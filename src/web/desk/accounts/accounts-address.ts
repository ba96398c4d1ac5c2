import { Problem } from "../../problem.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import type { AccountsDone } from "../../words/accounts-words.ts";
import { wordsOf } from "../../words/index.ts";
import { deskUrlOf } from "../desk-url.ts";
import { findAllowed } from "../find-allowed.ts";
import { accountsPage } from "./accounts-page.ts";
import { readAccountsOf } from "./accounts-store.ts";
import { askedOf } from "./accounts-view.ts";
import { type AccountsOfAuthority, urgencyOf } from "./desk-account.ts";

/** The page of all accounts: ?authority= shows one authority, ?lang= chooses the language, ?done= says what a button did. */
export function accountsAddress(parts: WebParts): Handler {
  return async (request, reply) => {
    const asked = askedOf(request);
    const { db } = parts.database;
    const authorities = await findAllowed(parts, asked.who.staff, "see-desk");
    const chosen = authorities.filter(({ id }) => asked.authority === undefined || id === asked.authority);
    if (asked.authority !== undefined && chosen.length === 0) throw new Problem(404, "no-such-page");
    const shown: AccountsOfAuthority[] = [];
    for (const authority of chosen) shown.push(await readAccountsOf(db, authority));
    // Those who need somebody come first; among them, and among the others, the order stays.
    for (const { accounts } of shown) accounts.sort((a, b) => urgencyOf(b) - urgencyOf(a));
    shown.sort((a, b) => urgencyIn(b) - urgencyIn(a));
    const { done } = request.query as { done?: unknown };
    const known = wordsOf(asked.language).accounts.done;
    const isKnown = typeof done === "string" && Object.hasOwn(known, done);
    const page = {
      ...asked,
      done: isKnown ? (done as AccountsDone) : undefined,
      deskUrl: deskUrlOf(parts, request),
    };
    return sendPage(reply, accountsPage(parts, page, shown));
  };
}

function urgencyIn({ accounts }: AccountsOfAuthority): number {
  return Math.max(0, ...accounts.map(urgencyOf));
}
