import { enHooks } from "./en-hooks.ts";
import type { Words } from "./words.ts";

export const enProblems: Words["problems"] = {
  "no-such-page": {
    title: "Page not found",
    detail: "There is nothing at this address. Check how it is written.",
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
  "desk-only-here": {
    title: "The desk opens on this computer only",
    detail:
      "No password is set. To open it from elsewhere too, set BACHECA_DESK_PASSWORD (at least 12 characters) and restart Bacheca.",
  },
  "desk-without-password": {
    title: "The desk stays closed: it has no password",
    detail:
      "Bacheca has a public address (BACHECA_PUBLIC_URL), so the desk opens with a password only. Set BACHECA_DESK_PASSWORD (at least 12 characters) and restart Bacheca.",
  },
  "desk-password": {
    title: "The desk's password is needed",
    detail: "Type any name and the password set with BACHECA_DESK_PASSWORD.",
  },
  "desk-too-many-tries": {
    title: "Too many tries",
    detail: "Too many wrong passwords come from this address. Wait a few seconds and try again.",
  },
  "metrics-only-here": {
    title: "Metrics are read on this computer only",
    detail: "From elsewhere the desk's password is needed (BACHECA_DESK_PASSWORD).",
  },
  "foreign-form": {
    title: "Request not accepted",
    detail: "The command does not come from a page of Bacheca. Go back to the Today page and try from there.",
  },
  ...enHooks,
};
