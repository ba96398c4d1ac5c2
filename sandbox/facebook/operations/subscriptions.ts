import { randomInt } from "node:crypto";
import { type Answer, type KnownCall, read, type Surroundings } from "../call.ts";
import { GraphError, invalidParameter, notImitated } from "../graph-error.ts";
import type { AppSeed } from "../seed.ts";
import { isPageField } from "../webhooks/page-fields.ts";

const VERIFY_MS = 5_000;
const ANSWER_BYTES_MAX = 10_000;

/** `GET /{app-id}/subscriptions` (section 15.1) with the app token. */
export function listSubscriptions(call: KnownCall, app: AppSeed, around: Surroundings): Answer {
  mustBeTheApp(call, app);
  const subscription = around.webhooks.subscriptions.ofApp(app.id);
  const data = subscription
    ? [
        {
          object: subscription.object,
          callback_url: subscription.callbackUrl,
          active: subscription.active,
          fields: [...subscription.fields].map(([name, version]) => ({ name, version })),
        },
      ]
    : [];
  return read({ data });
}

/** `POST /{app-id}/subscriptions`: the callback address is verified over HTTP before anything is kept. */
export async function subscribeApp(call: KnownCall, app: AppSeed, around: Surroundings): Promise<Answer> {
  mustBeTheApp(call, app);
  const { object, callback_url: callbackUrl, verify_token: verifyToken = "", fields = "" } = call.params;
  if (object !== "page") throw notImitated(`subscriptions to object ${object}`);
  if (!callbackUrl || !URL.canParse(callbackUrl) || !/^https?:$/.test(new URL(callbackUrl).protocol))
    throw invalidParameter("Param callback_url must be a valid URI");
  const names = readNames(fields);
  if (names.length === 0) throw invalidParameter("The parameter fields is required");
  mustBePageFields(names, "fields");
  await verify(callbackUrl, verifyToken);
  around.webhooks.subscriptions.subscribeApp(app.id, callbackUrl, names, call.version ?? "v25.0");
  return { body: { success: true }, did: { kind: "configured", id: app.id } };
}

/** `DELETE /{app-id}/subscriptions`: all of it, or the `fields` named. */
export function unsubscribeApp(call: KnownCall, app: AppSeed, around: Surroundings): Answer {
  mustBeTheApp(call, app);
  const { object, fields } = call.params;
  if (object === undefined || object === "page")
    around.webhooks.subscriptions.unsubscribeApp(app.id, fields ? readNames(fields) : undefined);
  return { body: { success: true }, did: { kind: "configured", id: app.id } };
}

/** Names in a comma list or in a JSON array. */
export function readNames(text: string): string[] {
  const list = text.trim().startsWith("[") ? text.replace(/["[\]]/g, "") : text;
  return list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

export function mustBePageFields(names: string[], param: string): void {
  const wrong = names.findIndex((name) => !isPageField(name));
  if (wrong !== -1)
    throw invalidParameter(
      `Param ${param}[${wrong}] must be one of the fields of a Page - got "${names[wrong]}"`,
    );
}

function mustBeTheApp(call: KnownCall, app: AppSeed): void {
  if (call.holder.kind === "APP" && call.holder.appId === app.id) return;
  throw new GraphError({
    message: "(#15) This method must be called with an app access_token.",
    type: "OAuthException",
    code: 15,
  });
}

/** The handshake of section 15.1: a GET with a challenge that must come back as the whole body of a 200. */
async function verify(callbackUrl: string, verifyToken: string): Promise<void> {
  const challenge = String(randomInt(100_000_000, 2_000_000_000));
  const address = new URL(callbackUrl);
  address.searchParams.set("hub.mode", "subscribe");
  address.searchParams.set("hub.challenge", challenge);
  address.searchParams.set("hub.verify_token", verifyToken);
  let found: string;
  try {
    const response = await fetch(address, {
      headers: { "user-agent": "facebookplatform/1.0 (+http://developers.facebook.com)", accept: "*/*" },
      redirect: "manual",
      signal: AbortSignal.timeout(VERIFY_MS),
    });
    const body = (await response.text()).slice(0, ANSWER_BYTES_MAX);
    if (response.status === 200 && body.trim() === challenge) return;
    found =
      response.status === 200
        ? `HTTP Status Code = 200; the response does not match challenge, expected value="${challenge}"`
        : `HTTP Status Code = ${response.status}; HTTP Message = ${response.statusText}`;
  } catch (error) {
    found = `The URL couldn't be reached: ${(error as Error).name}`;
  }
  throw new GraphError({
    message: `(#2200) Callback verification failed with the following errors: ${found}`,
    type: "OAuthException",
    code: 2200,
  });
}
