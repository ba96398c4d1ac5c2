import { type Answer, type KnownCall, read, type Surroundings } from "../call.ts";
import { personByPsid } from "../community/people.ts";
import { invalidParameter } from "../graph-error.ts";
import { noMatchingUser, notOwner } from "../messenger/refusals.ts";
import { objectIn } from "../messenger/send-request.ts";
import { PAGE_INBOX_APP, type Thread } from "../messenger/thread.ts";
import { mustBeAbleTo, mustBeAbleToSee, RIGHTS } from "../rights.ts";
import type { Page } from "../world.ts";

/**
 * Conversation Routing as far as it is written down (section 14): who is in control of a thread, handed on, taken and
 * asked for. A thread nobody controls may be written in by every app. Extending control is not imitated.
 */

/** `POST /{page-id}/pass_thread_control`. */
export function passControl(call: KnownCall, page: Page, around: Surroundings): Answer {
  const thread = threadOf(call, page, around);
  mustControl(thread, call);
  const target = call.params.target_app_id;
  if (!target || !(target === PAGE_INBOX_APP || around.world.apps.has(target)))
    throw invalidParameter("Param target_app_id must be an app that is connected to this Page");
  around.world.messenger.control(thread, "pass", target, call.params.metadata);
  return done(thread);
}

/** `POST /{page-id}/take_thread_control`. */
export function takeControl(call: KnownCall, page: Page, around: Surroundings): Answer {
  const thread = threadOf(call, page, around);
  around.world.messenger.control(thread, "take", call.app.id, call.params.metadata);
  return done(thread);
}

/** `POST /{page-id}/request_thread_control`: the app in control is told, nothing changes. */
export function requestControl(call: KnownCall, page: Page, around: Surroundings): Answer {
  const thread = threadOf(call, page, around);
  around.world.messenger.requestControl(
    thread,
    call.app.id,
    thread.ownerAppId ?? PAGE_INBOX_APP,
    call.params.metadata,
  );
  return done(thread);
}

/** `POST /{page-id}/release_thread_control`: nobody is in control any more. */
export function releaseControl(call: KnownCall, page: Page, around: Surroundings): Answer {
  const thread = threadOf(call, page, around);
  mustControl(thread, call);
  around.world.messenger.control(thread, "pass", undefined);
  return done(thread);
}

/** `GET /{page-id}/thread_owner?recipient=PSID`. */
export function readOwner(call: KnownCall, page: Page, around: Surroundings): Answer {
  mustBeAbleToSee(call, page, around.world, RIGHTS.send);
  const person = personByPsid(page.id, call.params.recipient ?? "");
  const thread = person && around.world.messenger.threadWith(page.id, person);
  if (!thread) throw noMatchingUser();
  const owner = thread.ownerAppId;
  return read({ data: owner === undefined ? [] : [{ thread_owner: { app_id: owner } }] });
}

/** `GET /{page-id}/secondary_receivers`: the other apps subscribed to the Page's messages. */
export function listReceivers(call: KnownCall, page: Page, around: Surroundings): Answer {
  mustBeAbleToSee(call, page, around.world, RIGHTS.send);
  const others = [...around.webhooks.subscriptions.ofPage(page.id).keys()].filter((id) => id !== call.app.id);
  const data = [
    { id: PAGE_INBOX_APP, name: "Page Inbox" },
    ...others.map((id) => ({ id, name: around.world.apps.get(id)?.name ?? id })),
  ];
  return read({ data });
}

function threadOf(call: KnownCall, page: Page, around: Surroundings): Thread {
  mustBeAbleTo(call, page, around.world, RIGHTS.send);
  const recipient = objectIn(call.params.recipient, "recipient");
  const person = personByPsid(page.id, String(recipient.id ?? ""));
  const thread = person && around.world.messenger.threadWith(page.id, person);
  if (!thread) throw noMatchingUser();
  return thread;
}

function mustControl(thread: Thread, call: KnownCall): void {
  if (thread.ownerAppId !== undefined && thread.ownerAppId !== call.app.id) throw notOwner();
}

function done(thread: Thread): Answer {
  return { body: { success: true }, did: { kind: "configured", id: thread.id } };
}
