import type { OperationTable } from "./operation.ts";
import { blockPeople, listBlocked, moderateConversations, unblockPerson } from "./operations/blocked.ts";
import { listConversations, listMessages, readMessageNode, readThread } from "./operations/conversations.ts";
import { uploadAttachment } from "./operations/message-attachments.ts";
import { clearProfile, readProfile, writeProfile } from "./operations/messenger-profile.ts";
import { editComment, listReplies, readComment, removeComment, reply } from "./operations/one-comment.ts";
import { listVisitors } from "./operations/page.ts";
import { readCitizen } from "./operations/person.ts";
import { commentOnPost, listComments } from "./operations/post-comments.ts";
import { like, listLikes, listReactions, unlike } from "./operations/reactions.ts";
import { sendMessage } from "./operations/send-message.ts";
import { listSubscribedApps, subscribePage, unsubscribePage } from "./operations/subscribed-apps.ts";
import { listSubscriptions, subscribeApp, unsubscribeApp } from "./operations/subscriptions.ts";
import {
  listReceivers,
  passControl,
  readOwner,
  releaseControl,
  requestControl,
  takeControl,
} from "./operations/thread-control.ts";

/** What people do around a Page, and what a Page does with people: more rows of the table in operations.ts. */
export const PEOPLE_ON_PAGE: OperationTable<"page"> = {
  "GET visitor_posts": (call, { page }, around) => listVisitors(call, page, around, "on the Page"),
  "GET tagged": (call, { page }, around) => listVisitors(call, page, around, "mentioning it"),
  "GET conversations": (call, { page }, around) => listConversations(call, page, around),
  "POST messages": (call, { page }, around) => sendMessage(call, page, around),
  "POST message_attachments": (call, { page }, around) => uploadAttachment(call, page, around),
  "GET messenger_profile": (call, { page }, around) => readProfile(call, page, around),
  "POST messenger_profile": (call, { page }, around) => writeProfile(call, page, around),
  "DELETE messenger_profile": (call, { page }, around) => clearProfile(call, page, around),
  "POST pass_thread_control": (call, { page }, around) => passControl(call, page, around),
  "POST take_thread_control": (call, { page }, around) => takeControl(call, page, around),
  "POST request_thread_control": (call, { page }, around) => requestControl(call, page, around),
  "POST release_thread_control": (call, { page }, around) => releaseControl(call, page, around),
  "GET thread_owner": (call, { page }, around) => readOwner(call, page, around),
  "GET secondary_receivers": (call, { page }, around) => listReceivers(call, page, around),
  "GET blocked": (call, { page }, around) => listBlocked(call, page, around),
  "POST blocked": (call, { page }, around) => blockPeople(call, page, around),
  "DELETE blocked": (call, { page }, around) => unblockPerson(call, page, around),
  "POST moderate_conversations": (call, { page }, around) => moderateConversations(call, page, around),
  "GET subscribed_apps": (call, { page }, around) => listSubscribedApps(call, page, around),
  "POST subscribed_apps": (call, { page }, around) => subscribePage(call, page, around),
  "DELETE subscribed_apps": (call, { page }, around) => unsubscribePage(call, page, around),
};

export const PEOPLE_ON_POST: OperationTable<"post"> = {
  "GET comments": (call, { post, page }, around) => listComments(call, post, page, around),
  "POST comments": (call, { post, page }, around) => commentOnPost(call, post, page, around),
  "GET reactions": (call, { post, page }, around) => listReactions(call, post, page, around),
  "GET likes": (call, { post, page }, around) => listLikes(call, post, page, around),
  "POST likes": (call, { post, page }, around) =>
    like(call, { pageId: page.id, postId: post.id }, page, around),
  "DELETE likes": (call, { post, page }, around) =>
    unlike(call, { pageId: page.id, postId: post.id }, page, around),
};

export const COMMENT: OperationTable<"comment"> = {
  "GET ": (call, { comment, page }, around) => readComment(call, comment, page, around),
  "POST ": (call, { comment, page }, around) => editComment(call, comment, page, around),
  "DELETE ": (call, { comment, page }, around) => removeComment(call, comment, page, around),
  "GET comments": (call, { comment, page }, around) => listReplies(call, comment, page, around),
  "POST comments": (call, { comment, page }, around) => reply(call, comment, page, around),
  "GET reactions": (call, { comment, page }, around) => listReactions(call, comment, page, around),
  "GET likes": (call, { comment, page }, around) => listLikes(call, comment, page, around),
  "POST likes": (call, { comment, page }, around) => like(call, comment, page, around),
  "DELETE likes": (call, { comment, page }, around) => unlike(call, comment, page, around),
};

export const PERSON: OperationTable<"person"> = {
  "GET ": (call, { person, page }, around) => readCitizen(call, person, page, around),
};

export const APP: OperationTable<"app"> = {
  "GET subscriptions": (call, { app }, around) => listSubscriptions(call, app, around),
  "POST subscriptions": (call, { app }, around) => subscribeApp(call, app, around),
  "DELETE subscriptions": (call, { app }, around) => unsubscribeApp(call, app, around),
};

export const THREAD: OperationTable<"thread"> = {
  "GET ": (call, { thread, page }, around) => readThread(call, thread, page, around),
  "GET messages": (call, { thread, page }, around) => listMessages(call, thread, page, around),
};

export const MESSAGE: OperationTable<"message"> = {
  "GET ": (call, { message, thread, page }, around) => readMessageNode(call, message, thread, page, around),
};
