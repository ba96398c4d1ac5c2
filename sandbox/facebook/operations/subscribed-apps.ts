import { type Answer, type KnownCall, read, type Surroundings } from "../call.ts";
import { GraphError, invalidParameter } from "../graph-error.ts";
import { mustBeAbleTo, mustBeAbleToSee, RIGHTS } from "../rights.ts";
import { isMessengerField } from "../webhooks/page-fields.ts";
import type { Page } from "../world.ts";
import { mustBePageFields, readNames } from "./subscriptions.ts";

/** `GET /{page-id}/subscribed_apps` (section 15.1, step 3). */
export function listSubscribedApps(call: KnownCall, page: Page, around: Surroundings): Answer {
  mustBeAbleToSee(call, page, around.world, RIGHTS.subscribe);
  const data = [...around.webhooks.subscriptions.ofPage(page.id)].map(([id, fields]) => ({
    category: "Utilities",
    link: `${around.origins.www}/games/?app_id=${id}`,
    name: around.world.apps.get(id)?.name ?? id,
    id,
    subscribed_fields: [...fields],
  }));
  return read({ data });
}

/**
 * `POST /{page-id}/subscribed_apps`: replaces the fields of the calling app. It succeeds although the app itself has no
 * subscription: such a Page looks healthy, and no event ever comes.
 */
export function subscribePage(call: KnownCall, page: Page, around: Surroundings): Answer {
  mustBeAbleTo(call, page, around.world, RIGHTS.subscribe);
  const names = readNames(call.params.subscribed_fields ?? "");
  if (names.length === 0) throw invalidParameter("The parameter subscribed_fields is required");
  mustBePageFields(names, "subscribed_fields");
  const chats = names.find(isMessengerField);
  if (chats !== undefined && !call.holder.scopes.has("pages_messaging")) {
    throw new GraphError(
      {
        message: `(#200) To subscribe to the ${chats} field, one of these permissions is needed: pages_messaging`,
        type: "OAuthException",
        code: 200,
      },
      403,
    );
  }
  around.webhooks.subscriptions.subscribePage(page.id, call.app.id, names);
  return { body: { success: true }, did: { kind: "configured", id: page.id } };
}

/** `DELETE /{page-id}/subscribed_apps`: the calling app, wherever it stands. */
export function unsubscribePage(call: KnownCall, page: Page, around: Surroundings): Answer {
  mustBeAbleTo(call, page, around.world, RIGHTS.subscribe);
  around.webhooks.subscriptions.unsubscribePage(page.id, call.app.id);
  return { body: { success: true }, did: { kind: "configured", id: page.id } };
}
