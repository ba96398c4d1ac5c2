import type { OperationTable } from "./operation.ts";
import { editComment, listReplies, readComment, removeComment, reply } from "./operations/one-comment.ts";
import { listVisitors } from "./operations/page.ts";
import { readCitizen } from "./operations/person.ts";
import { commentOnPost, listComments } from "./operations/post-comments.ts";
import { like, listLikes, listReactions, unlike } from "./operations/reactions.ts";
import { listSubscribedApps, subscribePage, unsubscribePage } from "./operations/subscribed-apps.ts";
import { listSubscriptions, subscribeApp, unsubscribeApp } from "./operations/subscriptions.ts";

/** What people do around a Page, and what a Page does with people: more rows of the table in operations.ts. */
export const PEOPLE_ON_PAGE: OperationTable<"page"> = {
  "GET visitor_posts": (call, { page }, around) => listVisitors(call, page, around, "on the Page"),
  "GET tagged": (call, { page }, around) => listVisitors(call, page, around, "mentioning it"),
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
