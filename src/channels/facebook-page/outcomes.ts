import { z } from "zod";
import type { HttpFault } from "../../platform/http-client.ts";
import type { Amendment, Finding, Outcome } from "../channel.ts";
import { type ErrorMeaning, meaningOf } from "./error-table.ts";
import type { GraphFailure } from "./graph.ts";
import type { FacebookReason } from "./reasons.ts";

/**
 * A failure in our own terms, the same for every kind of call. The three functions below then say what it comes to for
 * a call that must not be repeated (publish), one that changes nothing (find) and one that may be repeated (amend).
 */
interface Reading extends ErrorMeaning {
  detail: string;
  notBefore?: Date;
}

type NoFinding = Extract<Finding, { kind: "no-answer" }>;

/**
 * What a failed publishing call came to. Total: every failure has an outcome. Whatever may have left a post on the Page
 * is `unknown`; only what Facebook surely refused, or what never reached it, may be sent again.
 */
export function publishingOutcome(failure: GraphFailure, now: Date): Outcome {
  const { class: errorClass, reason, detail, notBefore } = readFailure(failure, now);
  switch (errorClass) {
    case "later":
      return { kind: "retry", reason, detail, scope: scopeOf(failure), notBefore };
    case "limit":
      return { kind: "retry", reason, detail, scope: "account", notBefore };
    case "login":
    case "permission":
      return { kind: "reconnect", reason, detail };
    case "permanent":
      return { kind: "refused", reason, detail };
    case "missing":
      // The new post is read back in the same call (`fields`), and reads lag: 100/33 is seen right after a success.
      return { kind: "unknown", reason: "not-visible-yet" satisfies FacebookReason, detail };
    case "duplicate":
    case "uncertain":
      return { kind: "unknown", reason, detail };
  }
}

/** What a failed search came to: it never says anything about the post. */
export function findingOfFailure(failure: GraphFailure, now: Date): NoFinding {
  const { class: errorClass, reason, detail, notBefore } = readFailure(failure, now);
  // The Page itself is what was asked for, so "not there" means that this token does not see its own Page.
  if (errorClass === "missing") return noFinding("page-not-found", detail, { reconnect: true });
  const reconnect = errorClass === "login" || errorClass === "permission";
  return { kind: "no-answer", reason, detail, notBefore, reconnect };
}

/** A search that could not be brought to its end, for a reason of ours. */
export function noFinding(
  reason: FacebookReason,
  detail: string,
  { reconnect = false }: { reconnect?: boolean } = {},
): NoFinding {
  return { kind: "no-answer", reason, detail, reconnect };
}

/** What a failed edit or removal came to. Both have the same effect when repeated, so doubt is no obstacle here. */
export function amendmentOfFailure(failure: GraphFailure, now: Date): Amendment {
  const { class: errorClass, reason, detail, notBefore } = readFailure(failure, now);
  // Facebook answers a plain 200 to an app that touches another app's post (section 9). That concerns this one post;
  // a permission that is really gone shows itself at the next publication.
  if (failure.kind === "error" && failure.error.code === 200 && failure.error.subcode === undefined) {
    return { kind: "refused", reason: "edit-not-allowed" satisfies FacebookReason, detail };
  }
  switch (errorClass) {
    case "later":
    case "limit":
    case "uncertain":
      return { kind: "retry", reason, detail, notBefore };
    case "login":
    case "permission":
      return { kind: "reconnect", reason, detail };
    case "permanent":
    case "duplicate":
      return { kind: "refused", reason, detail };
    case "missing":
      return { kind: "gone" };
  }
}

const success = z.union([
  // Some of Facebook's samples print the word as a string (section 2), and some edges answer a bare `true`.
  z.object({ success: z.union([z.literal(true), z.literal("true")]) }),
  z.literal(true),
]);

/** What an answer without an error came to. Anything but a clear yes is asked for again; that changes nothing. */
export function amendmentOfAnswer(body: unknown): Amendment {
  if (success.safeParse(body).success) return { kind: "done" };
  return { kind: "retry", reason: "answer-not-readable" satisfies FacebookReason, detail: "HTTP 2xx" };
}

/** Trouble with the post's own link holds up this post; a network that cannot be reached holds up them all. */
function scopeOf(failure: GraphFailure): "publication" | "account" {
  return failure.kind === "error" ? "publication" : "account";
}

/** The reason and class of any failure, with the moment the account may go on where one is known. */
export function readFailure(failure: GraphFailure, now: Date): Reading {
  switch (failure.kind) {
    case "error": {
      const meaning = meaningOf(failure.error);
      return { ...meaning, detail: failure.detail, notBefore: pauseOf(failure, meaning, now) };
    }
    case "unreadable": {
      // Without JSON the status is all we have, and it only chooses the words: a proxy's 502 may hide a success.
      const reason = failure.httpStatus >= 500 ? "server-error" : "answer-not-readable";
      return { class: "uncertain", reason, detail: failure.detail };
    }
    case "no-answer":
      return failure.sent
        ? { class: "uncertain", reason: "answer-lost", detail: failure.detail }
        : { class: "later", reason: unsentReasons[failure.fault], detail: failure.detail };
  }
}

function pauseOf(
  failure: Extract<GraphFailure, { kind: "error" }>,
  meaning: ErrorMeaning,
  now: Date,
): Date | undefined {
  if (meaning.class !== "limit") return undefined;
  if (failure.usage.pauseUntil) return failure.usage.pauseUntil;
  return meaning.pauseMinutes === undefined
    ? undefined
    : new Date(now.getTime() + meaning.pauseMinutes * 60_000);
}

/** Words for calls of which surely no byte arrived. */
const unsentReasons: Record<HttpFault, FacebookReason> = {
  "name-not-found": "name-not-found",
  unreachable: "unreachable",
  "private-address": "private-address",
  tls: "tls-refused",
  timeout: "unreachable",
  "bad-address": "address-wrong",
  // These three need an answer, so they come with `sent: true`; the words are for a client that says otherwise.
  "too-large": "unreachable",
  "too-many-redirects": "unreachable",
  "cut-off": "unreachable",
};
