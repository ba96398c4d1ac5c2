import { z } from "zod";
import type { HealthCheck } from "../channel.ts";
import { meaningOf } from "./error-table.ts";
import type { GraphResult } from "./graph.ts";
import { readFailure } from "./outcomes.ts";
import type { FacebookReason } from "./reasons.ts";
import type { FacebookPageSettings } from "./settings.ts";

/** What Facebook said about a token (`debug_token`, graph-api.md section 3.4). Moments are unix seconds, 0 = never. */
const tokenFacts = z.object({
  data: z.object({
    is_valid: z.boolean(),
    error: z
      .object({ code: z.number(), subcode: z.number().optional().catch(undefined) })
      .optional()
      .catch(undefined),
    // Meta's own samples print it now as a number, now as a string.
    app_id: z.union([z.string(), z.number().transform(String)]).optional(),
    type: z.string().catch(""),
    profile_id: z.string().optional().catch(undefined),
    user_id: z.string().optional().catch(undefined),
    expires_at: z.number().catch(0),
    data_access_expires_at: z.number().catch(0),
    scopes: z.array(z.string()).catch([]),
    granular_scopes: z
      .array(z.object({ scope: z.string(), target_ids: z.array(z.string()).optional() }))
      .catch([]),
  }),
});
export type TokenFacts = z.output<typeof tokenFacts>["data"];

/** Of the answer to `debug_token`; undefined where it is not one. */
export function readTokenFacts(body: unknown): TokenFacts | undefined {
  return tokenFacts.safeParse(body).data?.data;
}

const identity = z.object({ id: z.string(), name: z.string().catch("") });

/**
 * Whose token it is: of this Page, of another, of a person? The Page's own token answers `/me` with the Page. A Page
 * managed through a portfolio may leave us with its manager's token, which looks healthy and fails at every post.
 */
export function pageCheck(
  me: GraphResult,
  facts: TokenFacts | undefined,
  settings: FacebookPageSettings,
  now: Date,
): HealthCheck {
  const name = "page";
  if (me.kind !== "answer") {
    const { class: errorClass, reason, detail } = readFailure(me, now);
    const passing = errorClass === "limit" || errorClass === "later" || errorClass === "uncertain";
    return { name, state: passing ? "warning" : "fault", reason, detail };
  }
  const read = identity.safeParse(me.body);
  if (!read.success) return fault(name, "answer-not-readable", "/me");
  const { id, name: title } = read.data;
  if (id === settings.pageId) return { name, state: "ok", detail: `${title} (${id})` };
  const ofPerson = facts ? facts.type === "USER" || facts.type === "SYSTEM_USER" : false;
  return fault(name, ofPerson ? "token-of-a-person" : "token-of-another-page", `${id} ≠ ${settings.pageId}`);
}

/** What `debug_token` tells: validity, app, permissions, both expiries. */
export function tokenChecks(facts: TokenFacts, settings: FacebookPageSettings, now: Date): HealthCheck[] {
  if (!facts.is_valid) {
    const { code, subcode } = facts.error ?? { code: 190 };
    const { reason } = meaningOf({ code, subcode });
    return [fault("token", reason, `Graph ${subcode === undefined ? code : `${code}/${subcode}`}`)];
  }
  return [
    appCheck(facts, settings),
    permissionCheck(facts, settings.pageId),
    expiryCheck("expiry", facts.expires_at, now, expiryReasons),
    expiryCheck("data-access", facts.data_access_expires_at, now, dataAccessReasons),
  ];
}

/** A token of another app passes until the first edit, and never with a proof made from our app's secret. */
function appCheck(facts: TokenFacts, settings: FacebookPageSettings): HealthCheck {
  if (facts.app_id === undefined || facts.app_id === settings.appId) {
    return { name: "token", state: "ok", detail: facts.type };
  }
  return fault("token", "token-of-another-app", `${facts.app_id} ≠ ${settings.appId}`);
}

/** Section 4: publishing, and reading one's own posts, without which an uncertain outcome could not be looked up. */
const neededPermissions = ["pages_manage_posts", "pages_read_engagement"] as const;
/** Listed as needed too, but only listing Pages fails without it. */
const listingPermission = "pages_show_list";

function permissionCheck(facts: TokenFacts, pageId: string): HealthCheck {
  const name = "permissions";
  const missing = neededPermissions.filter((needed) => !facts.scopes.includes(needed));
  if (missing.length > 0) return fault(name, "permission-missing", missing.join(", "));
  // A permission without target_ids holds for every Page; with them, only for those the person ticked.
  const elsewhere = facts.granular_scopes.filter(
    ({ scope, target_ids }) =>
      neededPermissions.some((needed) => needed === scope) && target_ids && !target_ids.includes(pageId),
  );
  if (elsewhere.length > 0) {
    return fault(name, "page-not-granted", elsewhere.map(({ scope }) => scope).join(", "));
  }
  if (!facts.scopes.includes(listingPermission)) {
    return warning(name, "permission-missing", listingPermission);
  }
  return { name, state: "ok", detail: [...neededPermissions, listingPermission].join(", ") };
}

/** Each stage has its own reason, so that people are told once at each: 30, 10 and 3 days ahead. */
interface ExpiryReasons {
  expired: { state: "warning" | "fault"; reason: FacebookReason };
  stages: readonly (readonly [daysLeft: number, reason: FacebookReason])[];
}

const expiryReasons: ExpiryReasons = {
  expired: { state: "fault", reason: "token-expired" },
  stages: [
    [3, "token-expires-within-3-days"],
    [10, "token-expires-within-10-days"],
    [30, "token-expires-within-30-days"],
  ],
};

const dataAccessReasons: ExpiryReasons = {
  // The token stays alive and posts pass; reading people's data fails (section 3.4).
  expired: { state: "warning", reason: "data-access-expired" },
  stages: [
    [3, "data-access-expires-within-3-days"],
    [10, "data-access-expires-within-10-days"],
    [30, "data-access-expires-within-30-days"],
  ],
};

const dayMs = 86_400_000;

function expiryCheck(name: string, unixSeconds: number, now: Date, reasons: ExpiryReasons): HealthCheck {
  if (unixSeconds <= 0) return { name, state: "ok", detail: "∞" };
  const at = new Date(Math.min(unixSeconds * 1000, 8.64e15));
  const leftMs = at.getTime() - now.getTime();
  const detail = at.toISOString();
  if (leftMs <= 0) return { name, ...reasons.expired, detail };
  const stage = reasons.stages.find(([days]) => leftMs <= days * dayMs);
  return stage ? warning(name, stage[1], detail) : { name, state: "ok", detail };
}

/** Half of the margin with which posts are searched by their time (find-published.ts). */
const clockOffMaxMs = 30_000;

/** Our clock against Facebook's; undefined where no answer told theirs. */
export function clockCheck(answers: readonly GraphResult[], now: Date): HealthCheck | undefined {
  const answer = answers.find((result) => result.kind === "answer");
  if (answer?.kind !== "answer" || !answer.answeredAt) return undefined;
  const aheadMs = now.getTime() - answer.answeredAt.getTime();
  const seconds = Math.round(aheadMs / 1000);
  const detail = `${seconds > 0 ? "+" : ""}${seconds} s`;
  return Math.abs(aheadMs) > clockOffMaxMs
    ? warning("clock", "clock-off", detail)
    : { name: "clock", state: "ok", detail };
}

/** An expired version is not refused: a newer one answers in its place (section 1). */
export function versionCheck(answers: readonly GraphResult[], asked: string): HealthCheck | undefined {
  const answer = answers.find((result) => result.kind === "answer");
  if (answer?.kind !== "answer" || !answer.version) return undefined;
  return answer.version === asked
    ? { name: "version", state: "ok", detail: asked }
    : warning("version", "version-expired", `${asked} → ${answer.version}`);
}

export function fault(name: string, reason: FacebookReason, detail: string): HealthCheck {
  return { name, state: "fault", reason, detail };
}

export function warning(name: string, reason: FacebookReason, detail: string): HealthCheck {
  return { name, state: "warning", reason, detail };
}
