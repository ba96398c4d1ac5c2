import type { Account, Amendment, Reason } from "../../channel.ts";
import type { FacebookApp } from "../app.ts";
import { appToken } from "../connecting/as-account.ts";
import { callGraph, type GraphResult, type Tools } from "../graph.ts";
import { amendmentOfAnswer, amendmentOfFailure } from "../outcomes.ts";
import type { FacebookReason } from "../reasons.ts";
import type { FacebookPageSettings } from "../settings.ts";

/** What happens under posts: no permission beyond those for publishing and moderating (graph-api.md section 4). */
export const feedFields = ["feed", "mention"] as const;

/** What people write to the Page: these ask for pages_messaging. */
export const messengerFields = [
  "messages",
  "message_echoes",
  "message_edits",
  "message_deliveries",
  "message_reads",
  "message_reactions",
  "messaging_postbacks",
  "messaging_referrals",
  "messaging_handovers",
  "messaging_policy_enforcement",
  "standby",
] as const;

export const allFields: readonly string[] = [...feedFields, ...messengerFields];

/**
 * Makes Facebook send the Page's events to `callbackUrl`, on both levels that know nothing of each other (section
 * 15.1): the app's, at which Facebook asks the address for its handshake before it answers, and the Page's. Where the
 * token may not hear private messages, comments are subscribed alone and the answer is "refused" with that reason.
 */
export async function subscribe(
  tools: Tools,
  app: FacebookApp,
  account: Account<FacebookPageSettings>,
  callbackUrl: string,
): Promise<Amendment> {
  const settings = withApp(account.settings, app);
  const ofApp = await callGraph(tools, settings, {
    method: "POST",
    path: [app.appId, "subscriptions"],
    parameters: {
      object: "page",
      callback_url: callbackUrl,
      fields: allFields.join(","),
      verify_token: app.verifyToken,
      include_values: "true",
    },
    token: appToken(app),
  });
  const settled = settle(tools, ofApp);
  if (settled.kind !== "done") return settled;
  return await subscribePage(tools, settings);
}

async function subscribePage(tools: Tools, settings: FacebookPageSettings): Promise<Amendment> {
  const all = await subscribeFields(tools, settings, allFields);
  if (!isPermissionMissing(all)) return settle(tools, all);
  const comments = settle(tools, await subscribeFields(tools, settings, feedFields));
  if (comments.kind !== "done") return comments;
  const reason: FacebookReason = "messaging-permission-missing";
  return { kind: "refused", reason, detail: messengerFields.join(", ") };
}

async function subscribeFields(
  tools: Tools,
  settings: FacebookPageSettings,
  fields: readonly string[],
): Promise<GraphResult> {
  return await callGraph(tools, settings, {
    method: "POST",
    path: [settings.pageId, "subscribed_apps"],
    parameters: { subscribed_fields: fields.join(",") },
  });
}

/** 200 and 10 (section 16), without a subcode that says something else. */
function isPermissionMissing(result: GraphResult): boolean {
  if (result.kind !== "error" || result.error.subcode !== undefined) return false;
  return result.error.code === 200 || result.error.code === 10;
}

/** Facebook asked our address for its handshake and was not content; seen in practice, documented nowhere. */
const handshakeFailed = 2200;

function isUnverified(result: GraphResult): result is Extract<GraphResult, { kind: "error" }> {
  return result.kind === "error" && result.error.code === handshakeFailed;
}

function settle(tools: Tools, result: GraphResult): Amendment {
  if (result.kind === "answer") return amendmentOfAnswer(result.body);
  // 200 without a subcode means another app's post to an edit; here it is the permission.
  if (isPermissionMissing(result)) return reconnect("permission-missing", result);
  if (isUnverified(result)) {
    const reason: FacebookReason = "callback-not-verified";
    return { kind: "retry", reason, detail: result.detail };
  }
  const amendment = amendmentOfFailure(result, tools.clock.now());
  // "Gone" is good news about a post; an app or a Page that is not there is none.
  return amendment.kind === "gone" ? reconnect("page-not-found", result) : amendment;
}

function reconnect(reason: FacebookReason & Reason, result: GraphResult): Amendment {
  return { kind: "reconnect", reason, detail: "detail" in result ? result.detail : "" };
}

/** The account's own settings with what only the app knows: calls with the app's token need its secret for the proof. */
export function withApp(settings: FacebookPageSettings, app: FacebookApp): FacebookPageSettings {
  return {
    ...settings,
    appId: settings.appId ?? app.appId,
    appSecret: settings.appSecret ?? app.appSecret,
  };
}
