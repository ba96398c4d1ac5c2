import type { Words } from "./words.ts";

const reconnect = "Connect the Page again with a new token. What is waiting will leave by itself afterwards.";
const nothingToDo = "Nothing to do: Bacheca tries again by itself.";
const looksItUp =
  "Nothing to do: Bacheca looks on the Page for the post, and sends it again only when it is surely missing.";
const waits = "Nothing to do: posts stay in the queue and go on by themselves when Facebook allows it.";
const renewToken = "Reconnect the Page on the Accounts page before that day, so that no post has to wait.";
const renewAccess =
  "The person who connected the Page must log in to the app with Facebook again before that day.";

const reasons: Words["reasons"] = {
  "token-invalid": { happened: "Facebook no longer accepts the Page's token.", toDo: reconnect },
  "token-expired": { happened: "The Page's token has expired.", toDo: reconnect },
  "token-invalidated": { happened: "Facebook has cancelled the Page's token.", toDo: reconnect },
  "password-changed": {
    happened: "The person who connected the Page changed their password, so the token has ended.",
    toDo: reconnect,
  },
  "login-check-needed": {
    happened: "Facebook wants a security check from the person who connected the Page.",
    toDo: "That person must log in at facebook.com, complete the check, and then connect the Page again.",
  },
  "person-unconfirmed": {
    happened: "The person who connected the Page has not yet confirmed their Facebook profile.",
    toDo: "That person must confirm the profile at facebook.com and then connect the Page again.",
  },
  "app-removed": {
    happened: "The app was removed from the profile of the person who connected the Page.",
    toDo: reconnect,
  },
  "role-lost": {
    happened: "The person who connected the Page no longer has a role on it.",
    toDo: "Give the role back in Settings > Page access, or connect the Page with another person.",
  },
  "session-ended": { happened: "The Facebook login has ended.", toDo: reconnect },
  "code-used": {
    happened: "Facebook's connection code had been used already.",
    toDo: "Start connecting the Page from the beginning.",
  },
  "code-refused": {
    happened:
      "Facebook did not accept the connection code: perhaps too many minutes went by, or the return address is not the one registered in the app.",
    toDo: "Start connecting again. If it happens again, check in the Meta app the return address shown on the Accounts page.",
  },
  "login-cancelled": {
    happened: "Connecting was cancelled in Facebook's window.",
    toDo: 'Nothing has changed. Whenever you like, start again and choose "Continue".',
  },
  "login-refused": {
    happened: "Facebook did not allow the connection.",
    toDo: "Check that the Meta app is in Live mode and that whoever logs in has a role on it, then try again.",
  },
  "no-pages": {
    happened: "Facebook named no Page.",
    toDo: "Start again and tick the Page to connect in Facebook's window. If it is not there, whoever logs in has no role on it, or the Page is in a business portfolio that does not share it with the app.",
  },
  "not-connected": {
    happened: "The Page is not connected yet: nobody has given it a token.",
    toDo: "Connect it on the Accounts page, with Facebook or by pasting a token. What is waiting will go out by itself.",
  },
  "token-of-an-app": {
    happened: "The token is the app's own, which cannot speak for a Page.",
    toDo: "Paste the token of a system user, of a person or of the Page.",
  },
  "page-token-needed": {
    happened: "The token is not the Page's: Facebook publishes only with the token of the Page itself.",
    toDo: "Take the Page's token (not the person's) and enter it in the account's settings.",
  },
  "token-of-a-person": {
    happened: "The token belongs to a person or a system user, not to the Page.",
    toDo: "With that token ask Facebook for the Page's token (/me/accounts) and enter the latter.",
  },
  "token-of-another-page": {
    happened: "The token belongs to another Page or to a person.",
    toDo: "Check the Page's number and enter the token of this Page.",
  },
  "token-of-another-app": {
    happened: "The token was made with another app: posts could not be edited.",
    toDo: "Make the token with the app named in the settings, or correct appId and appSecret.",
  },
  "permission-missing": {
    happened: "A Facebook permission for this operation is missing.",
    toDo: "Connect the Page again and grant every permission asked for (at least pages_manage_posts and pages_read_engagement).",
  },
  "read-permission-missing": {
    happened: "The permission to read the Page's posts is missing.",
    toDo: "Connect the Page again and grant the permission pages_read_engagement too.",
  },
  "task-missing": {
    happened: "The person who connected the Page may not create content on it.",
    toDo: "Give them the Content task in Settings > Page access; posts go on once the Page is connected again.",
  },
  "page-restricted": {
    happened: "Facebook has restricted the Page.",
    toDo: "Open the Page at facebook.com, read the notices about its status and, if it is a mistake, ask for a review.",
  },
  "page-not-found": {
    happened:
      "This token does not see the Page: it does not exist, is not public, or the token is not its own.",
    toDo: "Check the Page's number and that it is published, then connect it again.",
  },
  "page-not-granted": {
    happened: "The permission is there, but not for this Page.",
    toDo: "Connect again and, in Facebook's window, tick this Page too.",
  },
  "capability-missing": {
    happened: "The Facebook app may not use this function.",
    toDo: "Check the app at developers.facebook.com: it must be Live and have access to Pages.",
  },
  "new-page-unsupported": {
    happened: "The Page is one of the new kind, and the role or the token is not enough.",
    toDo: "Somebody with full control of the Page must connect it again.",
  },
  "terms-not-accepted": {
    happened: "The Page's administrator has not yet accepted Facebook's terms for this function.",
    toDo: "The Page's administrator opens Meta Business Suite and accepts the terms shown there.",
  },
  "messaging-permission-missing": {
    happened: "The app may not write messages to people outside it.",
    toDo: "Ask for Advanced Access to pages_messaging for the app at developers.facebook.com.",
  },
  "proof-refused": {
    happened: "Facebook did not accept the proof made with the app's secret, or did not receive one.",
    toDo: "Enter in appSecret the secret of the app the token belongs to (the app's Settings > Basic).",
  },
  "app-limit": { happened: "The app has reached Facebook's limit of calls.", toDo: waits },
  "person-limit": {
    happened: "The person behind the token has reached Facebook's limit of calls.",
    toDo: waits,
  },
  "page-limit": { happened: "The Page has reached Facebook's limit of calls.", toDo: waits },
  "page-limit-near": {
    happened: "The Page has nearly reached Facebook's limit of calls, and Bacheca slows down in time.",
    toDo: waits,
  },
  "posting-limit": {
    happened: "The Page has reached the number of posts Facebook allows for now.",
    toDo: "Posts go on by themselves. If it happens often, set a daily cap or the digest.",
  },
  "request-limit": { happened: "Facebook asks for a pause between calls.", toDo: waits },
  "thread-limit": {
    happened: "Too many messages in one conversation in a short time.",
    toDo: "Nothing to do: the reply leaves by itself after the pause.",
  },
  "posting-too-fast": {
    happened: "Facebook finds the posting too fast and has blocked it for a while.",
    toDo: "Posts wait for a day. Meanwhile set a minimum gap between posts and a daily cap.",
  },
  "blocked-for-abuse": {
    happened: "Facebook has blocked this operation because it holds it to be against its rules.",
    toDo: "Open the Page at facebook.com, read the notices about its status and ask for a review; posts wait for a day.",
  },
  "invalid-parameter": {
    happened: "Facebook refused the content of the request.",
    toDo: "Look at the text and the link of this item, correct them and try again; the detail says what is wrong.",
  },
  "edit-not-allowed": {
    happened: "Facebook does not let this app edit or remove this post.",
    toDo: "Edit or remove the post by hand on Facebook: another app or a person made it.",
  },
  "object-missing": {
    happened: "This object is no longer on Facebook, or this token does not see it.",
    toDo: "Check on the Page; if it was removed by hand, nothing else is needed.",
  },
  "person-unreachable": {
    happened: "This person cannot receive messages from the Page.",
    toDo: "Answer by another way if you know one; otherwise close the conversation.",
  },
  "outside-window": {
    happened: "The time in which Facebook allows an answer has passed.",
    toDo: "Wait until the person writes again, or answer from the inbox of Meta Business Suite.",
  },
  "message-unavailable": {
    happened: "The message was deleted or is too old, or the function is restricted.",
    toDo: "Open the conversation in the inbox of Meta Business Suite and answer there.",
  },
  "attachment-unusable": {
    happened: "Facebook could not use the attachment.",
    toDo: "Check that the file opens and is not too large, then try again.",
  },
  "image-unusable": {
    happened: "Facebook could not use the image.",
    toDo: "Use a smaller JPEG or PNG image and try again.",
  },
  "video-unusable": {
    happened: "Facebook could not use the video.",
    toDo: "Check the length, size and format of the video, then try again.",
  },
  "upload-interrupted": {
    happened: "Sending the video to Facebook was interrupted.",
    toDo: "Nothing to do: Bacheca goes on from where it was. If it lasts, check the server's line.",
  },
  "upload-address-strange": {
    happened: "Facebook named an unexpected address for the video; Bacheca sent nothing there.",
    toDo: "The detail says which. If it is Meta's, write it into uploadUrl in the account's settings and send the post again.",
  },
  "media-not-prepared": {
    happened: "The pictures or the video of this post are no longer at hand.",
    toDo: "Look on the Page whether the post is there; if not, send it again: Bacheca prepares them anew.",
  },
  "story-stays": {
    happened: "Facebook does not let programs edit or remove a story.",
    toDo: "Nothing to do: the story disappears by itself after 24 hours. If it is urgent, remove it by hand on Facebook.",
  },
  "feature-unavailable": {
    happened: "This function is not available for the Page.",
    toDo: "Some functions need at least 100 followers or a setting of the Page: check them on Facebook.",
  },
  "conversation-elsewhere": {
    happened: "Another app holds the conversation.",
    toDo: "Answer from the inbox of Meta Business Suite, or have the other app release the conversation.",
  },
  "text-empty": {
    happened: "There is nothing written in the answer.",
    toDo: "Write something and send it again.",
  },
  "text-too-long": {
    happened: "The answer is too long for Facebook, and Bacheca does not cut your words.",
    toDo: "Shorten it, or divide it into two messages, and send it again.",
  },
  "answer-permission-missing": {
    happened: "The permission to answer and moderate comments is missing.",
    toDo: "Connect the Page again, granting pages_manage_engagement and pages_read_user_content too, with a person who may moderate.",
  },
  "human-answer-not-granted": {
    happened:
      "More than 24 hours have passed, and the app lacks the Human Agent feature for answering later.",
    toDo: "Answer from the inbox of Meta Business Suite, or ask for the Human Agent feature on developers.facebook.com.",
  },
  "answer-refused": {
    happened: "Facebook did not accept this answer.",
    toDo: "Look at the text and try again; if it does not pass, answer from the inbox of Meta Business Suite. The detail holds Facebook's words.",
  },
  "private-reply-closed": {
    happened:
      "This comment can no longer be answered privately: Facebook allows it once, within 7 days, and never to another Page.",
    toDo: "Answer below the comment, without personal data, and invite the person to write to the Page.",
  },
  "hide-not-allowed": {
    happened: "Facebook does not let this comment be hidden, for instance because it is the Page's own.",
    toDo: "If it must not stay, delete it.",
  },
  "insights-permission-missing": {
    happened: "The permission to read the Page's figures is missing.",
    toDo: "Connect the Page again, granting read_insights too, with a person who may see the figures.",
  },
  "answer-uncertain": {
    happened: "Facebook has not confirmed whether the answer arrived.",
    toDo: "Nothing to do: Bacheca looks whether the answer is there, and sends it again only when it is surely missing.",
  },
  "callback-not-verified": {
    happened: "Facebook tried the address it is to send events to, and did not get the answer it expects.",
    toDo: "Check that Bacheca's public address opens from outside, over https and with a valid certificate; then Bacheca tries again by itself.",
  },
  "link-not-readable": {
    happened: "Facebook could not read the page of the link to make its preview.",
    toDo: "Bacheca tries again by itself. If it goes on, check that Bacheca's public address opens from outside.",
  },
  "already-there": {
    happened: "Facebook says it has this post already.",
    toDo: "Nothing to do: Bacheca looks for the post on the Page and notes it.",
  },
  "not-visible-yet": {
    happened: "The post may be there, but Facebook does not show it yet.",
    toDo: looksItUp,
  },
  "facebook-unsure": {
    happened: "Facebook had a fault and did not say whether the post went out.",
    toDo: looksItUp,
  },
  "unknown-code": {
    happened: "Facebook answered with an error Bacheca does not know.",
    toDo: `${looksItUp} If it happens again, send the detail to those who look after Bacheca.`,
  },
  "server-error": { happened: "Facebook's servers answered with a fault.", toDo: looksItUp },
  "answer-not-readable": {
    happened: "An answer came that does not look like Facebook's.",
    toDo: `${looksItUp} If it goes on, check that no proxy or firewall changes the traffic to Facebook.`,
  },
  "answer-without-id": {
    happened: "Facebook said yes, but without the number of the post.",
    toDo: looksItUp,
  },
  "answer-lost": {
    happened: "The request left, but no answer arrived.",
    toDo: looksItUp,
  },
  "name-not-found": {
    happened: "The name of Facebook's server cannot be found.",
    toDo: `${nothingToDo} If it lasts, check the network and the DNS of the server.`,
  },
  unreachable: {
    happened: "Facebook cannot be reached from this server.",
    toDo: `${nothingToDo} If it lasts, check the network and the firewall toward graph.facebook.com.`,
  },
  "private-address": {
    happened: "Facebook's address leads into an internal network, where Bacheca does not go.",
    toDo: "Check the DNS and graphUrl. Only for practice set allowPrivateAddress: true.",
  },
  "tls-refused": {
    happened: "The certificate of whoever answers for Facebook is not valid.",
    toDo: "Check the server's clock and whether a proxy opens encrypted traffic.",
  },
  "address-wrong": {
    happened: "The address for calls to Facebook is written wrongly.",
    toDo: "Correct graphUrl in the account's settings (normally https://graph.facebook.com).",
  },
  "search-incomplete": {
    happened: "What the Page shows could not be read to its end, to look for our post or answer.",
    toDo: "Look whether it is there, and tell Bacheca what you found.",
  },
  "story-past": {
    happened:
      "More than a day has passed: if the story appeared, it is gone by itself and can no longer be looked for.",
    toDo: "If you saw it, or it is no longer needed, dismiss it; otherwise send it again.",
  },
  "app-not-configured": {
    happened: "Without appId and appSecret the token's permissions and expiry cannot be checked.",
    toDo: "Enter them in the account's settings (they are in the app's Settings > Basic).",
  },
  "app-credentials-wrong": {
    happened: "Facebook does not accept the app's number or secret.",
    toDo: "Copy appId and appSecret again from the app's Settings > Basic at developers.facebook.com.",
  },
  "token-expires-within-30-days": {
    happened: "The Page's token expires within 30 days.",
    toDo: renewToken,
  },
  "token-expires-within-10-days": {
    happened: "The Page's token expires within 10 days.",
    toDo: renewToken,
  },
  "token-expires-within-3-days": {
    happened: "The Page's token expires within 3 days.",
    toDo: renewToken,
  },
  "data-access-expired": {
    happened: "The access to data granted to the app has expired: comments and names cannot be read.",
    toDo: "The person who connected the Page must log in to the app with Facebook again.",
  },
  "data-access-expires-within-30-days": {
    happened: "The access to data granted to the app expires within 30 days.",
    toDo: renewAccess,
  },
  "data-access-expires-within-10-days": {
    happened: "The access to data granted to the app expires within 10 days.",
    toDo: renewAccess,
  },
  "data-access-expires-within-3-days": {
    happened: "The access to data granted to the app expires within 3 days.",
    toDo: renewAccess,
  },
  "version-expired": {
    happened: "Facebook answers with another version: the one asked for no longer exists.",
    toDo: "Upgrade Bacheca, or graphVersion in the settings if you wrote it yourselves.",
  },
  "clock-off": {
    happened: "The server's clock does not agree with Facebook's.",
    toDo: "Switch on time synchronisation (NTP) on the server.",
  },
};

export const en: Words = {
  reasons,
  general: {
    happened: "Facebook did not accept the operation, for a reason this release does not know.",
    toDo: "Look at the detail of the attempt and at the Page; if it stays unclear, write to those who look after Bacheca.",
  },
};
