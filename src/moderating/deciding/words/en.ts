import type { NoticeWords } from "./words.ts";

export const en: NoticeWords = {
  hide: "{authority}: we have hidden your comment. You still see it, others do not.",
  privacy:
    "{authority}: to protect you we have hidden your comment, which showed personal data to everybody. You can write it again without them, or write to us here in private.",
  delete: "{authority}: your comment is being deleted. We keep a copy as evidence.",
  warn: "{authority}: what you wrote does not keep our rules of conversation. This is a warning: if it happens again, we may block your profile for a time.",
  block: "{authority}: until {ends} your profile cannot write on our Page.",
  unhide: "{authority}: we have looked at the decision again, and your comment is visible again.",
  rule: "Rule {number} (version {version}): {text}",
  reason: "Reason: {reason}",
  byPerson: "A person of our office decided this.",
  byItself: "This decision is automatic.",
  review:
    "If you disagree you can ask until {until} for another person to review it: {address} (code {code})",
  reviewInPublic: "If you disagree, write to us in private until {until}: another person will review it.",
  contacts: "Telephone: {telephone}",
};
