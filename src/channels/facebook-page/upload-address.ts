import { defaultGraphUrl } from "./setting-fields.ts";
import type { FacebookPageSettings } from "./settings.ts";

/** The host that takes films for the real Facebook (graph-api.md section 1). */
const facebookUploads = "https://rupload.facebook.com";

/**
 * Whether a film, and with it the Page's token, may go to the address that Facebook's answer names. It must be the host
 * that the settings name; without one, Facebook's own for Facebook, and for any other `graphUrl` that very host.
 */
export function isUploadAddress(address: string, settings: FacebookPageSettings): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.origin === uploadOrigin(settings) && url.username === "" && url.password === "";
}

function uploadOrigin({ graphUrl, uploadUrl }: FacebookPageSettings): string {
  if (uploadUrl) return new URL(uploadUrl).origin;
  return graphUrl === defaultGraphUrl ? facebookUploads : new URL(graphUrl).origin;
}
