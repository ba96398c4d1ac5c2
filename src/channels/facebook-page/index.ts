import type { Clock } from "../../platform/clock.ts";
import type { HttpClient } from "../../platform/http-client.ts";
import type { Channel } from "../channel.ts";
import type { FacebookApp } from "./app.ts";
import { checkHealth } from "./check-health.ts";
import { connecting } from "./connecting/connecting.ts";
import { openConversing } from "./conversing/index.ts";
import { edit } from "./edit.ts";
import { explain } from "./explain.ts";
import { findPublished } from "./find-published.ts";
import { formats } from "./formats.ts";
import { openMeasuring } from "./measuring/open-measuring.ts";
import { publish } from "./publish.ts";
import { openReconciling } from "./reconciling/open-reconciling.ts";
import { remove } from "./remove.ts";
import { type FacebookPageSettings, readSettings, secretSettings, settingNames } from "./settings.ts";
import { stage } from "./stage.ts";
import { listening } from "./webhook/listening.ts";

/**
 * Our own bound, in characters: Meta documents none for /feed. The 63,206 that circulates is folklore; an offer with
 * all its parts stays below 3,000, and after some 500 readers see "more" anyway. Far below the folklore, so that length
 * is never what Facebook refuses a post for.
 */
const textCharactersMax = 10_000;

/** Facebook Pages, through the Graph API. */
export function facebookPage(http: HttpClient, clock: Clock): Channel<FacebookPageSettings, FacebookApp> {
  const tools = { http, clock };
  return {
    kind: "facebook-page",
    networkName: "Facebook",
    limits: { textCharactersMax },
    formats,
    readSettings,
    secretSettings,
    settingNames,
    externalIdOf: (settings) => settings.pageId,
    stage: (post, account, known, keep) => stage(tools, post, account, known, keep),
    publish: (post, account, staged) => publish(tools, post, account, staged),
    findPublished: (post, account, since, staged) => findPublished(tools, post, account, since, staged),
    edit: (post, text, account) => edit(tools, post, text, account),
    remove: (post, account) => remove(tools, post, account),
    checkHealth: (account) => checkHealth(tools, account),
    connecting: connecting(tools),
    listening: listening(tools),
    conversing: openConversing(tools),
    reconciling: openReconciling(tools),
    measuring: openMeasuring(tools),
    explain,
  };
}
