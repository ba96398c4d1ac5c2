import { findAuthority } from "../../../authority/authority-store.ts";
import { type SendResult, sendReply } from "../../../conversing/send-reply.ts";
import { textsIn, textsOf } from "../../form-fields.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import { readerOf } from "../view.ts";
import { presence } from "./conversation-page.ts";
import { type DraftField, dropDraft, saveDraft } from "./draft-store.ts";
import type { InboxEnd } from "./inbox-end.ts";
import { back, draftIn, keyOf, versionIn } from "./inbox-fields.ts";
import { conversationLink, inboxLink, readInboxFilter } from "./inbox-filter.ts";
import { findAnsweredId } from "./inbox-store.ts";
import { askedOf, converseToolsOf, findAnswering } from "./inbox-view.ts";
import { lostPage } from "./lost-page.ts";
import { dropPresence, findOthers, notePresence } from "./presence-store.ts";
import { findNext } from "./read-inbox.ts";

/**
 * The forms of the Inbox. Whatever stands against a text, the text is kept as a draft first, and the page is asked for
 * anew: it shows what happened meanwhile with the text in its place, and the next press sends the version then shown.
 */

/** An answer: taken, it leads on to the next conversation that waits. */
export function takeReply(parts: WebParts): Handler {
  return async (request, reply) => {
    const asked = askedOf(request, parts);
    const key = keyOf(request, parts);
    const draft = draftIn(request, parts);
    const fields = textsOf(request);
    const isThere = await saveDraft(parts.database.db, key, "reply", draft);
    if (!isThere) return sendPage(reply, lostPage(asked, draft.text), 410);
    const { text, asksBack } = draft;
    const messageId = await findAnsweredId(parts.database.db, key, fields.answers);
    const result = await sendReply(await converseToolsOf(parts), {
      ...key,
      ...{ text, asksBack, version: versionIn(fields.version), by: key.memberId },
      way: draft.way ?? "public",
      isDivided: fields.divide === "yes",
      ...(messageId !== undefined && { messageId }),
    });
    if (result.kind !== "taken") {
      return back(request, reply, endOfReply[result.kind], { answer: fields.answers });
    }
    await dropDraft(parts.database.db, key, "reply");
    await dropPresence(parts.database.db, key);
    const filter = readInboxFilter(textsIn(request.query));
    const how = { me: key.memberId, apartFrom: key.conversationId };
    const { next, left } = await findNext(parts, await findAnswering(parts, asked), filter, how);
    const sent = { end: "sent", sent: key.conversationId };
    const lang = asked.askedLanguage;
    if (!next) return reply.redirect(inboxLink(filter, lang, sent), 303);
    return reply.redirect(conversationLink(next, filter, lang, { ...sent, left: String(left) }), 303);
  };
}

const endOfReply = {
  overtaken: "overtaken",
  closed: "way-closed",
  empty: "empty",
  "too-long": "too-long",
  gone: "gone",
} as const satisfies Record<Exclude<SendResult["kind"], "taken">, InboxEnd>;

/** What is typed, kept: for the script, which asks with `quiet`, and for whoever presses the button. */
export function keepDraft(parts: WebParts): Handler {
  return async (request, reply) => {
    const key = keyOf(request, parts);
    const fields = textsOf(request);
    const field: DraftField = fields.field === "note" ? "note" : "reply";
    const draft = draftIn(request, parts);
    const own = field === "reply" ? draft : { ...draft, way: null, asksBack: false };
    const isThere = await saveDraft(parts.database.db, key, field, own);
    if (fields.quiet === "yes") return reply.code(isThere ? 204 : 404).send();
    if (!isThere) return sendPage(reply, lostPage(askedOf(request, parts), draft.text), 410);
    const { suggestion, choose, answers } = fields;
    const isByTheWay = suggestion !== undefined || choose !== undefined;
    const answer = choose ?? answers;
    return back(request, reply, isByTheWay ? undefined : "kept", { suggestion, answer }, choose && "#text");
  };
}

/** Who else has it open, told to whoever says that they have. */
export function takePresence(parts: WebParts): Handler {
  return async (request, reply) => {
    const { db } = parts.database;
    const key = keyOf(request, parts);
    const { state } = textsOf(request);
    const now = parts.clock.now();
    if (state === "gone") {
      await dropPresence(db, key);
      return reply.code(204).send();
    }
    const isThere = await notePresence(db, key, { isWriting: state === "writing", now });
    const authority = isThere ? await findAuthority(db, key.authorityId) : undefined;
    if (!authority) return reply.code(404).send();
    const asked = askedOf(request, parts);
    const reading = { ...readerOf(parts, asked), timeZone: authority.settings.timeZone };
    return reply
      .header("content-type", "text/plain; charset=utf-8")
      .header("cache-control", "no-store")
      .send(presence(await findOthers(db, key, now), reading));
  };
}
