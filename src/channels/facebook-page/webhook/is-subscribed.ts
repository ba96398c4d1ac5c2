import { z } from "zod";
import type { Account } from "../../channel.ts";
import type { Subscription } from "../../conversing.ts";
import type { FacebookApp } from "../app.ts";
import { appToken } from "../connecting/as-account.ts";
import { callGraph, type GraphFailure, type Tools } from "../graph.ts";
import { readFailure } from "../outcomes.ts";
import type { FacebookReason } from "../reasons.ts";
import type { FacebookPageSettings } from "../settings.ts";
import { allFields, withApp } from "./subscribe.ts";

const appSubscriptions = z.object({
  data: z.array(
    z.object({
      object: z.string(),
      callback_url: z.string().optional(),
      active: z.boolean().default(true),
      fields: z.array(z.union([z.string(), z.object({ name: z.string() })])).default([]),
    }),
  ),
});

const pageSubscriptions = z.object({
  data: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).transform(String),
      subscribed_fields: z.array(z.string()).default([]),
    }),
  ),
});

/**
 * Whether Facebook sends us this Page's events: asked on both levels, since either may be gone while the other looks
 * healthy (graph-api.md section 15.1). Facebook itself ends the Page's after an hour of failures (section 15.3).
 */
export async function isSubscribed(
  tools: Tools,
  app: FacebookApp,
  account: Account<FacebookPageSettings>,
  callbackUrl?: string,
): Promise<Subscription> {
  const settings = withApp(account.settings, app);
  const ofApp = await callGraph(tools, settings, {
    method: "GET",
    path: [app.appId, "subscriptions"],
    token: appToken(app),
  });
  if (ofApp.kind !== "answer") return noAnswer(tools, ofApp);
  const ofPage = await callGraph(tools, settings, {
    method: "GET",
    path: [settings.pageId, "subscribed_apps"],
  });
  if (ofPage.kind !== "answer") return noAnswer(tools, ofPage);
  const apps = appSubscriptions.safeParse(ofApp.body);
  const pages = pageSubscriptions.safeParse(ofPage.body);
  if (!apps.success || !pages.success) {
    return { kind: "no-answer", reason: "answer-not-readable" satisfies FacebookReason, detail: "HTTP 2xx" };
  }
  const lacks = [
    ...lacksOfApp(apps.data.data, callbackUrl),
    ...lacksOfPage(pages.data.data, settings.appId ?? app.appId),
  ];
  return lacks.length === 0 ? { kind: "subscribed" } : { kind: "missing", detail: lacks.join("; ") };
}

type AppSubscription = z.output<typeof appSubscriptions>["data"][number];

function lacksOfApp(all: AppSubscription[], callbackUrl: string | undefined): string[] {
  const own = all.find(({ object }) => object === "page");
  if (!own?.active) return ["app: -"];
  const names = own.fields.map((field) => (typeof field === "string" ? field : field.name));
  const isElsewhere =
    callbackUrl !== undefined && own.callback_url !== undefined && own.callback_url !== callbackUrl;
  return [...(isElsewhere ? ["app: callback_url"] : []), ...missing("app", names)];
}

function lacksOfPage(all: z.output<typeof pageSubscriptions>["data"], appId: string): string[] {
  const own = all.find(({ id }) => id === appId);
  return own ? missing("page", own.subscribed_fields) : ["page: -"];
}

function missing(level: string, names: readonly string[]): string[] {
  const absent = allFields.filter((field) => !names.includes(field));
  return absent.length === 0 ? [] : [`${level}: ${absent.join(", ")}`];
}

function noAnswer(tools: Tools, failure: GraphFailure): Subscription {
  const { reason, detail } = readFailure(failure, tools.clock.now());
  return { kind: "no-answer", reason, detail };
}
