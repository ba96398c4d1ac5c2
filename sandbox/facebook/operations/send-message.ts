import { knows } from "../access-level.ts";
import type { Answer, KnownCall, Surroundings } from "../call.ts";
import { isByPage } from "../community/comment.ts";
import { type Person, personById, personByPsid, psidOf } from "../community/people.ts";
import { invalidParameter, noSuchObject, notImitated } from "../graph-error.ts";
import { maySend } from "../messenger/may-send.ts";
import * as refusals from "../messenger/refusals.ts";
import { readSendRequest, type SendRequest } from "../messenger/send-request.ts";
import type { Attachment } from "../messenger/thread.ts";
import { mustBeAbleTo, RIGHTS } from "../rights.ts";
import type { Page } from "../world.ts";
import { attachmentOf } from "./message-attachments.ts";

const TYPING_MS = 20_000;
const REPLY_SPAN_MS = 7 * 86_400_000;

/** `POST /{page-id}/messages` (section 13): to a person, or privately to a comment or a visitor's post. */
export async function sendMessage(call: KnownCall, page: Page, around: Surroundings): Promise<Answer> {
  if (call.files && call.files.length > 0) throw notImitated("parameter filedata of /messages");
  const request = readSendRequest(call);
  if ("psid" in request.recipient) {
    mustBeAbleTo(call, page, around.world, RIGHTS.send);
    return sendToPerson(call, page, request, request.recipient.psid, around);
  }
  mustBeAbleTo(call, page, around.world, RIGHTS.replyPrivately);
  return replyPrivately(call, page, request, around);
}

async function sendToPerson(
  call: KnownCall,
  page: Page,
  request: SendRequest,
  psid: string,
  around: Surroundings,
): Promise<Answer> {
  const { messenger } = around.world;
  const person = personByPsid(page.id, psid);
  const thread = person && messenger.threadWith(page.id, person);
  // One Page can write only to people who wrote first (section 13.2).
  if (!person || !thread) throw refusals.noMatchingUser();
  mustReach(call, page, person, around);
  if (request.action !== undefined) return act(request, person, page, around);
  const refusal = maySend(thread, request.kind, call.app, around.now());
  if (refusal === "not-owner") throw refusals.notOwner();
  if (refusal === "tag-not-granted") throw refusals.tagNotGranted();
  if (refusal === "outside-window") throw refusals.outsideWindow();
  const attachments = await attachmentsOf(request, around);
  around.sendLimits.countSend(page.id, thread.id, isHeavy(attachments) ? "media" : "text");
  return deliver(call, page, person, request, attachments, around);
}

/** One private answer to a comment or visitor's post, within 7 days; opens no window by itself (section 11). */
async function replyPrivately(
  call: KnownCall,
  page: Page,
  request: SendRequest,
  around: Surroundings,
): Promise<Answer> {
  const { recipient } = request;
  const { world } = around;
  if (request.action !== undefined) throw invalidParameter("A sender_action needs a recipient id");
  const isComment = "commentId" in recipient;
  const id = isComment ? recipient.commentId : "postId" in recipient ? recipient.postId : "";
  const comment = isComment ? world.community.comments.get(id) : undefined;
  const post = isComment ? undefined : world.posts.get(id);
  const about = comment ?? post;
  if (!about || about.pageId !== page.id) throw noSuchObject("POST", id);
  const person = personById(about.authorId ?? "");
  if (!person || (comment && isByPage(comment)))
    throw invalidParameter("A Page cannot be answered privately");
  mustReach(call, page, person, around);
  if (around.now() - about.createdAt > REPLY_SPAN_MS) throw refusals.outsideWindow();
  if (about.privateReplyThread !== undefined) throw invalidParameter("Activity already replied to");
  const attachments = await attachmentsOf(request, around);
  const key = `${page.id} ${person.id}`;
  around.sendLimits.countSend(page.id, key, "private-reply");
  const answer = deliver(call, page, person, request, attachments, around);
  const thread = world.messenger.threadWith(page.id, person);
  about.privateReplyThread = thread?.id;
  return answer;
}

function mustReach(call: KnownCall, page: Page, person: Person, around: Surroundings): void {
  if (!knows(call.app, person, "pages_messaging")) throw refusals.needsAdvancedAccess();
  if (around.world.community.blocked.has(page.id, person.id)) throw refusals.personBlockedByPage();
  if (around.world.messenger.isSilenced(page.id, person)) throw refusals.personUnavailable();
}

function deliver(
  call: KnownCall,
  page: Page,
  person: Person,
  request: SendRequest,
  attachments: Attachment[],
  around: Surroundings,
): Answer {
  const { text, metadata, quickReplies, replyTo, attachment } = request;
  const message = around.world.messenger.send(page.id, person, {
    text,
    metadata,
    quickReplies,
    replyTo,
    attachments,
    appId: call.app.id,
  });
  const [first] = attachments;
  const body = {
    recipient_id: psidOf(page.id, person),
    message_id: message.id,
    ...(attachment?.reusable && first ? { attachment_id: first.id } : {}),
  };
  return { body, did: { kind: "messaged", id: message.id } };
}

/** Typing, seen and reactions: they carry no message, and their answer only the recipient (section 13.1). */
function act(request: SendRequest, person: Person, page: Page, around: Surroundings): Answer {
  const thread = around.world.messenger.threadWith(page.id, person);
  const body = { recipient_id: psidOf(page.id, person) };
  if (!thread) throw refusals.noMatchingUser();
  if (request.action === "TYPING_ON") thread.typingUntil = around.now() + TYPING_MS;
  if (request.action === "TYPING_OFF") thread.typingUntil = undefined;
  if (request.action === "MARK_SEEN") thread.seenUntil = around.now();
  if (request.action === "REACT" || request.action === "UNREACT") {
    const message = thread.messages.find(({ id }) => id === request.payload?.message_id);
    if (!message) throw invalidParameter("Param payload[message_id] must be a message of this thread");
    message.pageReaction = request.action === "REACT" ? (request.payload?.reaction ?? "love") : undefined;
  }
  around.world.emit("changed");
  return { body, did: { kind: "messaged", id: thread.id } };
}

async function attachmentsOf(request: SendRequest, around: Surroundings): Promise<Attachment[]> {
  return request.attachment ? [await attachmentOf(request.attachment, around)] : [];
}

function isHeavy(attachments: Attachment[]): boolean {
  return attachments.some(({ type }) => type === "audio" || type === "video");
}
