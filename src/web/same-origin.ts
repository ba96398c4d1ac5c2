import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a form was sent by a page of ours. Browsers always say where a POST comes from; a request that says nothing
 * is refused as well, since no browser of this decade sends one. `publicUrl` counts besides the host that was asked:
 * a proxy may put its own name there.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  const { origin } = headers;
  if (origin === undefined) return site === "same-origin";
  const asked = URL.parse(origin);
  if (!asked) return false;
  return asked.host === headers.host || asked.origin === URL.parse(publicUrl)?.origin;
}
