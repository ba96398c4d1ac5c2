import { z } from "zod";
import type { HttpFault } from "../../platform/http-client.ts";
import type { Amendment, Finding, Outcome, Staging } from "../channel.ts";
import { type ErrorMeaning, meaningOf } from "./error-table.ts";
import type { GraphFailure } from "./graph-answer.ts";
import type { FacebookReason } from "./reasons.ts";

/**
 * A failure in our own terms, the same for every kind of call. The functions below then say what it comes to for a call
 * that must not be repeated (publish), for those that may be (stage, amend) and for one that changes nothing (find).
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

/**
 * What the failed last step of a staged post came to. A plain "invalid parameter" about media that were good a moment ago
 * is what Facebook says when they are in use already (section 25 leaves it open), so the post is looked for.
 */
export function lastStepOutcome(failure: GraphFailure, now: Date): Outcome {
  const isPlain100 =
    failure.kind === "error" && failure.error.code === 100 && meaningOf(failure.error).class === "permanent";
  if (isPlain100)
    return { kind: "unknown", reason: "already-there" satisfies FacebookReason, detail: failure.detail };
  return publishingOutcome(failure, now);
}

/**
 * What a failed step of bringing media to Facebook came to. Nobody sees these, and what is forgotten there vanishes by
 * itself (section 6), so an uncertain end is just tried again.
 */
export function stagingOfFailure(failure: GraphFailure, now: Date): Exclude<Staging, { kind: "staged" }> {
  const { class: errorClass, reason, detail, notBefore } = readFailure(failure, now);
  switch (errorClass) {
    case "later":
      return { kind: "retry", reason, detail, scope: scopeOf(failure), notBefore };
    case "limit":
      return { kind: "retry", reason, detail, scope: "account", notBefore };
    case "duplicate":
    case "uncertain":
      return { kind: "retry", reason, detail, scope: "publication" };
    case "login":
    case "permission":
      return { kind: "reconnect", reason, detail };
    case "permanent":
      return { kind: "refused", reason, detail };
    case "missing":
      // The Page's own edge was written to, so this token does not see its Page.
      return { kind: "reconnect", reason: "page-not-found" satisfies FacebookReason, detail };
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

/** No call edits or deletes a story; it goes by itself after a day (section 7.3). */
export const storyStays = {
  kind: "refused",
  reason: "story-stays" satisfies FacebookReason,
  detail: "",
} as const;

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

/** Trouble with one post or answer (its link, its text) holds up that one; a network that cannot be reached, them all. */
export function scopeOf(failure: GraphFailure): "publication" | "account" {
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
    case "upload-error":
      // Only bringing a film asks what this means (bring-film.ts); as an answer to anything else it says nothing.
      return { class: "uncertain", reason: "answer-not-readable", detail: failure.detail };
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
