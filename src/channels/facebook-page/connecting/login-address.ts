import type { LoginReturn } from "../../connecting.ts";
import type { FacebookApp } from "../app.ts";
import type { FacebookReason } from "../reasons.ts";
import { neededPermissions } from "./needed-rights.ts";

/** The login dialog (graph-api.md section 3.1). A configuration brings its own permissions in place of our list. */
export function loginAddress(
  app: FacebookApp,
  { state, redirectUrl, isAgain }: { state: string; redirectUrl: string; isAgain: boolean },
): string {
  const query = new URLSearchParams({
    client_id: app.appId,
    redirect_uri: redirectUrl,
    state,
    response_type: "code",
    ...(app.configId
      ? { config_id: app.configId, override_default_response_type: "true" }
      : { scope: neededPermissions.map(({ name }) => name).join(",") }),
    // Without it Facebook does not ask again for what a person once declined.
    ...(isAgain && { auth_type: "rerequest" }),
  });
  return `${app.loginUrl}/${app.graphVersion}/dialog/oauth?${query}`;
}

const detailCharactersMax = 200;

/** What Facebook added to our return address. */
export function readReturn(parameters: Readonly<Record<string, string | undefined>>): LoginReturn {
  const { state, code, error } = parameters;
  if (!state) return { kind: "unreadable" };
  if (error) {
    const cancelled = parameters.error_reason === "user_denied" || error === "access_denied";
    const reason: FacebookReason = cancelled ? "login-cancelled" : "login-refused";
    const detail = [error, parameters.error_code, parameters.error_description ?? parameters.error_message];
    return { kind: "refused", state, reason, detail: plain(detail.filter(Boolean).join(": ")) };
  }
  return code ? { kind: "code", state, code } : { kind: "unreadable" };
}

/** Anybody can write into our address, so what stands there is shortened and without line ends or hidden signs. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, " ").slice(0, detailCharactersMax);
}
