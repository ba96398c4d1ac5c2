import type { Listening } from "../../conversing.ts";
import { type FacebookApp, readApp } from "../app.ts";
import type { Tools } from "../graph.ts";
import type { FacebookPageSettings } from "../settings.ts";
import { isSubscribed } from "./is-subscribed.ts";
import { readDeliveries } from "./read-deliveries.ts";
import { handshake, isGenuine, isSigned, readSignedRequest } from "./signature.ts";
import { subscribe } from "./subscribe.ts";

/** What Facebook tells of a Page (graph-api.md section 15). */
export function listening(tools: Tools): Listening<FacebookApp, FacebookPageSettings> {
  return {
    isSigned,
    isGenuine,
    read: readDeliveries,
    handshake,
    readSignedRequest,
    appOf({ appId, appSecret, graphUrl, graphVersion, allowPrivateAddress }) {
      if (appId === undefined || appSecret === undefined) return undefined;
      return readApp({ appId, appSecret, graphUrl, graphVersion, allowPrivateAddress });
    },
    subscribe: (app, account, callbackUrl) => subscribe(tools, app, account, callbackUrl),
    isSubscribed: (app, account, callbackUrl) => isSubscribed(tools, app, account, callbackUrl),
  };
}
