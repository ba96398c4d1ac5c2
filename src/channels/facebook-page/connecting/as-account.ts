import type { FacebookApp } from "../app.ts";
import type { FacebookPageSettings } from "../settings.ts";

/** The app's settings in the shape that calls take, for those that no Page makes; the proof is made from the app's secret. */
export function asAccount(app: FacebookApp): FacebookPageSettings {
  const { appId, appSecret, graphUrl, graphVersion, allowPrivateAddress } = app;
  // Limits are told per Page; these calls belong to none.
  return { pageId: "0", token: appToken(app), appId, appSecret, graphUrl, graphVersion, allowPrivateAddress };
}

/** The app's own token (section 3.2). */
export function appToken({ appId, appSecret }: FacebookApp): string {
  return `${appId}|${appSecret}`;
}
