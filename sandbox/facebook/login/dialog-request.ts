import { personByKey } from "../community/people.ts";
import type { AppSeed } from "../seed.ts";

/** What the dialog was opened with (section 3.1), checked. */
export interface DialogRequest {
  app: AppSeed;
  redirectUri: string;
  state?: string;
  scopes: string[];
  /** A configuration is all or nothing: nothing can be declined (section 3.5). */
  frozen: boolean;
  configId?: string;
  system: boolean;
  /** Key of the person who is logged in. */
  as: string;
  language: "it" | "en";
}

export type DialogRefusal = "no-app" | "bad-redirect" | "no-config" | "response-type";

/** Reads what the dialog was opened with, or says why it cannot be shown. */
export function readDialog(
  query: Record<string, string>,
  apps: ReadonlyMap<string, AppSeed>,
): DialogRequest | DialogRefusal {
  const app = apps.get(query.client_id ?? "");
  if (!app) return "no-app";
  const redirectUri = query.redirect_uri ?? "";
  if (!mayRedirect(redirectUri, app)) return "bad-redirect";
  if (query.response_type !== undefined && query.response_type !== "code") return "response-type";
  const configuration = query.config_id === undefined ? undefined : app.configurations?.[query.config_id];
  if (query.config_id !== undefined && !configuration) return "no-config";
  const asked = (query.scope ?? "").split(/[\s,]+/).filter((scope) => scope !== "");
  return {
    app,
    redirectUri,
    state: query.state,
    scopes: configuration?.scopes ?? (asked.length === 0 ? ["public_profile"] : asked),
    frozen: configuration !== undefined,
    configId: query.config_id,
    system: configuration?.system === true,
    as: personByKey(query.as) ? (query.as ?? "giulia") : "giulia",
    language: query.lang === "en" ? "en" : "it",
  };
}

/** One of the app's own addresses; where it has none, https or this computer (section 3.1). */
function mayRedirect(address: string, app: AppSeed): boolean {
  if (!URL.canParse(address)) return false;
  if (app.redirectUris) return app.redirectUris.includes(address);
  const { protocol, hostname } = new URL(address);
  return (
    protocol === "https:" || (protocol === "http:" && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
  );
}
