import { html } from "hono/html";
import { addDays } from "../../../authority/calendar/local-date.ts";
import { clockIn, dateIn } from "../../../authority/calendar/zoned-time.ts";
import type { Html } from "../../web-parts.ts";
import type { ConversationView, DeskConversation } from "./desk-conversation.ts";
import { conversationLink } from "./inbox-filter.ts";
import { inboxWordsOf } from "./words/index.ts";

/** What one press does; live, so that each carries the version that is shown. */
export function quickActs(conversation: DeskConversation, view: ConversationView): Html {
  const words = inboxWordsOf(view.words.code).acts;
  const { entry } = conversation;
  const isSnoozed = entry.snoozedUntil !== null && entry.snoozedUntil > view.now;
  const button = (change: string, label: string, more: Record<string, string> = {}) =>
    html`<form method="post" action="${actAddress(entry, view)}">${fieldsOf(conversation, { change, ...more })}
      <button type="submit" class="btn btn-outline-primary" id="act-${change}">${label}</button></form>`;
  return html`<div class="acts">
    ${entry.assignee === view.me ? "" : button("assign", words.toMe, { to: view.me })}
    ${entry.needsAnswer === "probably-not" ? html`${button("no-answer", words.thanks)}${button("reopen", words.needsAnswer)}` : ""}
    ${entry.waitingSince ? button("close", words.close) : entry.needsAnswer === "probably-not" ? "" : button("reopen", words.reopen)}
    ${isSnoozed ? button("wake", words.wake) : ""}
  </div>`;
}

/** What wants a choice or words; not live, so that nothing chosen is lost. */
export function actForms(conversation: DeskConversation, view: ConversationView): Html {
  const words = inboxWordsOf(view.words.code).acts;
  const { entry, colleagues, offices } = conversation;
  const open = offices.filter(({ isStopped }) => !isStopped);
  return html`<section class="more-acts" aria-labelledby="acts-title"><h2 id="acts-title">${words.title}</h2>
    ${noteForm(conversation, view)}
    <details id="snooze-box" ${view.end === "reason-missing" || view.end === "moment-past" ? html`open` : ""}><summary id="snooze-summary">${words.snooze}</summary>${snoozeForm(conversation, view)}</details>
    <details id="assign-box"><summary id="assign-summary">${words.assign}</summary>
      <form method="post" action="${actAddress(entry, view)}" class="small-form">${fieldsOf(conversation, { change: "assign" })}
      ${choice("to", words.assignTo, [{ id: "", name: words.nobody }, ...colleagues], entry.assignee ?? "")}
      <button type="submit" class="btn btn-outline-primary">${words.assign}</button></form></details>
    ${
      open.length < 2
        ? ""
        : html`<details id="hand-box"><summary id="hand-summary">${words.hand}</summary>
      <form method="post" action="${actAddress(entry, view)}" class="small-form">${fieldsOf(conversation, { change: "hand-to-office" })}
      ${choice("office", words.handTo, open, entry.officeId ?? "")}
      <button type="submit" class="btn btn-outline-primary">${words.hand}</button></form></details>`
    }</section>`;
}

function noteForm(conversation: DeskConversation, view: ConversationView): Html {
  const words = inboxWordsOf(view.words.code).acts;
  const { entry, drafts } = conversation;
  const address = (act: string) => conversationLink(entry, view.filter, view.asked.askedLanguage, { act });
  return html`<details id="note-box" ${drafts.note || view.end === "text-empty" ? html`open` : ""}><summary id="note-summary">${words.note}</summary>
    <form method="post" action="${actAddress(entry, view)}" class="small-form" data-draft="${address("draft")}" data-field="note">${fieldsOf(conversation, { change: "note" })}
    <div class="field"><label for="note">${words.noteText}</label><textarea id="note" name="note" rows="3" maxlength="4000">${drafts.note?.text ?? ""}</textarea></div>
    <button type="submit" class="btn btn-outline-primary">${words.noteSave}</button></form></details>`;
}

function snoozeForm(conversation: DeskConversation, view: ConversationView): Html {
  const words = inboxWordsOf(view.words.code).acts;
  const { timeZone, now } = view;
  const tomorrow = `${addDays(dateIn(now, timeZone), 1)}T09:00`;
  const earliest = `${dateIn(now, timeZone)}T${clockIn(now, timeZone)}`;
  return html`<form method="post" action="${actAddress(conversation.entry, view)}" class="small-form">${fieldsOf(conversation, { change: "snooze" })}
    <div class="field"><label for="until">${words.snoozeUntil}</label><input id="until" name="until" type="datetime-local" value="${tomorrow}" min="${earliest}" required></div>
    <div class="field"><label for="reason">${words.snoozeWhy}</label><input id="reason" name="reason" maxlength="300" required autocomplete="off" value="${conversation.drafts.snooze?.text ?? ""}"></div>
    <button type="submit" class="btn btn-outline-primary">${words.snooze}</button></form>`;
}

function choice(
  name: string,
  label: string,
  choices: readonly { id: string; name: string }[],
  chosen: string,
): Html {
  return html`<div class="field"><label for="act-${name}">${label}</label><select id="act-${name}" name="${name}">${choices.map(
    (one) => html`<option value="${one.id}" ${one.id === chosen ? html`selected` : ""}>${one.name}</option>`,
  )}</select></div>`;
}

function fieldsOf({ talk }: DeskConversation, fields: Record<string, string>): Html[] {
  const all = { version: String(talk.version), ...fields };
  return Object.entries(all).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
}

function actAddress(entry: DeskConversation["entry"], { filter, asked }: ConversationView): string {
  return conversationLink(entry, filter, asked.askedLanguage, { act: "change" });
}
