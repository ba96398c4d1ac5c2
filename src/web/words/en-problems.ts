import { enHooks } from "./en-hooks.ts";
import type { Words } from "./words.ts";

export const enProblems: Words["problems"] = {
  "no-such-page": {
    title: "Page not found",
    detail: "There is nothing at this address. Check how it is written.",
  },
  "no-such-host": {
    title: "This name leads to no authority",
    detail:
      "The name in the address belongs to no authority of this noticeboard. Check that it is spelt right.",
  },
  "no-such-link": {
    title: "This link leads to no item",
    detail:
      "Perhaps the address was copied in part, or the item was taken down. The portal of the authority has the current ones.",
  },
  "no-such-address": { title: "No such address", detail: "The API has no such address." },
  "body-too-large": {
    title: "Too large",
    detail: "The request is over the limit. Split it into several, each with an Idempotency-Key of its own.",
  },
  "wrong-media-type": {
    title: "Content type not accepted",
    detail: "Send JSON with Content-Type: application/json.",
  },
  "not-json": { title: "JSON not readable", detail: "The body of the request is empty or not valid JSON." },
  "bad-request": { title: "Request not valid", detail: "The request is written in a way that is not valid." },
  "database-away": {
    title: "One moment, please",
    detail:
      "The database does not answer. Bacheca recovers by itself once it is back: try again in a few seconds.",
  },
  "our-fault": {
    title: "Something did not work",
    detail: "This is an error of Bacheca's own, noted in its logs. Nothing that was recorded has been lost.",
  },
  "too-many-requests": {
    title: "Too many requests",
    detail: "Slow down: the Retry-After header says how many seconds to wait.",
  },
  "key-missing": {
    title: "The key is missing",
    detail: "Send the authority's key in the header Authorization: Bearer bch_…",
  },
  "key-unknown": {
    title: "Key not valid",
    detail: "The key is not known or was revoked. Make one with: bacheca api-key create AUTHORITY NAME.",
  },
  "no-such-authority": {
    title: "Authority not found",
    detail: "No authority of this name can be reached with this key.",
  },
  "idempotency-key-missing": {
    title: "Idempotency-Key is missing",
    detail:
      "Every push carries an Idempotency-Key header that you choose (a UUID, say). Repeating the same push with the same key publishes nothing twice.",
  },
  "idempotency-key-too-long": {
    title: "Idempotency-Key not valid",
    detail: "The key has 1 to 200 visible ASCII characters.",
  },
  "idempotency-key-reused": {
    title: "Idempotency-Key already used",
    detail: "This key has served for a different push. Use a new key for a new push.",
  },
  "invalid-items": {
    title: "Items not valid",
    detail: "Nothing was recorded. The list faults says, place by place, what to correct.",
  },
  "unknown-source": {
    title: "Source not found",
    detail: "The authority has no push source of this name.",
  },
  "source-stopped": {
    title: "Source stopped",
    detail: "The authority has stopped this source; it takes no items.",
  },
  "desk-needs-https": {
    title: "The desk opens by https only",
    detail:
      "Passwords do not travel in the clear. From elsewhere the desk opens at an https address: whoever runs Bacheca sets it with BACHECA_PUBLIC_URL and restarts. From this computer it opens at 127.0.0.1.",
  },
  "not-your-role": {
    title: "Your role does not allow it",
    detail:
      "This page, or this command, belongs to another role. If you need it, ask whoever administers the desk of your authority to give it to you.",
  },
  "link-over": {
    title: "This link does not count any more",
    detail:
      "A link of this kind counts once and for a short time; a new one ends the one before. Ask whoever gave it to you for another. If you have used it, sign in with e-mail address and password.",
  },
  "metrics-only-here": {
    title: "Metrics are read on this computer only",
    detail: "From elsewhere a password is needed: set BACHECA_METRICS_PASSWORD and restart.",
  },
  "metrics-password": {
    title: "The password of the metrics is needed",
    detail: "Send any name and the password set with BACHECA_METRICS_PASSWORD.",
  },
  "foreign-form": {
    title: "Request not accepted",
    detail: "The command does not come from a page of Bacheca. Go back to the Today page and try from there.",
  },
  ...enHooks,
};
